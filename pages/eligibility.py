"""Am I eligible: one question at a time, and what the answers lead to."""

import streamlit as st

from cert_model.formatting.markdown import escape
from ui.components import choices
from ui.eligibility import question_panel, sections, shown_view, view_model
from ui.eligibility.state import EligibilityState
from ui.shell import address, browser, person, window
from ui.shell.address_fields import Options
from ui.shell.resources import catalog

options = Options(catalog())
state, refused = address.read(EligibilityState, options)
window.begin(state.page, state.title(options.catalog), state.shown)
view = view_model.build(options.catalog, person.personal_view(options.catalog), state)

st.title("Am I eligible?")
address.explain(refused)
st.markdown(f"**{escape(view.standing)}**")

asking, standing = st.columns([3, 2], gap="large")
with asking:
    question_panel.draw(view)
    with st.container(horizontal=True):
        sections.starting_points(view.catalog)
        sections.scope(view)
        question_panel.name_credentials(view)
    st.markdown(f":small[{sections.ABOUT_ANSWERS}]")
with standing, st.container(border=True):
    sections.standing(view)

sections.changes_since_receipt(view)
choices.choose_term(state.page, "view", "Show", sections.VIEWS, hidden=True, part=sections.SHOWN)
shown_view.draw(state)
browser.scroll_when_asked(question_panel.PLACE)
