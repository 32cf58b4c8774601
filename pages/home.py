"""Start: the questions that the app answers, a link to each page, and why to trust it."""

import streamlit as st

from ui.home import sections, view_model
from ui.shell import window
from ui.shell.resources import catalog

window.begin("home", "Choose a medical coding credential")
view = view_model.build(catalog())

st.title("Choose a medical coding credential with your eyes open")
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
