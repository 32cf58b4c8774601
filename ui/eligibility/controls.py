"""The control of one question, and the text of the answer set in it."""

from collections.abc import Callable

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import UNSURE
from cert_model.eligibility.questionnaire.topics import MONTHS_PREFIX
from cert_model.formatting.markdown import escape
from cert_model.schema.texts import Question
from cert_model.vocabulary import Approver
from ui.components import choices
from ui.eligibility import answer_texts
from ui.eligibility.state import EligibilityState
from ui.shell import session

_YEARS_AGO = {
    "": "I don't know",
    "0": "This year",
    "1": "1 year ago",
    "3": "2 or 3 years ago",
    "4": "4 years ago",
    "5": "5 years ago",
    "6": "More than 5 years ago",
}

ReadAnswer = Callable[[], str | None]
"""Gives the answer that a control holds, or None where nothing is chosen; raises BadInput.

It is called in the callback, when the browser has sent the newest choice with the click.
"""


def draw(catalog: Catalog, question: Question, answer: str | None) -> ReadAnswer:
    """Draw the control of a question with the answer given before, and say how to read it."""
    earlier = None if answer == UNSURE else answer
    if question.id in answer_texts.ONE_OF:
        return _one_of(question, earlier)
    if question.id == "age":
        return _age(earlier)
    if question.id == "training":
        return _training(question, earlier)
    if question.id == "credentials":
        return _credentials(catalog, earlier)
    if question.id.startswith(MONTHS_PREFIX):
        return _months(question, earlier)
    return _some_of(question, earlier)


def _draft(question: str, part: str = "") -> str:
    """The name under which the page keeps what a control holds before it is an answer."""
    return f"draft:{question}{part}"


def _key(question: str, part: str = "") -> str:
    return session.key(EligibilityState.page, _draft(question, part))


def _one_of(question: Question, earlier: str | None) -> ReadAnswer:
    terms = list(question.options)
    st.radio(
        question.ask,
        terms,
        index=terms.index(earlier) if earlier in terms else None,
        format_func=lambda term: escape(question.options[term]),
        key=_key(question.id),
        label_visibility="collapsed",
    )
    return lambda: session.text_of(_key(question.id))


def _some_of(question: Question, earlier: str | None) -> ReadAnswer:
    _pills(question, (earlier or "").split(","))
    return lambda: _joined(question.id)


def _pills(question: Question, chosen: list[str]) -> list[str]:
    return st.pills(
        question.ask,
        list(question.options),
        selection_mode="multi",
        default=[term for term in question.options if term in chosen],
        format_func=lambda term: escape(question.options[term]),
        key=_key(question.id),
        label_visibility="collapsed",
    )


def _joined(question: str) -> str | None:
    return ",".join(session.texts_of(_key(question))) or None


def _credentials(catalog: Catalog, earlier: str | None) -> ReadAnswer:
    chosen = (earlier or "").split(",")
    st.multiselect(
        "Credentials you hold",
        list(catalog.credentials),
        default=[key for key in catalog.credentials if key in chosen],
        format_func=choices.titles(catalog).__getitem__,
        placeholder="Type an abbreviation or a name",
        key=_key("credentials"),
        select_all=False,
    )
    return lambda: _joined("credentials")


def _age(earlier: str | None) -> ReadAnswer:
    _number("Years", _key("age"), int(earlier) if earlier else None)
    return lambda: answer_texts.age_answer(session.number_of(_key("age")))


def _number(label: str, key: str, value: int | None) -> None:
    """A box for a whole number, without ends of its own: beyond them it would send nothing."""
    st.number_input(label, value=value, step=1, key=key, width=160)


def _months(question: Question, earlier: str | None) -> ReadAnswer:
    years, months = answer_texts.years_and_months(earlier)
    keys = _key(question.id), _key(question.id, ":rest")
    with st.container(horizontal=True):
        _number("Years", keys[0], years)
        _number("and months", keys[1], months)
    return lambda: answer_texts.months_answer(*map(session.number_of, keys))


def _training(question: Question, earlier: str | None) -> ReadAnswer:
    programs = answer_texts.training_programs(earlier)
    for subject in _pills(question, list(programs)):
        _program(question, subject, *programs.get(subject, ("", "")))
    return _training_answer


def _training_answer() -> str | None:
    """The programs chosen, each with its approver and year as far as they were given."""
    return answer_texts.training_answer(
        {
            subject: [
                session.text_of(_key("training", f":{subject}:{part}")) or ""
                for part in ("by", "when")
            ]
            for subject in session.texts_of(_key("training"))
        }
    )


def _program(question: Question, subject: str, approver: str, years_since: str) -> None:
    """Boxes for who approved a program and when it was finished."""
    label = question.options[subject]
    approvers = ["", *Approver]
    years = list(dict.fromkeys([*_YEARS_AGO, years_since]))
    with st.container(horizontal=True):
        st.selectbox(
            f"{label}: approved by",
            approvers,
            index=approvers.index(approver) if approver in approvers else 0,
            format_func=lambda term: Approver(term).label if term else "I don't know",
            key=_key("training", f":{subject}:by"),
            width=240,
        )
        st.selectbox(
            f"{label}: finished",
            years,
            index=years.index(years_since),
            format_func=lambda year: _YEARS_AGO.get(year, f"{year} years ago"),
            key=_key("training", f":{subject}:when"),
            width=240,
        )
