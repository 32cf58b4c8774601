"""The sections of a credential's page: lists of figures that open to their sources.

Each is called with the catalog and the fact sheet, and draws where it stands.
"""
