"""My plan: one decision, the way there in dated steps, the bill, and what to do first."""

import streamlit as st

from ui.components import choices, fact_list, home_work, key_figures, quick_quiz
from ui.plan import moved, sections, view_model
from ui.plan.no_plan import NoPlanView
from ui.plan.state import PlanState
from ui.shell import address, person, routes, window
from ui.shell.address_fields import Options
from ui.shell.resources import catalog, changes_since, past

READING_WIDTH = 1040

options = Options(catalog())
state, refused = address.read(PlanState, options)
window.begin(state.page, state.title(options.catalog), state.shown)
address.explain(refused)
visitor = person.visitor(options.catalog)
view = view_model.build(options.catalog, visitor, state)

with st.container(width=READING_WIDTH):
    if view is None:
        sections.choose_target(options.catalog, visitor)
        choices.choose_credential(state.page, "target", options.catalog)
        address.publish(state, options)
        st.page_link(routes.HOME, label="Not sure which? Three questions lead to two or three")
        window.end()
    address.publish(state, options)
    fact_list.style(sections.STYLE)
    if isinstance(view, NoPlanView):
        sections.no_plan(view)
        sections.open_points(options.catalog, view.open_points, view.label)
        window.end()
    sections.whom_for(view.person)
    sections.contradicting(view.contradictions)
    if view.is_of_an_earlier_day:
        then = view.start
        sections.since_then(moved.what_moved(view, past(then), changes_since(then)))
    sections.answer(view)
    key_figures.draw(options.catalog, state.page, view.key_figures, view.lists)
    home_work.draw(options.catalog)
    quick_quiz.draw_about_one(options.catalog, view.target)
    sections.the_way(view)
    left, right = st.columns(2, gap="large")
    with left:
        sections.bill(view)
    with right:
        sections.payers(view)
        sections.open_points(options.catalog, view.open_points, view.label)
    sections.what_first(view.first_steps)
    with window.on_screen("files"):
        sections.take_away(view, address.link(state, options))
    sections.next_pages(view)
