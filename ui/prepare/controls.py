"""What a study plan assumes, as controls whose settings stand in the address."""

from datetime import timedelta

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from cert_model.overview import overviews
from cert_model.preparation import (
    ExamSubject,
    StudyHours,
    StudyRequest,
    closest_held_credential,
    subjects_to_learn_first,
)
from cert_model.preparation.sentences import describe_study_hours
from cert_model.preparation.study_plan import (
    MAX_HOURS,
    MAX_HOURS_A_WEEK,
    MAX_REVIEW_PERCENT,
    MAX_SUBJECTS_PERCENT,
    MIN_HOURS,
)
from ui.components import choices
from ui.shell import old_address as address
from ui.shell import person

PAGE = "prepare"
_START, _EXAM = "start", "exam"
_COUNTED = {_START: "a first day", _EXAM: "the exam's day"}
_DAYS_BACK, _DAYS_AHEAD = 366, 3_660
_WEEK, _FIRST, _REVIEW = 10, 25, 15
_FILLED = address.key(PAGE, "filled")
"""Where the session keeps for which exam and answers the box of what is held was filled."""


def params(catalog: Catalog) -> list[address.Param]:
    """Every control, as the address writes it."""
    today = catalog.today
    return [
        address.Number("hours", MIN_HOURS, MAX_HOURS, None),
        address.Number("week", 1, MAX_HOURS_A_WEEK, _WEEK),
        address.One("from", list(_COUNTED), _START),
        address.Day("day", today - timedelta(_DAYS_BACK), today + timedelta(_DAYS_AHEAD)),
        address.Many("known", list(_subjects(catalog))),
        address.Resolved("held", catalog.resolve),
        address.Number("first", 0, MAX_SUBJECTS_PERCENT, _FIRST),
        address.Number("review", 0, MAX_REVIEW_PERCENT, _REVIEW),
    ]


def take(key: str) -> None:
    """Callback: prepare for this credential."""
    st.session_state[address.key(PAGE, "id")] = key


def draw(catalog: Catalog, key: str, hours: StudyHours) -> None:
    """Draw the controls beside the plan."""
    st.markdown("**Your time**")
    st.number_input(
        "Hours in all",
        MIN_HOURS,
        MAX_HOURS,
        value=None,
        placeholder=str(hours.usual),
        help="Empty takes the number shown.",
        key=address.key(PAGE, "hours"),
        persist_state="session",
    )
    st.markdown(f":small[{escape(describe_study_hours(hours))}]")
    _number("week", "Hours a week", 1, MAX_HOURS_A_WEEK)
    to_exam = choices.one_of(PAGE, "from", "Count from", _COUNTED) == _EXAM
    st.date_input(
        "Day of the exam" if to_exam else "First day",
        value=None,
        format="YYYY-MM-DD",
        help=None if to_exam else "Empty takes today.",
        key=address.key(PAGE, "day"),
        persist_state="session",
    )
    _held(catalog, key)
    st.markdown("**What is assumed**")
    _number("first", "Share for subjects first, %", 0, MAX_SUBJECTS_PERCENT)
    _number("review", "Share for a last review, %", 0, MAX_REVIEW_PERCENT)
    st.markdown(":small[No source gives these shares; they are guesses, yours to change.]")


def _number(name: str, label: str, low: int, high: int) -> None:
    st.number_input(label, low, high, key=address.key(PAGE, name), persist_state="session")


def _held(catalog: Catalog, key: str) -> None:
    others = [each for each in catalog.credentials if each != key]
    held, answered = address.key(PAGE, "held"), _held_by_answers(catalog)
    if st.session_state[held] == key:
        st.session_state[held] = None
    # Once for an exam and its answers: a box that is emptied again stays empty.
    if st.session_state[held] is None and st.session_state.get(_FILLED) != (key, answered):
        st.session_state[held] = closest_held_credential(catalog, key, answered)
    st.session_state[_FILLED] = (key, answered)
    st.selectbox(
        "Already held",
        others,
        index=None,
        format_func=lambda each: overviews(catalog)[each].title,
        placeholder="A credential whose exam counts",
        key=held,
        persist_state="session",
    )
    if st.session_state[held] in answered:
        st.markdown(":small[You said that you hold it.]")


def _held_by_answers(catalog: Catalog) -> tuple[str, ...]:
    """The credentials that the person holds, by the answers given elsewhere."""
    return person.personal_view(catalog).interview.profile.credentials or ()


def already_known(catalog: Catalog, found: tuple[ExamSubject, ...]) -> None:
    """Ask which subjects are known, and say which the answers given elsewhere tell of."""
    names = _subjects(catalog)
    st.pills(
        "Which of these do you know already?",
        list(names),
        selection_mode="multi",
        format_func=names.__getitem__,
        key=address.key(PAGE, "known"),
        persist_state="session",
    )
    had = [each.subject.name for each in subjects_to_learn_first(found) if _answered(catalog, each)]
    if had:
        st.markdown(
            f":small[Left out, as you said that you have had it: {escape(', '.join(had))}.]"
        )


def _subjects(catalog: Catalog) -> dict[str, str]:
    """The names, by id, of the subjects that a plan may begin with."""
    return {each.id: each.name for each in catalog.preparation.subjects.subjects if each.courses}


def _answered(catalog: Catalog, groundwork: ExamSubject) -> bool:
    """Whether the answers given elsewhere say that the person has had the subject."""
    had = person.personal_view(catalog).interview.profile.courses or ()
    return bool(groundwork.subject.courses) and set(groundwork.subject.courses) <= set(had)


def request(
    catalog: Catalog,
    key: str,
    hours: StudyHours,
    found: tuple[ExamSubject, ...],
) -> StudyRequest:
    """What the controls ask for. Raises BadStudyPlan where it cannot be."""
    held = {each: st.session_state[address.key(PAGE, each)] for each in _NAMES}
    to_learn = [
        each.subject.name
        for each in subjects_to_learn_first(found)
        if each.subject.id not in (held["known"] or ()) and not _answered(catalog, each)
    ]
    return StudyRequest(
        key,
        held["hours"] or hours.usual,
        held["day"] or catalog.today,
        hours_a_week=held["week"],
        to_exam=held["from"] == _EXAM and held["day"] is not None,
        subjects=tuple(to_learn),
        subjects_percent=held["first"],
        review_percent=held["review"],
        held=held["held"],
    )


_NAMES = ("hours", "week", "from", "day", "known", "held", "first", "review")


def lacks_a_day() -> bool:
    """Whether the plan is to end at an exam whose day is not given."""
    wanted = st.session_state[address.key(PAGE, "from")] == _EXAM
    return wanted and st.session_state[address.key(PAGE, "day")] is None
