"""Private to the page Costs."""
