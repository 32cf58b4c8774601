"""The table of results: real HTML, sortable, with a box to pick each row; cards on a phone.

Streamlit's own dataframe is drawn on a canvas: its header cannot be reached by keyboard
and a screen reader sees little of it (streamlit/streamlit#13332), and on a phone it scrolls
sideways. This component shows the same rows as a table that every reader can use.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import streamlit as st

from cert_model import formatting
from cert_model.explore.ordering import DESCENDING
from ui.components.figures import LEGEND
from ui.explore.result_rows import COLUMNS, Row

_HERE = Path(__file__).parent / "results_table"
_component = st.components.v2.component(
    "results_table",
    html="<div class='results'>\n</div>",
    css=(_HERE / "table.css").read_text(encoding="utf-8"),
    js=(_HERE / "table.js").read_text(encoding="utf-8"),
)
_COLUMNS = [asdict(column) for column in COLUMNS]
_LOWEST_ROW = 2.5
"""The height of a row in ``rem``, at least; on a phone it is a card."""
PRICE_RANGES = "a range of prices: members, students and others pay differently"


def show(  # noqa: PLR0913 (what it shows, and what each click on it does)
    rows: Sequence[Row],
    *,
    order: str,
    picked: Sequence[str],
    is_full: bool,
    caption: str,
    explain: Callable[[str], str],
    key: str,
    on_sort: Callable[[], None],
    on_pick: Callable[[], None],
) -> str | None:
    """Draw the table; the id of a credential just opened, or None.

    ``explain`` says what the term of a heading means, or nothing; no more can be picked where
    the shortlist ``is_full``.

    A click on a heading puts the new order under ``sort`` of the widget's value and calls
    ``on_sort``; a box puts the id it belongs to under ``….pick`` and calls ``on_pick``.
    """
    data = {
        "caption": caption,
        "legend": f"{LEGEND} · {PRICE_RANGES}",
        "unknown": formatting.NOT_FOUND,
        "order": order.removeprefix(DESCENDING),
        "descending": order.startswith(DESCENDING),
        "columns": [{**column, "meaning": explain(column["title"])} for column in _COLUMNS],
        "rows": list(rows),
        "picked": list(picked),
        "full": is_full,
    }
    _keep_room(key, len(rows))
    result = _component(
        data=data,
        key=key,
        on_sort_change=on_sort,
        on_pick_change=on_pick,
        on_open_change=lambda: None,
    )
    return result.open if result.open in [row["id"] for row in rows] else None


def _keep_room(key: str, rows: int) -> None:
    """Have the table take its room before its script has come, so that nothing below it jumps."""
    style = f".st-key-{key.replace(':', '-')} {{ min-height: {rows * _LOWEST_ROW}rem }}"
    st.html(f"<style>{style}</style>")
