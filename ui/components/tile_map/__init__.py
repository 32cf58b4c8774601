"""A map of the United States with a tile for each state, usable by mouse, keys and screen reader.

A mark of a chart takes no focus, so the map is a component: buttons on a grid, one of them in
the tab order, the arrow keys leading from each to its neighbors.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from cert_model.vocabulary import State
from ui.shell import session

_HERE = Path(__file__).parent
_component = st.components.v2.component(
    "tile_map",
    html="<div class='map'>\n</div>",
    css=(_HERE / "map.css").read_text(encoding="utf-8"),
    js=(_HERE / "map.js").read_text(encoding="utf-8"),
)

_GRID = """
AK  .  .  .  .  .  .  .  .  . ME
 .  .  .  .  .  .  .  .  . VT NH
WA ID MT ND MN IL WI MI NY RI MA
OR NV WY SD IA IN OH PA NJ CT  .
CA UT CO NE MO KY WV VA MD DE  .
 . AZ NM KS AR TN NC SC DC  .  .
 .  .  . OK LA MS AL GA  .  .  .
HI  .  . TX  .  .  .  . FL  .  .
"""
"""The layout of tile maps in common use, such as NPR's of 2015."""

POSITIONS: dict[State, tuple[int, int]] = {
    State(letters): (row, column)
    for row, line in enumerate(_GRID.split("\n")[1:-1])
    for column, letters in enumerate(line.split())
    if letters != "."
}
"""Row and column of each state, from the top left."""


@dataclass(frozen=True, slots=True)
class Category:
    """A class of states, as the legend names it and its tiles are colored."""

    name: str
    color: str
    light_text: bool = False
    """Whether the color is dark enough to need light letters."""


@dataclass(frozen=True, slots=True)
class Tile:
    """What the map shows of one state."""

    state: State
    category: Category
    text: str
    """The few characters under the state's letters; a narrow map leaves them out."""
    description: str
    """What the tooltip and the screen reader say."""
    selected: bool = False


def show(
    tiles: Sequence[Tile],
    categories: Sequence[Category],
    *,
    caption: str,
    key: str,
    on_press: Callable[[], None],
) -> None:
    """Draw the map with a legend of ``categories``.

    Pressing a tile calls ``on_press``, in which ``pressed`` says which tile it was.
    """
    data = {
        "caption": caption,
        "categories": [{"name": entry.name, "color": entry.color} for entry in categories],
        "tiles": [_tile_data(tile) for tile in tiles],
    }
    _component(data=data, key=key, on_state_change=on_press)


def pressed(key: str) -> State | None:
    """The state just pressed; None where the selected one was pressed again."""
    letters = session.part_of(key, "state")
    return State(letters) if isinstance(letters, str) and letters in list(State) else None


def _tile_data(tile: Tile) -> dict[str, object]:
    row, column = POSITIONS[tile.state]
    return {
        "state": tile.state.value,
        "row": row,
        "column": column,
        "color": tile.category.color,
        "lightText": tile.category.light_text,
        "text": tile.text,
        "description": tile.description,
        "selected": tile.selected,
    }
