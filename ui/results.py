"""The table of results: real HTML, sortable, with a box to pick each row; cards on a phone.

Streamlit's own dataframe is drawn on a canvas: its header cannot be reached by keyboard
and a screen reader sees little of it (streamlit/streamlit#13332), and on a phone it scrolls
sideways. This component shows the same rows as a table that every reader can use.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pandas as pd
import streamlit as st

from cert_model import wording
from cert_model.catalog import Catalog
from cert_model.ordering import DOWNWARD
from cert_model.vocabulary import Level, Standing, Status
from ui.marks import LEGEND, MARKS

_HERE = Path(__file__).parent / "results_table"
_component = st.components.v2.component(
    "results_table",
    html="<div class='results'>\n</div>",
    css=(_HERE / "table.css").read_text(encoding="utf-8"),
    js=(_HERE / "table.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class Cell:
    """A figure as written, with the mark and the words of its standing."""

    text: str
    mark: str = ""
    standing: str = ""


@dataclass(frozen=True)
class Row:
    """One finished row of the table."""

    id: str
    href: str
    label: str
    name: str
    remark: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """A heading, and the order it sorts by."""

    title: str
    order: str
    number: bool = False


COLUMNS = (
    Column("Issuer", "issuer"),
    Column("Level", "level"),
    Column("Exam price", "price", number=True),
    Column("Exam", "length", number=True),
    Column("Pass rate", "pass_rate", number=True),
    Column("CEUs", "ceus", number=True),
)


def rows_of(catalog: Catalog) -> dict[str, Row]:
    """Every credential as a finished row, by id."""
    return {row["id"]: _row(row) for row in catalog.credential_rows.to_dict("records")}


def _row(row: Mapping[Hashable, Any]) -> Row:
    status = Status(row["status"])
    return Row(
        id=row["id"],
        href=f"credential?id={quote(row['id'], safe='/')}",
        label=row["label"],
        name=row["name"],
        remark="" if status is Status.ACTIVE else f"status: {status.label.lower()}",
        cells=(
            Cell(row["issuer_letters"]),
            Cell(Level(row["level"]).label),
            _figure(_price(row), row["exam_fee_standing"]),
            _figure(_exam(row), row["exam_standing"]),
            _figure(_rate(row), row["pass_rate_standing"]),
            _figure(_ceus(row), row["ceus_standing"]),
        ),
    )


def _figure(text: str | None, standing: Any) -> Cell:
    if text is None:
        return Cell(wording.NOT_FOUND)
    if pd.isna(standing):
        return Cell(text)
    return Cell(text, MARKS[Standing(standing)], Standing(standing).label)


def _price(row: Mapping[Hashable, Any]) -> str | None:
    low, high = row["exam_fee_low"], row["exam_fee_high"]
    return None if pd.isna(low) else wording.dollars(low, high)


def _exam(row: Mapping[Hashable, Any]) -> str | None:
    questions = None if pd.isna(row["questions"]) else f"{row['questions']:,} q"
    time = None if pd.isna(row["minutes"]) else wording.hours(int(row["minutes"]))
    return ", ".join(filter(None, (questions, time))) or None


def _rate(row: Mapping[Hashable, Any]) -> str | None:
    if pd.isna(row["pass_rate"]):
        return None
    year = "" if pd.isna(row["pass_rate_year"]) else f" ({row['pass_rate_year']})"
    return f"{row['pass_rate']:.0f} %{year}"


def _ceus(row: Mapping[Hashable, Any]) -> str | None:
    if pd.isna(row["ceus"]):
        return None
    months = row["cycle_months"]
    return f"{row['ceus']:g}" + ("" if pd.isna(months) else f" in {wording.years(int(months))}")


def show(
    rows: Sequence[Row],
    *,
    order: str,
    picked: Sequence[str],
    caption: str,
    key: str,
    on_sort: Callable[[], None],
    on_pick: Callable[[], None],
) -> str | None:
    """Draw the table; the id of a credential just opened, or None.

    A click on a heading puts the new order under ``st.session_state[key].sort`` and calls
    ``on_sort``; a box puts the id it belongs to under ``….pick`` and calls ``on_pick``.
    """
    data = {
        "caption": caption,
        "legend": LEGEND,
        "order": order.removeprefix(DOWNWARD),
        "downward": order.startswith(DOWNWARD),
        "columns": [asdict(column) for column in COLUMNS],
        "rows": [asdict(row) for row in rows],
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
