"""A cost plan: what is held, what is added, years and assumptions in; rows and totals out.

What is in a plan, and how low, typical and high come about, is explained in
``docs/cost-rules.md``.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, partial

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.catalog.standing import months_between
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.bill import Bill, marginal_items
from cert_model.costs.funding import describe_unused_funding, funding_rows
from cert_model.costs.membership import MembershipDecision
from cert_model.costs.rows import (
    Category,
    CostItem,
    CostRow,
    MissingPrice,
    Phase,
    Total,
    add_up,
    missing_of,
    rows_of,
)
from cert_model.costs.timeline import HELD, DatedCredential, last_years, one_per_exam
from cert_model.costs.training import apprentice_items, marks_until_work, with_training

MOST_YEARS, USUAL_YEARS = 10, 6
UPKEEP_YEARS = 6
"""The years over which the upkeep is averaged: cycles of one, two and three years end in them."""

_MOST_PLANS = 128
"""The plans kept for each catalog: addresses may ask for any number of them."""


class BadPlan(ValueError):
    """A request that no plan can be made for; the message is one line."""


@dataclass(frozen=True, slots=True)
class PlannedCredential:
    """The id of a credential and the year of the plan, from 1, in which it is earned."""

    id: str
    year: int = 1


@dataclass(frozen=True, slots=True)
class HeldCredential:
    """The id of a credential that the person holds, and since when if that is known."""

    id: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class CostRequest:
    """What a plan is made for. Raises BadPlan for what cannot be planned."""

    credentials: tuple[PlannedCredential, ...]
    """What is added, each to be earned."""
    years: int = USUAL_YEARS
    assumptions: Assumptions = field(default_factory=Assumptions)
    held: tuple[HeldCredential, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.years <= MOST_YEARS:
            raise BadPlan(f"years: expected 1 to {MOST_YEARS}, found {self.years}")
        if not self.credentials:
            raise BadPlan("name at least one credential")
        held_ids = {credential.id for credential in self.held}
        for planned in self.credentials:
            if planned.id in held_ids:
                raise BadPlan(f"{planned.id} is both held and added; name it once")
            if not 1 <= planned.year <= self.years:
                raise BadPlan(
                    f"{planned.id}: year {planned.year} lies outside the plan's {self.years} years"
                )
        ids = [
            *(planned.id for planned in self.credentials),
            *(held.id for held in self.held),
        ]
        twice = next((key for key in ids if ids.count(key) > 1), None)
        if twice:
            raise BadPlan(f"{twice} is named twice; name it once")


@dataclass(frozen=True, slots=True)
class CostPlan:
    """Every amount of a plan, the prices it lacks, and what was decided on the way.

    What the person holds is marginal: the rows are what the added credentials cost beyond what
    is due anyway.
    """

    request: CostRequest
    rows: tuple[CostRow, ...]
    """The amounts by year, issuer and credential."""
    missing: tuple[MissingPrice, ...]
    decisions: tuple[str, ...]
    """Sentences on choices the plan made, such as joining an issuer or not."""
    later_rows: tuple[CostRow, ...]
    """The amounts of the six years after the last credential is earned."""
    later_missing: tuple[MissingPrice, ...]

    @property
    def complete(self) -> bool:
        """Whether no price is missing; otherwise the total is "at least" what it says."""
        return not self.missing

    @property
    def total(self) -> Total:
        """The sum of all rows."""
        return add_up(self.rows, self.missing)

    @property
    def to_earn(self) -> Total:
        """Everything until the last of the letters is held, required schooling included."""
        return add_up(
            (row for row in self.rows if row.phase is Phase.EARN),
            (gap for gap in self.missing if Phase.EARN in gap.phases),
        )

    @property
    def each_year_after(self) -> Total:
        """A year after the last credential is earned: the average of six."""
        return add_up(self.later_rows, self.later_missing, years=UPKEEP_YEARS)

    @property
    def ceus_each_year_after(self) -> Total:
        """The part of ``each_year_after`` that pays for CEUs."""
        rows = (row for row in self.later_rows if row.category is Category.CEUS)
        return add_up(rows, years=UPKEEP_YEARS)

    def of_year(self, year: int) -> Total:
        """The sum of the rows of one year; "at least" so much wherever the plan lacks a price."""
        return add_up((row for row in self.rows if row.year == year), self.missing)

    def of_category(self, category: Category) -> Total:
        """The sum of the rows of one category."""
        return add_up(
            (row for row in self.rows if row.category is category),
            (gap for gap in self.missing if gap.category is category),
        )

    def by_end_of(self, year: int) -> Total:
        """The sum from the start of the plan to the end of a year, incomplete as ``of_year`` is."""
        return add_up((row for row in self.rows if row.year <= year), self.missing)


def cost_plan(catalog: Catalog, request: CostRequest) -> CostPlan:
    """The plan for a request; the latest ones are kept, and shared by all who ask.

    Raises KeyError for a credential that is not in the catalog, BadPlan for one held since a day
    to come, and BadAssumption for a training program or funding source that is not in the
    catalog.
    """
    return _plans(catalog)(request)


@once_per_catalog
def _plans(of: Catalog) -> Callable[[CostRequest], CostPlan]:
    return lru_cache(_MOST_PLANS)(partial(_add_up, of))


def _add_up(catalog: Catalog, request: CostRequest) -> CostPlan:
    planner = _Planner(catalog, request)
    items = list(planner.items(request.years))
    rows = [_discounted(row, request.assumptions.discount_rate) for row in rows_of(items)]
    unused = describe_unused_funding(catalog, rows, request.assumptions)
    return CostPlan(
        request,
        tuple(sorted(rows, key=lambda row: (row.year, row.issuer, row.credential or ""))),
        tuple(dict.fromkeys(missing_of(items))),
        (*planner.decisions(), *([unused] if unused else [])),
        *planner.later_items(),
    )


def total_cost(catalog: Catalog, request: CostRequest) -> Total:
    """The total of the plan for a request, without its other sums. Raises as ``cost_plan``."""
    items = list(_Planner(catalog, request).items(request.years))
    rate = request.assumptions.discount_rate
    rows = (_discounted(row, rate) for row in rows_of(items))
    return add_up(rows, dict.fromkeys(missing_of(items)))


class _Planner:
    """The bills with and without the added credentials, and the memberships that count."""

    def __init__(self, catalog: Catalog, request: CostRequest) -> None:
        self._catalog = catalog
        self._request = request
        self._added = [
            DatedCredential(catalog.credentials[planned.id], planned.year)
            for planned in request.credentials
        ]
        held = [dated(catalog, credential) for credential in request.held]
        self._earn_until = max(credential.year for credential in self._added)
        together = one_per_exam([*held, *self._added])
        self._earn_until_by_issuer = last_years(
            (credential.sheet.issuer, credential.year) for credential in together
        )
        self._with_added = self._bill(together)
        self._held = self._bill(one_per_exam(held))
        self._memberships = self._with_added.decide_memberships(request.years)
        self._memberships_held = self._held.decide_memberships(request.years)

    def _bill(self, credentials: Sequence[DatedCredential]) -> Bill:
        return Bill(
            self._catalog, credentials, self._earn_until_by_issuer, self._request.assumptions
        )

    def items(self, years: int) -> Iterator[CostItem]:
        """The lines of so many years, what others pay of them among them."""
        assumptions = self._request.assumptions
        items = [*self._beyond_what_is_held(years), *self._apprentice_items()]
        if assumptions.training is not None:
            sheets = [credential.sheet for credential in self._added]
            items = list(with_training(self._catalog, sheets, items, assumptions.training))
        yield from items
        yield from funding_rows(self._catalog, rows_of(items), assumptions)

    def _beyond_what_is_held(self, years: int) -> Iterator[CostItem]:
        joint = self._with_added.items(years, _members(self._memberships))
        if not self._held.credentials:
            return joint
        held = self._held.items(years, _members(self._memberships_held))
        bill = self._with_added
        return marginal_items(list(joint), list(held), bill.successors, bill.counted_as)

    def _apprentice_items(self) -> Iterator[CostItem]:
        """What it takes to hold each added credential in full."""
        for credential in one_per_exam(self._added):
            if credential.sheet.id == credential.exam:
                yield from apprentice_items(self._catalog, credential, self._request.assumptions)

    def later_items(self) -> tuple[tuple[CostRow, ...], tuple[MissingPrice, ...]]:
        """The lines of the six years after the last credential is earned, with the same members."""
        items = list(self.items(self._earn_until + UPKEEP_YEARS))
        missing = dict.fromkeys(gap for gap in missing_of(items) if Phase.KEEP in gap.phases)
        return (
            tuple(row for row in rows_of(items) if row.year > self._earn_until),
            tuple(missing),
        )

    def decisions(self) -> Iterator[str]:
        """What was decided, in sentences: memberships, and exams that are counted once."""
        for issuer, decision in self._memberships.items():
            if decision.member and _members(self._memberships_held).get(issuer):
                letters = self._catalog.issuers[issuer].letters
                yield f"{letters} membership is already due for what you hold."
            elif decision.sentence:
                yield decision.sentence
        added_ids = {credential.sheet.id for credential in self._added}
        for held in self._held.credentials:
            if held.exam in added_ids:
                code, full = held.sheet.code, self._catalog.credentials[held.exam].code
                yield (
                    f"The {code} means that the {full} exam is passed: only the apprentice "
                    "designation is left."
                )
        by_exam = {credential.exam: credential for credential in self._with_added.credentials}
        for credential in self._added:
            counted = by_exam[credential.exam].sheet
            if counted.id != credential.sheet.id:
                yield f"{credential.sheet.code} and {counted.code} share one exam, counted once."
        yield from marks_until_work(self._added, self._held.credentials, self._request.assumptions)


def _members(decisions: dict[str, MembershipDecision]) -> dict[str, bool]:
    return {issuer: decision.member for issuer, decision in decisions.items()}


def dated(catalog: Catalog, held: HeldCredential) -> DatedCredential:
    """A held credential with the months since it was earned, as far as they are known."""
    sheet = catalog.credentials[held.id]
    if held.since is None:
        return DatedCredential(sheet, HELD)
    if held.since > catalog.today:
        raise BadPlan(
            f"{held.id}: held since {held.since}, which is after today, {catalog.today}; give a "
            "day up to today"
        )
    return DatedCredential(sheet, HELD, months_between(held.since, catalog.today))


def _discounted(row: CostRow, percent: float) -> CostRow:
    """A row at its present value: divided by (1 + interest) for each year after the first."""
    if not percent or row.year == 1:
        return row
    weight = (1 + percent / 100) ** -(row.year - 1)
    assumptions = (*row.assumptions, "discount_rate")
    return replace(row, money=row.money.times(weight), assumptions=assumptions)
