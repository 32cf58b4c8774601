"""One question on screen: its control, and the text of the answer set in it."""

from collections.abc import Callable

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.eligibility.profile import LONGEST_LIFE, MOST_MONTHS
from cert_model.eligibility.questionnaire import NONE, UNSURE
from cert_model.eligibility.questionnaire.topics import MONTHS_PREFIX
from cert_model.formatting import format_count
from cert_model.formatting.markdown import escape
from cert_model.overview import overviews
from cert_model.schema.texts import Question
from cert_model.vocabulary import Approver

_ONE_OF = ("education", "him-program", "him-stage")
_YEARS_AGO = {
    "": "I don't know",
    "0": "This year",
    "1": "1 year ago",
    "3": "2 or 3 years ago",
    "4": "4 years ago",
    "5": "5 years ago",
    "6": "More than 5 years ago",
}
_YEAR = 12
_PARTS = ("by", "when")

Read = Callable[[], str | None]
"""Gives the answer that a control holds, or None where nothing is chosen; raises Unfit.

It is asked for in the callback, when the browser has sent the newest choice with the click.
"""


class Unfit(ValueError):
    """What was typed cannot be; says what can."""


def draw(catalog: Catalog, question: Question, held: str | None) -> Read:
    """Draw the control of a question, with the answer given before in it."""
    known = None if held == UNSURE else held
    if question.id in _ONE_OF:
        return _one_of(question, known)
    if question.id == "age":
        return _age(known)
    if question.id == "training":
        return _trainings(question, known)
    if question.id == "credentials":
        return _credentials(catalog, known)
    if question.id.startswith(MONTHS_PREFIX):
        return _months(question, known)
    return _some_of(question, known)


def allows_none(question: Question) -> bool:
    """Whether none of several is an answer."""
    return question.id not in (*_ONE_OF, "age") and not question.id.startswith(MONTHS_PREFIX)


def in_words(catalog: Catalog, question: Question, text: str) -> str:
    """An answer as people say it."""
    if text == UNSURE:
        return "I don't know"
    if text == NONE and NONE not in question.options:
        return "None of these"
    if question.id.startswith(MONTHS_PREFIX):
        years, months = divmod(int(text), _YEAR)
        parts = [format_count(years, "year")] * bool(years) + [
            format_count(months, "month")
        ] * bool(months)
        return " and ".join(parts) or "No time at all"
    if question.id == "credentials":
        return ", ".join(catalog.labels[catalog.resolve(each)] for each in text.split(","))
    words = [question.options.get(each.partition(":")[0], each) for each in text.split(",")]
    return "; ".join(dict.fromkeys(words))


def _key(name: str, part: str = "") -> str:
    return f"eligibility:draft:{name}{part}"


def _one_of(question: Question, held: str | None) -> Read:
    terms = list(question.options)
    st.radio(
        question.ask,
        terms,
        index=terms.index(held) if held in terms else None,
        format_func=lambda term: escape(question.options[term]),
        key=_key(question.id),
        label_visibility="collapsed",
    )
    return lambda: st.session_state[_key(question.id)]


def _some_of(question: Question, held: str | None) -> Read:
    before = (held or "").split(",")
    st.pills(
        question.ask,
        list(question.options),
        selection_mode="multi",
        default=[term for term in question.options if term in before],
        format_func=lambda term: escape(question.options[term]),
        key=_key(question.id),
        label_visibility="collapsed",
    )
    return lambda: ",".join(st.session_state[_key(question.id)]) or None


def _credentials(catalog: Catalog, held: str | None) -> Read:
    before = (held or "").split(",")
    st.multiselect(
        "Credentials you hold",
        list(catalog.credentials),
        default=[key for key in catalog.credentials if key in before],
        format_func=lambda key: overviews(catalog)[key].title,
        placeholder="Type letters or a name",
        key=_key("credentials"),
        select_all=False,
    )
    return lambda: ",".join(st.session_state[_key("credentials")]) or None


def _age(held: str | None) -> Read:
    _number("Years", _key("age"), int(held) if held else None)
    return _years_old


def _number(label: str, key: str, value: int | None) -> None:
    """A box for a whole number, without ends of its own: beyond them it would send nothing."""
    st.number_input(label, value=value, step=1, key=key, width=160)


def _years_old() -> str | None:
    years: int | None = st.session_state[_key("age")]
    if years is not None and not 0 <= years <= LONGEST_LIFE:
        raise Unfit(f"An age is a number from 0 to {LONGEST_LIFE}.")
    return None if years is None else str(years)


def _months(question: Question, held: str | None) -> Read:
    years, months = divmod(int(held), _YEAR) if held else (None, None)
    with st.container(horizontal=True):
        _number("Years", _key(question.id), years)
        _number("and months", _key(question.id, ":rest"), months)
    return lambda: _in_months(question.id)


def _in_months(question: str) -> str | None:
    full, rest = st.session_state[_key(question)], st.session_state[_key(question, ":rest")]
    if full is None and rest is None:
        return None
    months = _YEAR * (full or 0) + (rest or 0)
    if min(full or 0, rest or 0) < 0 or months > MOST_MONTHS:
        raise Unfit(f"Years and months are 0 or more, and {MOST_MONTHS // _YEAR} years at most.")
    return str(months)


def _trainings(question: Question, held: str | None) -> Read:
    before = {
        part.partition(":")[0]: [*part.split(":"), "", ""][1:3]
        for part in (held or "").split(",")
        if part and part != NONE
    }
    chosen = st.pills(
        question.ask,
        list(question.options),
        selection_mode="multi",
        default=[term for term in question.options if term in before],
        format_func=lambda term: escape(question.options[term]),
        key=_key(question.id),
        label_visibility="collapsed",
    )
    for each in chosen:
        _program(question, each, before.get(each, ["", ""]))
    return _finished


def _finished() -> str | None:
    """The programs chosen, each with its approver and year as far as they were given."""
    parts = [
        [
            subject,
            *(st.session_state.get(_key("training", f":{subject}:{part}"), "") for part in _PARTS),
        ]
        for subject in st.session_state[_key("training")]
    ]
    return ",".join(":".join(each).rstrip(":") for each in parts) or None


def _program(question: Question, subject: str, before: list[str]) -> None:
    """Who approved a program and when it was finished."""
    label = question.options[subject]
    approvers = ["", *Approver]
    years = list(dict.fromkeys([*_YEARS_AGO, before[1]]))
    with st.container(horizontal=True):
        st.selectbox(
            f"{label}: approved by",
            approvers,
            index=approvers.index(before[0]) if before[0] in approvers else 0,
            format_func=lambda term: Approver(term).label if term else "I don't know",
            key=_key("training", f":{subject}:by"),
            width=240,
        )
        st.selectbox(
            f"{label}: finished",
            years,
            index=years.index(before[1]),
            format_func=lambda year: _YEARS_AGO.get(year, f"{year} years ago"),
            key=_key("training", f":{subject}:when"),
            width=240,
        )
