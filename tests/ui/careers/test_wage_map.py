"""The map of wages: what each tile says, and how it is classed."""

import pytest

from cert_model import careers
from cert_model.catalog import Catalog
from cert_model.schema.careers import WageRow
from cert_model.vocabulary import State
from ui.careers.official_views import (
    ABOVE,
    BELOW,
    CATEGORIES,
    FAR_ABOVE,
    FAR_BELOW,
    UNKNOWN,
    categorize,
    wage_tiles,
)
from ui.components.tile_map import Category


@pytest.fixture(scope="module")
def nation(catalog: Catalog) -> WageRow:
    row = careers.newest_national_row(catalog, careers.CODER_SOC)
    assert row is not None
    return row


def test_a_tile_says_its_pay_and_how_it_compares_with_the_nation(
    catalog: Catalog, nation: WageRow
) -> None:
    medians = careers.state_medians(catalog, careers.CODER_SOC)
    tiles = {tile.state: tile for tile in wage_tiles(medians, nation, State.AL)}
    assert set(tiles) == set(State)
    alabama = tiles[State.AL]
    assert alabama.selected
    assert alabama.text == "$44k"
    assert alabama.description == (
        "Alabama: median $43,810 a year, May 2025, more than 10% below the nation's"
    )
    assert [tile.state for tile in tiles.values() if tile.selected] == [State.AL]


def test_a_state_without_a_figure_has_a_tile_that_says_so(nation: WageRow) -> None:
    (alabama,) = (tile for tile in wage_tiles({}, nation, None) if tile.state is State.AL)
    assert alabama.description == "Alabama: not found"
    assert alabama.text == "–"
    assert alabama.category is UNKNOWN


@pytest.mark.parametrize(
    ("median", "category"),
    [
        (89, FAR_BELOW),
        (90, BELOW),
        (99, BELOW),
        (100, ABOVE),
        (110, ABOVE),
        (111, FAR_ABOVE),
        (None, UNKNOWN),
    ],
)
def test_a_state_is_classed_by_how_far_it_is_from_the_nation(
    median: float | None, category: Category
) -> None:
    assert categorize(median, 100) is category


def test_the_legend_names_the_classes_from_low_to_high() -> None:
    assert [category.name for category in CATEGORIES] == [
        "more than 10% below",
        "up to 10% below",
        "up to 10% above",
        "more than 10% above",
        "not found",
    ]
