"""Sentences on whether a credential pays, made from the very results that are shown."""

from math import ceil

from cert_model.careers import Cases, Outlay, Payback, StartingPay
from cert_model.formatting import at_least, dollars, percent, plural, when
from cert_model.vocabulary import AreaKind, State


def whose_pay(start: StartingPay, state: State | None) -> str:
    """What stands in for one's own pay, and why it is the nation's where it is."""
    row = start.row
    place = row.area if row.area_kind is AreaKind.STATE else "the nation"
    sentence = (
        f"Until you enter your own pay, {dollars(start.amount)} stands in: the 25th percentile of "
        f"{place}, {when(row.as_of)}; three in four earn more."
    )
    if state and row.area_kind is AreaKind.NATION:
        return f"{sentence} That of {state.label} was not found."
    return sentence


def break_even(label: str, cost: Outlay, raises: Cases, earned: float) -> str:
    """The raise below which it never pays: the answer that needs no assumption on raises."""
    assert raises.typical is not None, "a break-even raise is always a number"
    worth = dollars(round(earned * raises.typical / 100))
    return (
        f"A raise below {percent(raises.typical)} ({worth} a year) never pays for the {label} "
        f"within {plural(cost.years, 'year')}."
    )


def rests_on(cost: Outlay, raises: Cases, earned: float) -> str:
    """The cost and the pay behind the break-even raise, and how far it may lie off."""
    first = at_least(cost.first.typical, cost.complete)
    upkeep = at_least(cost.upkeep.typical, cost.complete)
    return (
        f"It takes {first} to earn and {upkeep} a year to keep, at a pay of {dollars(earned)} "
        f"a year.{_between(raises)}"
    )


def _between(raises: Cases) -> str:
    if raises.low is None or raises.high is None or f"{raises.low:.1f}" == f"{raises.high:.1f}":
        return ""
    return (
        f" At the lowest cost the raise is {percent(raises.low)}, at the highest "
        f"{percent(raises.high)}."
    )


def months(found: Payback, years: int) -> str:
    """How long a raise takes, from the lowest to the highest cost."""
    cases = (found.months.low, found.months.typical, found.months.high)
    words = [f"never within {plural(years, 'year')}" if c is None else _month(c) for c in cases]
    if words[0] == words[2]:
        return words[1]
    return f"{words[1]} (from {words[0]} to {words[2]})"


def _month(count: float) -> str:
    return plural(ceil(round(count, 6)), "month")
