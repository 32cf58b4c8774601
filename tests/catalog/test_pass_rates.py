"""Which of an exam's pass rates counts as its newest."""

from typing import Any

import pytest

from cert_model.catalog.derived import newest_pass_rate
from cert_model.schema import Exam


def newest_percent(*rates: dict[str, Any]) -> float | None:
    """The percent of the newest of these rates, which are of all takers unless they say so."""
    exam = Exam.model_validate(
        {"pass_rates": [{"cohort": "all", "src": ["a-page"], **rate} for rate in rates]}
    )
    newest = newest_pass_rate(exam)
    return newest.percent if newest else None


def test_the_newest_year_counts() -> None:
    assert newest_percent({"year": 2024, "percent": 60}, {"year": 2025, "percent": 70}) == 70


def test_a_first_time_rate_comes_before_one_of_all_takers() -> None:
    of_all, first = {"year": 2025, "percent": 60}, {"year": 2025, "percent": 70}
    assert newest_percent(of_all, {**first, "cohort": "first-time"}) == 70


@pytest.mark.parametrize("remark", ["estimate", "superseded", "doubtful"])
def test_a_rate_that_does_not_stand_never_counts(remark: str) -> None:
    older, newer = {"year": 2022, "percent": 55}, {"year": 2025, "percent": 71, remark: True}
    assert newest_percent(older, newer) == 55
    assert newest_percent(newer) is None
