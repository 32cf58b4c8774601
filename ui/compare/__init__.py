"""Private to the page Compare."""
