"""A class's table as the page's editor shows it, and what was changed in the editor.

What the browser sends of the editor is checked here: it may be anything.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from cert_model.classes import ClassTable, RawRow
from cert_model.classes.tables import LONGEST_CELL

_INDEX = "_index"
"""How the editor names the column of row numbers."""
TO_TYPE_IN = {
    "Name": "The person's name or number.",
    "Highest education": "The highest level finished, such as: no diploma, HS diploma, GED, "
    "some college, AAS, Bachelor's, Master's.",
    "Months of coding": "Such as: 18, 2 years, 18 mo, none.",
    "Months of billing": "Such as: 18, 2 years, 18 mo, none.",
    "Certifications": "Abbreviations separated by commas, such as CPC-A, CCA; or none.",
    "Licenses": "Such as: RN, LPN; or none.",
}
"""The columns of a table that somebody types in, and what may be written there.

Their cells are text, which is read as a pasted table is: a typed column of the editor would drop
what it cannot take, or make a number of it, without a word.
"""
_ROWS_TO_TYPE_IN = 5


@dataclass(frozen=True)
class EditedTable:
    """A table of people in the editor."""

    table: ClassTable
    """The rows, numbered from 1 as the editor shows them."""

    @property
    def width(self) -> int:
        """How many columns there are: those of the widest row."""
        return max(len(self.table.headings), *(len(row.cells) for row in self.table.people), 1)

    @property
    def height(self) -> int:
        """How many rows there are, empty ones too."""
        return len(self.table.people)

    @property
    def columns(self) -> list[str]:
        """The names of the columns in the editor; headings may be empty or stand twice."""
        return [f"c{position}" for position in range(self.width)]

    @property
    def headings(self) -> list[str]:
        """What stands above the columns."""
        return [self.heading(position) for position in range(self.width)]

    def heading(self, position: int) -> str:
        """What stands above a column, or its number where nothing does."""
        headings = self.table.headings
        text = headings[position] if position < len(headings) else ""
        return text or f"Column {position + 1}"

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The table as the editor takes it, a column for each heading, by number."""
        rows = [_fill(row.cells, {}, self.width) for row in self.table.people]
        numbers = pd.RangeIndex(1, len(rows) + 1)
        return pd.DataFrame(rows, numbers, self.columns, dtype="str")

    @property
    def people(self) -> ClassTable:
        """The table without the rows in which nothing stands."""
        rows = tuple(row for row in self.table.people if any(row.cells))
        return ClassTable(self.table.headings, rows)


def numbered(table: ClassTable) -> EditedTable:
    """A table with its rows numbered from 1, whatever stood above the people."""
    rows = (RawRow(line, row.cells, row.fault) for line, row in enumerate(table.people, start=1))
    return EditedTable(ClassTable(table.headings, tuple(rows)))


def table_to_type_in() -> EditedTable:
    """An empty table with the columns that matter most."""
    blank = RawRow(0, ("",) * len(TO_TYPE_IN))
    return numbered(ClassTable(tuple(TO_TYPE_IN), (blank,) * _ROWS_TO_TYPE_IN))


def apply_edits(before: EditedTable, edits: object) -> EditedTable | None:
    """The table after the changes of the editor; None for changes that no editor of ours sends.

    Whoever writes into a row has looked at it, so that what was wrong with its cells is settled.
    """
    if not isinstance(edits, Mapping):
        return None
    positions = {name: position for position, name in enumerate(before.columns)}
    rows = list(before.table.people)
    changed, added, deleted = (
        edits.get(name) for name in ("edited_rows", "added_rows", "deleted_rows")
    )
    if not isinstance(changed, Mapping) or not isinstance(added, list):
        return None
    if not isinstance(deleted, list) or not _are_rows(deleted, rows):
        return None
    for place, cells in changed.items():
        written = _written(cells, positions)
        if written is None or not _are_rows([place], rows):
            return None
        if written:
            rows[place] = RawRow(place + 1, _fill(rows[place].cells, written, before.width))
    for cells in added:
        written = _written(cells, positions)
        if written is None:
            return None
        rows.append(RawRow(len(rows) + 1, _fill((), written, before.width)))
    remaining = tuple(row for place, row in enumerate(rows) if place not in set(deleted))
    return EditedTable(ClassTable(before.table.headings, remaining))


def _are_rows(places: Iterable[object], rows: Sequence[RawRow]) -> bool:
    """Whether these are numbers of rows, from 0."""
    return all(type(place) is int and 0 <= place < len(rows) for place in places)


def _written(cells: object, positions: Mapping[str, int]) -> dict[int, str] | None:
    """What was written into cells of a row, by position; None where a column does not exist."""
    if not isinstance(cells, Mapping) or not cells.keys() <= {*positions, _INDEX}:
        return None
    return {positions[name]: _text(value) for name, value in cells.items() if name in positions}


def _fill(cells: Sequence[str], written: Mapping[int, str], width: int) -> tuple[str, ...]:
    """The cells of a row after what was written into some of them, as many as ``width``."""
    filled = [*cells, *[""] * (width - len(cells))]
    for position, text in written.items():
        filled[position] = text
    return tuple(filled)


def _text(value: object) -> str:
    """A value of a cell as text, cut to what is read of one."""
    if value is None:
        return ""
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return text.strip()[:LONGEST_CELL]
