"""What was made of the table's columns and cells, in lines: cells with the same note together."""

from collections.abc import Sequence
from dataclasses import dataclass

from cert_model.classes import CellNote, ColumnUse
from cert_model.formatting import format_count, join_words
from cert_model.screening.columns import MONTHS_COLUMN

_MOST_CELLS = 6
_MOST_COLUMNS = 6
_LONGEST_CELL = 60
_LONGEST_NOTE = 300


@dataclass(frozen=True)
class NoteGroup:
    """Cells of one column of which the same is to be said."""

    notes: Sequence[CellNote]

    @property
    def text(self) -> str:
        """The column, what is to be said, and the first cells with their rows and people."""
        first = self.notes[0]
        cells = ", ".join(map(_where, self.notes[:_MOST_CELLS]))
        further = len(self.notes) - _MOST_CELLS
        more = f" and {further:,} more" if further > 0 else ""
        return f"{self._heading}{first.text[:_LONGEST_NOTE]}{self._hint}: {cells}{more}."

    @property
    def _heading(self) -> str:
        heading = self.notes[0].heading
        return f"{heading}, " if heading else ""

    @property
    def _hint(self) -> str:
        """That one choice may settle all: whether the bare numbers are months or years."""
        is_time = self.notes[0].column in MONTHS_COLUMN
        are_bare = all(note.cell.replace(".", "", 1).isdecimal() for note in self.notes)
        return (
            "; or choose above whether the numbers are months or years"
            if is_time and are_bare
            else ""
        )


def _where(note: CellNote) -> str:
    cell = f" “{note.cell[:_LONGEST_CELL]}”" if note.cell else ""
    return f"row {note.line}{cell} ({note.person})"


def grouped(notes: Sequence[CellNote]) -> list[NoteGroup]:
    """Notes by column and wording, in the order in which they first occur."""
    groups: dict[tuple[str, str], list[CellNote]] = {}
    for note in notes:
        groups.setdefault((note.heading, note.text), []).append(note)
    return [NoteGroup(alike) for alike in groups.values()]


def overlooked_line(columns: Sequence[ColumnUse]) -> str:
    """Which columns the answer does not rest on; empty for none."""
    if not columns:
        return ""
    names = [use.heading or f"column {use.position + 1}" for use in columns[:_MOST_COLUMNS]]
    further = [f"{len(columns) - len(names)} more"] if len(columns) > len(names) else []
    verb, them = ("is", "it") if len(columns) == 1 else ("are", "them")
    return (
        f"{format_count(len(columns), 'column')} {verb} not used: "
        f"{join_words([*names, *further])}. Map {them} below if the answer needs {them}."
    )
