"""What the commands do between words and answers; the command line and the HTTP API call it.

A module for each command: it reads the words of a request and returns what the model answers, or
raises BadArgument. Import from the module that has it, so that one answer loads no other's parts.
"""
