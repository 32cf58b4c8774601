"""Prepare: a dated plan and what to learn first, programs, who may pay, the day itself."""

from collections.abc import Callable

import streamlit as st

from cert_model.formatting.markdown import heading_anchor
from cert_model.preparation import credentials_with_study_times
from ui.components import chooser, exam, glossary, views
from ui.prepare import accreditors, controls, day, payers, plan, program_filters, programs
from ui.shell import old_address as address
from ui.shell import routes
from ui.shell.resources import catalog

READING_WIDTH = 900

data = catalog()
view = views.View(
    {
        "plan": "Plan",
        "programs": "Programs",
        "payers": "Who may pay",
        "day": "Books and exam day",
    },
    lambda: "programs" if program_filters.in_force(data) else "plan",
)
params: list[address.Param] = [
    address.Resolved("id", data.resolve),
    *controls.params(data),
    *program_filters.params(data),
    *payers.params(data),
    view,
]
refused = address.read(controls.PAGE, params)
address.explain(refused)
with st.container(width=READING_WIDTH):
    key = chooser.choose_one(controls.PAGE, "id", data)
if key is None:
    address.write(controls.PAGE, params)
    st.title("Which exam do you prepare for?")
    st.markdown(
        "Choose it above. Then set your hours a week, and you have a plan with dates, the "
        "programs that prepare for it, who may pay, and the rules of the day."
    )
    with st.container(horizontal=True):
        for each in credentials_with_study_times(data):
            st.button(data.labels[each], on_click=controls.take, args=(each,))
    st.page_link(routes.ELIGIBILITY, label="Not sure which exam? See which you may sit for")
    st.stop()

sheet = data.credentials[key]
chosen, label = sheet.id, data.labels[key]
outline: dict[str, list[tuple[str, Callable[[], None]]]] = {
    "plan": [
        ("", lambda: plan.draw(data, chosen)),
        ("What to learn first", lambda: plan.subjects(data, chosen)),
        ("", lambda: plan.what_others_say(data, chosen)),
        ("Who passes", lambda: exam.pass_rates(data, sheet)),
    ],
    "programs": [
        ("", lambda: programs.matches(data, chosen)),
        ("Check a program yourself", lambda: accreditors.check_yourself(data, chosen)),
    ],
    "payers": [("", lambda: payers.draw(data, chosen))],
    "day": [
        ("", lambda: day.draw(data, chosen)),
        ("Books and study material to buy", lambda: day.materials(data, chosen)),
    ],
}
st.title(f"Prepare for the {label}")
with st.container(width=READING_WIDTH):
    for title, draw in outline[views.choose(controls.PAGE, view)]:
        if title:
            st.header(title, anchor=heading_anchor(title), help=glossary.for_label(title))
        draw()
    with st.container(horizontal=True):
        if st.button(f"Read about the {label}"):
            routes.open_credential(chosen)
        if st.button("What it costs"):
            routes.costs([chosen])
address.write(controls.PAGE, params)
