"""How a fact is written in running text: with its unit, which often follows from its field."""

from collections.abc import Callable
from typing import Any

from cert_model import formatting
from cert_model.content.figures import BadText
from cert_model.formatting.facts import format_reading, format_value
from cert_model.schema import Domain, Evidence, Note, PassMark, PassRate, Reading
from cert_model.vocabulary import PassScale

_UNITS = {
    "questions": "questions",
    "scored_questions": "questions",
    "pretest_questions": "questions",
    "ceus": "CEUs",
    "additional_ceus": "CEUs",
    "ceus_cap": "CEUs",
    "cases": "cases",
    "max_attempts": "attempts",
    "wait_days": "days",
    "grace_days": "days",
    "window_years": "years",
    "hours": "hours",
    "weeks": "weeks",
    "months": "months",
    "credits": "credits",
}
MONEY_FIELDS = ("amount", "fee", "price_per_ceu", "cap_per_test", "cap_per_year", "cap_total")
"""Fields that hold dollars."""
_DURATIONS: dict[str, Callable[[int], str]] = {
    "minutes": formatting.spell_duration,
    "cycle_months": formatting.format_months,
}


def format_with_unit(reading: Reading[Any], field: str) -> str:
    """A reading with its own unit, or with the unit of the ``field`` that holds it."""
    if isinstance(reading, PassMark) and reading.known:
        return _format_pass_mark(reading)
    if field in _DURATIONS and reading.value is not None:
        return _DURATIONS[field](reading.value)
    return format_reading(reading, _unit(reading, field))


def _unit(reading: Reading[Any], field: str) -> str:
    if isinstance(reading, Note):
        return reading.unit or ""
    if isinstance(reading, Domain):
        return reading.unit.label
    return "$" if field in MONEY_FIELDS else _UNITS.get(field, "")


def _format_pass_mark(mark: PassMark) -> str:
    if mark.scale is PassScale.SCALED and mark.of is not None:
        low, high = mark.of
        return f"{format_reading(mark)} on a scale from {low:g} to {high:g}"
    return format_reading(mark, mark.scale.label)


def format_statement(statement: Evidence, path: str) -> str:
    """A statement that is no reading: its text, body or value.

    Raises BadText, with its ``path``, for one that has none of these.
    """
    for field in ("text", "body", "value"):
        if (value := getattr(statement, field, None)) is not None:
            return format_value(value)
    raise BadText(f'"{path}" says nothing by itself')


def format_pass_rate(rate: PassRate) -> str:
    """The share of test takers who passed: ``62 percent``, ``60–65 percent``."""
    if rate.percent is not None:
        return formatting.format_percent(rate.percent)
    return f"{formatting.format_range(rate.low, rate.high)} percent"
