"""Beside a link to share stands what it reveals, and that it holds no name."""

from datetime import date

import pytest

from cert_model.candidates import Situation, Wishes
from cert_model.renewal.request import CalendarDay
from ui.components.sharing import describe_revealed
from ui.shell.visitor import Visitor


@pytest.mark.parametrize(
    ("visitor", "sentence"),
    [
        (Visitor(), "The link contains nothing about you."),
        (
            Visitor(answers={"education": "none"}),
            "Anyone who opens the link sees your 1 answer. It contains no name.",
        ),
        (
            Visitor(
                answers={"education": "none", "work": "none"},
                wishes=Wishes(Situation.NEW),
                picked=("aapc/cpc",),
                home_state="OH",
                pay=40_000,
                hours_a_week=8,
                is_student=True,
            ),
            "Anyone who opens the link sees what you want, your 2 answers, the credentials that "
            "you picked, your state, your pay, your hours of study and that you are a student. It "
            "contains no name.",
        ),
        (
            Visitor(
                answers={"credentials": "aapc/cpc"},
                passed={"aapc/cpc": CalendarDay(date(2025, 5, 10))},
                earned={"aapc": 12.0},
            ),
            "Anyone who opens the link sees your 1 answer, when you passed your exams and your "
            "renewal dates and CEUs. It contains no name.",
        ),
    ],
)
def test_everything_that_a_link_carries_is_named(visitor: Visitor, sentence: str) -> None:
    assert describe_revealed(visitor) == sentence
