"""Prepare: a dated plan and what to learn first, programs, who may pay, the day itself."""

import streamlit as st

from ui.components import choices, shortlist
from ui.prepare import controls, sections, view_model
from ui.prepare.state import VIEWS, PrepareState
from ui.shell import address, person, window
from ui.shell.address_fields import Options
from ui.shell.resources import catalog

READING_WIDTH = 900

options = Options(catalog())
state, refused = address.read(PrepareState, options)
window.begin(state.page, state.title(options.catalog), state.shown)
address.explain(refused)
with st.container(width=READING_WIDTH):
    choices.choose_credential(state.page, "id", options.catalog)
    shortlist.other_picks(options.catalog, state.page, "id", state.id)
if state.id is None:
    address.publish(state, options)
    sections.which_exam(options.catalog)
    window.end()

visitor = person.personal_view(options.catalog)
view = controls.fill_in_held(view_model.build(options.catalog, visitor, state))
address.publish(view.state, options)
st.title(f"Prepare for the {view.label}")
with st.container(width=READING_WIDTH):
    choices.choose_view(state.page, VIEWS)
    sections.draw(view)
    sections.next_actions(view)
