"""The states' medians as tiles of a map, classed by how they compare with the nation's."""

from collections.abc import Mapping

from cert_model.careers import sentences
from cert_model.formatting import NOT_FOUND
from cert_model.schema.careers import WageRow
from cert_model.vocabulary import State
from ui.components.tile_map import Category, Tile

NEAR = 10
"""Percent from the nation's median up to which a state counts as near it."""
FAR_BELOW = Category(f"more than {NEAR} % below", "#D98A3D")
BELOW = Category(f"up to {NEAR} % below", "#F0CDA3")
ABOVE = Category(f"up to {NEAR} % above", "#A9D8D2")
FAR_ABOVE = Category(f"more than {NEAR} % above", "#0F766E", light_text=True)
UNKNOWN = Category(NOT_FOUND, "#C3C7CC")
CATEGORIES = (FAR_BELOW, BELOW, ABOVE, FAR_ABOVE, UNKNOWN)
"""In the order of the legend."""


def wage_tiles(
    medians: Mapping[State, WageRow], nation: WageRow, selected: State | None
) -> list[Tile]:
    """A tile for each state, also where its median was not found."""
    return [_tile(state, medians.get(state), nation, state is selected) for state in State]


def _tile(state: State, row: WageRow | None, nation: WageRow, selected: bool) -> Tile:
    median = row.p50 if row else None
    category = categorize(median, nation.p50)
    description = f"{state.label}: {sentences.format_dated_pay(row) if row else NOT_FOUND}"
    if category is not UNKNOWN:
        description += f", {category.name} the nation's"
    text = f"${median / 1000:.0f}k" if median else "–"
    return Tile(state, category, text, description, selected)


def categorize(median: float | None, nation: float | None) -> Category:
    """The class of a state's median against the nation's."""
    if not median or not nation:
        return UNKNOWN
    percent = (median - nation) * 100 / nation
    if percent < 0:
        return FAR_BELOW if percent < -NEAR else BELOW
    return FAR_ABOVE if percent > NEAR else ABOVE
