"""Costs: the whole bill of a plan, its assumptions as controls, and its arithmetic."""

import streamlit as st

from cert_model.costs import (
    MOST_YEARS,
    USUAL_YEARS,
    BadPlan,
    CostRequest,
    PlannedCredential,
    cost_plan,
    rank_swings,
    sentences,
)
from cert_model.explore.comparison import MOST
from cert_model.formatting.markdown import escape
from cert_model.overview import overviews
from ui.charts import specs
from ui.components import chooser, cost_rows, figures, views
from ui.costs import controls, sections
from ui.shell import address, routes, viewport
from ui.shell.resources import catalog

PAGE = "costs"

data = catalog()
known = overviews(data)
params: list[address.Param] = [
    address.Ordered("plan", data.resolve, MOST),
    address.Number("over", 1, MOST_YEARS, USUAL_YEARS),
    *controls.params(data),
    *(address.Number(key, 1, MOST_YEARS, 1) for key in data.credentials),
]
refused = address.read(PAGE, params)

st.title("What it costs over the years")
address.explain(refused)
ids = chooser.choose(PAGE, "plan", known, MOST)
if not ids:
    address.write(PAGE, params)
    st.markdown("Choose a credential, here or by ticking it in the list of credentials.")
    st.page_link(routes.EXPLORE, label="Find a credential")
    st.stop()

with st.popover("Change what is assumed") if viewport.narrow() else st.sidebar:
    for key in ids if len(ids) > 1 else ():
        st.number_input(
            f"Year in which {known[key].label} is earned",
            1,
            MOST_YEARS,
            key=address.key(PAGE, key),
            persist_state="session",
        )
    st.slider(
        "Years to add up",
        1,
        MOST_YEARS,
        key=address.key(PAGE, "over"),
        persist_state="session",
    )
    assumptions = controls.draw(PAGE, data, ids)
years = st.session_state[address.key(PAGE, "over")]
others = set(data.credentials) - set(ids)
address.write(PAGE, [each for each in params if each.name not in others])

starts = {key: st.session_state[address.key(PAGE, key)] if len(ids) > 1 else 1 for key in ids}
try:
    planned = tuple(PlannedCredential(key, start) for key, start in starts.items())
    request = CostRequest(planned, years, assumptions)
except BadPlan as error:
    st.error(escape(str(error)))
    st.stop()
plan = cost_plan(data, request)
views.headline(sentences.total(data, plan))
for sentence in plan.decisions:
    st.markdown(escape(sentence))
st.markdown(
    ":small[The usual amount first, then the range. A credential is earned in the first year; "
    "keeping it begins with the second. The arithmetic below names the sources of each line.]"
)

st.header("Year by year")
by_year = f"Costs of {', '.join(known[key].label for key in ids)} year by year"
st.vega_lite_chart(
    cost_rows.by_year(plan), specs.cost_by_category(), alt=by_year, key="years_chart"
)

st.header("The arithmetic")
sections.draw(data, plan)

sections.price_histories(data, ids)

st.header("What moves the total most")
moved = rank_swings(data, request)
matters = sentences.largest_swing(moved)
st.markdown(escape(matters))
if moved:
    st.vega_lite_chart(cost_rows.swing_rows(moved), specs.swing_bars(), alt=matters, key="swings")
with figures.on_demand("What moves the total as a table") as opened:
    if opened:
        st.table(cost_rows.swing_table(moved), hide_index=True, alt=matters)
