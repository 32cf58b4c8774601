"""A link to share, and beside it what it reveals of the person."""

from collections.abc import Iterator

import streamlit as st

from cert_model.formatting import format_count, join_words
from cert_model.formatting.markdown import escape
from ui.shell.visitor import Visitor


def describe_revealed(visitor: Visitor) -> str:
    """What a link with a visitor's profile reveals, in a sentence or two."""
    parts = list(_parts(visitor))
    if not parts:
        return "The link contains nothing about you."
    return f"Anyone who opens the link sees {join_words(parts)}. It contains no name."


def _parts(visitor: Visitor) -> Iterator[str]:
    wishes = (visitor.wishes.situation, visitor.wishes.draw, visitor.wishes.priority)
    if any(wishes):
        yield "what you want"
    if visitor.answers:
        yield f"your {format_count(len(visitor.answers), 'answer')}"
    if visitor.picked:
        yield "the credentials that you picked"
    if visitor.home_state:
        yield "your state"
    if visitor.pay:
        yield "your pay"
    if visitor.hours_a_week:
        yield "your hours of study"
    if visitor.is_student:
        yield "that you are a student"
    if visitor.passed:
        yield "when you passed your exams"
    if visitor.renews or visitor.earned:
        yield "your renewal dates and CEUs"


def link(label: str, address: str, visitor: Visitor) -> None:
    """A button that opens to a link to copy, and to what it reveals."""
    with st.popover(label, key="on-screen-share"):
        st.code(address, language=None, wrap_lines=True)
        st.markdown(f":small[{escape(describe_revealed(visitor))}]")
