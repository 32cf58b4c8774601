"""Private to the page Guide."""
