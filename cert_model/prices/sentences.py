"""Sentences on what an estimate rests on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cert_model.formatting import (
    format_count,
    format_money,
    format_period,
    join_words,
    spell_duration,
)
from cert_model.vocabulary import Level, Quantity

Span = tuple[float, float]
"""The lowest and the highest of a range."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """How one quantity of an exam is spoken of."""

    read: str
    """What was read of the sister exams."""
    verb: str
    of: str
    """What the amount is for, after it."""
    amount: Callable[[float], str]


_EXAM: Mapping[Quantity, _Wording] = {
    Quantity.EXAM_PRICE: _Wording(
        "whose price of one attempt was read", "cost", " for one attempt", format_money
    ),
    Quantity.QUESTIONS: _Wording(
        "whose number of questions was read", "have", " questions", lambda value: f"{value:g}"
    ),
    Quantity.MINUTES: _Wording(
        "whose length was read", "take", "", lambda value: spell_duration(round(value))
    ),
}


def by_general_statement(
    quantity: Quantity, letters: str, group: str, span: Span, as_of: str | None
) -> str:
    """The rule that reads a figure off a statement about a group of exams."""
    words = _EXAM[quantity]
    amount = f"{_range(words.amount, span)}{words.of}"
    return f"{letters}'s {group} in general {words.verb} {amount}{_since(as_of)}"


def by_general_dues(letters: str, span: Span, as_of: str | None) -> str:
    """The rule that reads dues off a statement about all kinds of membership."""
    amount = _range(format_money, span)
    return f"{letters}'s dues over all kinds of membership are {amount} a year{_since(as_of)}"


def by_sister_exams(
    quantity: Quantity, letters: str, levels: Sequence[Level], span: Span, level: Level
) -> str:
    """The rule that takes the range of the sister exams of an exam.

    ``levels`` has the level of each sister, ``level`` is that of the exam itself.
    """
    words = _EXAM[quantity]
    kinds = [term.label.lower() for term in Level if term in levels]
    one_kind = f"{kinds[0]} " if len(kinds) == 1 else ""
    count = format_count(len(levels), f"{letters} {one_kind}exam")
    unit = words.of if quantity is Quantity.QUESTIONS else ""
    alike = f", {join_words(kinds)} alike" if len(kinds) > 1 else ""
    unread = "" if level in levels else f"; no {level.label.lower()} exam is among them"
    amount = f"{_range(words.amount, span)}{unit}"
    return f"All {count} {words.read} {words.verb} {amount}{alike}{unread}"


def _range(amount: Callable[[float], str], span: Span) -> str:
    low, high = span
    return amount(low) if low == high else f"{amount(low)} to {amount(high)}"


def _since(as_of: str | None) -> str:
    return f" (as of {format_period(as_of)})" if as_of else ""
