"""What the government's counts say of states, of industries and of the outlook."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

from cert_model import careers
from cert_model.careers import sentences, survey_sentences
from cert_model.catalog import Catalog
from cert_model.formatting import NOT_FOUND
from cert_model.schema.careers import (
    EducationShareRow,
    IndustryShareRow,
    PriceParityRow,
    ProjectionRow,
    WageRow,
)
from cert_model.vocabulary import State
from ui.careers import chart_rows, tables
from ui.careers.tables import Table
from ui.components.figures import SourcedText
from ui.components.tile_map import Category, Tile


@dataclass(frozen=True)
class StatesView:
    """The medians of the states within one release."""

    catalog: Catalog
    soc: str
    selected: State | None
    paid: Mapping[State, WageRow]
    """The medians as paid."""
    medians: Mapping[State, WageRow]
    """The medians as shown: as paid, or divided by the prices of the state."""
    nation: WageRow
    """The national figures of the same release."""
    parities: Mapping[State, PriceParityRow]
    """The price levels by which the medians are divided; empty where they are shown as paid."""

    @property
    def takeaway(self) -> str:
        """Where the median is highest and lowest, and how many states are above the nation's."""
        takeaway = sentences.describe_states(self.medians, self.nation)
        return sentences.in_equal_dollars(takeaway) if self.parities else takeaway

    @property
    def tiles(self) -> list[Tile]:
        """The states as the map draws them."""
        return wage_tiles(self.medians, self.nation, self.selected)

    @property
    def table(self) -> Table:
        """The states as a table to read, highest median first."""
        return tables.by_state(self.catalog, self.paid, self.medians, self.nation, self.parities)

    @property
    def price_levels(self) -> list[SourcedText]:
        """Where the price levels were read; empty where pay is shown as paid."""
        return [
            SourcedText(f"Price levels of {level.year}, the nation 100", level)
            for level in list(self.parities.values())[:1]
        ]

    @cached_property
    def areas(self) -> list[WageRow]:
        """The areas of the selected state, highest median first; always as paid."""
        if self.selected is None:
            return []
        return careers.area_rows(self.catalog, self.soc, self.selected)

    @property
    def areas_title(self) -> str:
        """What to call the table of areas."""
        place = self.selected.label if self.selected else ""
        return f"Areas of {place} as a table, highest median first"

    @property
    def areas_remark(self) -> str:
        """What has to be known to read the table of areas."""
        return sentences.describe_areas(self.areas, divided=bool(self.parities))

    @property
    def areas_table(self) -> Table:
        """The areas of the selected state, as a table to read."""
        return tables.by_area(self.areas)

    @property
    def other_title(self) -> str:
        """What to call the other figures of the selected state; empty where there are none."""
        if self.selected is None or not self._other_rows:
            return ""
        return f"More on {self.selected.label}: other releases and agencies"

    @property
    def other_table(self) -> Table:
        """The other figures of the selected state as a table to read, newest first."""
        return tables.other_state_pay(self.catalog, self._other_rows)

    @cached_property
    def _other_rows(self) -> list[WageRow]:
        if self.selected is None:
            return []
        return careers.other_state_rows(self.catalog, self.soc, self.selected)


def build_states_view(
    catalog: Catalog, soc: str, selected: State | None, parities: Mapping[State, PriceParityRow]
) -> StatesView | None:
    """The states of an occupation; None where there is nothing to compare."""
    paid = careers.state_medians(catalog, soc)
    if not paid:
        return None
    nation = careers.national_row_beside(catalog, next(iter(paid.values())))
    if nation is None:
        return None
    medians = careers.all_at_national_prices(paid, parities) if parities else paid
    return StatesView(catalog, soc, selected, paid, medians, nation, parities)


@dataclass(frozen=True)
class IndustriesView:
    """What an occupation pays in each industry, and in which of them people work."""

    catalog: Catalog
    soc: str

    @cached_property
    def rows(self) -> list[WageRow]:
        """The pay by industry, highest median first."""
        return careers.industry_medians(self.catalog, self.soc)

    @cached_property
    def shares(self) -> list[IndustryShareRow]:
        """The share of workers by industry, largest first."""
        return careers.largest_industries(self.catalog, self.soc)

    @property
    def takeaway(self) -> str:
        """Which industry pays best, and where most people work; empty where nothing is known."""
        if not self.rows and not self.shares:
            return ""
        return sentences.describe_industries(self.rows, self.shares)

    @property
    def bars(self) -> pa.Table | None:
        """The pay by industry as the chart draws it; None where no industry is large enough."""
        comparable = careers.comparable_industries(self.rows)
        return chart_rows.industries(self.catalog, comparable) if comparable else None

    @property
    def table(self) -> Table:
        """The pay by industry, as a table to read."""
        return tables.by_industry(self.catalog, self.rows)

    @property
    def shares_table(self) -> Table:
        """The share of workers by industry, as a table to read."""
        return tables.shares(self.catalog, self.shares)


@dataclass(frozen=True)
class OutlookView:
    """How an occupation is expected to grow, by edition of the outlook."""

    catalog: Catalog
    soc: str

    @cached_property
    def editions(self) -> list[ProjectionRow]:
        """Every edition, newest first."""
        return careers.outlook_editions(self.catalog, self.soc)[::-1]

    @cached_property
    def headlines(self) -> list[SourcedText]:
        """What the newest edition expects, and the newest one that gives numbers of jobs."""
        return [
            SourcedText(
                sentences.describe_outlook(
                    edition,
                    careers.all_occupations_edition(self.catalog, edition),
                    is_quoted=careers.is_quoted(self.catalog, edition),
                    is_newest=not place,
                ),
                edition,
            )
            for place, edition in enumerate(careers.headline_editions(self.catalog, self.soc))
        ]

    @property
    def takeaway(self) -> str:
        """What the picture of the editions shows."""
        return " ".join(headline.text for headline in self.headlines)

    @property
    def bars(self) -> pa.Table:
        """The growth by edition, as the chart draws it."""
        return chart_rows.outlook(self.catalog, self.editions)

    @property
    def table(self) -> Table:
        """Growth, jobs and openings by edition, as a table to read."""
        return tables.outlook(self.catalog, self.editions)

    @property
    def studies(self) -> list[SourcedText]:
        """What studies found on artificial intelligence in coding; for coders alone."""
        if self.soc != careers.CODER_SOC:
            return []
        studies = self.catalog.careers.findings.studies
        return [SourcedText(survey_sentences.describe_study(study), study) for study in studies]

    @cached_property
    def education(self) -> list[EducationShareRow]:
        """The share of workers by education."""
        return careers.worker_education(self.catalog, self.soc)

    @property
    def education_table(self) -> Table:
        """The share of workers by education, as a table to read."""
        return tables.education(self.catalog, self.education)


NEAR = 10
"""Percent from the nation's median up to which a state counts as near it."""
FAR_BELOW = Category(f"more than {NEAR}% below", "#D98A3D")
BELOW = Category(f"up to {NEAR}% below", "#F0CDA3")
ABOVE = Category(f"up to {NEAR}% above", "#A9D8D2")
FAR_ABOVE = Category(f"more than {NEAR}% above", "#0F766E", light_text=True)
UNKNOWN = Category(NOT_FOUND, "#C3C7CC")
CATEGORIES = (FAR_BELOW, BELOW, ABOVE, FAR_ABOVE, UNKNOWN)
"""In the order of the legend."""


def wage_tiles(
    medians: Mapping[State, WageRow], nation: WageRow, selected: State | None
) -> list[Tile]:
    """A tile for each state, also where its median was not found."""
    return [_tile(state, medians.get(state), nation, state is selected) for state in State]


def _tile(state: State, row: WageRow | None, nation: WageRow, selected: bool) -> Tile:
    median = row.p50 if row else None
    category = categorize(median, nation.p50)
    description = f"{state.label}: {sentences.format_dated_pay(row) if row else NOT_FOUND}"
    if category is not UNKNOWN:
        description += f", {category.name} the nation's"
    text = f"${median / 1000:.0f}k" if median else "–"
    return Tile(state, category, text, description, selected)


def categorize(median: float | None, nation: float | None) -> Category:
    """The class of a state's median against the nation's."""
    if not median or not nation:
        return UNKNOWN
    percent = (median - nation) * 100 / nation
    if percent < 0:
        return FAR_BELOW if percent < -NEAR else BELOW
    return FAR_ABOVE if percent > NEAR else ABOVE
