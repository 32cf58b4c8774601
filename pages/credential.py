"""Credential: everything known about one, and what is not, figure by figure."""

import streamlit as st

from cert_model.formatting.markdown import escape
from ui.components import choices, earlier_day, fact_list, figures
from ui.credential import sections, view_model
from ui.credential.view_model import CredentialState
from ui.shell import address, person, routes, window
from ui.shell.address_fields import Options
from ui.shell.page_state import format_query
from ui.shell.resources import catalog, past

READING_WIDTH = 900

options = Options(catalog())
state, refused = address.read(CredentialState, options)
window.begin(state.page, state.title(options.catalog), state.shown)
address.explain(refused)
choices.choose_credential(state.page, "id", options.catalog)
address.publish(state, options)
if state.id is None:
    st.title("Which credential?")
    st.markdown("Choose one above, or find it by what it covers.")
    st.page_link(routes.EXPLORE, label="Find a credential")
    window.end()

view = view_model.build(
    options.catalog if state.day is None else past(state.day),
    person.personal_view(options.catalog),
    state.id,
    is_of_today=state.day is None,
)
st.title(view.title)
if state.day is not None:
    earlier_day.banner(state.page, "at", state.day)
st.markdown(view.byline)
if view.answer:
    figures.headline(view.answer)
st.markdown(escape(view.sheet.summary), width=READING_WIDTH)
sections.style()
fact_list.show(sections.key_figure_facts(view))
sections.next_actions(view, options.catalog, format_query(state, options))
with st.sidebar:
    sections.table_of_contents(view)
with st.container(width=READING_WIDTH, gap="xsmall", key="sections"):
    sections.every_section(view)
    st.markdown(f":small[{figures.LEGEND} · – not found. Press a figure for its date and sources.]")
