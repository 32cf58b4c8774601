"""Private to the page Start."""
