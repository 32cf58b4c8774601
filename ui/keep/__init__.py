"""Private to the page What I hold."""
