"""Private to the page My plan."""
