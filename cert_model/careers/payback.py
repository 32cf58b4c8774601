"""Whether a credential pays: its cost against the raise that it would have to bring.

Plain arithmetic on four numbers: the cost of earning it, the yearly cost of keeping it, a
person's pay, and a raise in percent. Nothing here says that a raise will come.
"""

from dataclasses import dataclass

from cert_model.costs import CostPlan
from cert_model.prices import Money


@dataclass(frozen=True, slots=True)
class Outlay:
    """What a plan costs at first and then every year, in dollars."""

    first: Money
    """The cost of the year in which the credentials are earned."""
    upkeep: Money
    """The average cost of a year after that."""
    years: int
    """The number of years after the first."""
    complete: bool
    """Whether every price is known; if not, both costs are "at least"."""


@dataclass(frozen=True, slots=True)
class CostScenarios:
    """A result at the plan's lowest, usual and highest cost; None means never."""

    low: float | None
    typical: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Payback:
    """How long one raise takes to recover the cost."""

    raise_percent: float
    yearly_gain: float
    """What the raise adds in a year, in dollars, before upkeep."""
    months: CostScenarios


def outlay_of(plan: CostPlan, training: float = 0.0) -> Outlay:
    """The cost of a plan's first year, with training, and the average of the years after it.

    A plan has one year more than the credential is held, since the first is that of earning it.
    ``training`` is in dollars. Raises ValueError for a plan of one year, which has no year of
    holding.
    """
    years = plan.request.years - 1
    if years < 1:
        raise ValueError("a plan of one year ends before anything can be paid back")
    later = plan.sum_of(row for row in plan.rows if row.year > 1)
    first = plan.of_year(1) + Money.exactly(training)
    return Outlay(first, later.times(1 / years), years, plan.complete)


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


def break_even_raise(first: float, upkeep: float, pay: float, years: int) -> float:
    """The raise, in percent, that recovers the cost in exactly the years given.

    raise = 100 × (first ÷ years + upkeep) ÷ pay: over all the years it gains what earning and
    keeping the credential cost. Never below 0, which is the result where others pay for it all.
    """
    return max(0.0, 100 * (first / years + upkeep) / pay)


def compute_payback(cost: Outlay, pay: float, raise_percent: float) -> Payback:
    """How long a raise takes to recover the cost, at the plan's lowest, usual and highest cost.

    ``pay`` is in dollars a year, above 0. The lowest cost takes the fewest months.
    """
    first, upkeep = cost.first, cost.upkeep
    return Payback(
        raise_percent,
        pay * raise_percent / 100,
        CostScenarios(
            months_to_recover(first.low, upkeep.low, pay, raise_percent, cost.years),
            months_to_recover(first.typical, upkeep.typical, pay, raise_percent, cost.years),
            months_to_recover(first.high, upkeep.high, pay, raise_percent, cost.years),
        ),
    )


def compute_break_even(cost: Outlay, pay: float) -> CostScenarios:
    """The raise, in percent, that just recovers each of the plan's costs within its years."""
    first, upkeep, years = cost.first, cost.upkeep, cost.years
    return CostScenarios(
        break_even_raise(first.low, upkeep.low, pay, years),
        break_even_raise(first.typical, upkeep.typical, pay, years),
        break_even_raise(first.high, upkeep.high, pay, years),
    )


def compute_balance(cost: Outlay, pay: float, raise_percent: float, year: float) -> float:
    """Dollars gained after some years, less the usual cost.

    balance = year × (pay × raise ÷ 100 − upkeep) − first.
    """
    return year * (pay * raise_percent / 100 - cost.upkeep.typical) - cost.first.typical
