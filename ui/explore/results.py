"""The table of results: real HTML, sortable, with a box to pick each row; cards on a phone.

Streamlit's own dataframe is drawn on a canvas: its header cannot be reached by keyboard
and a screen reader sees little of it (streamlit/streamlit#13332), and on a phone it scrolls
sideways. This component shows the same rows as a table that every reader can use.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import streamlit as st

from cert_model import formatting
from cert_model.explore.ordering import DOWNWARD
from cert_model.overview import Overview
from cert_model.vocabulary import Standing, Status
from ui.components.marks import LEGEND, MARKS

_HERE = Path(__file__).parent / "results_table"
_component = st.components.v2.component(
    "results_table",
    html="<div class='results'>\n</div>",
    css=(_HERE / "table.css").read_text(encoding="utf-8"),
    js=(_HERE / "table.js").read_text(encoding="utf-8"),
)


Cell = dict[str, str]
"""A figure as written (``text``), with the ``mark`` and words of its ``standing``."""

Row = dict[str, Any]
"""One finished row: ``id, href, label, name, remark`` and ``cells`` as ``COLUMNS`` has them."""


@dataclass(frozen=True)
class Column:
    """A heading, and the order it sorts by."""

    title: str
    order: str
    number: bool = False


COLUMNS = (
    Column("Exam price", "price", number=True),
    Column("First year", "first_year", number=True),
    Column("Upkeep a year", "upkeep", number=True),
    Column("Exam", "length", number=True),
    Column("Pass rate", "pass_rate", number=True),
    Column("May I sit", "sit"),
)
_COLUMNS = [asdict(column) for column in COLUMNS]


def row_of(overview: Overview) -> Row:
    """A credential as a finished row."""
    active = overview.status is Status.ACTIVE
    status = f"status: {overview.status.label.lower()}"
    return {
        "id": overview.id,
        "href": f"credential?id={quote(overview.id, safe='/')}",
        "label": overview.label,
        "name": overview.name,
        "remark": f"{overview.issuer_letters}, {overview.level.label.lower()} level"
        + ("" if active else f", {status}"),
        "cells": [
            _figure(_price(overview), overview.exam_fee_standing),
            _cell(formatting.format_total(overview.first_year_cost, overview.first_year_complete)),
            _cell(formatting.format_total(overview.yearly_upkeep, overview.upkeep_complete)),
            _figure(_exam(overview), overview.exam_standing),
            _figure(_rate(overview), overview.pass_rate_standing),
        ],
    }


def for_person(row: Row, standing: str) -> Row:
    """The row with whether one person may sit, as its last cell."""
    return {**row, "cells": [*row["cells"], _cell(standing)]}


def _cell(text: str, mark: str = "", standing: str = "") -> Cell:
    return {"text": text, "mark": mark, "standing": standing}


def _figure(text: str, standing: Standing | None) -> Cell:
    if not text or standing is None:
        return _cell(text or formatting.NOT_FOUND)
    return _cell(text, MARKS[standing], standing.label)


def _price(it: Overview) -> str:
    if it.exam_fee_low is None:
        return ""
    price = formatting.format_money(it.exam_fee_low, it.exam_fee_high)
    return f"{price} for {it.exam_attempts}" if it.exam_attempts > 1 else price


def _exam(it: Overview) -> str:
    questions = "" if it.questions is None else f"{it.questions:,} q"
    time = "" if it.minutes is None else formatting.format_duration(it.minutes)
    return ", ".join(filter(None, (questions, time)))


def _rate(it: Overview) -> str:
    if it.pass_rate is None:
        return ""
    return f"{it.pass_rate:.0f} %" + (f" ({it.pass_rate_year})" if it.pass_rate_year else "")


def show(  # noqa: PLR0913 (what it shows, and what each click on it does)
    rows: Sequence[Row],
    *,
    order: str,
    picked: Sequence[str],
    caption: str,
    explain: Callable[[str], str],
    key: str,
    on_sort: Callable[[], None],
    on_pick: Callable[[], None],
) -> str | None:
    """Draw the table; the id of a credential just opened, or None.

    ``explain`` says what the term of a heading means, or nothing.

    A click on a heading puts the new order under ``st.session_state[key].sort`` and calls
    ``on_sort``; a box puts the id it belongs to under ``….pick`` and calls ``on_pick``.
    """
    data = {
        "caption": caption,
        "legend": LEGEND,
        "unknown": formatting.NOT_FOUND,
        "order": order.removeprefix(DOWNWARD),
        "downward": order.startswith(DOWNWARD),
        "columns": [{**each, "meaning": explain(each["title"])} for each in _COLUMNS],
        "rows": list(rows),
        "picked": list(picked),
    }
    result = _component(
        data=data,
        key=key,
        on_sort_change=on_sort,
        on_pick_change=on_pick,
        on_open_change=lambda: None,
    )
    opened: str | None = result.open
    return opened
