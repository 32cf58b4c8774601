"""Answers for assistants: a Model Context Protocol server on the catalog."""
