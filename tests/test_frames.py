"""The tables of the catalogue."""

import pandas as pd
import pytest

from cert_model.catalog import Catalog
from cert_model.catalog.frames import newest_pass_rate, offered_online
from cert_model.schema import Exam

TABLES = ("credential_rows", "fees", "exam_content", "pass_rates", "scope", "facts", "source_rows")


@pytest.mark.parametrize("name", TABLES)
def test_every_column_can_say_that_a_value_is_missing(catalog: Catalog, name: str) -> None:
    frame: pd.DataFrame = getattr(catalog, name)
    kinds = {str(dtype) for dtype in frame.dtypes}
    assert kinds <= {"string", "Int64", "Float64", "boolean", "object"}


@pytest.mark.parametrize("name", TABLES)
def test_no_table_is_empty(catalog: Catalog, name: str) -> None:
    assert len(getattr(catalog, name))


def test_an_unknown_figure_is_missing_and_not_zero(demo: Catalog) -> None:
    row = demo.credential_rows.iloc[0]
    assert pd.isna(row["pass_rate"])
    assert pd.isna(row["first_year_cost"])
    assert pd.isna(row["online"])


def test_the_price_span_runs_over_audiences(catalog: Catalog) -> None:
    row = catalog.credential_rows.set_index("id").loc["ahima/cca"]
    assert (row["exam_fee_low"], row["exam_fee_high"]) == (199, 299)


def test_superseded_prices_stand_in_the_fees_as_history(catalog: Catalog) -> None:
    fees = catalog.fees
    old = fees[(fees["credential"] == "aapc/cpc") & (fees["state"] == "history")]
    assert 399 in set(old["low"])


def exam(*rates: dict[str, object], **parts: object) -> Exam:
    found = [{"src": ["somewhere"], **rate} for rate in rates]
    return Exam.model_validate({"pass_rates": found, **parts})


def test_the_newest_rate_counts() -> None:
    rate = newest_pass_rate(
        exam(
            {"year": 2024, "percent": 70, "cohort": "first-time"},
            {"year": 2025, "percent": 60, "cohort": "first-time"},
        )
    )
    assert rate is not None
    assert rate.percent == 60


def test_a_first_time_rate_goes_before_one_of_all_takers() -> None:
    rate = newest_pass_rate(
        exam(
            {"year": 2025, "percent": 80, "cohort": "all"},
            {"year": 2025, "percent": 60, "cohort": "first-time"},
        )
    )
    assert rate is not None
    assert rate.percent == 60


def test_an_outsiders_guess_is_not_a_pass_rate() -> None:
    guess = {"year": 2026, "percent": 50, "cohort": "first-time", "estimate": True}
    assert newest_pass_rate(exam(guess)) is None


def test_an_exam_whose_delivery_is_unknown_is_neither_online_nor_not() -> None:
    assert offered_online(Exam()) is None


def test_an_exam_with_a_live_proctor_is_online() -> None:
    found = Exam.model_validate(
        {"delivery": {"value": ["test-center", "online-proctored"], "src": ["somewhere"]}}
    )
    assert offered_online(found) is True
