"""The lines of a cost plan, each opening to the facts and assumptions behind it."""

from collections.abc import Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.costs import CostPlan, CostRow
from cert_model.formatting import format_money
from cert_model.formatting.markdown import escape
from ui.charts import specs
from ui.components import figures
from ui.components.cost_rows import CATEGORY_LABELS
from ui.components.credential_rows import price_rows


def draw(catalog: Catalog, plan: CostPlan) -> None:
    """Every line by year, the open year first; a fold for each later year."""
    for year in range(1, plan.request.years + 1):
        spent = plan.of_year(year)
        title = f"Year {year}: {format_money(round(spent.typical))}"
        with st.expander(escape(title), expanded=year == 1, on_change="rerun") as fold:
            if fold.open:
                for row in plan.rows:
                    if row.year == year:
                        _line(catalog, row)


def _line(catalog: Catalog, row: CostRow) -> None:
    money = row.money.rounded()
    ranged = money.low != money.high
    between = f" ({format_money(money.low)} to {format_money(money.high)})" if ranged else ""
    subject = catalog.labels.get(row.credential or "", catalog.issuers[row.issuer].letters)
    with figures.row(f"{subject}, {CATEGORY_LABELS[row.category]}"):
        st.markdown(f"{escape(format_money(money.typical))}{escape(between)}", width=200)
        with st.popover(escape(row.label), type="tertiary"):
            for ref in row.facts:
                st.markdown(figures.evidence_of(catalog, ref.find(catalog)))
            if row.assumptions:
                named = ", ".join(each.replace("_", " ") for each in row.assumptions)
                st.markdown(f"**Assumed:** {escape(named)}")


def price_histories(catalog: Catalog, ids: Sequence[str]) -> None:
    """The exam prices over the years, for credentials whose history holds them."""
    moved = {key: price_rows(catalog, key) for key in ids}
    for key, rows in moved.items():
        if rows["year"].nunique() > 1:
            title = f"The exam price of {catalog.labels[key]} over the years"
            st.subheader(title)
            chart = specs.over_the_years("Price", "$")
            st.vega_lite_chart(rows, chart, alt=title, key=f"history:{key}")
