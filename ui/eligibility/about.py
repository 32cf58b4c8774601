"""What the questions are about: everything, work that interests, or a few credentials."""

from collections.abc import Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.eligibility import exam_ids
from cert_model.explore.comparison import MOST
from cert_model.vocabulary import Role
from ui.components import chooser
from ui.shell import old_address as address
from ui.shell import person, scroll

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
    return list(st.session_state[_FOR]) or exam_ids(catalog, catalog.credentials)


def scope(catalog: Catalog) -> list[str]:
    """Those of the same that the questions are about."""
    interest = set(() if st.session_state[_FOR] else st.session_state[_INTEREST] or ())
    return [
        key
        for key in given(catalog)
        if not interest or interest & set(catalog.credentials[key].roles)
    ]


def alone() -> bool:
    """Whether everything is about one exam, chosen by name."""
    return len(st.session_state[_FOR]) == 1


def only(ids: Sequence[str]) -> None:
    """Callback: ask about these alone, or about all of them again."""
    st.session_state[_FOR] = list(ids)
    scroll.ask()


def choose(catalog: Catalog) -> None:
    """Draw the choice of what to ask about, and the way back to everything."""
    chosen, interest = st.session_state[_FOR], st.session_state[_INTEREST] or ()
    title = "Ask only about …"
    if chosen:
        title = f"Only about {', '.join(catalog.labels[key] for key in chosen)}"
    elif interest:
        title = f"First about {', '.join(Role(each).label.lower() for each in interest)}"
    with st.popover(title, key="about"):
        if not chosen:
            _choose_work()
        st.markdown("Exams: questions and outcomes are then about these alone.")
        chooser.choose(person.PAGE, FOR, catalog, MOST)
    way_back("about:all")


def way_back(key: str) -> None:
    """Draw the button that leads from a few exams to all, if there is a way to go."""
    if st.session_state[_FOR] or st.session_state[_INTEREST]:
        st.button("About all exams again", key=key, type="tertiary", on_click=_everything)


def _everything() -> None:
    """Callback: ask about all exams."""
    st.session_state[_INTEREST] = []
    only(())


def _choose_work() -> None:
    st.pills(
        "Work that interests me",
        list(Role),
        selection_mode="multi",
        format_func=lambda role: role.label,
        key=_INTEREST,
        persist_state="session",
    )
