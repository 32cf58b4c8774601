"""The person's answers live in the session, in the order in which they were given."""

from datetime import date
from typing import Any

import pytest
import streamlit as st

from cert_model.catalog import Catalog
from cert_model.renewal.request import CalendarDay
from ui.shell import person
from ui.shell.visitor import MOST_PICKED, Visitor


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The session of a visitor who has just come."""
    state: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", state)
    return state


def test_an_answer_is_kept_under_the_name_of_its_question(
    session: dict[str, Any], catalog: Catalog
) -> None:
    person.answer(catalog, "education", "associate")
    assert session["eligibility:education"] == "associate"
    assert person.answers(catalog) == {"education": "associate"}


def test_a_changed_answer_keeps_the_others_and_comes_last(catalog: Catalog) -> None:
    for question, text in {"education": "associate", "age": "30", "licenses": "rn"}.items():
        person.answer(catalog, question, text)
    person.answer(catalog, "education", "bachelor")
    assert person.answers(catalog) == {"education": "bachelor", "age": "30", "licenses": "rn"}
    assert person.answered_in_order(catalog) == ["age", "licenses", "education"]


def test_what_only_followed_from_a_former_answer_goes_with_it(catalog: Catalog) -> None:
    for question, text in {
        "him-program": "cahiim-associate",
        "him-stage": "graduated",
        "age": "30",
    }.items():
        person.answer(catalog, question, text)
    person.answer(catalog, "him-program", "none")
    assert person.answers(catalog) == {"him-program": "none", "age": "30"}
    assert person.answered_in_order(catalog) == ["age", "him-program"]


def test_answers_that_an_address_gave_come_before_those_given_since(
    session: dict[str, Any], catalog: Catalog
) -> None:
    session |= {"eligibility:work": "none", "eligibility:education": "associate"}
    person.answer(catalog, "age", "30")
    assert person.answered_in_order(catalog) == ["education", "work", "age"]


def test_replaced_answers_leave_no_other(catalog: Catalog) -> None:
    person.answer(catalog, "age", "30")
    person.replace_answers(catalog, {"licenses": "rn", "education": "associate"})
    assert person.answers(catalog) == {"licenses": "rn", "education": "associate"}
    assert person.answered_in_order(catalog) == ["licenses", "education"]


def test_what_the_answers_make_is_worked_out_anew_only_when_they_change(catalog: Catalog) -> None:
    person.answer(catalog, "age", "30")
    view = person.personal_view(catalog)
    assert person.personal_view(catalog) is view
    person.answer(catalog, "age", "31")
    changed = person.personal_view(catalog)
    assert changed is not view
    assert changed.interview.profile.age == 31


def test_a_changed_part_of_the_profile_leaves_the_others(catalog: Catalog) -> None:
    person.change(catalog, answers={"education": "associate"}, picked=("aapc/cpc",))
    person.change(catalog, hours_a_week=6)
    assert person.visitor(catalog) == Visitor(
        answers={"education": "associate"}, picked=("aapc/cpc",), hours_a_week=6
    )


def test_no_part_of_another_name_is_changed(catalog: Catalog) -> None:
    with pytest.raises(TypeError, match="shoe_size"):
        person.change(catalog, shoe_size=9)


def test_what_is_picked_comes_last_and_once(catalog: Catalog) -> None:
    for key in ("aapc/cpc", "ahima/cca", "aapc/cpc"):
        person.pick(key)
    assert person.visitor(catalog).picked == ("aapc/cpc", "ahima/cca")
    person.unpick("aapc/cpc")
    assert person.visitor(catalog).picked == ("ahima/cca",)


def test_a_full_shortlist_takes_no_more(catalog: Catalog) -> None:
    for key in catalog.credentials:
        person.pick(key)
    full = tuple(catalog.credentials)[:MOST_PICKED]
    assert person.visitor(catalog).picked == full
    person.change(catalog, picked=tuple(catalog.credentials))
    assert person.visitor(catalog).picked == full


def test_a_pick_that_the_catalog_does_not_know_is_none(catalog: Catalog) -> None:
    person.pick("nobody/none")
    assert person.visitor(catalog).picked == ()


def test_what_one_holds_is_an_answer_and_no_other_answer_goes_with_it(catalog: Catalog) -> None:
    person.answer(catalog, "age", "30")
    person.hold(catalog, ["aapc/cpc-a", "aapc/crc"])
    assert person.answers(catalog) == {"age": "30", "credentials": "aapc/cpc-a,aapc/crc"}
    assert person.held(catalog) == ("aapc/cpc-a", "aapc/crc")


def test_holding_nothing_any_more_leaves_the_question_open(catalog: Catalog) -> None:
    person.hold(catalog, ["aapc/cpc"])
    person.hold(catalog, [])
    assert person.answers(catalog) == {}


def test_what_is_said_of_keeping_a_credential_goes_once_it_is_no_longer_held(
    catalog: Catalog,
) -> None:
    person.hold(catalog, ["aapc/cpc", "ahima/ccs"])
    day = CalendarDay(date(2025, 5, 10))
    person.change(
        catalog,
        passed={"aapc/cpc": day, "ahima/ccs": day},
        renews={"aapc": day},
        earned={"aapc": 12.0, "ahima": 3.0},
    )
    person.hold(catalog, ["ahima/ccs"])
    visitor = person.visitor(catalog)
    assert (visitor.passed, visitor.renews) == ({"ahima/ccs": day}, {})
    assert visitor.earned == {"ahima": 3.0}
