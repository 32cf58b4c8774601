"""The tables of the catalog."""

import pandas as pd
import pytest

from cert_model.catalog import Catalog
from cert_model.frames.credentials import credentials

TABLES = ("fees", "exam_content", "pass_rates", "scope", "facts", "source_rows")


@pytest.mark.parametrize("name", TABLES)
def test_every_column_can_say_that_a_value_is_missing(catalog: Catalog, name: str) -> None:
    frame: pd.DataFrame = getattr(catalog, name)
    kinds = {str(dtype) for dtype in frame.dtypes}
    assert kinds <= {"string", "Int64", "Float64", "boolean", "object"}


@pytest.mark.parametrize("name", TABLES)
def test_no_table_is_empty(catalog: Catalog, name: str) -> None:
    assert len(getattr(catalog, name))


def test_an_unknown_figure_is_missing_and_not_zero(demo: Catalog) -> None:
    row = credentials(demo).iloc[0]
    assert pd.isna(row["pass_rate"])
    assert pd.isna(row["yearly_upkeep"])
    assert pd.isna(row["online"])


def test_the_price_span_runs_over_audiences(catalog: Catalog) -> None:
    row = credentials(catalog).set_index("id").loc["ahima/cca"]
    assert (row["exam_fee_low"], row["exam_fee_high"]) == (199, 299)


def test_superseded_prices_stand_in_the_fees_as_history(catalog: Catalog) -> None:
    fees = catalog.fees
    old = fees[(fees["credential"] == "aapc/cpc") & (fees["state"] == "history")]
    assert 399 in set(old["low"])
