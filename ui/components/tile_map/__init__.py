"""A tile for every state, which keys and screen readers reach as the mouse does.

A mark of a chart takes no focus, so the map is a component: buttons on a grid, one of them in
the tab order, the arrow keys leading from each to its neighbors.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from cert_model.vocabulary import State
from ui.components.tile_map.tiles import CLASS_COLORS, CLASSES, Tile

_HERE = Path(__file__).parent
_component = st.components.v2.component(
    "tile_map",
    html="<div class='map'>\n</div>",
    css=(_HERE / "map.css").read_text(encoding="utf-8"),
    js=(_HERE / "map.js").read_text(encoding="utf-8"),
)


def show(tiles: Sequence[Tile], *, caption: str, key: str, on_press: Callable[[], None]) -> None:
    """Draw the map. A tile pressed calls ``on_press``, which asks ``pressed`` for its state."""
    data = {
        "caption": caption,
        "classes": CLASSES,
        "colors": dict(zip(CLASSES, CLASS_COLORS, strict=True)),
        "tiles": tiles,
    }
    _component(data=data, key=key, on_state_change=on_press)


def pressed(key: str) -> str | None:
    """The letters of the state just pressed; None where the chosen one was pressed again."""
    letters: str = st.session_state[key].state
    return letters if letters in list(State) else None
