"""The years in which two plans change order by cost, and how much each assumption matters."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import combinations

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.costs.assumptions import ASSUMPTION_LABELS, Assumptions
from cert_model.costs.plan import CostPlan, CostRequest, total_cost

_MOST_RANKINGS = 128
"""The rankings kept for each catalog: addresses may ask for any number of them."""


@dataclass(frozen=True, slots=True)
class Crossover:
    """A year by whose end the plan that was cheaper until then has cost more than the other."""

    year: int
    cheaper_before: str
    cheaper_from: str


def crossovers(first: tuple[str, CostPlan], second: tuple[str, CostPlan]) -> list[Crossover]:
    """The years by whose end the other of two named plans has become the cheaper one.

    The plans are compared by their typical totals up to the end of each year; a year that ends in
    a tie is skipped.
    """
    turns: list[Crossover] = []
    cheaper: str | None = None
    for year in range(1, first[1].request.years + 1):
        first_total, second_total = (plan.by_end_of(year).typical for _, plan in (first, second))
        if first_total == second_total:
            continue
        names = (first[0], second[0])
        cheaper_now, costlier_now = names if first_total < second_total else names[::-1]
        if cheaper == costlier_now:
            turns.append(Crossover(year, costlier_now, cheaper_now))
        cheaper = cheaper_now
    return turns


def all_crossovers(plans: Mapping[str, CostPlan]) -> list[Crossover]:
    """The crossovers of every two of the plans, by name; the earliest first."""
    in_pairs = (
        crossover
        for first, second in combinations(plans.items(), 2)
        for crossover in crossovers(first, second)
    )
    return sorted(in_pairs, key=lambda crossover: crossover.year)


@dataclass(frozen=True, slots=True)
class AssumptionRange:
    """The two ends between which an assumption is moved."""

    assumption: str
    low: object
    high: object
    preposition: str
    """Joins a total and a setting in a sentence: "$900 at $25"."""
    low_setting: str
    """The low end in words, such as "$0" or "not bought"."""
    high_setting: str


RANGES: Sequence[AssumptionRange] = (
    AssumptionRange("pass_rate", 100.0, 40.0, "at", "100%", "40%"),
    AssumptionRange("ceu_price", 0.0, 25.0, "at", "$0", "$25"),
    AssumptionRange("attempts", "one", "two", "with", "one", "two"),
    AssumptionRange("books", False, True, "if", "not bought", "bought"),
    AssumptionRange("study_material", 0.0, 300.0, "at", "$0", "$300"),
    AssumptionRange("membership", "never", "always", "if", "not joined", "joined"),
    AssumptionRange("student", True, False, "if", "claimed", "not claimed"),
    AssumptionRange("lapses", 0, 1, "with", "none", "one"),
    AssumptionRange("late_payments", 0, 1, "with", "none", "one"),
)


@dataclass(frozen=True, slots=True)
class Swing:
    """The typical total of a plan at both ends of one assumption's range."""

    ends: AssumptionRange
    low: float
    high: float

    @property
    def width(self) -> float:
        """Dollars between the two totals."""
        return abs(self.high - self.low)

    @property
    def label(self) -> str:
        """What the assumption is about, worded for the middle of a sentence."""
        return ASSUMPTION_LABELS[self.ends.assumption]


def rank_swings(catalog: Catalog, request: CostRequest) -> Sequence[Swing]:
    """Each assumption moved over its range while the others stay as requested; widest first.

    An assumption that does not move the total is left out. The latest answers are kept, and
    shared by all who ask.
    """
    return _rankings(catalog)(request)


@once_per_catalog
def _rankings(of: Catalog) -> Callable[[CostRequest], Sequence[Swing]]:
    return lru_cache(_MOST_RANKINGS)(partial(_rank, of))


def _rank(catalog: Catalog, request: CostRequest) -> Sequence[Swing]:
    swings = [
        Swing(
            assumed,
            _total_with(catalog, request, assumed.assumption, assumed.low),
            _total_with(catalog, request, assumed.assumption, assumed.high),
        )
        for assumed in RANGES
    ]
    moving = (swing for swing in swings if swing.width)
    return tuple(sorted(moving, key=lambda swing: -swing.width))


def _total_with(catalog: Catalog, request: CostRequest, name: str, value: object) -> float:
    """The typical total of the request with one assumption replaced."""
    values = {**request.assumptions.model_dump(), name: value}
    changed = replace(request, assumptions=Assumptions.model_validate(values))
    return total_cost(catalog, changed).typical
