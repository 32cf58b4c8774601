"""How numbers, money, durations and dates are written."""

from datetime import date

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
def test_money_has_its_sign_and_cents_only_where_there_are_some(
    low: float | None, high: float | None, text: str
) -> None:
    assert formatting.format_money(low, high) == text


@pytest.mark.parametrize(
    ("total", "complete", "text"),
    [
        (612.4, True, "$612"),
        (612.4, False, "at least $612"),
        (0, True, "$0"),
        (0.4, False, "not found"),
        (None, True, "not found"),
    ],
)
def test_a_total_without_all_prices_is_at_least_so_much(
    total: float | None, complete: bool, text: str
) -> None:
    assert formatting.format_total(total, complete) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(240, "4 h"), (125, "2 h 5 min"), (45, "45 min"), (0, "0 min"), (None, "not found")],
)
def test_a_duration_is_in_hours_and_minutes(minutes: int | None, text: str) -> None:
    assert formatting.format_duration(minutes) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(30, 34, "30–34"), (6, 6, "6"), (None, 23, "23"), (None, None, "not found")],
)
def test_a_range_with_one_known_end_is_that_end(
    low: float | None, high: float | None, text: str
) -> None:
    assert formatting.format_range(low, high) == text


@pytest.mark.parametrize(("value", "text"), [(20.7085, "20.7 percent"), (9.0, "9 percent")])
def test_a_share_has_one_decimal_unless_it_is_zero(value: float, text: str) -> None:
    assert formatting.format_percent(value) == text


def test_a_day_is_written_without_a_leading_zero() -> None:
    assert formatting.format_day(date(2026, 12, 1)) == "December 1, 2026"


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("2025-05", "May 2025"),
        ("2024", "2024"),
        ("2023/2024", "2023–2024"),
        ("2026-10-03", "October 3, 2026"),
        (None, "undated"),
    ],
)
def test_a_period_names_its_month_in_words(period: str | None, text: str) -> None:
    assert formatting.format_period(period) == text
