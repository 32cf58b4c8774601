"""Orders: unknown figures stand last, and the words say what was done."""

import pytest

from cert_model.catalog import Catalog
from cert_model.explore.ordering import DEFAULT, DOWNWARD, ORDERS, in_order, in_words, parse

ALL_ORDERS = [sign + name for name in ORDERS for sign in ("", DOWNWARD)]


@pytest.mark.parametrize("order", ALL_ORDERS)
def test_unknown_figures_stand_last_either_way(catalog: Catalog, order: str) -> None:
    found = parse(order)
    assert found is not None
    unknown = [found[0].of(it) is None for it in in_order(catalog.overviews.values(), order)]
    assert unknown == sorted(unknown)


@pytest.mark.parametrize("order", ALL_ORDERS)
def test_known_figures_run_one_way(catalog: Catalog, order: str) -> None:
    found = parse(order)
    assert found is not None
    figures = [found[0].of(it) for it in in_order(catalog.overviews.values(), order)]
    known = [figure for figure in figures if figure is not None]
    assert known == sorted(known, reverse=order.startswith(DOWNWARD))


def test_equal_figures_stand_by_their_letters(catalog: Catalog) -> None:
    entry = [
        it.code for it in in_order(catalog.overviews.values(), "-level") if it.level == "entry"
    ]
    assert entry == sorted(entry)


def test_no_credential_is_lost(catalog: Catalog) -> None:
    ordered = in_order(catalog.overviews.values(), "-pass_rate")
    assert sorted(it.id for it in ordered) == sorted(catalog.overviews)


def test_an_unknown_order_falls_back_to_the_default(catalog: Catalog) -> None:
    everything = list(catalog.overviews.values())
    assert in_order(everything, "nonsense") == in_order(everything, DEFAULT)


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("price", "ordered by exam price, lowest first"),
        ("-pass_rate", "ordered by pass rate, highest first"),
        ("nonsense", "ordered by first-year cost, lowest first"),
    ],
)
def test_the_order_is_said_in_words(order: str, words: str) -> None:
    assert in_words(order) == words
