"""Private to the page The data."""
