"""Explore: filter, search, compare at a glance, and pick credentials."""

import streamlit as st

from ui.components import facets
from ui.explore import sections, view_model
from ui.explore.view_model import ExploreState
from ui.shell import address, person, window
from ui.shell.address_fields import Options
from ui.shell.resources import catalog

visitor = person.personal_view(catalog())
options = Options(catalog(), visitor.filters)
state, refused = address.read(ExploreState, options)
window.begin(state.page, state.title(options.catalog), state.shown)
view = view_model.build(options.catalog, visitor, state)

st.title("Find a credential")
address.explain(refused)
sections.search_and_order()
sections.filters(view)
sections.summary(view, address.link(state, options))
if view.shown:
    sections.pictures(view)
    sections.the_list(view)
else:
    facets.explain_empty(state.page, view.filters, view.active)
address.publish(state, options)
