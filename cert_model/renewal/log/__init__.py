"""A log of CEUs earned: its entries, read from and written as CSV and YAML, and merged.

Nothing here stores anything: a log comes in as bytes or entries, and goes out as such.
"""
