"""Private to the page Claims."""
