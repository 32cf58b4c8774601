"""One question at a time: why it is asked, its control, and the buttons that answer or leave it."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import NONE, UNSURE
from cert_model.eligibility.questionnaire.topics import CREDENTIALS
from cert_model.formatting.markdown import escape
from ui.components import glossary, lapsed_link
from ui.eligibility import answer_texts, controls
from ui.eligibility.rows import AskedQuestion
from ui.eligibility.state import EligibilityState
from ui.eligibility.view_model import HELD, EligibilityView
from ui.shell import browser, person, session

PAGE = EligibilityState.page
PLACE = "eligibility-question"
"""The key of the container in which questions are put."""
_ANSWER = "Answer"
_PROBLEM = "eligibility:problem"
"""The note that says why an answer was not accepted."""


def draw(view: EligibilityView) -> None:
    """The question gone back to, or the one that settles most; or that none is left."""
    with st.container(border=True, key=PLACE):
        if view.asked is None:
            _no_question(view)
        else:
            _question(view.catalog, view.asked)


def _question(catalog: Catalog, asked: AskedQuestion) -> None:
    question = asked.question
    st.header(question.ask, anchor=False)
    if question.help:
        glossary.style()
        glossary.draw(escape(question.help))
    read_answer = controls.draw(catalog, question, asked.answer)
    problem = session.take_note(_PROBLEM)
    if problem:
        st.warning(problem)
    with st.container(horizontal=True, key=f"{PAGE}:buttons:{question.id}"):
        _answer_buttons(catalog, asked, read_answer)
        if asked.is_next:
            _quiet_button("Skip for now", question.id, _skip, question.id)
        earlier = _question_before(catalog, question.id)
        if earlier:
            _quiet_button("Back", question.id, go_to, earlier)
    if question.id == CREDENTIALS:
        lapsed_link.draw()
    if asked.note:
        st.markdown(f":small[{escape(asked.note)}]")


def _answer_buttons(
    catalog: Catalog, asked: AskedQuestion, read_answer: controls.ReadAnswer
) -> None:
    answers: dict[str, controls.ReadAnswer] = {_ANSWER: read_answer}
    if answer_texts.accepts_none(asked.question):
        answers["None of these"] = lambda: NONE
    answers["I don't know"] = lambda: UNSURE
    for label, read in answers.items():
        st.button(
            label,
            key=f"{PAGE}:{asked.question.id}:{label}",
            type="primary" if label == _ANSWER else "secondary",
            on_click=_answer,
            args=(catalog, asked.question.id, read),
        )


def _quiet_button(label: str, question: str, act: Callable[..., None], *args: Any) -> None:
    """A button beside a question that gives no answer."""
    st.button(label, key=f"{PAGE}:{question}:{label}", type="tertiary", on_click=act, args=args)


def _question_before(catalog: Catalog, question: str) -> str | None:
    """The question answered before this one; the last one answered where this one is new."""
    ids = {item.id for item in catalog.questions.questions}
    order = [name for name in person.answered_in_order(catalog) if name in ids]
    place = order.index(question) if question in order else len(order)
    return order[place - 1] if place else None


def _answer(catalog: Catalog, question: str, read_answer: controls.ReadAnswer) -> None:
    try:
        text = read_answer()
    except answer_texts.BadInput as error:
        session.keep_note(_PROBLEM, str(error))
        return
    if text is None:
        session.keep_note(_PROBLEM, "Choose an answer first, or press “I don't know”.")
        return
    person.answer(catalog, question, text)
    session.reset(PAGE, "question", "was")
    browser.ask_to_scroll()


def go_to(question: str) -> None:
    """Callback: put this question, and bring it into view."""
    session.choose(PAGE, {"question": question})
    browser.ask_to_scroll()


def _skip(question: str) -> None:
    """Callback: leave a question for later."""
    session.choose(PAGE, {"skip": [*(session.choice(PAGE, "skip") or ()), question]})
    browser.ask_to_scroll()


def _ask_skipped() -> None:
    """Callback: put the skipped questions again."""
    session.reset(PAGE, "skip")
    browser.ask_to_scroll()


def limit_to(*ids: str) -> None:
    """Callback: ask about these exams alone."""
    session.choose(PAGE, {"for": list(ids)})
    browser.ask_to_scroll()


def name_credentials(view: EligibilityView) -> None:
    """A button for people who hold a credential, since that bears on every outcome."""
    if view.may_name_credentials:
        st.button(
            "I hold a credential",
            key="name-credentials",
            type="tertiary",
            on_click=go_to,
            args=(HELD,),
        )


def back_to_all(view: EligibilityView, key: str) -> None:
    """A button that widens the questions from a few exams to all; nothing where they are all."""
    if view.state.is_limited:
        st.button("Back to all exams", key=key, type="tertiary", on_click=_widen)


def _widen() -> None:
    session.choose(PAGE, {"for": [], "interest": []})
    browser.ask_to_scroll()


def _no_question(view: EligibilityView) -> None:
    if view.has_skipped_questions:
        st.header("Only skipped questions are left", anchor=False)
        st.button("Answer them now", on_click=_ask_skipped)
    else:
        st.header("No questions are left", anchor=False)
        change = "No further answer would change"
        if view.unsure_questions:
            change = "Only what you did not know may change"
        st.markdown(f"{change} an outcome below.")
    for question in view.unsure_questions:
        label = f"You answered “I don't know”: {escape(question.ask)}"
        st.button(label, key=f"unsure:{question.id}", on_click=go_to, args=(question.id,))
    back_to_all(view, "finished:all")
