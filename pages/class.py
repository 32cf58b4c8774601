"""A class: who of many people may sit for which exam, and what one step would open."""

import streamlit as st

from cert_model.classes import BadClass
from cert_model.formatting.markdown import escape
from ui.classroom import intake, judging, kept_class, sections, understood
from ui.classroom.state import ClassState
from ui.components import fact_list
from ui.shell import address, window
from ui.shell.address_fields import Options
from ui.shell.resources import catalog

PAGE_WIDTH = 1040

options = Options(catalog())
state, refused = address.read(ClassState, options)
window.begin(state.page, state.title(options.catalog))
address.explain(refused)
address.publish(state, options)
kept = kept_class.current(options.catalog, state)

with st.container(width=PAGE_WIDTH):
    if kept is None:
        intake.begin(options.catalog)
        window.end()
    fact_list.style(sections.STYLE)
    intake.say_whose(state)
    if not kept.table.people.people:
        intake.ask_for_people()
        understood.draw_table(kept)
        window.end()
    top = st.container()
    try:
        reading = kept_class.reading_of(options.catalog, kept, complete=state.rest == "absent")
    except BadClass as error:
        top.title(state.title(options.catalog), anchor=False)
        top.warning(escape(str(error)))
        understood.draw_table(kept)
        window.end()
    understood.draw(options.catalog, state, kept, reading)
    with top:
        view = judging.judge(options.catalog, reading)
        sections.answer(view)
    exam = view.exam(state.exam)
    sections.people(view)
    sections.exams(view)
    sections.groups(view, exam)
    sections.steps(view)
    sections.payers(view, exam)
    with window.on_screen("files"):
        sections.take_away(view, address.pages())
    st.markdown(f":small[{intake.LIMITS}]")
