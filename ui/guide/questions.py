"""Questions people ask: a list to search, or one of them with its answer."""

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.content import write_text
from cert_model.content.guide import find_questions
from cert_model.formatting import format_count
from cert_model.formatting.markdown import escape
from cert_model.schema.texts import CommonQuestion
from ui.components import prose
from ui.guide.contents import LONGEST_SEARCH, PAGE, QUESTION, QUESTIONS, SEARCH, held, way
from ui.shell import old_address as address


def draw(catalog: Catalog) -> None:
    """The question that the address names with its answer, or the list."""
    questions = catalog.texts.faq.questions
    chosen = next((question for question in questions if question.id == held(QUESTION)), None)
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
    matching = find_questions(catalog, words or "")
    if words:
        st.markdown(f"{format_count(len(matching), 'question')} with “{escape(words)}”.")
    with st.container(gap=None):
        for question in matching:
            way(question.question, question.id, question=question.id)


def _answer(catalog: Catalog, chosen: CommonQuestion) -> None:
    way("← All questions", "back", chapter=QUESTIONS)
    st.header(escape(chosen.question), anchor=False)
    answer = write_text(catalog, chosen.text, chosen.src)
    prose.passage(catalog, chosen.question, answer, chosen.doors)
