"""What the address says comes back as the same choice, and nothing it says can do harm."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.shell.address import Day, Many, One, Resolved, Words

TERMS = ["coding", "billing", "inpatient-facility", "aapc/cpc"]
MANY, ONE, WORDS = Many("role", TERMS), One("order", TERMS, "coding"), Words("q", 100)
DAY = Day("day", date(2026, 1, 1), date(2036, 12, 31))


@given(st.sets(st.sampled_from(TERMS)))
def test_several_choices_come_back(chosen: set[str]) -> None:
    value, refused = MANY.parse(MANY.format(list(chosen)))
    assert (set(value), refused) == (chosen, [])


@given(st.sampled_from(TERMS))
def test_one_choice_comes_back(chosen: str) -> None:
    assert ONE.parse(ONE.format(chosen)) == (chosen, [])


@given(st.text(max_size=100))
def test_words_come_back_without_outer_blanks(text: str) -> None:
    assert WORDS.parse(WORDS.format(text)) == (text.strip(), [])


@given(st.dates(DAY.first, DAY.last))
def test_a_day_comes_back(day: date) -> None:
    assert DAY.parse(DAY.format(day)) == (day, [])


@pytest.mark.parametrize(
    "text", ["2026-13-01", "2026-02-30", "2025-12-31", "2037-01-01", "20260102", "2026-1-2", "now"]
)
def test_what_is_no_day_within_reach_is_refused(text: str) -> None:
    assert DAY.parse(text) == (None, [text])


def test_the_default_is_not_written() -> None:
    assert (MANY.format([]), ONE.format("coding"), WORDS.format("  ")) == ("", "", "")


def test_the_order_of_choices_does_not_change_the_address() -> None:
    assert MANY.format(["billing", "coding"]) == MANY.format(["coding", "billing"])


@given(st.text(max_size=300))
def test_whatever_is_asked_only_known_terms_are_taken(text: str) -> None:
    value, refused = MANY.parse(text)
    assert set(value) <= set(TERMS)
    assert not set(refused) & set(TERMS)


@pytest.mark.parametrize("param", [MANY, ONE, WORDS, DAY, Resolved("id", str)])
def test_nothing_asked_is_nothing_refused(param: Many | One | Words | Day | Resolved) -> None:
    assert param.parse("")[1] == []


def test_a_name_that_resolves_to_nothing_is_refused() -> None:
    assert Resolved("id", {"cpc": "aapc/cpc"}.__getitem__).parse("cpx") == (None, ["cpx"])
