"""The hours of a program settle a condition that asks for so many, and nothing else does."""

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import Truth, build_person, parse_profile
from cert_model.eligibility.conditions import evaluate_condition
from cert_model.eligibility.questionnaire import answers_from_profile, parse_answers
from cert_model.schema.rules import TrainingTest
from tests.eligibility.examples import STATED, outcome_of

EIGHTY_HOURS = TrainingTest.model_validate(
    {
        "test": "training",
        "subject": ["coding"],
        "extent": "a course of 80 hours",
        "least_hours": 80,
        "text": "A course of 80 hours",
        **STATED,
    }
)


@pytest.mark.parametrize(
    ("programs", "truth"),
    [
        ("{subject: coding, hours: 80}", Truth.YES),
        ("{subject: coding, hours: 79}", Truth.NO),
        ("{subject: coding}", Truth.UNKNOWN),
        ("{subject: billing, hours: 200}", Truth.NO),
        ("{subject: coding, hours: 79}, {subject: coding}", Truth.UNKNOWN),
        ("{subject: coding}, {subject: coding, hours: 120}", Truth.YES),
        ("{subject: billing, hours: 120}, {subject: coding}", Truth.UNKNOWN),
    ],
)
def test_stated_hours_are_compared_and_others_left_to_the_issuer(
    catalog: Catalog, programs: str, truth: Truth
) -> None:
    profile = parse_profile(catalog, f"{{training: [{programs}]}}".encode())
    assert evaluate_condition(EIGHTY_HOURS, build_person(catalog, profile)) is truth


def test_a_course_of_eighty_hours_stands_for_a_year_of_coding(catalog: Catalog) -> None:
    experience = "complete: true, experience_months: {coding: 12}"
    long, short = (
        outcome_of(
            catalog,
            "aapc/cpc",
            f"{{{experience}, training: [{{subject: coding, approved_by: none, hours: {hours}}}]}}",
        )
        for hours in (80, 40)
    )
    assert [possible.applies for possible in long.consequences] == []
    assert [possible.applies for possible in short.consequences] == [Truth.YES]


def test_hours_stay_when_a_profile_becomes_answers_and_a_profile_again(catalog: Catalog) -> None:
    text = "{training: [{subject: coding, hours: 80}, {subject: billing, years_since: 1.5}]}"
    profile = parse_profile(catalog, text.encode())
    answers = answers_from_profile(catalog, profile)
    assert answers["training"] == "coding:::80,billing::1.5"
    assert parse_answers(catalog, answers).profile.training == profile.training


@pytest.mark.parametrize("hours", ["-1", "10001", "many"])
def test_impossible_hours_are_refused(catalog: Catalog, hours: str) -> None:
    refused = parse_answers(catalog, {"training": f"coding:::{hours}"}).refused
    assert refused == [("training", f"coding:::{hours}")]
