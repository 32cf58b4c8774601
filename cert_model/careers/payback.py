"""Does it pay? What a credential costs against the raise it would have to bring.

Plain arithmetic on four numbers: what it costs to earn it, what it costs a year to keep it,
one's own pay, and a raise in percent. Nothing here says that a raise will come.
"""

from dataclasses import dataclass

from cert_model.costs import CostPlan, Money


@dataclass(frozen=True, slots=True)
class Outlay:
    """What a plan costs once and then every year, in dollars."""

    first: Money
    """The year in which the credentials are earned."""
    upkeep: Money
    """A year after that, on average."""
    years: int
    """How many years after the first are looked at."""
    complete: bool
    """Whether no price is missing; otherwise both are "at least"."""


@dataclass(frozen=True, slots=True)
class Cases:
    """A result at the plan's lowest, usual and highest cost; None is never."""

    low: float | None
    typical: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Payback:
    """How long one raise takes to pay the cost back."""

    raise_percent: float
    gain: float
    """What the raise adds in a year, in dollars, before upkeep."""
    months: Cases


def outlay(plan: CostPlan, training: float = 0.0) -> Outlay:
    """A plan's first year, and the average of those after it; with training paid up front.

    The years of a plan are one more than the years of holding: the first is that of
    earning. Raises ValueError for a plan of one year, which has no year of holding.
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
    """Months of the raise until the cost is back; None if never within the years.

    months = 12 × first ÷ (pay × raise ÷ 100 − upkeep), in dollars and dollars a year. A raise
    that does not even pay the upkeep never recovers anything.
    """
    net = pay * raise_percent / 100 - upkeep
    if first <= 0 <= net:
        return 0.0
    if net <= 0:
        return None
    months = 12 * first / net
    return months if months <= 12 * years else None


def break_even_raise(first: float, upkeep: float, pay: float, years: int) -> float:
    """The raise in percent below which the cost never comes back within the years.

    raise = 100 × (first ÷ years + upkeep) ÷ pay: the raise whose gain over all the years is
    exactly what earning and keeping cost. Not below 0, where others pay for everything.
    """
    return max(0.0, 100 * (first / years + upkeep) / pay)


def payback(cost: Outlay, pay: float, raise_percent: float) -> Payback:
    """One raise held against the plan's lowest, usual and highest cost.

    ``pay`` in dollars a year, above 0. The lowest cost takes the fewest months.
    """
    first, upkeep = cost.first, cost.upkeep
    return Payback(
        raise_percent,
        pay * raise_percent / 100,
        Cases(
            months_to_recover(first.low, upkeep.low, pay, raise_percent, cost.years),
            months_to_recover(first.typical, upkeep.typical, pay, raise_percent, cost.years),
            months_to_recover(first.high, upkeep.high, pay, raise_percent, cost.years),
        ),
    )


def break_even(cost: Outlay, pay: float) -> Cases:
    """The raise in percent below which it never pays, at each of the plan's costs."""
    first, upkeep, years = cost.first, cost.upkeep, cost.years
    return Cases(
        break_even_raise(first.low, upkeep.low, pay, years),
        break_even_raise(first.typical, upkeep.typical, pay, years),
        break_even_raise(first.high, upkeep.high, pay, years),
    )


def balance_after(cost: Outlay, pay: float, raise_percent: float, year: float) -> float:
    """Dollars gained so far, at the usual cost: year × (pay × raise ÷ 100 − upkeep) − first."""
    return year * (pay * raise_percent / 100 - cost.upkeep.typical) - cost.first.typical
