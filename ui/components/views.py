"""A page that answers several questions shows one at a time; which one stands in the address."""

from collections.abc import Mapping

import streamlit as st

from cert_model.formatting.markdown import escape
from ui.components import choices

NAME = "view"


def choose_view(page: str, terms: Mapping[str, str]) -> None:
    """Draw a button for each view of a page, with the words on it."""
    choices.one_of(page, NAME, "What to show", terms, hidden=True)


def headline(sentence: str) -> None:
    """The answer, set large at the top of its view."""
    st.markdown(f"## {escape(sentence)}")
