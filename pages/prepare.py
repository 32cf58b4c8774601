"""Prepare: what to learn first, a dated plan, programs, books, who may pay, the day itself."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from cert_model.preparation import (
    BadStudyPlan,
    groundwork,
    hours_to_prepare,
    study_plan,
    with_known_times,
)
from ui import address, chooser, routes, viewport
from ui.credential import exam
from ui.markdown import anchor_of, escape
from ui.prepare import controls, plan, programs, sections
from ui.resources import catalog

READING_WIDTH = 900

data, today = catalog(), date.today()
params: list[address.Param] = [
    address.Resolved("id", data.resolve),
    *controls.params(data, today),
    *programs.params(data),
]
refused = address.read(controls.PAGE, params)
address.explain(refused)
key = chooser.choose_one(controls.PAGE, "id", data.overviews)
if key is None:
    address.write(controls.PAGE, params)
    st.title("Which exam do you prepare for?")
    st.markdown(
        "Choose it above. Then set your hours a week, and you have a plan with dates, the "
        "programs that prepare for it, who may pay, and the rules of the day."
    )
    with st.container(horizontal=True):
        for each in with_known_times(data):
            if st.button(data.labels[each]):
                routes.prepare(each)
    st.page_link(routes.ELIGIBILITY, label="Not sure which exam? See which you may sit for")
    st.stop()

sheet = data.credentials[key]
chosen = sheet.id
label, hours, subjects = data.labels[key], hours_to_prepare(data, key), groundwork(data, key)
st.title(f"Prepare for the {label}")
with st.popover("Your time, and what is assumed") if viewport.narrow() else st.sidebar:
    controls.draw(data, key, hours)
address.write(controls.PAGE, params)
try:
    asked = controls.request(data, key, hours, subjects, today)
    planned = study_plan(data, asked)
except BadStudyPlan as error:
    st.error(escape(str(error)))
    st.stop()

outline: list[tuple[str, Callable[[], None]]] = [
    ("What to learn first", lambda: plan.subjects(data, chosen, subjects)),
    ("Week by week", lambda: plan.weeks(data, planned)),
    ("How long others say it takes", lambda: plan.what_others_say(data, chosen)),
    ("Programs", lambda: programs.matches(data, chosen)),
    ("Check a program yourself", lambda: programs.check_yourself(data, chosen)),
    ("Books", lambda: sections.books(data, chosen)),
    ("Who passes", lambda: exam.pass_rates(data, sheet)),
    ("Who may pay", lambda: sections.who_may_pay(data, chosen)),
    ("The day of the exam", lambda: sections.the_day(data, chosen)),
]
with st.sidebar:
    st.markdown("**On this page**")
    st.markdown("\n".join(f"- [{title}](#{anchor_of(title)})" for title, _ in outline))
with st.container(width=READING_WIDTH):
    plan.headline(data, planned, today, lacks_a_day=controls.lacks_a_day())
    with st.container(horizontal=True):
        if st.button(f"Read about the {label}"):
            routes.open_credential(chosen)
        if st.button("What it costs"):
            routes.costs([chosen])
    for title, draw in outline:
        st.header(title, anchor=anchor_of(title))
        with st.container(gap="xsmall"):
            draw()
