"""Explore: filter, search, compare at a glance, and pick credentials."""

import streamlit as st

from cert_model import ordering, takeaways
from cert_model.wording import plural
from ui import address, charts, facets, picks, results, routes, viewport
from ui.explore_data import effort_points, scope_cells
from ui.markdown import escape
from ui.resources import catalog, filters, result_cells

PAGE = "explore"
MOST_IN_MATRIX = 16
EFFORTS = ["minutes", "questions"]
TABLE = address.key(PAGE, "table")
CHART = address.key(PAGE, "chart")
ORDERS = [name for each in ordering.ORDERS for name in (each, f"{ordering.DOWNWARD}{each}")]

data, index = catalog(), filters()
params = [
    *facets.params(index),
    address.One("order", ORDERS, ordering.DEFAULT),
    address.One("effort", EFFORTS, EFFORTS[0]),
    address.Many("pick", list(data.credentials)),
]
refused = address.read(PAGE, params)

st.title("Find a credential")
address.explain(refused)
searching, ordered = st.columns([3, 2])
searching.text_input(
    "Search names, letters and places of work",
    type="search",
    live=True,
    max_chars=100,
    placeholder="inpatient, CPC-H, billing …",
    key=address.key(PAGE, facets.SEARCH),
    persist_state="session",
)
ordered.selectbox(
    "Order",
    ORDERS,
    format_func=lambda each: ordering.in_words(each).removeprefix("ordered by "),
    key=address.key(PAGE, "order"),
    persist_state="session",
)
words, chosen = facets.words(PAGE), facets.choices(PAGE, index)
in_force = len(facets.active(PAGE, index))
with st.popover(f"Filters · {in_force} in force") if viewport.narrow() else st.sidebar:
    facets.panel(PAGE, index, index.counts(chosen, words))

order = st.session_state[address.key(PAGE, "order")]
matching = index.matching(chosen, words)
rows = ordering.in_order(data.credential_rows[data.credential_rows["id"].isin(matching)], order)
picked = picks.among(PAGE, list(rows["id"]))

all_of_them = plural(len(data.credentials), "credential")
st.markdown(f"**{len(rows)} of {all_of_them} match**, {ordering.in_words(order)}.")
with st.container(horizontal=True, gap="small"):
    facets.chips(PAGE, index)
    with st.popover("Link to this view", type="tertiary"):
        st.code(address.link(PAGE, params), language=None, wrap_lines=True)

if rows.empty:
    facets.explain_empty(PAGE, index)
else:
    cost, scope = st.columns(2, gap="large")
    with cost:
        st.subheader("What it costs against what it asks")
        st.segmented_control(
            "Measure what it asks in",
            EFFORTS,
            key=address.key(PAGE, "effort"),
            required=True,
            persist_state="session",
        )
        effort = st.session_state[address.key(PAGE, "effort")]
        takeaway = takeaways.cost_against_effort(rows, effort)
        st.markdown(escape(takeaway))
        st.vega_lite_chart(
            effort_points(rows, picked, effort),
            charts.cost_against_effort(effort),
            key=CHART,
            on_select=lambda: picks.from_chart(PAGE, CHART),
            alt=takeaway,
        )
    with scope:
        st.subheader("What it covers")
        cells = scope_cells(data, rows.head(MOST_IN_MATRIX))
        takeaway = takeaways.scope(cells, min(len(rows), MOST_IN_MATRIX))
        st.markdown(escape(takeaway))
        st.vega_lite_chart(
            cells, charts.scope_matrix(), key=address.key(PAGE, "scope"), alt=takeaway
        )
        if len(rows) > MOST_IN_MATRIX:
            st.markdown(
                f":small[The first {MOST_IN_MATRIX} of {len(rows)} in the order of the list.]"
            )

    st.subheader("The list")
    picks.bar(PAGE, data, picked)
    cells_of = result_cells()
    opened = results.show(
        [cells_of[key] for key in rows["id"]],
        order=order,
        picked=picked,
        caption=f"{plural(len(rows), 'credential')}, {ordering.in_words(order)}",
        key=TABLE,
        on_sort=lambda: picks.take(PAGE, "order", TABLE, "sort"),
        on_pick=lambda: picks.toggle(PAGE, TABLE),
    )
    if opened:
        routes.open_credential(opened)

address.write(PAGE, params)
