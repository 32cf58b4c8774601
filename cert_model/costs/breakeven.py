"""When the order of two plans flips, and which assumption moves a total most."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from cert_model.catalog import Catalog
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.plan import CostPlan, CostRequest, cost_plan


@dataclass(frozen=True, slots=True)
class Crossover:
    """From this year on, the plan that was cheaper so far is the dearer one."""

    year: int
    cheaper_before: str
    cheaper_from: str


def crossovers(first: tuple[str, CostPlan], second: tuple[str, CostPlan]) -> list[Crossover]:
    """Each year by whose end the cheaper of two named plans changes; ties change nothing."""
    found: list[Crossover] = []
    leader: str | None = None
    for year in range(1, first[1].request.years + 1):
        a, b = first[1].by_end_of(year).typical, second[1].by_end_of(year).typical
        if a == b:
            continue
        now, before = (first[0], second[0]) if a < b else (second[0], first[0])
        if leader is not None and leader != now:
            found.append(Crossover(year, before, now))
        leader = now
    return found


def all_crossovers(plans: Mapping[str, CostPlan]) -> list[Crossover]:
    """The flips between every two of the plans, by name."""
    return [
        flip
        for first, second in combinations(plans.items(), 2)
        for flip in crossovers(first, second)
    ]


@dataclass(frozen=True, slots=True)
class Swing:
    """How far one assumption moves the usual total, from one end of its range to the other."""

    assumption: str
    low_setting: str
    high_setting: str
    low: float
    high: float

    @property
    def width(self) -> float:
        """Dollars between the two ends."""
        return abs(self.high - self.low)


_RANGES: Sequence[tuple[str, object, object]] = (
    ("pass_rate", 100.0, 40.0),
    ("ceu_price", 0.0, 25.0),
    ("attempts", "one", "two"),
    ("books", False, True),
    ("study_material", 0.0, 300.0),
    ("membership", "never", "always"),
    ("student", True, False),
    ("lapses", 0, 1),
    ("late_payments", 0, 1),
)


def rank_swings(catalog: Catalog, request: CostRequest) -> list[Swing]:
    """Every assumption moved to both ends of its range while the others stay; widest first.

    An assumption that moves nothing is left out.
    """
    found = [
        Swing(
            name,
            _in_words(low),
            _in_words(high),
            _total_with(catalog, request, name, low),
            _total_with(catalog, request, name, high),
        )
        for name, low, high in _RANGES
    ]
    return sorted((each for each in found if each.width), key=lambda each: -each.width)


def _total_with(catalog: Catalog, request: CostRequest, name: str, setting: object) -> float:
    given = {**request.assumptions.model_dump(), name: setting}
    moved = CostRequest(request.credentials, request.years, Assumptions.model_validate(given))
    return cost_plan(catalog, moved).total.typical


def _in_words(setting: object) -> str:
    if isinstance(setting, bool):
        return "yes" if setting else "no"
    return f"{setting:g}" if isinstance(setting, float) else str(setting)
