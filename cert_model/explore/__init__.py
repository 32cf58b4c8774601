"""Finding credentials: filters, search, order and comparison."""
