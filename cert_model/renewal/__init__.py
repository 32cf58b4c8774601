"""Keeping what one holds: cycles, CEUs due, fees and lapse, and the log of CEUs earned."""
