"""Explore: filter, search, compare at a glance, and pick credentials."""

from functools import partial

import streamlit as st

from cert_model import export
from cert_model.explore import ordering, sentences
from cert_model.formatting import format_count
from cert_model.formatting.markdown import escape
from cert_model.overview import overviews
from ui.charts import specs
from ui.components import choices, downloads, facets, figures, glossary
from ui.explore import picks, results
from ui.explore.view_model import effort_points, effort_table, scope_table
from ui.shell import address, person, routes, viewport
from ui.shell.resources import catalog, result_rows, scope_matrix

PAGE = "explore"
MOST_IN_MATRIX = 16
EFFORTS = {each: each for each in ("minutes", "questions")}
TABLE = address.key(PAGE, "table")
CHART = address.key(PAGE, "chart")
ORDERS = [name for each in ordering.ORDERS for name in (each, f"{ordering.DOWNWARD}{each}")]

data = catalog()
view = person.personal_view(data)
index, known = view.filters, overviews(data)
params = [
    *facets.params(index),
    address.One("order", ORDERS, ordering.DEFAULT),
    address.One("effort", list(EFFORTS), "minutes"),
    address.Many("pick", list(data.credentials)),
]
refused = address.read(PAGE, params)

st.title("Find a credential")
address.explain(refused)
searching, ordered = st.columns([3, 2])
with searching:
    choices.search(PAGE, "Search names, letters and places of work", "inpatient, CPC-H, billing …")
ordered.selectbox(
    "Order",
    ORDERS,
    format_func=lambda each: ordering.describe_order(each).removeprefix("ordered by "),
    key=address.key(PAGE, "order"),
    persist_state="session",
)
now = facets.in_force(PAGE, index)
with st.popover(f"Filters · {len(now.named)} in force") if viewport.narrow() else st.sidebar:
    facets.panel(PAGE, index, index.counts(now.choices, now.words))

order = st.session_state[address.key(PAGE, "order")]
matching = [known[key] for key in index.matching(now.choices, now.words)]
shown = ordering.sort_overviews(matching, order, view.verdicts)
picked = picks.among(PAGE, shown)

all_of_them = format_count(len(data.credentials), "credential")
st.markdown(f"**{len(shown)} of {all_of_them} match**, {ordering.describe_order(order)}.")
with st.container(horizontal=True, gap="small"):
    facets.chips(PAGE, index, now)
    with st.popover("Link to this view", type="tertiary"):
        st.code(address.link(PAGE, params), language=None, wrap_lines=True)
    with st.popover("Download this list", type="tertiary"):
        downloads.buttons(
            "credentials",
            csv=partial(export.list_csv, data, shown),
            json=partial(export.list_json, data, shown),
        )

if not shown:
    facets.explain_empty(PAGE, index, now)
else:
    cost, scope = st.columns(2, gap="large")
    with cost:
        st.header("What it costs against what it asks")
        effort = choices.one_of(PAGE, "effort", "Measure what it asks in", EFFORTS)
        takeaway = sentences.cost_against_effort(shown, effort)
        st.markdown(escape(takeaway))
        points = effort_points(shown, picked, effort)
        st.vega_lite_chart(
            points,
            specs.cost_against_effort(effort),
            key=CHART,
            on_select=lambda: picks.from_chart(PAGE, CHART),
            alt=takeaway,
        )
        with figures.on_demand("Price and effort as a table") as opened:
            if opened:
                st.table(effort_table(points), hide_index=True, alt=takeaway)
    with scope:
        st.header("What it covers")
        first = shown[:MOST_IN_MATRIX]
        takeaway = sentences.scope(first)
        st.markdown(escape(takeaway))
        st.vega_lite_chart(
            scope_matrix().cells(first),
            specs.scope_matrix(),
            key=address.key(PAGE, "scope"),
            alt=takeaway,
        )
        if len(shown) > len(first):
            st.markdown(f":small[The first {len(first)} of {len(shown)}, in the list's order.]")
        with figures.on_demand("What it covers as a table") as opened:
            if opened:
                st.table(scope_table(first), hide_index=True, alt=takeaway)

    st.header("The list")
    picks.bar(PAGE, data, picked)
    rows = result_rows()
    opened_row = results.show(
        [results.for_person(rows[it.id], view.verdict_texts[it.id]) for it in shown],
        order=order,
        picked=picked,
        caption=f"{format_count(len(shown), 'credential')}, {ordering.describe_order(order)}",
        explain=glossary.plain,
        key=TABLE,
        on_sort=lambda: picks.take(PAGE, "order", TABLE, "sort"),
        on_pick=lambda: picks.toggle(PAGE, TABLE),
    )
    if opened_row:
        routes.open_credential(opened_row)

address.write(PAGE, params)
