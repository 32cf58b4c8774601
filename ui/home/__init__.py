"""Private to the page Home."""
