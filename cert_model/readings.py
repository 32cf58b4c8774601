"""How the value of a fact is written for people."""

from typing import Any

from cert_model import wording
from cert_model.schema import Reading

_DOLLARS = ("$", "USD")
"""How a unit names them, alone or before what it is paid for, as in ``USD a year``."""


def said(reading: Reading[Any] | None, unit: str = "") -> str:
    """A reading as people write it, with its unit; "not found" where there is none."""
    if reading is None or not reading.known:
        return wording.NOT_FOUND
    money, _, each = unit.partition(" ")
    if money in _DOLLARS and isinstance(reading.top, int | float):
        return f"{wording.dollars(reading.bottom, reading.top)} {each}".strip()
    ranged = reading.value is None
    text = wording.span(reading.low, reading.high) if ranged else value_text(reading.value)
    return f"{text} {unit}".strip()


def value_text(value: Any) -> str:
    """One value in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value_text(item) for item in value)
    if isinstance(value, int | float):
        return wording.amount(value) if abs(value) >= 10_000 else f"{value:g}"
    return str(getattr(value, "label", value))
