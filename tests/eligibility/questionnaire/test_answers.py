"""Answers are text: what each puts in the profile, and which texts are refused."""

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile
from cert_model.eligibility.questionnaire import (
    answers_from_profile,
    parse_answers,
    with_answer,
)
from cert_model.eligibility.questionnaire.answers import catalog_topics
from cert_model.vocabulary import (
    EducationLevel,
)
from tests import profiles
from tests.eligibility.examples import OPTIONS

NEVER_ASKED = {"memberships", "complete"}


def test_a_changed_answer_keeps_the_others_but_for_what_followed_from_it() -> None:
    answers = {"him-program": "cahiim-associate", "him-stage": "graduated", "age": "30"}
    assert with_answer(answers, "age", "31") == {**answers, "age": "31"}
    assert with_answer(answers, "him-program", "none") == {"him-program": "none", "age": "30"}
    worked = {"work": "coding,billing", "months-coding": "12", "months-billing": "6"}
    changed = with_answer(worked, "work", "billing")
    assert changed == {"work": "billing", "months-billing": "6"}


@given(profiles.profiles)
def test_a_profile_comes_back_from_the_address(catalog: Catalog, profile: Profile) -> None:
    address = urlencode(answers_from_profile(catalog, profile))
    parsed = parse_answers(catalog, dict(parse_qsl(address)))
    assert parsed.profile == profile
    assert parsed.refused == []


def test_months_of_work_that_was_not_done_are_refused(catalog: Catalog) -> None:
    parsed = parse_answers(
        catalog, {"work": "billing", "months-billing": "6", "months-coding": "12"}
    )
    assert parsed.refused == [("months-coding", "12")]
    assert parsed.answers == {"work": "billing", "months-billing": "6"}
    none_of_it = parse_answers(catalog, {"work": "billing", "months-coding": "0"})
    assert none_of_it.refused == []
    wider = parse_answers(catalog, {"work": "inpatient-coding", "months-coding": "12"})
    assert wider.refused == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("shoe", "42"),
        ("education", "phd"),
        ("him-program", "cahiim"),
        ("him-stage", "graduated"),
        ("work", "coding,knitting"),
        ("work", "none,coding"),
        ("months-coding", "841"),
        ("months-coding", "1.5"),
        ("age", "121"),
        ("age", "-1"),
        ("age", "0040"),
        ("age", "\u0664\u0660"),
        ("age", ""),
        ("training", "knitting"),
        ("training", "coding:nobody"),
        ("training", "coding:aapc:-1"),
        ("training", "coding:aapc:121"),
        ("training", "coding:aapc:soon"),
        ("training", "coding:aapc:1:2:3"),
        ("courses", "none,icd-coding"),
        ("credentials", "aapc/cpc,aapc/none-such"),
        ("licenses", "rn,knight"),
        ("memberships", "aapc,ama"),
        ("complete", "no"),
    ],
)
def test_an_answer_that_cannot_be_used_is_refused_and_changes_nothing(
    catalog: Catalog, name: str, text: str
) -> None:
    parsed = parse_answers(
        catalog, {"licenses" if name == "education" else "education": "none", name: text}
    )
    assert parsed.refused == [(name, text)]
    assert len(parsed.answers) == 1


@pytest.mark.parametrize(
    ("name", "text", "fields"),
    [
        ("age", "0", {"age": 0}),
        ("age", "120", {"age": 120}),
        ("months-coding", "840", {"experience_months": {"coding": 840}}),
        ("training", "none", {"training": []}),
        ("training", "coding", {"training": [{"subject": "coding"}]}),
        ("training", "ehr::0.5", {"training": [{"subject": "ehr", "years_since": 0.5}]}),
        ("training", "ehr:nha:", {"training": [{"subject": "ehr", "approved_by": "nha"}]}),
        ("courses", "none", {"courses": []}),
        ("licenses", "rn,md,rn", {"licenses": ["rn", "md"]}),
        ("credentials", "CPC", {"credentials": ["aapc/cpc"]}),
        ("memberships", "aapc,ahima", {"memberships": ["aapc", "ahima"]}),
        ("complete", "yes", {"complete": True}),
        ("age", "unsure", {}),
    ],
)
def test_an_answer_puts_its_meaning_in_the_profile(
    catalog: Catalog, name: str, text: str, fields: dict[str, object]
) -> None:
    parsed = parse_answers(catalog, {name: text})
    assert parsed.profile == Profile.model_validate(fields)
    assert parsed.refused == []


@given(st.dictionaries(st.sampled_from(["age", "work", "training", "courses", "x"]), st.text()))
def test_every_answer_in_an_address_is_understood_or_refused(
    catalog: Catalog, answers: dict[str, str]
) -> None:
    parsed = parse_answers(catalog, answers)
    assert {*parsed.answers, *(name for name, _ in parsed.refused)} == set(answers)


def test_every_question_has_a_topic_and_every_topic_a_question(catalog: Catalog) -> None:
    ids = {question.id for question in catalog.questions.questions}
    assert ids == set(catalog_topics(catalog)) - NEVER_ASKED


@pytest.mark.parametrize(("name", "terms"), OPTIONS.items(), ids=OPTIONS)
def test_the_options_are_the_terms_of_the_vocabulary(
    catalog: Catalog, name: str, terms: type[EducationLevel]
) -> None:
    (question,) = [item for item in catalog.questions.questions if item.id == name]
    assert set(question.options) == {str(term) for term in terms}


def test_every_starting_point_is_understood(catalog: Catalog) -> None:
    for start in catalog.questions.starting_points:
        assert parse_answers(catalog, start.answers).refused == [], start.id
