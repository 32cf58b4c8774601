"""One question at a time: why it is asked, its control, and the ways on."""

from collections.abc import Callable

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import NONE, UNSURE, Interview, NextQuestion
from cert_model.eligibility.sentences import question_reach
from cert_model.formatting.markdown import escape
from cert_model.schema.texts import Question
from ui.components import glossary
from ui.eligibility import about, controls
from ui.shell import old_address as address
from ui.shell import person, scroll

QUESTION = "question"
"""The question that somebody went back to; otherwise the next one is asked."""
SKIPPED = "skip"
"""The questions that somebody left for later."""

PLACE = "eligibility-question"
"""The container in which questions are put."""
_LACKING = "eligibility:lacking"


def questions(catalog: Catalog) -> list[str]:
    """The ids of all questions."""
    return [each.id for each in catalog.questions.questions]


def draw(page: str, mine: Interview, scope: list[str]) -> None:
    """The question gone back to, or the one that settles most."""
    asked = mine.next_question(scope, st.session_state[address.key(page, SKIPPED)])
    back_to = st.session_state[address.key(page, QUESTION)]
    words = {each.id: each for each in mine.catalog.questions.questions}
    question = words[back_to] if back_to else asked.question if asked else None
    with st.container(border=True, key=PLACE):
        if question is None:
            _finished(page, mine, scope)
            return
        held = mine.parsed.answers.get(question.id)
        st.markdown(_progress(asked if back_to is None else None, held))
        st.header(question.ask, anchor=False)
        if question.help:
            glossary.style()
            glossary.draw(escape(question.help))
        read = controls.draw(mine.catalog, question, held)
        lacking = st.session_state.pop(_LACKING, None)
        if lacking:
            st.warning(lacking)
        _ways_on(page, mine, question, read, new=back_to is None)


def _progress(asked: NextQuestion | None, held: str | None) -> str:
    if asked is not None:
        return f":small[{escape(question_reach(asked))}]"
    return ":small[You are changing an answer; all others stay.]" if held else ""


def _ways_on(
    page: str, mine: Interview, question: Question, read: controls.Read, new: bool
) -> None:
    given: list[tuple[str, controls.Read]] = [("Answer", read)]
    if controls.allows_none(question):
        given.append(("None of these", lambda: NONE))
    given.append(("I don't know", lambda: UNSURE))
    with st.container(horizontal=True, key=f"{page}:ways-on:{question.id}"):
        for label, answer in given:
            st.button(
                label,
                key=f"{page}:{question.id}:{label}",
                on_click=_give,
                args=(page, mine, question.id, answer),
            )
        if new:
            _aside("Skip for now", f"{page}:{question.id}:skip", skip, page, question.id)
        before = _before(mine.catalog, question.id)
        if before:
            _aside("Back", f"{page}:{question.id}:back", go_to, page, before)


def _aside(label: str, key: str, act: Callable[[str, str], None], page: str, question: str) -> None:
    """A button that answers nothing."""
    st.button(label, key=key, type="tertiary", on_click=act, args=(page, question))


def _before(catalog: Catalog, question: str) -> str | None:
    """The question answered before this one; the last one answered where this one is new."""
    asked = questions(catalog)
    order = [each for each in person.given_in_order(catalog) if each in asked]
    at = order.index(question) if question in order else len(order)
    return order[at - 1] if at else None


def _give(page: str, mine: Interview, question: str, read: controls.Read) -> None:
    try:
        text = read()
    except controls.Unfit as error:
        st.session_state[_LACKING] = str(error)
        return
    if text is None:
        st.session_state[_LACKING] = "Choose an answer first, or press “I don't know”."
        return
    person.give(mine.catalog, question, text)
    st.session_state[address.key(page, QUESTION)] = None
    st.session_state[address.key(page, "was")] = None
    scroll.ask()


def go_to(page: str, question: str) -> None:
    """Callback: put this question, and bring it into view."""
    st.session_state[address.key(page, QUESTION)] = question
    scroll.ask()


def skip(page: str, question: str) -> None:
    """Callback: leave a question for later."""
    held = address.key(page, SKIPPED)
    st.session_state[held] = [*st.session_state[held], question]
    scroll.ask()


def _take_up(page: str) -> None:
    """Callback: put the skipped questions again."""
    st.session_state[address.key(page, SKIPPED)] = []
    scroll.ask()


def _finished(page: str, mine: Interview, scope: list[str]) -> None:
    if mine.next_question(scope):
        st.header("Only what you skipped is left", anchor=False)
        st.button("Take it up", on_click=_take_up, args=(page,))
    else:
        st.header("No question is left", anchor=False)
        st.markdown("Nothing more that we could ask would change an outcome below.")
    for each in mine.catalog.questions.questions:
        if mine.parsed.answers.get(each.id) == UNSURE:
            label = f"You did not know: {escape(each.ask)}"
            st.button(label, key=f"unsure:{each.id}", on_click=go_to, args=(page, each.id))
    about.way_back("finished:all")
