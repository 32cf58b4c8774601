"""How figures are written."""

import pytest

from cert_model import formatting


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (425, 425, "$425"),
        (425, None, "$425"),
        (199, 299, "$199–299"),
        (374.93, 374.93, "$374.93"),
        (1250, 1250, "$1,250"),
        (0, 0, "$0"),
        (-367, None, "−$367"),
        (None, None, "not found"),
    ],
)
def test_dollars(low: float | None, high: float | None, text: str) -> None:
    assert formatting.format_money(low, high) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(240, "4 h"), (125, "2 h 5 min"), (45, "45 min"), (0, "0 min"), (None, "not found")],
)
def test_hours(minutes: int | None, text: str) -> None:
    assert formatting.format_duration(minutes) == text


@pytest.mark.parametrize(
    ("months", "text"), [(12, "1 year"), (24, "2 years"), (18, "18 months"), (1, "1 month")]
)
def test_years(months: int, text: str) -> None:
    assert formatting.format_months(months) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(30, 34, "30–34"), (6, 6, "6"), (None, 23, "23"), (None, None, "not found")],
)
def test_span(low: float | None, high: float | None, text: str) -> None:
    assert formatting.format_range(low, high) == text


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 matches"), (1, "1 match"), (1200, "1,200 matches")]
)
def test_plural(count: int, text: str) -> None:
    assert formatting.format_count(count, "match", "matches") == text


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("2025-05", "May 2025"),
        ("2024", "2024"),
        ("2023/2024", "2023–2024"),
        ("2026-10-03", "3 October 2026"),
        (None, "undated"),
    ],
)
def test_periods(period: str | None, text: str) -> None:
    assert formatting.format_period(period) == text


@pytest.mark.parametrize(("value", "text"), [(20.7085, "20.7 percent"), (9.0, "9 percent")])
def test_percents(value: float, text: str) -> None:
    assert formatting.format_percent(value) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(240, "4 hours"), (125, "2 hours and 5 minutes"), (60, "1 hour"), (45, "45 minutes")],
)
def test_hours_in_running_text(minutes: int, text: str) -> None:
    assert formatting.spell_duration(minutes) == text


@pytest.mark.parametrize(
    ("text", "inside"),
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
def test_a_text_inside_a_sentence_begins_small_unless_it_is_a_name(text: str, inside: str) -> None:
    assert formatting.as_phrase(text) == inside


def test_a_sentence_has_a_capital_and_a_full_stop() -> None:
    assert formatting.as_sentence("you start as CPC-A") == "You start as CPC-A."
    assert formatting.as_sentence("") == ""
