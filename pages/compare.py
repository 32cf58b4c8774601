"""Compare: two to five credentials side by side, what they cost over the years first."""

from functools import partial

import streamlit as st

from cert_model import export
from cert_model.costs import (
    MOST_YEARS,
    USUAL_YEARS,
    CostRequest,
    PlannedCredential,
    cost_plan,
    sentences,
)
from cert_model.explore import comparison
from cert_model.formatting.markdown import escape
from cert_model.overview import overviews
from ui.charts import specs
from ui.compare import tables
from ui.components import choices, chooser, cost_rows, downloads, figures, glossary
from ui.components.credential_rows import blueprint_rows
from ui.explore.view_model import scope_table
from ui.shell import address, person, routes
from ui.shell.resources import catalog, scope_matrix

PAGE = "compare"
ROWS = {"all": "all rows", "different": "only where they differ"}

data = catalog()
known = overviews(data)
params: list[address.Param] = [
    address.Ordered("ids", data.resolve, comparison.MOST),
    address.Number("years", 1, MOST_YEARS, USUAL_YEARS),
    address.One("rows", list(ROWS), "all"),
]
refused = address.read(PAGE, params)

st.title("Compare credentials")
address.explain(refused)
ids = chooser.choose(PAGE, "ids", known, comparison.MOST)
if len(ids) < comparison.FEWEST:
    address.write(PAGE, params)
    st.markdown("Choose two to five, here or by ticking them in the list of credentials.")
    st.page_link(routes.EXPLORE, label="Find a credential")
    st.stop()

years = st.slider(
    "Years to add up",
    1,
    MOST_YEARS,
    key=address.key(PAGE, "years"),
    persist_state="session",
    width=360,
)
address.write(PAGE, params)
plans = {
    known[key].label: cost_plan(data, CostRequest((PlannedCredential(key),), years=years))
    for key in ids
}
ranking = sentences.ranking(plans)
st.markdown(f"**{escape(ranking)}**")

parts, paths = st.columns(2, gap="large")
with parts:
    st.header("What the total is made of")
    st.vega_lite_chart(
        cost_rows.by_category(plans), specs.cost_by_category(), alt=ranking, key="parts"
    )
with paths:
    st.header("What is paid as the years go by")
    st.vega_lite_chart(
        cost_rows.cumulative(plans), specs.cost_over_time(), alt=ranking, key="paths"
    )
for label, plan in plans.items():
    if plan.missing:
        lacking = sentences.missing_prices(data, plan)
        st.markdown(f":small[{escape(label)} is “at least”: {escape(lacking)}.]")
with figures.on_demand("Costs as a table") as opened:
    if opened:
        st.table(tables.costs(plans), hide_index=True, alt=ranking)
if st.button("Change what is assumed"):
    routes.costs(ids)

st.header("Side by side")
shown = choices.one_of(PAGE, "rows", "Rows", ROWS)
rows = comparison.compare(data, ids, person.personal_view(data).verdict_texts)
listed = [row for row in rows if shown == "all" or row.differs]
labels = [known[key].label for key in ids]
st.table(
    tables.side_by_side(dict(zip(ids, labels, strict=True)), listed),
    hide_index=True,
    alt=f"{', '.join(labels)} side by side",
)
st.markdown(":small[≠ marks a row in which they differ.]")
with figures.on_demand("Where these figures come from") as opened:
    if opened:
        st.table(
            tables.evidence(data, labels, listed),
            hide_index=True,
            alt=f"The sources of each row, for {', '.join(labels)}",
        )
with figures.on_demand("What the rows mean") as opened:
    if opened:
        st.markdown("\n\n".join(glossary.lines(row.label for row in listed)))
with st.container(horizontal=True):
    downloads.buttons(
        "comparison",
        csv=partial(export.comparison_csv, data, labels, rows),
        xlsx=partial(export.comparison_xlsx, data, labels, rows),
        json=partial(export.comparison_json, data, ids, rows),
    )
    st.download_button(
        "Download a page to print",
        partial(tables.page, labels, rows, ranking),
        file_name="comparison.html",
        mime="text/html",
        on_click="ignore",
    )
    with st.popover("Copy as Markdown"):
        st.code(tables.markdown(labels, rows), language="markdown", wrap_lines=True)
    if st.button("Am I eligible?"):
        routes.eligibility(ids)
    for key in ids:
        if st.button(f"Read about {known[key].label}", key=f"read:{key}"):
            routes.open_credential(key)

st.header("What they cover")
chosen = [known[key] for key in ids]
covers = f"What {', '.join(labels)} cover"
st.vega_lite_chart(
    scope_matrix().cells(chosen), specs.scope_matrix(), alt=covers, key=address.key(PAGE, "scope")
)
with figures.on_demand("What they cover as a table") as opened:
    if opened:
        st.table(scope_table(chosen), hide_index=True, alt=covers)

st.header("What their exams ask about")
for column, key in zip(st.columns(len(ids), gap="large"), ids, strict=True):
    with column:
        st.markdown(f"**{escape(known[key].label)}**")
        parts_of = blueprint_rows(data, key)
        if parts_of["high"].notna().any():
            about = f"What the exam of {known[key].label} asks about"
            st.vega_lite_chart(parts_of, specs.blueprint(), alt=about, key=f"blueprint:{key}")
        else:
            figures.not_found("Its weights were not found.")
st.table(
    tables.overlaps([data.credentials[key] for key in ids], labels),
    hide_index=True,
    alt="How much of one exam's content also counts toward another",
)
st.markdown(
    ":small[An estimate from the wording of the blueprints: each part counts with its weight times "
    "the share of its words that the other exam uses too. It says nothing about depth.]"
)
