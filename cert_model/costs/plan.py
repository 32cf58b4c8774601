"""A cost plan: credentials, years and assumptions in; rows, missing prices and a total out.

What is in a plan, and how low, typical and high come about, is explained in
``docs/cost-rules.md``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from cert_model.catalog import Catalog
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.funding import funding_rows
from cert_model.costs.membership import IssuerCosts
from cert_model.costs.rows import (
    Category,
    CostItem,
    CostRow,
    EarnedCredential,
    MissingPrice,
    missing_of,
    rows_of,
)
from cert_model.costs.training import apprentice_items, training_items
from cert_model.prices import Money, sum_money

MOST_YEARS, USUAL_YEARS = 10, 6


class BadPlan(ValueError):
    """A request that no plan can be made for; the message is one line."""


@dataclass(frozen=True, slots=True)
class PlannedCredential:
    """The id of a credential and the year of the plan, from 1, in which it is earned."""

    id: str
    year: int = 1


@dataclass(frozen=True, slots=True)
class CostRequest:
    """What a plan is made for. Raises BadPlan for what cannot be planned."""

    credentials: tuple[PlannedCredential, ...]
    years: int = USUAL_YEARS
    assumptions: Assumptions = field(default_factory=Assumptions)

    def __post_init__(self) -> None:
        if not 1 <= self.years <= MOST_YEARS:
            raise BadPlan(f"years: expected 1 to {MOST_YEARS}, found {self.years}")
        if not self.credentials:
            raise BadPlan("name at least one credential")
        ids = [planned.id for planned in self.credentials]
        twice = next((key for key in ids if ids.count(key) > 1), None)
        if twice:
            raise BadPlan(f"{twice} is named twice; name it once")
        for planned in self.credentials:
            if not 1 <= planned.year <= self.years:
                raise BadPlan(
                    f"{planned.id}: year {planned.year} lies outside the plan's {self.years} years"
                )


@dataclass(frozen=True, slots=True)
class CostPlan:
    """Every amount of a plan, the prices it lacks, and what was decided on the way."""

    request: CostRequest
    rows: tuple[CostRow, ...]
    """The amounts by year, issuer and credential."""
    missing: tuple[MissingPrice, ...]
    decisions: tuple[str, ...]
    """Sentences on choices the plan made, such as joining an issuer or not."""

    @property
    def complete(self) -> bool:
        """Whether no price is missing; otherwise the total is "at least" what it says."""
        return not self.missing

    @property
    def total(self) -> Money:
        """The sum of all rows."""
        return self.sum_of(self.rows)

    def of_year(self, year: int) -> Money:
        """The sum of the rows of one year."""
        return self.sum_of(row for row in self.rows if row.year == year)

    def of_category(self, category: Category) -> Money:
        """The sum of the rows of one category."""
        return self.sum_of(row for row in self.rows if row.category is category)

    def by_end_of(self, year: int) -> Money:
        """The sum of the rows from the start of the plan to the end of a year."""
        return self.sum_of(row for row in self.rows if row.year <= year)

    @staticmethod
    def sum_of(rows: Iterable[CostRow]) -> Money:
        """The sum of some rows, rounded to the cent."""
        return sum_money(row.money for row in rows).rounded()


def cost_plan(catalog: Catalog, request: CostRequest) -> CostPlan:
    """The plan for a request.

    Raises KeyError for a credential that is not in the catalog, and BadAssumption for a training
    program or funding source that is not.
    """
    assumptions = request.assumptions
    credentials = [
        EarnedCredential(catalog.credentials[planned.id], planned.year)
        for planned in request.credentials
    ]
    items: list[CostItem] = []
    decisions: list[str] = []
    for issuer, of_issuer in _by_issuer(credentials):
        costs = IssuerCosts(catalog, catalog.issuers[issuer], of_issuer, request.years, assumptions)
        issuer_items, decision = costs.items()
        items += issuer_items
        decisions += [decision] if decision else []
        for earned in of_issuer:
            items += apprentice_items(earned, assumptions)
    items += training_items(catalog, credentials[0].sheet.issuer, rows_of(items), assumptions)
    items += funding_rows(catalog, rows_of(items), assumptions)
    rows = [_discounted(row, assumptions.discount_rate) for row in rows_of(items)]
    return CostPlan(
        request,
        tuple(sorted(rows, key=lambda row: (row.year, row.issuer, row.credential or ""))),
        tuple(dict.fromkeys(missing_of(items))),
        tuple(decisions),
    )


def _by_issuer(
    credentials: Sequence[EarnedCredential],
) -> list[tuple[str, list[EarnedCredential]]]:
    """The credentials by the id of their issuer, those of each in the order they are earned."""
    in_order = sorted(credentials, key=lambda earned: (earned.sheet.issuer, earned.year))
    groups = groupby(in_order, key=lambda earned: earned.sheet.issuer)
    return [(issuer, list(group)) for issuer, group in groups]


def _discounted(row: CostRow, percent: float) -> CostRow:
    """A row at its present value: divided by (1 + interest) for each year after the first."""
    if not percent or row.year == 1:
        return row
    weight = (1 + percent / 100) ** -(row.year - 1)
    assumptions = (*row.assumptions, "discount_rate")
    return replace(row, money=row.money.times(weight), assumptions=assumptions)
