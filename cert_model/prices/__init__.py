"""Which line of a price list a buyer pays, and amounts with their range."""
