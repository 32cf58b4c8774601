"""Sentences on whether a credential pays: what would have to be true, and what it rests on."""

from math import ceil

from cert_model.careers.payback import NeededRaise, Outlay, Payback
from cert_model.careers.surveys import PayGap
from cert_model.careers.training import TrainingRange
from cert_model.formatting import (
    format_count,
    format_money,
    format_percent,
    format_range,
    format_total,
    with_capital,
)

_SMALLEST_PERCENT = 0.05
"""A smaller one would be written as 0 percent."""


def describe_needed_raise(label: str, cost: Outlay, needed: NeededRaise, training: str) -> str:
    """What would have to be true for the cost to be recovered; ``label`` names what is earned.

    ``training`` says whether the cost has training in it: ``without training``.
    """
    if needed.yearly.typical <= 0:
        return _nothing_to_recover(label, cost)
    percent, dollars = _percent(needed.typical), format_money(round(needed.yearly.typical))
    least, about = ("", "about") if cost.complete else ("at least ", "at least")
    least = "about " if cost.complete and cost.estimated else least
    return (
        f"{with_capital(training)}, you need {least}{percent} more pay "
        f"({about} {dollars} a year) for {label} to break even in "
        f"{format_count(cost.years, 'year')}."
    )


def _nothing_to_recover(label: str, cost: Outlay) -> str:
    if cost.complete:
        return f"You pay nothing for {label}, so there is nothing to recover."
    return f"No price was found for {label}, so what it would take to break even is not known."


def describe_cost_behind(label: str, cost: Outlay, needed: NeededRaise, training: str) -> str:
    """The cost behind the raise needed, and how far that may vary; empty where none is known.

    ``training`` says what is counted of it: ``without training``.
    """
    if cost.total.typical <= 0:
        return ""
    first, upkeep, total = (
        _amount(amount, cost)
        for amount in (cost.first.typical, cost.upkeep.typical, cost.total.typical)
    )
    after = (
        f"in each of the {cost.years} years after that"
        if cost.years > 1
        else "in the year after that"
    )
    sentence = (
        f"Earning {label} costs {first}, {training}, and {upkeep} {after}: {total} in all."
        if cost.complete or round(cost.first.typical)
        else f"The cost to earn {label} was not found; it costs {upkeep} {after}."
    )
    lowest, highest = _percent(needed.low), _percent(needed.high)
    if lowest == highest or not cost.complete:
        return sentence
    return f"{sentence} At the lowest prices you need {lowest} more pay, at the highest {highest}."


def describe_training_range(label: str, cost: Outlay, training: TrainingRange) -> str:
    """What the programs would add that are not counted."""
    if not training.programs:
        return f"Training is not counted. No program for {label} with a known price was found."
    programs = (
        f"One of {training.programs} programs" if training.programs > 1 else "The one program"
    )
    price = format_money(round(training.low), round(training.high))
    needed = (
        f"{format_range(round(training.needed_low, 1), round(training.needed_high, 1))} percent"
    )
    least = "" if cost.complete else "at least "
    return (
        f"Training is not counted. {programs} for {label} with a known price would add {price}; "
        f"you would then need {least}{needed} more pay."
    )


def describe_expected_raise(cost: Outlay, payback: Payback) -> str:
    """Whether the raise that a person expects recovers the cost, and when; empty without a cost."""
    if cost.total.typical <= 0:
        return ""
    years = format_count(cost.years, "year")
    left = _amount(abs(payback.balance), cost)
    if not payback.raise_percent:
        return f"Without a raise it does not break even: after {years}, you have spent {left}."
    gain = format_money(round(payback.yearly_gain))
    expected = f"With {format_percent(payback.raise_percent)} more pay ({gain} a year)"
    if payback.months is None:
        return f"{expected}, it does not break even in {years}: you are still {left} short."
    months = _months(payback.months)
    if not cost.complete:
        if payback.months <= 0:
            return f"{expected}, we cannot tell when it breaks even, because prices are missing."
        return f"{expected}, it breaks even after {months} at the earliest; prices are missing."
    return (
        f"{expected}, it breaks even after {months}{_other_costs(payback, years)}. After "
        f"{years}, you are {left} ahead."
    )


def _amount(dollars: float, cost: Outlay) -> str:
    """An amount that rests on a cost: "about" or "at least" where the cost is."""
    return format_total(dollars, cost.complete, cost.estimated)


def _other_costs(payback: Payback, years: str) -> str:
    """The months at the lowest and at the highest cost, in parentheses; empty if they agree."""
    low, high = payback.months_low, payback.months_high
    if low is None:
        return ""
    latest = f"not within {years}" if high is None else _months(high)
    earliest = _months(low)
    if earliest == latest:
        return ""
    return f" ({earliest} at the lowest cost; at the highest, {latest})"


def describe_pay_gaps(smallest: PayGap, newest: PayGap) -> str:
    """What surveys report on pay with and without a certification, and what that does not say."""
    low = format_percent(smallest.percent_of_others)
    new = format_percent(newest.percent_of_others)
    reported = (
        f"In the one survey that compares them, the certified earned {low} more than others."
        if smallest is newest or low == new
        else f"In surveys, the certified earned at least {low} more than others, and {new} more in "
        "the newest one."
    )
    return (
        f"{reported} These are differences between groups of people, who also differ in schooling "
        "and experience. They do not say what a credential would add to your pay."
    )


def format_raise(percent: float) -> str:
    """A raise as the name of a line or column: ``no raise``, ``5% more``."""
    return f"{round(percent, 1):g}% more" if percent else "no raise"


def format_needed_raise(needed: NeededRaise) -> str:
    """The raise needed as the name of a line or column: ``1.3% more, just enough``."""
    return f"{format_raise(needed.typical)}, just enough"


def _percent(percent: float) -> str:
    if 0 < percent < _SMALLEST_PERCENT:
        return "less than 0.1 percent"
    return format_percent(percent)


def _months(count: float) -> str:
    return format_count(ceil(round(count, 6)), "month")
