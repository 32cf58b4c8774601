"""The quick quiz: one question at a time about a few credentials, one click each.

Every answer is one of the visitor's profile, so that all pages know it at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from cert_model.candidates import Draw, Wishes, sentences
from cert_model.candidates.quiz import DRAW, QuickQuestion, QuickQuiz
from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import NONE, UNSURE, with_answer
from cert_model.eligibility.questionnaire.topics import CREDENTIALS
from cert_model.formatting import format_count
from cert_model.formatting.markdown import escape
from cert_model.schema.texts import Question
from ui.components import lapsed_link
from ui.components.choices import choose_credentials
from ui.shell import person, session, window

_PAGE = "quiz"
_ASKED = "quiz:asked"
"""The note of the questions that the quiz put."""
_UNSURE_LABEL, _NONE_LABEL = "I don't know", "None of these"


def draw(catalog: Catalog, scope: Sequence[str]) -> None:
    """The next question about these credentials, by id; or that plans are ready."""
    quiz = _quiz(catalog, scope, person.visitor(catalog).wishes)
    _draw(catalog, quiz, sentences.PLAN_IS_READY)


def asks_what_is_held(catalog: Catalog) -> bool:
    """Whether the next question is which credentials somebody holds who says that they do."""
    return _quiz(catalog, [], person.visitor(catalog).wishes).may_hold_some


def show_what_is_held(catalog: Catalog, sentence: str) -> None:
    """What somebody holds, in a sentence, and a button that asks for it again."""

    def ask_again() -> None:
        held = person.visitor(catalog).answers.get(CREDENTIALS, "")
        person.replace_answers(catalog, with_answer(person.answers(catalog), CREDENTIALS, None))
        session.choose(_PAGE, {CREDENTIALS: held.split(",")})

    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{escape(sentence)}**")
        label = ":primary[Change what you hold]"
        st.button(label, key=f"{_PAGE}:held", type="tertiary", on_click=ask_again)


def draw_about_one(catalog: Catalog, key: str) -> None:
    """The next question about a credential that is chosen already; or that none is left.

    What work draws the person is not asked. Where the quiz has nothing to ask from the beginning,
    nothing is drawn.
    """
    wishes = person.visitor(catalog).wishes
    settled = replace(wishes, draw=wishes.draw or Draw.NOT_SURE)
    quiz = _quiz(catalog, [key], settled)
    if session.note(_ASKED) or quiz.open_questions:
        _draw(catalog, quiz, sentences.NO_QUESTION_LEFT)


def _quiz(catalog: Catalog, scope: Sequence[str], wishes: Wishes) -> QuickQuiz:
    answers = person.visitor(catalog).answers
    return QuickQuiz(catalog, wishes, answers, tuple(scope), _asked(catalog))


def _asked(catalog: Catalog) -> list[str]:
    """The questions that the quiz put and whose answers still stand, the last one last."""
    answers = person.visitor(catalog).answers
    return [name for name in session.note(_ASKED, ()) if name in answers or name == DRAW]


def _draw(catalog: Catalog, quiz: QuickQuiz, at_the_end: str) -> None:
    question, asked = quiz.next_question, _asked(catalog)
    with window.on_screen("quiz", border=True):
        if question is None:
            st.markdown(f"**{at_the_end}**")
        else:
            _question(catalog, question)
        if asked:
            _take_back(catalog, asked[-1])


def _question(catalog: Catalog, question: QuickQuestion) -> None:
    left = format_count(question.left_at_most, "quick question")
    paragraphs = [f":small[At most {left} for an exact answer.]"]
    words = question.question
    if words is not None:
        paragraphs.append(f"**{escape(words.ask)}**")
        paragraphs += [f":small[{escape(words.help)}]"] if words.help else []
    st.markdown("\n\n".join(paragraphs))
    if words is None:
        _choose(catalog, DRAW, sentences.WHAT_DRAWS_YOU, question.choices)
        return
    if words.id == CREDENTIALS:
        _choose_credentials(catalog, words)
    elif question.takes_several:
        _choose_several(catalog, words)
    else:
        _choose(catalog, words.id, words.ask, _choices(question))
    if question.asks_for_months:
        st.markdown(f":small[{escape(sentences.RANGES_NOTE)}]")


def _choices(question: QuickQuestion) -> Mapping[str, str]:
    """The choices of a question by the answer that each gives."""
    return {**question.choices, UNSURE: _UNSURE_LABEL}


def _choose(catalog: Catalog, name: str, ask: str, choices: Mapping[str, str]) -> None:
    """Pills of which one click gives the answer."""
    key = session.key(_PAGE, name)
    st.pills(
        ask,
        list(choices),
        format_func=lambda term: escape(choices[term]),
        key=key,
        label_visibility="collapsed",
        on_change=lambda: _answer(catalog, name, session.text_of(key)),
    )


def _choose_several(catalog: Catalog, question: Question) -> None:
    key = session.key(_PAGE, question.id)
    st.pills(
        question.ask,
        list(question.options),
        selection_mode="multi",
        format_func=lambda term: escape(question.options[term]),
        key=key,
        label_visibility="collapsed",
    )
    _done(catalog, question.id, key)


def _choose_credentials(catalog: Catalog, question: Question) -> None:
    """A list to which a box adds one at a time, so that nothing stays open over the page."""
    key = session.key(_PAGE, question.id)
    if session.choice(_PAGE, question.id) is None:
        session.choose(_PAGE, {question.id: []})
    most = len(catalog.credentials)
    choose_credentials(_PAGE, question.id, catalog, most, label="Add one that you hold")
    _done(catalog, question.id, key)
    lapsed_link.draw()


def _done(catalog: Catalog, name: str, key: str) -> None:
    """The buttons below several choices: these, none, or not known."""

    def give(text: str | None = None) -> None:
        _answer(catalog, name, text or ",".join(session.texts_of(key)) or None)

    answers = {"Done": None, _NONE_LABEL: NONE, _UNSURE_LABEL: UNSURE}
    with st.container(horizontal=True, gap="small"):
        for label, text in answers.items():
            st.button(label, key=f"{_PAGE}:{name}:{label}", on_click=partial(give, text))


def _answer(catalog: Catalog, name: str, text: str | None) -> None:
    """Callback: take an answer into the visitor's profile."""
    if text is None:
        return
    if name != DRAW:
        person.answer(catalog, name, text)
    elif text in list(Draw):
        _wish(catalog, Draw(text))
    session.reset(_PAGE, name)
    others = [other for other in session.note(_ASKED, ()) if other != name]
    session.keep_note(_ASKED, [*others, name])


def _wish(catalog: Catalog, draw: Draw | None) -> None:
    person.change(catalog, wishes=replace(person.visitor(catalog).wishes, draw=draw))


def _take_back(catalog: Catalog, name: str) -> None:
    """A button that asks the last question again."""

    def forget() -> None:
        if name == DRAW:
            _wish(catalog, None)
        else:
            person.replace_answers(catalog, with_answer(person.answers(catalog), name, None))

    st.button("Change my last answer", key=f"{_PAGE}:back", type="tertiary", on_click=forget)
