"""The JSON API: the answers of the command line over HTTP, from the same functions."""
