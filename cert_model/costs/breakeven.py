"""When the order of two plans by cost turns around."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from cert_model.costs.plan import CostPlan


@dataclass(frozen=True, slots=True)
class Crossover:
    """The first year by whose end the plan that was cheaper so far has cost more."""

    year: int
    cheaper_before: str
    cheaper_from: str


def crossovers(first: tuple[str, CostPlan], second: tuple[str, CostPlan]) -> list[Crossover]:
    """Each year by whose end the cheaper of two named plans is another one; ties count for none.

    The plans are compared by their typical totals up to the end of each year.
    """
    turns: list[Crossover] = []
    cheaper: str | None = None
    for year in range(1, first[1].request.years + 1):
        first_total, second_total = (plan.by_end_of(year).typical for _, plan in (first, second))
        if first_total == second_total:
            continue
        names = (first[0], second[0])
        cheaper_now, dearer_now = names if first_total < second_total else names[::-1]
        if cheaper == dearer_now:
            turns.append(Crossover(year, dearer_now, cheaper_now))
        cheaper = cheaper_now
    return turns


def all_crossovers(plans: Mapping[str, CostPlan]) -> list[Crossover]:
    """The crossovers of every two of the plans, by name."""
    return [
        crossover
        for first, second in combinations(plans.items(), 2)
        for crossover in crossovers(first, second)
    ]
