"""Answers in words, and between their text and the controls."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.eligibility.profile import MOST_MONTHS
from ui.eligibility import answer_texts
from ui.eligibility.answer_texts import BadInput


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("education", "high-school", "High school diploma or GED"),
        ("education", "unsure", "I don't know"),
        ("courses", "none", "None of these"),
        ("months-coding", "0", "No time at all"),
        ("months-coding", "12", "1 year"),
        ("months-coding", "1", "1 month"),
        ("months-coding", "30", "2 years and 6 months"),
        ("credentials", "aapc/cpc,ahima/cca", "CPC, CCA"),
        ("work", "coding,billing", "Code patient records; Bill patients or insurers"),
        ("age", "34", "34"),
    ],
)
def test_an_answer_is_put_in_words(
    question: str, answer: str, words: str, catalog: Catalog
) -> None:
    questions = {item.id: item for item in catalog.questions.questions}
    assert answer_texts.format_answer(catalog, questions[question], answer) == words


def test_several_programs_of_one_subject_are_named_once(catalog: Catalog) -> None:
    training = next(item for item in catalog.questions.questions if item.id == "training")
    words = answer_texts.format_answer(catalog, training, "coding:aapc:1,coding:none:3")
    assert words == training.options["coding"]


def test_none_is_an_answer_where_several_can_be_chosen(catalog: Catalog) -> None:
    accepting = {item.id for item in catalog.questions.questions if answer_texts.accepts_none(item)}
    assert accepting == {"work", "training", "courses", "credentials", "licenses"}


@pytest.mark.parametrize(
    ("years", "months", "answer"),
    [(None, None, None), (1, None, "12"), (None, 3, "3"), (0, 14, "14"), (2, 6, "30")],
)
def test_years_and_months_make_one_answer(
    years: int | None, months: int | None, answer: str | None
) -> None:
    assert answer_texts.months_answer(years, months) == answer


@pytest.mark.parametrize(("years", "months"), [(-3, 0), (1, -1), (MOST_MONTHS, 0)])
def test_a_length_that_cannot_be_is_refused_with_what_can(years: int, months: int) -> None:
    with pytest.raises(BadInput, match="0 or more"):
        answer_texts.months_answer(years, months)


@given(st.integers(0, MOST_MONTHS))
def test_a_length_comes_back_to_its_boxes(months: int) -> None:
    boxes = answer_texts.years_and_months(str(months))
    assert answer_texts.months_answer(*boxes) == str(months)


def test_without_an_answer_the_boxes_are_empty() -> None:
    assert answer_texts.years_and_months(None) == (None, None)


@pytest.mark.parametrize(("years", "answer"), [(None, None), (0, "0"), (34, "34")])
def test_an_age_is_an_answer(years: int | None, answer: str | None) -> None:
    assert answer_texts.age_answer(years) == answer


@pytest.mark.parametrize("years", [-1, 1_000])
def test_an_age_that_cannot_be_is_refused(years: int) -> None:
    with pytest.raises(BadInput, match="An age is a number from 0"):
        answer_texts.age_answer(years)


@pytest.mark.parametrize("answer", ["coding:aapc:1", "coding", "coding::3,billing:none", "ehr"])
def test_programs_come_back_to_their_boxes(answer: str) -> None:
    assert answer_texts.training_answer(answer_texts.training_programs(answer)) == answer


@pytest.mark.parametrize("answer", [None, "", "none"])
def test_no_program_is_no_answer(answer: str | None) -> None:
    assert answer_texts.training_programs(answer) == {}
    assert answer_texts.training_answer({}) is None
