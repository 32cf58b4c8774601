"""How the value of a fact, a price and a rule are written for people."""

from collections.abc import Sequence
from typing import Any

from cert_model.formatting.numbers import (
    NOT_FOUND,
    as_phrase,
    format_amount,
    format_count,
    format_money,
    format_range,
    join_words,
    with_unit,
)
from cert_model.schema import PassMark, PassRate, Price, Reading, Source
from cert_model.schema.rules import AllOf, AnyOf, Rule, ways_to_meet
from cert_model.vocabulary import Audience, PassScale

_DOLLARS = ("$", "USD")
"""How a unit names them, alone or before what it is paid for, as in ``USD a year``."""


def format_reading(reading: Reading[Any] | None, unit: str = "") -> str:
    """The value or range of a reading with its unit; "not found" where there is none."""
    if reading is None or not reading.known:
        return NOT_FOUND
    currency, _, charged_for = unit.partition(" ")
    if currency in _DOLLARS and isinstance(reading.top, int | float):
        return f"{format_money(reading.bottom, reading.top)} {charged_for}".strip()
    value = reading.value
    if unit and isinstance(value, int) and not isinstance(value, bool):
        return with_unit(format_amount(value), unit)
    text = format_range(reading.low, reading.high) if value is None else format_value(value)
    return with_unit(text, unit)


def format_value(value: Any) -> str:
    """One value in words: yes or no, a list with commas, a number, or the label of a term.

    A list that is known to be empty is "none".
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(format_value(item) for item in value) or "none"
    if isinstance(value, int | float):
        return format_amount(value) if abs(value) >= 10_000 else f"{value:g}"
    return str(getattr(value, "label", value))


def format_prices_by_audience(prices: Sequence[Price]) -> str:
    """Prices with whom each is for: ``$425 for members and $400 for student members``.

    The amount alone where all pay the same; "not found" where there is no price.
    """
    amounts = {price.audience: format_reading(price.amount, "$") for price in prices}
    if len(set(amounts.values())) <= 1:
        return next(iter(amounts.values()), NOT_FOUND)
    return join_words([f"{amount} for {whom.label}" for whom, amount in amounts.items()])


def format_pass_mark(mark: PassMark) -> str:
    """A passing score with its scale: "70 percent", "300 on a scale of 100 to 400"."""
    if not mark.known and mark.scale is PassScale.PASS_FAIL:
        return mark.scale.label
    if not mark.known or mark.scale is not PassScale.SCALED:
        return format_reading(mark, mark.scale.label)
    if mark.of is None:
        return f"{format_reading(mark)} ({mark.scale.label})"
    low, high = mark.of
    return f"{format_reading(mark)} on a scale of {low:g} to {high:g}"


def format_pass_rate(rate: PassRate) -> str:
    """A pass rate, of whom it is, and what makes it doubtful: "62% of all test takers"."""
    low, high = (rate.low, rate.high) if rate.percent is None else (rate.percent, rate.percent)
    remarks = [
        f"n = {rate.n:,}" if rate.n else "",
        rate.region or "",
        "a third party's estimate" if rate.estimate else "",
        "superseded" if rate.superseded else "",
        "doubtful" if rate.doubtful else "",
    ]
    return ", ".join([f"{format_range(low, high)}% of {rate.cohort.label}", *filter(None, remarks)])


def format_publisher(source: Source) -> str:
    """Who published a source, and whether it was read in a copy."""
    publisher = source.publisher or "publisher not known"
    return f"{publisher}, read in a copy" if source.copy_of else publisher


def format_price_name(price: Price) -> str:
    """What a price is for: "Exam, members, 2 attempts"."""
    parts = [
        price.kind.label,
        price.audience.label if price.audience is not Audience.ALL else "",
        _lower_first(price.label),
        format_count(price.attempts, "attempt") if price.attempts else "",
    ]
    return ", ".join(filter(None, parts))


def _lower_first(label: str | None) -> str:
    """The label inside a sentence: an ordinary capital becomes small, letters stay."""
    if not label or label[1:2].isupper():
        return label or ""
    return label[0].lower() + label[1:]


def format_price(price: Price) -> str:
    """A price in its currency, with what it is charged for: "$90 per year"."""
    unit = charged_per(price)
    per = f" per {unit}" if unit else ""
    return f"{format_price_amount(price)}{per}"


def format_price_amount(price: Price) -> str:
    """A price in its currency, without what it is charged for: "$90"."""
    if price.amount is None:
        return format_reading(price.percent, "%")
    return format_money(price.amount.bottom, price.amount.top, price.currency.label)


def charged_per(price: Price) -> str | None:
    """The unit for which a price is charged, such as "year" or "credit"; None if once."""
    if price.every_months is None:
        return price.per
    years, months = divmod(price.every_months, 12)
    if months:
        return format_count(price.every_months, "month")
    return "year" if years == 1 else format_count(years, "year")


def format_rule(rule: Rule | None) -> str:
    """A rule in one line, without brackets; "not found" for None.

    What is needed side by side is joined by "and", and by "with" inside one of several
    ways; these are joined by "or", and by "either … or" inside what is needed side by side.
    """
    if rule is None:
        return NOT_FOUND
    if isinstance(rule, AllOf):
        return _joined("; and ", [_format_need(part) for part in rule.all_of])
    return _joined("; or ", [_format_way(way) for way in _ways_of(rule)])


def _joined(between: str, texts: Sequence[str]) -> str:
    """The texts in a line, each after the first with a small letter, as inside a sentence."""
    first, *others = texts
    return between.join([first, *map(as_phrase, others)])


def _format_need(rule: Rule) -> str:
    """What is needed beside others: a condition, or one of several ways to meet it."""
    ways = [_joined(", with ", [test.text for test in way]) for way in ways_to_meet(rule)]
    return ways[0] if len(ways) == 1 else f"Either {as_phrase(_joined(', or ', ways))}"


def _ways_of(rule: Rule) -> list[tuple[Rule, ...]]:
    """The ways to meet a rule; one choice between single conditions may end a way."""
    if isinstance(rule, AnyOf):
        return [way for part in rule.any_of for way in _ways_of(part)]
    if isinstance(rule, AllOf):
        choices = [part for part in rule.all_of if isinstance(part, AnyOf)]
        is_plain = all(len(way) == 1 for part in rule.all_of for way in ways_to_meet(part))
        if not is_plain or len(choices) > 1:
            return [*ways_to_meet(rule)]
        return [tuple(sorted(rule.all_of, key=lambda part: isinstance(part, AnyOf)))]
    return [(rule,)]


def _format_way(way: Sequence[Rule]) -> str:
    return _joined(", with ", [_format_need(part) for part in way])
