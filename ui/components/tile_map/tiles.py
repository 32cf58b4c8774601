"""Where each state stands on the tile map, and how a tile shows its pay."""

from collections.abc import Mapping
from typing import TypedDict

from cert_model.careers import sentences
from cert_model.formatting import NOT_FOUND
from cert_model.schema.careers import WageRow
from cert_model.vocabulary import State

NEAR = 10
"""Percent from the nation's median up to which a state counts as near it."""
CLASSES = (
    f"more than {NEAR} % below",
    f"up to {NEAR} % below",
    f"up to {NEAR} % above",
    f"more than {NEAR} % above",
    "not found",
)
CLASS_COLORS = ("#D98A3D", "#F0CDA3", "#A9D8D2", "#0F766E", "#C3C7CC")
LIGHT_ON = CLASSES[3]
"""The class whose tile is dark enough for light letters."""

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

PLACES: dict[State, tuple[int, int]] = {
    State(letters): (row, column)
    for row, line in enumerate(_GRID.split("\n")[1:-1])
    for column, letters in enumerate(line.split())
    if letters != "."
}
"""Row and column of every state, from the top left."""


class Tile(TypedDict):
    """One state as the map draws it."""

    state: str
    """Its letters."""
    row: int
    column: int
    side: str
    """A term of ``CLASSES``."""
    light: bool
    """Whether its letters are light."""
    pay: str
    """Short, for the tile."""
    spoken: str
    chosen: bool


def tiles(rows: Mapping[State, WageRow], nation: WageRow, chosen: State | None) -> list[Tile]:
    """A tile for every state, also where its pay was not found."""
    return [_tile(state, rows.get(state), nation, state is chosen) for state in State]


def _tile(state: State, row: WageRow | None, nation: WageRow, chosen: bool) -> Tile:
    median = row.p50 if row else None
    row_at, column = PLACES[state]
    words = sentences.format_dated_pay(row) if row else NOT_FOUND
    side = side_of(median, nation.p50)
    against = "" if row is None else f", {side} the nation's"
    return {
        "state": state.value,
        "row": row_at,
        "column": column,
        "side": side,
        "light": side == LIGHT_ON,
        "pay": f"${median / 1000:.0f}k" if median else "–",
        "spoken": f"{state.label}: {words}{against}",
        "chosen": chosen,
    }


def side_of(median: float | None, nation: float | None) -> str:
    """The class of a state's median against the nation's."""
    if not median or not nation:
        return CLASSES[4]
    percent = (median - nation) * 100 / nation
    if percent < 0:
        return CLASSES[0] if percent < -NEAR else CLASSES[1]
    return CLASSES[3] if percent > NEAR else CLASSES[2]
