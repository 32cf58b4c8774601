"""Reads the files of ``data/`` strictly, and reports everything that is wrong with them."""
