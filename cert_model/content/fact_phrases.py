"""How a statement of a file is written in a sentence."""

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
_SPANS: dict[str, Callable[[int], str]] = {
    "minutes": formatting.spell_duration,
    "cycle_months": formatting.format_months,
}


def format_with_unit(reading: Reading[Any], name: str) -> str:
    """A reading with its unit, which is its own or follows from the ``name`` of its field."""
    if isinstance(reading, PassMark) and reading.known:
        return _pass_mark(reading)
    if name in _SPANS and reading.value is not None:
        return _SPANS[name](reading.value)
    return format_reading(reading, _unit(reading, name))


def _unit(reading: Reading[Any], name: str) -> str:
    if isinstance(reading, Note):
        return reading.unit or ""
    if isinstance(reading, Domain):
        return reading.unit.label
    return "$" if name in MONEY_FIELDS else _UNITS.get(name, "")


def _pass_mark(mark: PassMark) -> str:
    if mark.scale is PassScale.SCALED and mark.of is not None:
        low, high = mark.of
        return f"{format_reading(mark)} on a scale from {low:g} to {high:g}"
    return format_reading(mark, mark.scale.label)


def format_statement(found: Evidence, place: str) -> str:
    """What a statement says that is no reading: its text, its body, its number."""
    for name in ("text", "body", "value"):
        if (value := getattr(found, name, None)) is not None:
            return format_value(value)
    raise BadText(f'"{place}" says nothing by itself')


def format_pass_rate(rate: PassRate) -> str:
    """The share of test takers who passed."""
    if rate.percent is not None:
        return formatting.format_percent(rate.percent)
    return f"{formatting.format_range(rate.low, rate.high)} percent"
