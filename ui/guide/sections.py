"""The sections of the page Guide: its contents, and what each of its parts shows."""

from collections.abc import Callable
from typing import cast

import streamlit as st

from cert_model.formatting.markdown import escape, heading_anchor
from ui.components import choices, prose
from ui.guide.view_model import QUESTIONS, GuideState, GuideView, Passage
from ui.shell import browser, session

PAGE = GuideState.page
READING_WIDTH = 720
_WITHIN_A_PART = ("question", "term", "q")
"""The choices that mean nothing once another part is opened."""


def contents(view: GuideView) -> None:
    """The list of the guide's parts; on a phone a box to choose from."""
    # Set anew, or the box, drawn in place of the list, would begin at its first entry.
    session.choose(PAGE, {"chapter": view.state.part})
    draw_choice = cast(Callable[..., None], st.selectbox if browser.narrow() else st.radio)
    draw_choice(
        "Chapter",
        list(view.titles),
        format_func=view.titles.__getitem__,
        key=session.key(PAGE, "chapter"),
        on_change=_open,
        persist_state="session",
    )


def chapter(view: GuideView) -> None:
    """The summary of a chapter, then its sections."""
    st.header(view.title, anchor=False)
    _passage(view, view.summary)
    for section in view.sections:
        st.subheader(escape(section.title), anchor=heading_anchor(section.title))
        _passage(view, section)


def questions(view: GuideView) -> None:
    """The chosen question with its answer, or the list of questions with a box to search it."""
    answer = view.answer
    if answer is not None:
        _open_button("← All questions", "back", chapter=QUESTIONS)
        st.header(escape(answer.title), anchor=False)
        _passage(view, answer)
        return
    st.header(view.title, anchor=False)
    choices.search_box(PAGE, "Search questions and answers", "degree, CPC, online …")
    if view.search_result:
        st.markdown(view.search_result)
    with st.container(gap=None):
        for question in view.matching_questions:
            _open_button(question.question, question.id, question=question.id)


def glossary(view: GuideView) -> None:
    """A box to find a term, its meaning with its sources, and the meaning of every term."""
    st.header(view.title, anchor=False)
    st.selectbox(
        "Find a term and its sources",
        list(view.terms),
        index=None,
        format_func=lambda key: view.terms[key].term.title,
        placeholder="Type an abbreviation or a word",
        key=session.key(PAGE, "term"),
        persist_state="session",
    )
    term = view.chosen_term
    if term is not None:
        st.subheader(escape(term.title), anchor=False)
        _passage(view, term)
        st.subheader("All terms", anchor=False)
    st.markdown("\n\n".join(explained.line for explained in view.terms.values()))


def neighbors(view: GuideView) -> None:
    """Buttons to the part before and the part after."""
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if view.previous is not None:
            _open_button(f"← {view.previous.title}", "before", chapter=view.previous.name)
        if view.next is not None:
            _open_button(f"{view.next.title} →", "after", chapter=view.next.name)


def _passage(view: GuideView, passage: Passage) -> None:
    prose.passage(view.catalog, *passage)


def _open_button(label: str, name: str, **chosen: str) -> None:
    """A button that opens another view of the guide; ``name`` sets it apart from others."""
    key = session.key(PAGE, name)
    st.button(escape(label), key=key, type="tertiary", on_click=_open, kwargs=chosen)


def _open(**chosen: str) -> None:
    """Callback: open another view of the guide, and drop what was chosen within the one before."""
    session.reset(PAGE, *_WITHIN_A_PART)
    session.choose(PAGE, chosen)
