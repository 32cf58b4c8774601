"""What leaves the catalog for other tools: answers as JSON, and files to take away.

Import from the module that has it, so that an answer does not load what writes files.
"""
