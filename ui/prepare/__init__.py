"""The sections of the page on getting ready.

Each is called with what it shows and draws where it stands.
"""
