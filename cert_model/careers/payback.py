"""Whether a credential pays: its cost against the raise that it would have to bring.

Plain arithmetic on four numbers: the cost of earning it, the yearly cost of keeping it, a
person's pay, and a raise in percent. Nothing here says that a raise will come.
"""

import re
from dataclasses import dataclass

from cert_model.costs import CostPlan
from cert_model.formatting import format_money
from cert_model.prices import Money

LOWEST_PAY, HIGHEST_PAY = 1_000, 1_000_000
"""Dollars a year; anything else is taken for a slip, such as the pay of an hour."""
_PAY = re.compile(r"\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(k?)", flags=re.IGNORECASE)


class BadPay(ValueError):
    """A text that is no yearly pay; the message is one line that says what to enter."""


@dataclass(frozen=True, slots=True)
class Outlay:
    """What a plan costs at first and then every year, in dollars."""

    first: Money
    """The cost of the year in which the credentials are earned, training included."""
    upkeep: Money
    """The average cost of a year after that."""
    years: int
    """The number of years after the first."""
    complete: bool
    """Whether every price is known; if not, both costs are "at least"."""
    estimated: bool = False
    """Whether an estimated price is in it."""

    @property
    def total(self) -> Money:
        """The cost of all years together."""
        return self.first + self.upkeep.times(self.years)


@dataclass(frozen=True, slots=True)
class NeededRaise:
    """The raise with which a plan's cost is just recovered within its years."""

    pay: float
    """Dollars a year, before the raise."""
    yearly: Money
    """Dollars a year more, at the plan's lowest, usual and highest cost; never below 0."""

    @property
    def low(self) -> float:
        """Percent of the pay at the lowest cost."""
        return 100 * self.yearly.low / self.pay

    @property
    def typical(self) -> float:
        """Percent of the pay at the usual cost."""
        return 100 * self.yearly.typical / self.pay

    @property
    def high(self) -> float:
        """Percent of the pay at the highest cost."""
        return 100 * self.yearly.high / self.pay


@dataclass(frozen=True, slots=True)
class Payback:
    """How long one raise takes to recover the cost; None: not within the years."""

    raise_percent: float
    yearly_gain: float
    """What the raise adds in a year, in dollars, before upkeep."""
    months_low: float | None
    """Months at the plan's lowest cost; the next two at its usual and its highest."""
    months: float | None
    months_high: float | None
    balance: float
    """Dollars gained by the end of the years, less the usual cost; below 0 if still short."""


def parse_pay(text: str) -> float:
    """Dollars a year from what a person typed, such as ``48000``, ``$48,000`` or ``48k``.

    Raises BadPay for anything else, and outside ``LOWEST_PAY`` to ``HIGHEST_PAY``.
    """
    match = _PAY.fullmatch(text.strip())
    if match is not None:
        whole, cents, thousands = match.groups()
        pay = float(whole.replace(",", "") + (cents or "")) * (1_000 if thousands else 1)
        if LOWEST_PAY <= pay <= HIGHEST_PAY:
            return pay
    raise BadPay(
        f"Enter dollars a year, from {format_money(LOWEST_PAY)} to {format_money(HIGHEST_PAY)}, "
        "such as 48,000."
    )


def outlay_of(plan: CostPlan, training: float = 0.0) -> Outlay:
    """The cost of a plan's first year, with training, and the average of the years after it.

    A plan has one year more than the credential is held, since the first is that of earning it.
    ``training`` is in dollars and comes on top of what the plan counts. Raises ValueError for a
    plan of one year, which has no year of holding.
    """
    years = plan.request.years - 1
    if years < 1:
        raise ValueError("a plan of one year ends before anything can be paid back")
    first = plan.by_end_of(1).money
    later = plan.total.money - first
    total = plan.total
    return Outlay(
        first + Money.exactly(training),
        later.times(1 / years),
        years,
        total.complete,
        total.estimated,
    )


def needed_raise(cost: Outlay, pay: float) -> NeededRaise:
    """The raise that recovers each of the plan's costs in exactly its years.

    A year's raise is the cost of all years divided by the years after the first. ``pay`` is in
    dollars a year, above 0. Where others pay for all of it, no raise is needed.
    """
    total = cost.total.times(1 / cost.years)
    yearly = Money(max(0.0, total.low), max(0.0, total.typical), max(0.0, total.high))
    return NeededRaise(pay, yearly)


def months_to_recover(
    first: float, upkeep: float, pay: float, raise_percent: float, years: int
) -> float | None:
    """Months until the raise has recovered the cost; None if it does not within the years.

    months = 12 × first ÷ (pay × raise ÷ 100 − upkeep), in dollars and dollars a year. A raise
    that does not cover the upkeep never recovers anything.
    """
    net = pay * raise_percent / 100 - upkeep
    if first <= 0 <= net:
        return 0.0
    if net <= 0:
        return None
    months = 12 * first / net
    return months if months <= 12 * years else None


def compute_payback(cost: Outlay, pay: float, raise_percent: float) -> Payback:
    """How long a raise takes to recover the cost, and what is left of it after all years.

    ``pay`` is in dollars a year, above 0. The lowest cost takes the fewest months.
    """
    first, upkeep, years = cost.first, cost.upkeep, cost.years
    return Payback(
        raise_percent,
        pay * raise_percent / 100,
        months_to_recover(first.low, upkeep.low, pay, raise_percent, years),
        months_to_recover(first.typical, upkeep.typical, pay, raise_percent, years),
        months_to_recover(first.high, upkeep.high, pay, raise_percent, years),
        compute_balance(cost, pay, raise_percent, years),
    )


def compute_balance(cost: Outlay, pay: float, raise_percent: float, year: float) -> float:
    """Dollars gained after some years, less the usual cost.

    balance = year × (pay × raise ÷ 100 − upkeep) − first.
    """
    return year * (pay * raise_percent / 100 - cost.upkeep.typical) - cost.first.typical
