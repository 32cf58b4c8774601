"""Private to the page Prepare."""
