"""The data: how good the data is, what to look at next, whom to ask, and what changed."""

import streamlit as st

from cert_model.formatting.markdown import escape
from ui.components import choices, downloads
from ui.data_health import sections, view_model
from ui.data_health.view_model import VIEWS, DataHealthState
from ui.shell import address, window
from ui.shell.address_fields import Options
from ui.shell.resources import catalog, changes_since, refused_data

SECTIONS = {
    "coverage": sections.coverage,
    "worklist": sections.worklist,
    "disputes": sections.disputes,
    "estimates": sections.estimates,
    "ask": sections.ask_issuer,
    "changes": sections.changes,
    "report": sections.correction,
    "use": sections.use_the_data,
    "about": sections.about,
}

options = Options(catalog())
state, refused = address.read(DataHealthState, options)
window.begin(state.page, state.title(options.catalog), state.shown)
view = view_model.build(options.catalog, state, changes_since)

st.title(view_model.QUESTION)
address.explain(refused)
sections.refused_data(refused_data(), options.catalog)
st.markdown(f"**{escape(view.headline)}**", width=900)
choices.choose_view(state.page, VIEWS)
if state.can_be_of_one_issuer:
    sections.choose_issuer(options.catalog)
SECTIONS[state.view](view)
with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown(":small[Check it yourself: every fact of the catalog, with its sources.]")
    downloads.catalog()
address.publish(state, options)
