"""Orders: unknown figures stand last, and the words say what was done."""

import pandas as pd
import pytest

from cert_model.catalog import Catalog
from cert_model.ordering import DEFAULT, DOWNWARD, ORDERS, in_order, in_words, parse


@pytest.mark.parametrize("order", [sign + name for name in ORDERS for sign in ("", DOWNWARD)])
def test_unknown_figures_stand_last_either_way(catalog: Catalog, order: str) -> None:
    found = parse(order)
    assert found is not None
    column = in_order(catalog.credential_rows, order)[found[0].column]
    known = column.notna().tolist()
    assert known == sorted(known, reverse=True)


def test_prices_rise(catalog: Catalog) -> None:
    prices = in_order(catalog.credential_rows, "price")["exam_fee_low"].dropna()
    assert prices.is_monotonic_increasing


def test_no_row_is_lost(catalog: Catalog) -> None:
    ordered = in_order(catalog.credential_rows, "-pass_rate")
    assert sorted(ordered["id"]) == sorted(catalog.credential_rows["id"])


def test_an_unknown_order_falls_back_to_the_default(catalog: Catalog) -> None:
    rows = catalog.credential_rows
    pd.testing.assert_frame_equal(in_order(rows, "nonsense"), in_order(rows, DEFAULT))


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("price", "ordered by exam price, lowest first"),
        ("-pass_rate", "ordered by pass rate, highest first"),
        ("nonsense", "ordered by exam price, lowest first"),
    ],
)
def test_the_order_is_said_in_words(order: str, words: str) -> None:
    assert in_words(order) == words
