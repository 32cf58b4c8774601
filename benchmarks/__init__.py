"""What measures speed. Never part of the tests."""
