"""Sentences on the headline figures: what is known, what is estimated and what was not found."""

from dataclasses import replace

import pytest

from cert_model.catalog import Catalog
from cert_model.overview import Overview, overviews
from cert_model.overview.sentences import describe_cost, describe_exam, describe_renewal
from cert_model.vocabulary import Standing


@pytest.fixture
def overview(demo: Catalog) -> Overview:
    return replace(
        overviews(demo)["demo/abc"],
        to_earn=500,
        to_earn_complete=True,
        to_earn_estimated=False,
        yearly_upkeep=90,
        yearly_upkeep_complete=True,
        yearly_upkeep_estimated=False,
        questions=80,
        questions_standing=Standing.ISSUER_CURRENT,
        minutes=125,
        minutes_standing=Standing.ISSUER_CURRENT,
    )


def test_the_cost_of_earning_and_of_keeping_stand_in_one_sentence(overview: Overview) -> None:
    assert describe_cost(overview) == "It costs $500 to earn and $90 a year to keep."


def test_a_cost_that_is_incomplete_or_estimated_says_so(overview: Overview) -> None:
    unsure = replace(overview, to_earn_complete=False, yearly_upkeep_estimated=True)
    assert describe_cost(unsure) == "It costs at least $500 to earn and about $90 a year to keep."


@pytest.mark.parametrize(
    ("to_earn", "yearly_upkeep", "sentence"),
    [
        (None, None, "What it costs to earn and to keep was not found."),
        (None, 90, "It costs $90 a year to keep; its price was not found."),
        (500, None, "It costs $500 to earn; what keeping it costs was not found."),
    ],
)
def test_a_cost_that_was_not_found_is_named(
    overview: Overview, to_earn: float | None, yearly_upkeep: float | None, sentence: str
) -> None:
    half = replace(overview, to_earn=to_earn, yearly_upkeep=yearly_upkeep)
    assert describe_cost(half) == sentence


def test_the_length_of_the_exam_is_in_words(overview: Overview) -> None:
    assert describe_exam(overview) == "Its exam has 80 questions in 2 hours and 5 minutes."


def test_an_estimated_length_is_about_so_long(overview: Overview) -> None:
    estimated = replace(overview, minutes_standing=Standing.ESTIMATED)
    assert describe_exam(estimated) == "Its exam has 80 questions in about 2 hours and 5 minutes."


@pytest.mark.parametrize(
    ("questions", "minutes", "sentence"),
    [
        (80, None, "Its exam has 80 questions; how long it takes was not found."),
        (None, 60, "Its exam takes 1 hour; how many questions it has was not found."),
        (None, None, ""),
    ],
)
def test_of_the_exam_only_what_is_known_is_said(
    overview: Overview, questions: int | None, minutes: int | None, sentence: str
) -> None:
    assert describe_exam(replace(overview, questions=questions, minutes=minutes)) == sentence


@pytest.mark.parametrize(
    ("ceus", "months", "sentence"),
    [
        (36, 24, "It lapses unless it is renewed every 2 years with 36 CEUs."),
        (None, 12, "It lapses unless it is renewed every year."),
        (36, None, ""),
    ],
)
def test_of_renewal_only_what_is_known_is_said(
    overview: Overview, ceus: int | None, months: int | None, sentence: str
) -> None:
    assert describe_renewal(replace(overview, ceus=ceus, cycle_months=months)) == sentence
