"""A cost plan: credentials, years and assumptions in; tidy lines and a total out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from cert_model.catalog import Catalog
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.extras import apprentice_rows, funding_rows, training_rows
from cert_model.costs.keeping import Held
from cert_model.costs.membership import Group
from cert_model.costs.rows import Category, CostRow, MissingPrice
from cert_model.prices.money import Money, sum_money

MOST_YEARS, USUAL_YEARS = 10, 6


class BadPlan(ValueError):
    """A plan that cannot be made, said in one line."""


@dataclass(frozen=True, slots=True)
class PlannedCredential:
    """A credential and the year of the plan, from 1, in which it is earned."""

    id: str
    year: int = 1


@dataclass(frozen=True, slots=True)
class CostRequest:
    """What to add up. Raises BadPlan for what cannot be planned."""

    credentials: tuple[PlannedCredential, ...]
    years: int = USUAL_YEARS
    assumptions: Assumptions = field(default_factory=Assumptions)

    def __post_init__(self) -> None:
        if not 1 <= self.years <= MOST_YEARS:
            raise BadPlan(f"years: expected 1 to {MOST_YEARS}, found {self.years}")
        if not self.credentials:
            raise BadPlan("name at least one credential")
        ids = [planned.id for planned in self.credentials]
        twice = next((each for each in ids if ids.count(each) > 1), None)
        if twice:
            raise BadPlan(f"{twice} is named twice; name it once")
        late = next((each for each in self.credentials if not 1 <= each.year <= self.years), None)
        if late:
            raise BadPlan(f"{late.id}: year {late.year} lies outside the plan's {self.years} years")


@dataclass(frozen=True, slots=True)
class CostPlan:
    """The answer: every line, what is missing, and what was decided on the way."""

    request: CostRequest
    rows: tuple[CostRow, ...]
    missing: tuple[MissingPrice, ...]
    decisions: tuple[str, ...]
    """Sentences on choices the plan made, such as joining an issuer or not."""

    @property
    def complete(self) -> bool:
        """Whether the total holds every price; otherwise it is "at least"."""
        return not self.missing

    @property
    def total(self) -> Money:
        """All lines together."""
        return self.sum_of(self.rows)

    def of_year(self, year: int) -> Money:
        """What falls due in one year."""
        return self.sum_of(row for row in self.rows if row.year == year)

    def of_category(self, category: Category) -> Money:
        """What one kind of line comes to."""
        return self.sum_of(row for row in self.rows if row.category is category)

    def by_end_of(self, year: int) -> Money:
        """What was paid from the start to the end of a year."""
        return self.sum_of(row for row in self.rows if row.year <= year)

    @staticmethod
    def sum_of(rows: Iterable[CostRow]) -> Money:
        """Lines added up, to the cent."""
        return sum_money(row.money for row in rows).rounded()


def cost_plan(catalog: Catalog, request: CostRequest) -> CostPlan:
    """Work out a plan.

    Raises KeyError for an id that the catalog does not hold, BadAssumption for a program
    or funding source it does not hold.
    """
    held = [Held(catalog.credentials[each.id], each.year) for each in request.credentials]
    found: list[CostRow | MissingPrice] = []
    decisions: list[str] = []
    for issuer, group in groupby(
        sorted(held, key=lambda each: (each.sheet.issuer, each.since)),
        key=lambda each: each.sheet.issuer,
    ):
        members = list(group)
        lines, decision = Group(
            catalog, catalog.issuers[issuer], members, request.years, request.assumptions
        ).rows()
        found += lines
        decisions += [decision] * bool(decision)
        for each in members:
            found += apprentice_rows(each.sheet, each.since, request.assumptions)
    found += training_rows(catalog, held[0].sheet.issuer, _lines(found), request.assumptions)
    found += funding_rows(catalog, _lines(found), request.assumptions)
    rows = [_discounted(row, request.assumptions.discount_rate) for row in _lines(found)]
    missing = dict.fromkeys(each for each in found if isinstance(each, MissingPrice))
    return CostPlan(
        request,
        tuple(sorted(rows, key=lambda row: (row.year, row.issuer, row.credential or ""))),
        tuple(missing),
        tuple(decisions),
    )


def _lines(found: Sequence[CostRow | MissingPrice]) -> list[CostRow]:
    return [each for each in found if isinstance(each, CostRow)]


def _discounted(row: CostRow, percent: float) -> CostRow:
    """A later year's dollars at today's weight: divided by (1 + rate) for each year gone by."""
    if not percent or row.year == 1:
        return row
    weight = (1 + percent / 100) ** -(row.year - 1)
    assumptions = (*row.assumptions, "discount_rate")
    return replace(row, money=row.money.times(weight), assumptions=assumptions)
