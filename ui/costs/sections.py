"""The sections of the page Costs: the years, the arithmetic, and what moves the total."""

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.costs import ASSUMPTION_LABELS, CostRow
from cert_model.formatting import format_money
from cert_model.formatting.markdown import escape
from ui.charts import cost_specs, exam_specs
from ui.components import figures
from ui.components.chart_rows import CATEGORY_LABELS
from ui.costs.view_model import CostsView


def by_year(view: CostsView) -> None:
    """What falls due in each year, by category."""
    st.vega_lite_chart(
        view.by_year, cost_specs.cost_by_category(), alt=view.by_year_takeaway, key="years_chart"
    )


def arithmetic(view: CostsView) -> None:
    """Every line by year, the first year open; a fold for each later one."""
    for year, rows in view.lines_by_year.items():
        title = escape(view.year_title(year))
        with st.expander(title, expanded=year == 1, on_change="rerun") as fold:
            if fold.open:
                for row in rows:
                    _line(view.catalog, row)


def _line(catalog: Catalog, row: CostRow) -> None:
    """One line, which opens to the facts and assumptions behind it."""
    money = row.money.rounded()
    ranged = money.low != money.high
    between = f" ({format_money(money.low)} to {format_money(money.high)})" if ranged else ""
    subject = catalog.labels.get(row.credential or "", catalog.issuers[row.issuer].letters)
    with figures.row(f"{subject}, {CATEGORY_LABELS[row.category]}"):
        st.markdown(f"{escape(format_money(money.typical))}{escape(between)}", width=200)
        with st.popover(escape(row.label), type="tertiary"):
            for ref in row.facts:
                st.markdown(figures.evidence_of(catalog, catalog.find_fact(ref)))
            if row.assumptions:
                labels = "; ".join(ASSUMPTION_LABELS[name] for name in row.assumptions)
                st.markdown(f"**Assumed:** {escape(labels)}")


def price_histories(view: CostsView) -> None:
    """The exam prices over the years, for credentials of which several are known."""
    for key, rows in view.price_histories.items():
        title = f"The exam price of {view.catalog.labels[key]} over the years"
        st.subheader(title)
        chart = exam_specs.over_the_years("Price", "$")
        st.vega_lite_chart(rows, chart, alt=title, key=f"history:{key}")


def what_moves_the_total(view: CostsView) -> None:
    """How far each assumption moves the total, as a sentence, a picture and a table."""
    takeaway = view.swings_takeaway
    st.markdown(escape(takeaway))
    if view.swings:
        st.vega_lite_chart(view.swing_rows, cost_specs.swing_bars(), alt=takeaway, key="swings")
    with figures.on_demand("What changes the total as a table") as opened:
        if opened:
            st.table(view.swing_table, hide_index=True, alt=takeaway)
