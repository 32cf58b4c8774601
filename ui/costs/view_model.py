"""What the page Costs shows, as plain rows and sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
import pyarrow as pa

from cert_model.catalog import Catalog
from cert_model.costs import CostPlan, CostRow, Swing, cost_plan, rank_swings, sentences
from cert_model.formatting import format_money
from ui.components import chart_rows
from ui.costs.state import CostsState


@dataclass(frozen=True)
class CostsView:
    """The bill of a plan; each part is worked out when it is first drawn."""

    catalog: Catalog
    state: CostsState
    plan: CostPlan

    @property
    def total(self) -> str:
        """The total with its range, and what is missing from it."""
        return sentences.total(self.catalog, self.plan)

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
    def lines_by_year(self) -> dict[int, list[CostRow]]:
        """The lines of the arithmetic, by year."""
        return {
            year: [row for row in self.plan.rows if row.year == year]
            for year in range(1, self.state.years + 1)
        }

    def year_title(self, year: int) -> str:
        """A year with what falls due in it."""
        return f"Year {year}: {format_money(round(self.plan.of_year(year).typical))}"

    @property
    def price_histories(self) -> Mapping[str, pd.DataFrame]:
        """The exam prices over the years by id, of credentials for which several are known."""
        rows = {key: chart_rows.price_rows(self.catalog, key) for key in self.state.ids}
        return {key: prices for key, prices in rows.items() if prices["year"].nunique() > 1}

    @cached_property
    def swings(self) -> list[Swing]:
        """The assumptions that move the total, most first."""
        return rank_swings(self.catalog, self.plan.request)

    @property
    def swings_takeaway(self) -> str:
        """Which assumption moves the total most."""
        return sentences.largest_swing(self.swings)

    @property
    def swing_rows(self) -> pa.Table:
        """How far each assumption moves the total, as the chart draws it."""
        return chart_rows.swing_rows(self.swings)

    @property
    def swing_table(self) -> dict[str, list[str]]:
        """How far each assumption moves the total, as a table to read."""
        return chart_rows.swing_table(self.swings)


def build(catalog: Catalog, state: CostsState) -> CostsView:
    """What the page shows in a state. Raises BadPlan where the plan cannot be added up."""
    return CostsView(catalog, state, cost_plan(catalog, state.request))
