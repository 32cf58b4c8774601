"""Tools of the project: the browser it is tested with, a server to test, its pictures."""
