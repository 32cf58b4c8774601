"""Am I eligible: one question at a time, and what the answers lead to."""

from functools import partial

import streamlit as st

from cert_model.eligibility import receipt
from cert_model.explore.comparison import MOST
from cert_model.overview import overviews
from ui.components import choices
from ui.eligibility import about, answers, ask, outcomes, receipt_page
from ui.shell import old_address as address
from ui.shell import person, routes, scroll
from ui.shell.resources import catalog

PAGE = person.PAGE
VIEWS = {
    "outcomes": "Where I stand",
    "changes": "What would change it",
    "answers": "Check my answers",
}

data = catalog()
known = overviews(data)
params: list[address.Param] = sorted(
    [
        *person.params(data),
        *about.params(data),
        address.One("view", list(VIEWS), "outcomes"),
        address.One(ask.QUESTION, ask.questions(data)),
        address.Many(ask.SKIPPED, ask.questions(data)),
        address.Resolved("was", answers.receipt_text),
    ],
    key=lambda param: param.name,
)
refused = address.read(PAGE, params)
refused += person.drop_what_means_nothing(data)

st.title("Am I eligible?")
address.explain(refused)
st.markdown(
    "Answer what you can, and see which exams you may sit for: six to nine questions for people "
    "like those you can start as. Your answers stay in this browser tab and its address; nothing "
    "is stored."
)
with st.container(horizontal=True):
    answers.starting_points(PAGE, data)
    about.choose(data)
given, scope = about.given(data), about.scope(data)
mine = person.personal_view(data).interview

asking, standing = st.columns([3, 2], gap="large")
with asking:
    ask.draw(PAGE, mine, scope)
with standing, st.container(border=True):
    outcomes.standing(mine, scope)

answers.since(PAGE, mine, given)
view = choices.one_of(PAGE, "view", "Show", VIEWS, hidden=True)
address.write(PAGE, params)
if view == "answers":
    answers.check(PAGE, mine)
elif view == "changes":
    outcomes.what_opens_more(mine, given)
else:
    may_sit = outcomes.open_now(mine, scope)[:MOST]
    with st.container(horizontal=True):
        if len(may_sit) > 1 and st.button(f"Compare the first {len(may_sit)} I may sit for"):
            routes.compare(may_sit)
        st.download_button(
            "Receipt to print or send",
            partial(
                receipt_page.page,
                mine,
                given,
                address.link(PAGE, params, was=receipt.issue_receipt(data, mine.verdicts).format()),
            ),
            file_name="eligibility.html",
            mime="text/html",
            on_click="ignore",
        )
        with st.popover("Link to these answers", type="tertiary"):
            st.code(address.link(PAGE, params), language=None, wrap_lines=True)
    outcomes.by_verdict(mine, given, scope)
scroll.when_asked(ask.PLACE)
