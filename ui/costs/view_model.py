"""The state and the view model of the Costs page: plain rows and sentences to draw."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

import pyarrow as pa
from pydantic import Field

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.costs import (
    MOST_YEARS,
    USUAL_YEARS,
    Assumptions,
    CostPlan,
    CostRequest,
    CostRow,
    HeldCredential,
    PlannedCredential,
    Swing,
    cost_plan,
    rank_swings,
    sentences,
)
from cert_model.explore.comparison import MAX_COMPARED
from cert_model.explore.ordering import most_held
from cert_model.formatting import format_total, join_words
from cert_model.prices import tuition_lines
from cert_model.renewal.request import CalendarDay
from ui.components import chart_rows
from ui.shell.address_fields import AddressField, CredentialId, Number, Whole, one_of
from ui.shell.page_state import PageState, Spread
from ui.shell.shared import HELD, PICKED, STUDENT, Shared

NO_DAYS: Mapping[str, CalendarDay] = MappingProxyType({})
NOTHING = "none"
"""Chosen where no training program or payer is."""
HIGHEST_CEU_PRICE = 200
HIGHEST_STUDY_MATERIAL = 5_000
HIGHEST_INTEREST = 20
MOST_MISHAPS = 10
"""How often a lapse or a late payment may be assumed."""

YesNo = Literal["yes", "no"]
Percent = Annotated[Whole, Field(ge=0, le=100)]
Mishaps = Annotated[Whole, Field(ge=0, le=MOST_MISHAPS)]
Year = Annotated[Whole, Field(ge=1, le=MOST_YEARS)]


@once_per_catalog
def priced_programs(catalog: Catalog) -> Mapping[str, str]:
    """The training programs whose price is known: what to call each, by id."""
    return {
        program.id: f"{program.name}, {program.provider}"
        for position, program in enumerate(catalog.preparation.programs.programs)
        if tuition_lines(position, program)
    }


@once_per_catalog
def payers(catalog: Catalog) -> Mapping[str, str]:
    """The funding sources of which it is known what they pay: names by id."""
    return {source.id: source.name for source in catalog.preparation.funding.funding if source.pays}


@once_per_catalog
def _year_fields(catalog: Catalog) -> Mapping[str, AddressField]:
    year = AddressField(Year, 1)
    return dict.fromkeys(catalog.credentials, year)


RARER_ASSUMPTIONS = (
    "pass_rate",
    "experienced",
    "apprentice",
    "study_material",
    "lapses",
    "late_payments",
    "discount_rate",
)
"""The fields of the page's state whose controls stand in a fold."""


class CostsState(PageState):
    """The credentials of a plan, its years, and its assumptions as the controls show them."""

    page: ClassVar[str] = "costs"
    former_names: ClassVar[Mapping[str, str]] = MappingProxyType({"plan": "ids"})

    ids: Annotated[tuple[CredentialId, ...], Field(max_length=MAX_COMPARED), Shared(PICKED)] = ()
    held: Annotated[tuple[CredentialId, ...], Field(max_length=MAX_COMPARED), Shared(HELD)] = ()
    """The credentials that the person holds already; those of the plan are not among them."""
    years: Annotated[Year, Field(alias="over")] = USUAL_YEARS
    membership: Literal["cheaper", "always", "never"] = "cheaper"
    attempts: Literal["one", "two"] = "one"
    books: YesNo = "yes"
    pass_rate: Annotated[Whole | None, Field(alias="pass", ge=1, le=100)] = None
    ceu_price: Annotated[Number, Field(alias="ceu", ge=0, le=HIGHEST_CEU_PRICE)] = float(
        Assumptions().ceu_price
    )
    study_material: Annotated[Whole, Field(alias="study", ge=0, le=HIGHEST_STUDY_MATERIAL)] = 0
    employer_share: Annotated[Percent, Field(alias="employer")] = 0
    training: Annotated[
        str, one_of(lambda options: (NOTHING, *priced_programs(options.catalog)))
    ] = NOTHING
    funding: Annotated[str, one_of(lambda options: (NOTHING, *payers(options.catalog)))] = NOTHING
    student: Annotated[YesNo, Shared(STUDENT)] = "no"
    experienced: YesNo = "no"
    apprentice: Literal["experience", "course", "keep"] = "experience"
    lapses: Mishaps = 0
    late_payments: Annotated[Mishaps, Field(alias="late")] = 0
    discount_rate: Annotated[Number, Field(alias="interest", ge=0, le=HIGHEST_INTEREST)] = 0.0
    first_years: Annotated[
        Mapping[str, int],
        Spread(lambda options: _year_fields(options.catalog)),
    ] = Field(default_factory=dict)
    """The year in which each credential of the catalog is earned, by id."""

    def title(self, catalog: Catalog) -> str:
        """The page with the credentials of the plan."""
        labels = [catalog.labels[key] for key in self.ids]
        return f"Costs of {join_words(labels)}" if labels else "What it costs over the years"

    def implied(self) -> Collection[str]:
        """The years of credentials outside the plan, or of the only one in it."""
        several = self.ids if len(self.ids) > 1 else ()
        return {key for key in self.first_years if key not in several}

    def undrawn(self) -> Collection[str]:
        """The same years: they have no box."""
        return self.implied()

    @property
    def changes_rarer_assumptions(self) -> bool:
        """Whether one of the assumptions in the fold is not the usual one."""
        return any(
            getattr(self, name) != type(self).model_fields[name].default
            for name in RARER_ASSUMPTIONS
        )

    @cached_property
    def assumptions(self) -> Assumptions:
        """What the plan assumes."""
        chosen: dict[str, Any] = {
            name: getattr(self, name)
            for name in Assumptions.model_fields
            if name in type(self).model_fields
        }
        chosen |= {name: chosen[name] == "yes" for name in ("books", "student", "experienced")}
        chosen |= {
            name: None if chosen[name] == NOTHING else chosen[name]
            for name in ("training", "funding")
        }
        return Assumptions.model_validate(chosen)

    def request(self, passed: Mapping[str, CalendarDay] = NO_DAYS) -> CostRequest:
        """The plan to add up; ``passed`` says since when some credentials are held.

        Raises BadPlan where it cannot be.
        """
        several = len(self.ids) > 1
        planned = tuple(
            PlannedCredential(key, self.first_years[key] if several else 1) for key in self.ids
        )
        days = {key: day.day for key, day in passed.items()}
        held = tuple(HeldCredential(key, days.get(key)) for key in self.held if key not in self.ids)
        return CostRequest(planned, self.years, self.assumptions, held)


@dataclass(frozen=True)
class CostsView:
    """The bill of a plan; each part is worked out when it is first drawn."""

    catalog: Catalog
    state: CostsState
    plan: CostPlan

    @property
    def answer(self) -> str:
        """What it costs to earn the credentials, and each year after."""
        return sentences.describe_plan(self.catalog, self.plan)

    @property
    def total(self) -> str:
        """The total with its range, what it rests on, and what is missing from it."""
        return sentences.describe_total(self.catalog, self.plan)

    @property
    def by_year_takeaway(self) -> str:
        """What the picture of the years shows."""
        names = ", ".join(self.catalog.labels[key] for key in self.state.ids)
        return f"Costs of {names} year by year"

    @property
    def by_year(self) -> pa.Table:
        """Year and category of every dollar, as the chart draws it."""
        return chart_rows.by_year(self.plan)

    @property
    def not_drawn(self) -> str:
        """Why there is no picture of the years, where the plan lacks a price."""
        return "The years are not drawn, because a price is missing. It is named above."

    @property
    def lines_by_year(self) -> dict[int, list[CostRow]]:
        """The lines of the arithmetic, by year."""
        return {
            year: [row for row in self.plan.rows if row.year == year]
            for year in range(1, self.state.years + 1)
        }

    def year_title(self, year: int) -> str:
        """A year with what falls due in it; "at least" that, where the plan lacks a price."""
        spent = self.plan.of_year(year)
        return f"Year {year}: {format_total(spent.typical, spent.complete, spent.estimated)}"

    @property
    def price_histories(self) -> Mapping[str, pa.Table]:
        """The exam prices over the years by id, of credentials for which several are known."""
        rows = {key: chart_rows.price_rows(self.catalog, key) for key in self.state.ids}
        return {key: prices for key, prices in rows.items() if chart_rows.spans_years(prices)}

    @property
    def swings(self) -> Sequence[Swing]:
        """The assumptions that move the total, most first."""
        return rank_swings(self.catalog, self.plan.request)

    @property
    def swings_takeaway(self) -> str:
        """Which assumption moves the total most."""
        return sentences.describe_largest_swing(self.swings)

    @property
    def swing_rows(self) -> pa.Table:
        """How far each assumption moves the total, as the chart draws it."""
        return chart_rows.swing_rows(self.swings)

    @property
    def swing_table(self) -> dict[str, list[str]]:
        """How far each assumption moves the total, as a table to read."""
        return chart_rows.swing_table(self.swings)


def with_example(catalog: Catalog, state: CostsState) -> CostsState:
    """The state, with the credential that most people hold where none is chosen."""
    ids = state.ids or most_held(catalog, 1)
    return state.model_copy(update={"ids": ids})


def build(
    catalog: Catalog, state: CostsState, passed: Mapping[str, CalendarDay] = NO_DAYS
) -> CostsView:
    """Return the view model of the page in a state.

    ``passed`` has the days on which what is held was passed, as far as the visitor said. Raises
    BadPlan where the plan cannot be added up.
    """
    return CostsView(catalog, state, cost_plan(catalog, state.request(passed)))
