"""Private to the page Data health."""
