"""Private to the page Explore."""
