"""The controls of the page Prepare: time and assumptions of a plan, and what programs must be."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from cert_model.formatting.markdown import escape
from cert_model.preparation.study_plan import (
    MAX_HOURS,
    MAX_HOURS_A_WEEK,
    MAX_REVIEW_PERCENT,
    MAX_SUBJECTS_PERCENT,
    MIN_HOURS,
)
from cert_model.vocabulary import ProgramDelivery, ProgramKind
from ui.components import choices, glossary
from ui.prepare.state import (
    MOST_DOLLARS,
    MOST_MONTHS,
    PrepareState,
    accreditor_letters,
    first_subject_names,
    plan_days,
)
from ui.prepare.view_model import PrepareView
from ui.shell import session

PAGE = PrepareState.page
_COUNTED_FROM = {"start": "a start date", "exam": "the exam date"}
_FILLED = "held-by-answers"
"""The note for which exam and answers the box of what is held was filled in."""


def fill_in_held(view: PrepareView) -> PrepareView:
    """The page with a credential held that the answers given elsewhere name.

    Once for an exam and its answers: a box that is emptied again stays empty.
    """
    if view.state.view != "plan":
        return view
    occasion = (view.id, view.held_by_answers)
    if view.state.held is None and session.note(_FILLED) != occasion:
        session.choose(PAGE, {"held": view.closest_held})
        view = replace(view, state=view.state.model_copy(update={"held": view.closest_held}))
    session.keep_note(_FILLED, occasion)
    return view


def plan(view: PrepareView) -> None:
    """The time for a plan, and what it assumes."""
    st.markdown("**Your time**")
    st.number_input(
        "Total hours",
        MIN_HOURS,
        MAX_HOURS,
        step=10,
        value=None,
        placeholder=str(view.hours.usual),
        help="Leave empty to use the number shown.",
        key=session.key(PAGE, "hours"),
        persist_state="session",
    )
    st.markdown(f":small[{escape(view.hours_summary)}]")
    _number("week", "Hours a week", 1, MAX_HOURS_A_WEEK)
    choices.choose_term(PAGE, "from", "Count from", _COUNTED_FROM)
    _day(view)
    _held(view)
    st.markdown("**Assumptions**")
    _number("first", "Share for the first subjects, %", 0, MAX_SUBJECTS_PERCENT, step=5)
    _number("review", "Share for the final review, %", 0, MAX_REVIEW_PERCENT, step=5)
    st.markdown(":small[No source gives these shares. They are guesses; change them as you like.]")


def _number(name: str, label: str, low: int, high: int, step: int = 1) -> None:
    st.number_input(
        label, low, high, step=step, key=session.key(PAGE, name), persist_state="session"
    )


def _day(view: PrepareView) -> None:
    first, last = plan_days(view.catalog)
    of_exam = view.state.counted_from == "exam"
    st.date_input(
        "Exam date" if of_exam else "Start date",
        value=None,
        min_value=first,
        max_value=last,
        format="YYYY-MM-DD",
        help=None if of_exam else "Leave empty to start today.",
        key=session.key(PAGE, "day"),
        persist_state="session",
    )


def _held(view: PrepareView) -> None:
    st.selectbox(
        "Already held",
        [key for key in view.catalog.credentials if key != view.id],
        index=None,
        format_func=choices.titles(view.catalog).__getitem__,
        placeholder="A credential whose exam counts",
        key=session.key(PAGE, "held"),
        persist_state="session",
    )
    if view.state.held in view.held_by_answers:
        st.markdown(":small[You said that you hold it.]")


def known_subjects(view: PrepareView) -> None:
    """The subjects that the person knows already, and those that their answers name as taken."""
    names = first_subject_names(view.catalog)
    st.pills(
        "Which of these do you know already?",
        list(names),
        selection_mode="multi",
        format_func=names.__getitem__,
        key=session.key(PAGE, "known"),
        persist_state="session",
    )
    if view.subjects_taken:
        taken = escape(", ".join(view.subjects_taken))
        st.markdown(
            f":small[You said that you have taken these, so the plan leaves them out: {taken}.]"
        )


def program_criteria(view: PrepareView) -> None:
    """What a program must be to be listed."""
    scopes = {"this": f"for the {view.label}", "all": "for any credential"}
    choices.choose_term(PAGE, "programs", "Programs", scopes)
    with st.grid(2, min_column_width=220):
        _at_most("price", "Highest price, $", 0, MOST_DOLLARS, step=100)
        _at_most("months", "Longest length, months", 1, MOST_MONTHS, step=1)
    _any_of("delivery", "How it is taught", {term: term.label for term in ProgramDelivery})
    _any_of("kind", "Kind", {term: term.label for term in ProgramKind})
    _any_of("approved", "Accredited or approved by", accreditor_letters(view.catalog))


def _at_most(name: str, label: str, lowest: int, highest: int, step: int) -> None:
    st.number_input(
        label,
        lowest,
        highest,
        step=step,
        value=None,
        placeholder="any",
        key=session.key(PAGE, name),
        persist_state="session",
    )


def _any_of(name: str, label: str, terms: Mapping[str, str]) -> None:
    st.pills(
        label,
        list(terms),
        selection_mode="multi",
        help=glossary.for_label(label),
        format_func=terms.__getitem__,
        key=session.key(PAGE, name),
        persist_state="session",
    )
