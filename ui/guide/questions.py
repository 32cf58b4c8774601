"""Questions people ask: a list to search, or one of them with its answer."""

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting import format_count
from cert_model.formatting.markdown import escape
from cert_model.schema.texts import CommonQuestion
from ui.components import prose
from ui.guide.contents import LONGEST_SEARCH, PAGE, QUESTION, QUESTIONS, SEARCH, held, way
from ui.shell import old_address as address
from ui.shell.resources import writer


def draw(catalog: Catalog) -> None:
    """The question that the address names with its answer, or the list."""
    asked = catalog.texts.faq.questions
    chosen = next((each for each in asked if each.id == held(QUESTION)), None)
    if chosen is not None:
        _answer(catalog, chosen)
        return
    st.header("Questions people ask", anchor=False)
    words = st.text_input(
        "Search questions and answers",
        key=address.key(PAGE, SEARCH),
        max_chars=LONGEST_SEARCH,
        persist_state="session",
    )
    found = [each for each in asked if _holds(each, words or "")]
    if words:
        st.markdown(f"{format_count(len(found), 'question')} with “{escape(words)}”.")
    with st.container(gap=None):
        for each in found:
            way(each.question, each.id, question=each.id)


def _answer(catalog: Catalog, chosen: CommonQuestion) -> None:
    way("← All questions", "back", chapter=QUESTIONS)
    st.header(escape(chosen.question), anchor=False)
    prose.passage(catalog, chosen.question, writer().write(chosen.text, chosen.src), chosen.doors)


def _holds(asked: CommonQuestion, words: str) -> bool:
    """Whether a question or its answer holds every one of the words."""
    told = f"{asked.question} {writer().write(asked.text).markdown}".casefold()
    return all(word in told for word in words.casefold().split())
