"""Private to the page Credential."""
