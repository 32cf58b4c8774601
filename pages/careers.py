"""Work and pay: what the work pays and where, what people report, and whether it pays."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from cert_model import careers
from cert_model.vocabulary import State
from ui import address, glossary
from ui.careers import official, payback, reported
from ui.markdown import anchor_of
from ui.marks import LEGEND
from ui.resources import catalog, overviews

PAGE = "careers"

data, known = catalog(), overviews()
jobs = careers.choices(data)
params: list[address.Param] = [
    address.One("work", list(jobs), careers.CODERS),
    address.One("state", [state.value for state in State]),
    *payback.params(data),
]
refused = address.read(PAGE, params)

st.title("Work and pay")
address.explain(refused)
with st.container(horizontal=True, gap="small"):
    soc = st.selectbox(
        "Work",
        list(jobs),
        format_func=lambda each: jobs[each].title,
        key=address.key(PAGE, "work"),
        persist_state="session",
        width=400,
    )
    letters = st.selectbox(
        "State",
        [state.value for state in State],
        index=None,
        format_func=lambda each: State(each).label,
        placeholder="The nation",
        key=address.key(PAGE, "state"),
        persist_state="session",
        width=260,
    )
state = State(letters) if letters else None
official.headline(data, soc, state)
st.markdown(f":small[{LEGEND} · – not found. Press a figure for its date and sources.]")

outline: dict[str, Callable[[], None]] = {
    "Pay over the years": partial(official.by_year, data, soc),
    "State by state": partial(official.by_state, data, soc, state, PAGE),
    "By industry": partial(official.by_industry, data, soc),
    "How the work will grow": partial(official.outlook, data, soc),
    "What this occupation is": partial(official.about, data, soc),
    "What people report, by credential": partial(reported.by_credential, data),
    "What people report, by number of credentials": partial(reported.by_number, data),
    "What people report, by place of work": partial(reported.by_setting, data),
    "Certified and not": partial(reported.effect, data),
    "Working remotely": partial(reported.remote, data),
    "Does it pay?": partial(payback.draw, PAGE, data, known, soc, state),
    "What else surveys say": partial(reported.findings, data),
    "Where sources disagree, and what is not known": partial(reported.open_ends, data),
}
if not jobs[soc].facts:
    del outline["What this occupation is"]
with st.sidebar:
    st.markdown("**On this page**")
    st.markdown("\n".join(f"- [{title}](#{anchor_of(title)})" for title in outline))

for title, draw in outline.items():
    st.header(title, anchor=anchor_of(title), help=glossary.for_label(title))
    draw()
address.write(PAGE, params)
