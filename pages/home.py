"""Home: three questions that lead to two or three credentials, the map of the field, the doors."""

import streamlit as st

from ui.home import sections, view_model
from ui.home.view_model import HomeState
from ui.shell import address, browser, person, window
from ui.shell.address_fields import Options
from ui.shell.resources import catalog

options = Options(catalog())
state, refused = address.read(HomeState, options)
window.begin(state.page, state.title(options.catalog))
view = view_model.build(options.catalog, state, person.visitor(options.catalog))

with st.container(width=sections.PAGE_WIDTH):
    st.title(state.title(options.catalog), anchor=False)
    address.explain(refused)
    st.markdown(view_model.INTRODUCTION, width=sections.READING_WIDTH)
    sections.questions(view)
    narrow = browser.narrow()
    if view.is_answered:
        link = address.link(state, options, with_visitor=False)
        sections.candidates(view, link, narrow=narrow)
    sections.field(view, narrow=narrow)
    sections.doors(view)

    st.header("The data behind it")
    sections.foundations(view)

    sections.quality_of_figures()
address.publish(state, options)
