"""The catalog for other tools: answers as JSON, and files to download.

Import from the module that has it, so that an answer does not load what writes files.
"""
