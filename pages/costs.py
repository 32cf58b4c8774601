"""Costs: the whole bill of a plan, its assumptions as controls, and its arithmetic."""

import streamlit as st

from cert_model.explore.comparison import MAX_COMPARED
from ui.components import choices, shortlist
from ui.costs import result, sections, view_model
from ui.costs.view_model import CostsState
from ui.shell import address, browser, window
from ui.shell.address_fields import Options
from ui.shell.resources import catalog

options = Options(catalog())
state, refused = address.read(CostsState, options)
window.begin(state.page, state.title(options.catalog), state.shown)

st.title("What it costs over the years")
address.explain(refused)
choices.choose_credentials(state.page, "ids", options.catalog, MAX_COMPARED)
shortlist.offer_to_pick(options.catalog, state.ids)
shown = view_model.with_example(options.catalog, state)
if not state.ids:
    shortlist.explain_example(options.catalog, shown.ids)

with (
    st.popover("Change the assumptions", key="on-screen-assumptions")
    if browser.narrow()
    else st.sidebar
):
    sections.plan_years(options.catalog, shown.ids)
    sections.assumptions(options.catalog, shown)
result.draw(state)
