"""What follows for certain from where a person stands."""

import pytest

from cert_model.candidates import Situation, with_starting_answers
from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import parse_answers
from cert_model.vocabulary import ExperienceKind


def test_somebody_new_has_no_work_no_credential_no_license_and_no_him_program(
    catalog: Catalog,
) -> None:
    profile = parse_answers(catalog, with_starting_answers(Situation.NEW, {})).profile
    assert set(profile.experience_months) == set(ExperienceKind)
    assert not any(profile.experience_months.values())
    assert (profile.credentials, profile.licenses, profile.him_program) == ((), (), "none")


def test_schooling_stays_unknown_until_it_is_asked(catalog: Catalog) -> None:
    for situation in Situation:
        profile = parse_answers(catalog, with_starting_answers(situation, {})).profile
        assert (profile.education, profile.training, profile.courses) == (None, None, None)


@pytest.mark.parametrize("situation", [case for case in Situation if case is not Situation.NEW])
def test_nothing_is_certain_of_anybody_else(situation: Situation) -> None:
    assert with_starting_answers(situation, {}) == {}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("licenses", "rn"),
        ("months-coding", "24"),
        ("work", "coding"),
        ("credentials", "aapc/cpc"),
        ("him-program", "cahiim-associate"),
    ],
)
def test_what_a_person_answered_stands_before_what_follows(
    catalog: Catalog, question: str, text: str
) -> None:
    answers = with_starting_answers(Situation.NEW, {question: text})
    parsed = parse_answers(catalog, answers)
    assert parsed.answers[question] == text
    assert not parsed.refused
