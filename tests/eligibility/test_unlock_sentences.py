"""The sentences about single changes, made of made-up changes."""

import pytest

from cert_model.eligibility import Change, Unlock
from cert_model.eligibility.unlock_sentences import unlock_summary, unlock_texts
from cert_model.schema.rules import AgeTest


def unlock(opens: int, *, may_be_met: bool = False) -> Unlock:
    """A change that opens this many exams."""
    grown_up = AgeTest(test="age", at_least=18, text="An age of 18", src=("a-guide",))
    change = Change(grown_up, grown_up.text, None, None, may_be_met=may_be_met)
    return Unlock(change, tuple(f"demo/{number}" for number in range(opens)))


@pytest.mark.parametrize(
    ("opens", "sentence"),
    [
        ([], "No single change would make you eligible for another exam."),
        ([1], "One change would open 1 more exam."),
        ([2], "One change would open 2 more exams."),
        ([1, 1], "2 changes would each open 1 more exam."),
        ([2, 2], "2 changes would each open 2 more exams."),
        ([1, 3, 2], "3 changes would each open at least 1 more exam; 1 of them opens 3."),
        ([2, 1, 2], "3 changes would each open at least 1 more exam; 2 of them open 2."),
    ],
    ids=["none", "one", "one of two", "alike", "alike of two", "a widest", "two widest"],
)
def test_the_summary_counts_the_changes_that_open_most_exams(
    opens: list[int], sentence: str
) -> None:
    assert unlock_summary([unlock(count) for count in opens]) == sentence


def test_what_holds_for_every_change_is_said_once() -> None:
    unlocks = [unlock(1, may_be_met=True), unlock(2, may_be_met=True)]
    assert unlock_summary(unlocks).endswith(
        "You may have any of them already: your answers do not say."
    )
    assert unlock_texts(unlocks) == ["An age of 18", "An age of 18"]


def test_what_holds_for_some_changes_stands_beside_them() -> None:
    unlocks = [unlock(1, may_be_met=True), unlock(2)]
    assert unlock_summary(unlocks).endswith("1 of them opens 2.")
    assert unlock_texts(unlocks) == ["An age of 18 (you may have this already)", "An age of 18"]
