"""Controls that several pages draw alike, each kept among the choices of its page."""

from collections.abc import Mapping

import streamlit as st

from cert_model.explore.filters import SEARCH
from cert_model.explore.search import LONGEST_QUERY
from ui.shell import session


def one_of(
    page: str,
    name: str,
    label: str,
    terms: Mapping[str, str],
    *,
    note: str | None = None,
    hidden: bool = False,
) -> str:
    """One of a few terms, each with its words; a ``hidden`` label is for screen readers alone."""
    st.segmented_control(
        label,
        list(terms),
        format_func=terms.__getitem__,
        key=session.key(page, name),
        required=True,
        persist_state="session",
        help=note,
        label_visibility="collapsed" if hidden else "visible",
    )
    chosen: str = session.choice(page, name)
    return chosen


def search(page: str, label: str, placeholder: str, width: int | None = None) -> None:
    """The box to search a list in, which answers as one types; as wide as its place, or less."""
    st.text_input(
        label,
        type="search",
        live=True,
        max_chars=LONGEST_QUERY,
        placeholder=placeholder,
        key=session.key(page, SEARCH),
        persist_state="session",
        width=width or "stretch",
    )
