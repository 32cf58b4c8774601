"""The page on work and pay, a section a function."""
