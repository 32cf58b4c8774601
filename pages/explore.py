"""Explore: filter, search, compare at a glance, and pick credentials."""

import streamlit as st

from ui.explore import matches, sections, view_model
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
sections.controls(view)
matches.draw(state)
