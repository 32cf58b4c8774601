"""What a fact may say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cert_model.schema import Fact, Reading
from cert_model.schema.dates import first_day, last_day


def reading(**parts: object) -> Reading[int]:
    return Reading[int].model_validate({"src": ["somewhere"], **parts})


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("2026-02-05", date(2026, 2, 5), date(2026, 2, 5)),
        ("2018/2020", date(2018, 1, 1), date(2020, 12, 31)),
        ("2018-06/2020-03", date(2018, 6, 1), date(2020, 3, 31)),
    ],
)
def test_a_period_runs_from_its_first_to_its_last_day(period: str, first: date, last: date) -> None:
    assert (first_day(period), last_day(period)) == (first, last)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_every_day_of_a_month_lies_in_its_month(day: date) -> None:
    month = f"{day:%Y-%m}"
    assert first_day(month) <= day <= last_day(month)


def test_a_year_may_be_written_as_a_number() -> None:
    assert reading(value=1, as_of=2026).as_of == "2026"


def test_a_value_is_its_own_bottom_and_top() -> None:
    assert (reading(value=5).bottom, reading(value=5).top) == (5, 5)


def test_a_range_has_its_ends() -> None:
    assert (reading(low=5, high=7).bottom, reading(low=5, high=7).top) == (5, 7)


def test_zero_is_a_known_value() -> None:
    assert reading(value=0).known


def test_a_fact_without_value_is_not_known() -> None:
    assert not reading(value=None).known


def test_a_fact_cannot_be_changed() -> None:
    fact = Fact[int].model_validate({"value": 1, "src": ["somewhere"]})
    with pytest.raises(ValidationError, match="frozen"):
        fact.value = 2  # type: ignore[misc]


def test_true_is_not_a_number() -> None:
    with pytest.raises(ValidationError):
        Reading[int].model_validate({"value": "1", "src": ["somewhere"]}, strict=True)
