"""How counts and lengths of time are spelled, and texts become part of a sentence."""

import pytest

from cert_model import formatting


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 matches"), (1, "1 match"), (1200, "1,200 matches")]
)
def test_a_count_of_one_has_its_noun_in_the_singular(count: int, text: str) -> None:
    assert formatting.format_count(count, "match", "matches") == text


@pytest.mark.parametrize(
    ("months", "text"), [(12, "1 year"), (24, "2 years"), (18, "18 months"), (1, "1 month")]
)
def test_months_are_years_where_they_are_whole(months: int, text: str) -> None:
    assert formatting.format_months(months) == text


@pytest.mark.parametrize(
    ("days", "text"), [(84, "12 weeks"), (37, "5 weeks and 2 days"), (4, "4 days"), (0, "0 days")]
)
def test_days_are_weeks_and_the_days_left(days: int, text: str) -> None:
    assert formatting.format_weeks(days) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(240, "4 hours"), (125, "2 hours and 5 minutes"), (60, "1 hour"), (45, "45 minutes")],
)
def test_a_duration_in_running_text_is_spelled_out(minutes: int, text: str) -> None:
    assert formatting.spell_duration(minutes) == text


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Two years of coding", "two years of coding"),
        ("An AAPC membership", "an AAPC membership"),
        ("A", "a"),
        ("RHIA or RHIT", "RHIA or RHIT"),
        ("AMCA's check of who may sit", "AMCA's check of who may sit"),
        ("Registered Medical Assistant (RMA)", "Registered Medical Assistant (RMA)"),
        ("20 units of education", "20 units of education"),
    ],
)
def test_a_text_inside_a_sentence_begins_small_unless_it_is_a_name(text: str, phrase: str) -> None:
    assert formatting.as_phrase(text) == phrase


def test_a_sentence_has_a_capital_and_a_full_stop() -> None:
    assert formatting.as_sentence("you start as CPC-A") == "You start as CPC-A."
    assert formatting.as_sentence("") == ""


def test_a_capital_at_the_beginning_leaves_the_rest_as_it_is() -> None:
    assert formatting.with_capital("the price of the CPC exam") == "The price of the CPC exam"
    assert formatting.with_capital("") == ""
