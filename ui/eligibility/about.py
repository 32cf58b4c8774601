"""What the questions are about: everything, work that interests, or a few credentials."""

from collections.abc import Mapping, Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.catalog.overview import Overview
from cert_model.comparison import MOST
from cert_model.eligibility import exams
from cert_model.vocabulary import Role
from ui import address, chooser, person, scroll

FOR, INTEREST = "for", "interest"
_FOR = address.key(person.PAGE, FOR)
_INTEREST = address.key(person.PAGE, INTEREST)


def params(catalog: Catalog) -> list[address.Param]:
    """What the address says of it."""
    return [
        address.Ordered(FOR, catalog.resolve, MOST),
        address.Many(INTEREST, list(Role)),
    ]


def given(catalog: Catalog) -> list[str]:
    """The credentials of which an exam is, or may be, given; or the few chosen."""
    return list(st.session_state[_FOR]) or exams(catalog, catalog.credentials)


def scope(catalog: Catalog) -> list[str]:
    """Those of the same that the questions are about."""
    interest = set(() if st.session_state[_FOR] else st.session_state[_INTEREST] or ())
    return [
        key
        for key in given(catalog)
        if not interest or interest & set(catalog.credentials[key].roles)
    ]


def only(ids: Sequence[str]) -> None:
    """Callback: ask about these alone, or about all of them again."""
    st.session_state[_FOR] = list(ids)
    scroll.ask()


def choose_credentials(known: Mapping[str, Overview]) -> None:
    """Draw the choice of a few credentials, and the way back to all."""
    chosen = st.session_state[_FOR]
    labels = ", ".join(known[key].label for key in chosen)
    with st.popover(f"Only about {labels}" if chosen else "Only about some exams", key="about"):
        st.markdown("Questions and outcomes are about these alone.")
        chooser.choose(person.PAGE, FOR, known, MOST)
    if chosen:
        st.button("About all exams again", type="tertiary", on_click=only, args=((),))


def choose_interest() -> None:
    """Draw the choice of work; a few credentials chosen stand in its place."""
    if not st.session_state[_FOR]:
        st.pills(
            "Ask only about work that interests me",
            list(Role),
            selection_mode="multi",
            format_func=lambda role: role.label,
            key=_INTEREST,
            persist_state="session",
        )
