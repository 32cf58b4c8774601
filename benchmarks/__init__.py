"""What measures speed, which no test does, and what has many sessions use the app at once."""
