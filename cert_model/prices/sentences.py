"""Sentences on what an estimate rests on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cert_model.formatting import (
    as_phrase,
    format_amount,
    format_count,
    format_duration,
    format_money,
    format_period,
    format_range,
    join_words,
    mark_estimate,
    spell_duration,
)
from cert_model.prices.money import Span
from cert_model.vocabulary import Level, Quantity

if TYPE_CHECKING:
    from cert_model.prices.held_out import HeldOut


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
        "whose current price of one attempt is known", "cost", " for one attempt", format_money
    ),
    Quantity.QUESTIONS: _Wording(
        "whose current number of questions is known",
        "have",
        " questions",
        lambda value: f"{value:g}",
    ),
    Quantity.MINUTES: _Wording(
        "whose current length is known", "take", "", lambda value: spell_duration(round(value))
    ),
}


_SHORT: Mapping[Quantity, Callable[[float, float], str]] = {
    Quantity.EXAM_PRICE: format_money,
    Quantity.DUES: format_money,
    Quantity.QUESTIONS: format_range,
    Quantity.MINUTES: lambda low, high: "–".join(
        dict.fromkeys(format_duration(round(end)) for end in (low, high))
    ),
}


def format_estimate(quantity: Quantity, low: float, high: float) -> str:
    """An estimate in short form, with its mark: ``≈ $425``, ``≈ 2 h–4 h``."""
    return mark_estimate(_SHORT[quantity](low, high))


def describe_held_out(result: "HeldOut") -> str:
    """How well one rule meets values that were read, in a line."""
    name = f"{result.quantity.label}, by {as_phrase(result.rule.label)}"
    if result.mean_error is None:
        return f"{name}: no value to compare it with"
    return (
        f"{name}: {result.in_range} of {format_count(result.values, 'value')} in the range, "
        f"off by {format_error(result.quantity, result.mean_error)} on average"
    )


HOW_CHECKED = (
    "Each current value is left out in turn, estimated by the rule, and compared with the "
    "estimate. Some general statements come from pages that also give the "
    "prices, which flatters that rule. A rule with no value to try has yet to prove itself."
)


def describe_check(results: Sequence["HeldOut"]) -> str:
    """How many of the values that were read lie in the range of their estimates."""
    prices = [result for result in results if result.quantity is Quantity.EXAM_PRICE]
    values, prices_tried = (sum(result.values for result in part) for part in (results, prices))
    in_range, prices_met = (sum(result.in_range for result in part) for part in (results, prices))
    if not values:
        return "There is no value to compare an estimate with."
    of_prices = f"; of exam prices, {prices_met} of {prices_tried}" if prices_tried else ""
    return (
        f"Of {format_count(values, 'value')} that were left out and estimated, {in_range} lie in "
        f"the range of the estimate{of_prices}."
    )


def format_error(quantity: Quantity, error: float) -> str:
    """The mean error of an estimate with its unit: ``$6.25``, ``12 questions``."""
    if quantity in (Quantity.EXAM_PRICE, Quantity.DUES):
        return format_money(error)
    return f"{format_amount(error)} {quantity.value}"


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
