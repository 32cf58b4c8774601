"""What a route costs: the basket of "to earn it", each amount on the step that it is paid for.

The bill is that of ``cert_model.costs`` for what the route earns beyond what the person holds,
with the years counted from the first exam, so that dues while waiting are in it. Schooling is
priced by the way taken, not by all ways there are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from cert_model.catalog import Catalog
from cert_model.costs import (
    MOST_YEARS,
    USUAL_YEARS,
    Assumptions,
    Category,
    CostPlan,
    CostRequest,
    CostRow,
    HeldCredential,
    MissingPrice,
    Phase,
    PlannedCredential,
    cost_plan,
    last_years,
)
from cert_model.eligibility import Profile
from cert_model.paths.assumptions import PathAssumptions
from cert_model.paths.months import NOW, Months
from cert_model.paths.route import Earned, Route
from cert_model.paths.steps import Action, Step
from cert_model.prices import Money, sum_money

_PRICED_BY_THE_WAY = (Category.TRAINING, Category.APPRENTICE_REMOVAL)
"""The categories for which the steps of a route have prices of their own."""
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)
"""For the years of a bill, which are no more than ``MOST_YEARS``."""


@dataclass(frozen=True, slots=True)
class PathCost:
    """The sum of what some steps cost."""

    money: Money
    missing: tuple[str, ...] = ()
    """The prices that were not found, in words."""
    estimated: bool = False

    @property
    def complete(self) -> bool:
        """Whether no price is missing; otherwise the sum is "at least" so much."""
        return not self.missing


class Billing:
    """The bills of one person's routes; routes that earn the same in the same years share one."""

    def __init__(self, catalog: Catalog, profile: Profile, assumptions: PathAssumptions) -> None:
        self._catalog = catalog
        self._held = tuple(dict.fromkeys(profile.credentials or ()))
        self._booking = assumptions.booking
        self._bought = Assumptions(apprentice="keep", student=assumptions.is_student)
        self._plans: dict[tuple[PlannedCredential, ...], CostPlan] = {}

    def priced_steps(self, route: Route) -> tuple[Step, ...]:
        """The steps of a route with their costs, and memberships as steps of their own."""
        planned, is_cut_off = _planned(route.earned)
        plan = self._plan(planned)
        sheets = self._catalog.credentials
        until = last_years((sheets[earned.id].issuer, earned.year) for earned in planned)
        rows = [row for row in plan.rows if _is_in_the_basket(row, until)]
        gaps = [gap for gap in plan.missing if _is_lacking(gap)]
        steps = [
            self._with_its_rows(step, rows, gaps) if step.action is Action.EXAM else step
            for step in route.steps
        ]
        return (*steps, *self._memberships(steps, rows, gaps, is_cut_off))

    def _plan(self, planned: tuple[PlannedCredential, ...]) -> CostPlan:
        if planned not in self._plans:
            added = {credential.id for credential in planned}
            held = tuple(HeldCredential(key) for key in self._held if key not in added)
            years = max(USUAL_YEARS, *(credential.year for credential in planned))
            request = CostRequest(planned, years, self._bought, held)
            self._plans[planned] = cost_plan(self._catalog, request)
        return self._plans[planned]

    def _with_its_rows(
        self, step: Step, rows: Sequence[CostRow], gaps: Sequence[MissingPrice]
    ) -> Step:
        """An exam with what is paid for it: fees, the expected retake, code books."""
        own_rows = [row for row in rows if self._is_for(row.credential, step)]
        lacking = [gap.what for gap in gaps if self._is_for(gap.credential, step)]
        label = self._catalog.labels[step.credential or ""]
        return _with_rows(step, own_rows, [f"{what} ({label})" for what in lacking])

    def _is_for(self, key: str | None, step: Step) -> bool:
        return key is not None and self._exam(key) == self._exam(step.credential or "")

    def _exam(self, key: str) -> str:
        return self._catalog.credentials[key].exam_id

    def _memberships(
        self,
        steps: Iterable[Step],
        rows: Sequence[CostRow],
        gaps: Sequence[MissingPrice],
        is_cut_off: bool,
    ) -> Iterator[Step]:
        """A step for each year's dues of each issuer until the last of the letters is held."""
        exams = [step for step in steps if step.action is Action.EXAM]
        for key, issuer in self._catalog.issuers.items():
            dues = [row for row in rows if row.credential is None and row.issuer == key]
            lacking = [gap.what for gap in gaps if gap.credential is None and gap.issuer == key]
            if not dues and not lacking:
                continue
            if is_cut_off:
                lacking.append(f"dues after {MOST_YEARS} years")
            first = next(
                (
                    exam.ends.minus(self._booking)
                    for exam in exams
                    if self._catalog.credentials[exam.credential or ""].issuer == key
                ),
                NOW,
            )
            missing = [f"{what} ({issuer.letters})" for what in lacking]
            years = sorted({row.year for row in dues}) or [1]
            for number, year in enumerate(years):
                due = first + Months.exactly(12 * number)
                what = f"{issuer.letters} membership, {_ORDINALS[number]} year"
                rows_of_year = [row for row in dues if row.year == year]
                step = Step(Action.FORMALITY, what, starts=due, ends=due)
                yield _with_rows(step, rows_of_year, [] if number else missing)


def sum_of(steps: Iterable[Step]) -> PathCost:
    """What some steps cost together, to the cent."""
    steps = list(steps)
    return PathCost(
        sum_money(step.cost for step in steps if step.cost is not None).rounded(),
        tuple(dict.fromkeys(what for step in steps for what in step.missing)),
        any(step.is_estimated for step in steps),
    )


def _planned(earned: Sequence[Earned]) -> tuple[tuple[PlannedCredential, ...], bool]:
    """What is earned by year of the bill, whose first begins with the first that is earned.

    The second value says whether a year lies beyond the longest bill and was cut off there.
    """
    first = min(credential.at.typical for credential in earned)
    years = [max(1, ceil((credential.at.typical - first) / 12)) for credential in earned]
    planned = tuple(
        PlannedCredential(credential.id, min(year, MOST_YEARS))
        for credential, year in zip(earned, years, strict=True)
    )
    return planned, max(years) > MOST_YEARS


def _is_in_the_basket(row: CostRow, until: Mapping[str, int]) -> bool:
    """Whether a row is paid to earn; dues are as long as a mark of that issuer is to be lost."""
    if row.category is Category.MEMBERSHIP:
        return row.year <= until.get(row.issuer, 0)
    return row.phase is Phase.EARN and row.category not in _PRICED_BY_THE_WAY


def _is_lacking(gap: MissingPrice) -> bool:
    return Phase.EARN in gap.phases and gap.category not in _PRICED_BY_THE_WAY


def _with_rows(step: Step, rows: Sequence[CostRow], missing: Sequence[str]) -> Step:
    return replace(
        step,
        cost=sum_money(row.money for row in rows) if rows else None,
        missing=tuple(missing),
        rows=tuple(rows),
        is_estimated=any(row.estimate is not None for row in rows),
        facts=tuple(dict.fromkeys((*step.facts, *(ref for row in rows for ref in row.facts)))),
        assumptions=tuple(
            dict.fromkeys((*step.assumptions, *(name for row in rows for name in row.assumptions)))
        ),
    )
