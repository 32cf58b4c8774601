"""Guide: the field in ten minutes, questions that people ask, and the terms of the field."""

import streamlit as st

from ui.components import glossary
from ui.guide import sections, view_model
from ui.guide.view_model import GLOSSARY, QUESTIONS, GuideState
from ui.shell import address, window
from ui.shell.address_fields import Options
from ui.shell.resources import catalog

options = Options(catalog())
state, refused = address.read(GuideState, options)
window.begin(state.page, state.title(options.catalog), state.shown)
view = view_model.build(options.catalog, state)

st.title("Guide")
address.explain(refused)
glossary.style()
side, text = st.columns([1, 3], gap="large")
with side:
    sections.contents(view)
with text.container(width=sections.READING_WIDTH):
    if state.part == QUESTIONS:
        sections.questions(view)
    elif state.part == GLOSSARY:
        sections.glossary(view)
    else:
        sections.chapter(view)
    sections.neighbors(view)
address.publish(state, options)
