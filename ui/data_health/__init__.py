"""The views of the page on the data itself, each drawn where it stands."""
