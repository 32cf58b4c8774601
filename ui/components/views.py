"""A page that answers several questions shows one at a time; which one stands in the address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from cert_model.formatting.markdown import escape
from ui.components import choices

NAME = "view"


@dataclass(frozen=True)
class View:
    """The question that is answered.

    ``implied`` is the one that the page's other choices ask for: a link with credentials to
    pay back needs no word on the view. It reads them from the session, so in a page's list of
    choices the view stands after them.
    """

    terms: Mapping[str, str]
    """Each view by its term, with the words on its button."""
    implied: Callable[[], str]
    name: str = NAME

    def parse(self, text: str) -> tuple[str, list[str]]:
        """The view asked for, or the implied one with the text that means nothing."""
        if text in self.terms:
            return text, []
        return self.implied(), [text] if text else []

    def format(self, value: str | None) -> str:
        """Nothing for the implied view."""
        return value if value and value != self.implied() else ""


def choose(page: str, view: View) -> str:
    """Draw the buttons, and say which view is chosen."""
    chosen = choices.one_of(page, view.name, "What to show", view.terms, hidden=True)
    return chosen or view.implied()


def choose_view(page: str, terms: Mapping[str, str]) -> None:
    """Draw a button for each view of a page, with the words on it."""
    choices.one_of(page, NAME, "What to show", terms, hidden=True)


def headline(sentence: str) -> None:
    """The answer, set large at the top of its view."""
    st.markdown(f"## {escape(sentence)}")
