"""Sentences on whether a credential pays, made from the very results that are shown."""

from math import ceil

from cert_model.careers import Cases, Outlay, Payback, StartingPay
from cert_model.formatting import (
    format_count,
    format_money,
    format_percent,
    format_period,
    format_total,
)
from cert_model.vocabulary import AreaKind, State


def whose_pay(start: StartingPay, state: State | None) -> str:
    """What stands in for one's own pay, and why it is the nation's where it is."""
    row = start.row
    place = row.area if row.area_kind is AreaKind.STATE else "the nation"
    sentence = (
        f"Until you enter your own pay, {format_money(start.amount)} stands in: the 25th "
        f"percentile of {place}, {format_period(row.as_of)}; three in four earn more."
    )
    if state and row.area_kind is AreaKind.NATION:
        return f"{sentence} That of {state.label} was not found."
    return sentence


def break_even(label: str, cost: Outlay, raises: Cases, earned: float) -> str:
    """The raise below which it never pays: the answer that needs no assumption on raises."""
    assert raises.typical is not None, "a break-even raise is always a number"
    worth = format_money(round(earned * raises.typical / 100))
    return (
        f"A raise below {format_percent(raises.typical)} ({worth} a year) never pays for the "
        f"{label} within {format_count(cost.years, 'year')}."
    )


def rests_on(cost: Outlay, raises: Cases, earned: float) -> str:
    """The cost and the pay behind the break-even raise, and how far it may lie off."""
    first = format_total(cost.first.typical, cost.complete)
    upkeep = format_total(cost.upkeep.typical, cost.complete)
    return (
        f"It takes {first} to earn and {upkeep} a year to keep, at a pay of {format_money(earned)} "
        f"a year.{_between(raises)}"
    )


def _between(raises: Cases) -> str:
    if raises.low is None or raises.high is None or f"{raises.low:.1f}" == f"{raises.high:.1f}":
        return ""
    return (
        f" At the lowest cost the raise is {format_percent(raises.low)}, at the highest "
        f"{format_percent(raises.high)}."
    )


def months(found: Payback, years: int) -> str:
    """How long a raise takes, from the lowest to the highest cost."""
    cases = (found.months.low, found.months.typical, found.months.high)
    words = [
        f"never within {format_count(years, 'year')}" if c is None else _month(c) for c in cases
    ]
    if words[0] == words[2]:
        return words[1]
    return f"{words[1]} (from {words[0]} to {words[2]})"


def _month(count: float) -> str:
    return format_count(ceil(round(count, 6)), "month")
