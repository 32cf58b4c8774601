"""Start: the questions that the app answers, a link to each page, and why to trust it."""

import streamlit as st

from ui.home import sections, view_model
from ui.home.view_model import HomeState
from ui.shell import address, window
from ui.shell.address_fields import Options
from ui.shell.resources import catalog

options = Options(catalog())
state, refused = address.read(HomeState, options)
window.begin(state.page, state.title(options.catalog))
view = view_model.build(options.catalog)

st.title("Choose a medical coding credential with your eyes open")
address.explain(refused)
st.markdown(
    "CPC, CCS, CCA, RHIT, CBCS … What does each credential cover, what does its exam ask and "
    "cost, who may sit for it, and what does it take to keep? Every figure here opens to its "
    "source and its date. What nobody publishes is marked as not found.",
    width=sections.READING_WIDTH,
)
sections.questions()
sections.starting_points(view)

st.header("The data behind it")
sections.foundations(view)

st.header("How reliable a figure is")
sections.quality_of_figures()
address.publish(state, options)
