"""Private to the page A class."""
