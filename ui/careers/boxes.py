"""Which question is asked, of which work and in which state."""

from collections.abc import Mapping

import streamlit as st

from cert_model import careers
from cert_model.schema.career_files import Occupation
from cert_model.vocabulary import State
from ui.components import views
from ui.shell import old_address as address

PAGE = "careers"
VIEWS = {
    "pay": "Pay",
    "places": "Places",
    "reported": "By credential",
    "outlook": "Outlook",
    "payback": "Does it pay?",
}
_OF_WORK = {"pay", "places", "outlook", "payback"}
_OF_STATE = {"pay", "places", "payback"}


def view() -> views.View:
    """The question; credentials in the address ask whether they pay."""
    return views.View(VIEWS, _implied)


def _implied() -> str:
    return "payback" if st.session_state[address.key(PAGE, "plan")] else "pay"


def params(jobs: Mapping[str, Occupation]) -> list[address.Param]:
    """The work and the state, as the address writes them."""
    return [
        address.One("work", list(jobs), careers.CODER_SOC),
        address.One("state", [state.value for state in State]),
    ]


def draw(jobs: Mapping[str, Occupation], shown: str) -> tuple[str, State | None]:
    """The boxes that bear on what is shown, and what is chosen, there or earlier."""
    with st.container(horizontal=True, gap="small"):
        if shown in _OF_WORK:
            st.selectbox(
                "Work",
                list(jobs),
                format_func=lambda each: jobs[each].title,
                key=address.key(PAGE, "work"),
                persist_state="session",
                width=400,
            )
        if shown in _OF_STATE:
            st.selectbox(
                "State",
                [state.value for state in State],
                index=None,
                format_func=lambda each: State(each).label,
                placeholder="The nation",
                key=address.key(PAGE, "state"),
                persist_state="session",
                width=260,
            )
    letters = st.session_state[address.key(PAGE, "state")]
    return st.session_state[address.key(PAGE, "work")], State(letters) if letters else None
