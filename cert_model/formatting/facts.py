"""How the value of a fact, a price and a rule are written for people."""

from typing import Any

from cert_model import formatting
from cert_model.schema import Fee, Reading
from cert_model.schema.rules import AllOf, AnyOf, Rule
from cert_model.vocabulary import Audience, Currency

_DOLLARS = ("$", "USD")
"""How a unit names them, alone or before what it is paid for, as in ``USD a year``."""


def said(reading: Reading[Any] | None, unit: str = "") -> str:
    """A reading as people write it, with its unit; "not found" where there is none."""
    if reading is None or not reading.known:
        return formatting.NOT_FOUND
    money, _, each = unit.partition(" ")
    if money in _DOLLARS and isinstance(reading.top, int | float):
        return f"{formatting.dollars(reading.bottom, reading.top)} {each}".strip()
    ranged = reading.value is None
    text = formatting.span(reading.low, reading.high) if ranged else value_text(reading.value)
    return f"{text} {unit}".strip()


def value_text(value: Any) -> str:
    """One value in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value_text(item) for item in value)
    if isinstance(value, int | float):
        return formatting.amount(value) if abs(value) >= 10_000 else f"{value:g}"
    return str(getattr(value, "label", value))


def fee_name(fee: Fee) -> str:
    """What a price is for: "Exam, members, 2 attempts"."""
    parts = [
        fee.kind.label,
        fee.audience.label if fee.audience is not Audience.ALL else "",
        _lower_first(fee.label),
        formatting.plural(fee.attempts, "attempt") if fee.attempts else "",
    ]
    return ", ".join(filter(None, parts))


def _lower_first(label: str | None) -> str:
    """The label inside a sentence: an ordinary capital becomes small, letters stay."""
    if not label or label[1:2].isupper():
        return label or ""
    return label[0].lower() + label[1:]


def price(fee: Fee) -> str:
    """A price in its currency, with what it is charged for: "$90 per year"."""
    per = f" per {fee.per}" if fee.per else ""
    if fee.percent:
        return f"{said(fee.percent)} %{per}"
    assert fee.amount is not None, "a fee has an amount or a percentage"
    sign = fee.currency.label if fee.currency is not Currency.USD else "$"
    return f"{formatting.dollars(fee.amount.bottom, fee.amount.top, sign)}{per}"


def rule_in_words(rule: Rule | None) -> str:
    """A rule in one line: its conditions joined by "and" or "or"."""
    if rule is None:
        return formatting.NOT_FOUND
    if isinstance(rule, AllOf):
        return "; and ".join(_nested(part) for part in rule.all_of)
    if isinstance(rule, AnyOf):
        return "; or ".join(_nested(part) for part in rule.any_of)
    return rule.text


def _nested(rule: Rule) -> str:
    text = rule_in_words(rule)
    return f"({text})" if isinstance(rule, AllOf | AnyOf) else text
