"""Where the tests find the project's files and their own."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
BAD_DATA = ROOT / "tests" / "bad_data"
GOOD = BAD_DATA / "good"
"""A small folder of data without a fault."""
