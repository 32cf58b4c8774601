"""A class out of the rows of a table: who they are, what was understood, and what was not."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cert_model.catalog import Catalog
from cert_model.classes.headings import FIRST_NAME, LAST_NAME, ColumnUse
from cert_model.classes.tables import RawRow, refuse_crowd
from cert_model.classes.uses import (
    NAME_COLUMNS,
    ClassTable,
    ColumnChoice,
    find_header,
    overlooked_columns,
    uses_of,
)
from cert_model.classes.words import WordReader, word_reader_of
from cert_model.eligibility import Profile
from cert_model.eligibility.schooling import EDUCATION_RANK
from cert_model.screening.cells import BadCell, CellReader, cell_reader_of
from cert_model.screening.columns import LIST_SEPARATOR, NONE, PERSON
from cert_model.vocabulary import EducationLevel

_BLANKS = re.compile(r"\s+")
_LONGEST_NAME = 80
"""Letters; of a longer name the rest is left out, which three dots say."""


@dataclass(frozen=True, slots=True)
class CellNote:
    """A cell of the table, and what was made of it."""

    line: int
    person: str
    column: str
    """The column of a profile; empty where a row as a whole is at fault."""
    heading: str
    cell: str
    text: str
    """What was understood; of a fault, what was expected."""


@dataclass(frozen=True, slots=True)
class Student:
    """One person of a class."""

    line: int
    name: str
    """Unlike every other one of the class."""
    cells: Mapping[str, str]
    """What was understood, by the columns of a profile's table."""
    profile: Profile


@dataclass(frozen=True, slots=True)
class ClassReading:
    """What a table held."""

    uses: tuple[ColumnUse, ...]
    """What each column was taken for."""
    students: tuple[Student, ...]
    """In the order of the table."""
    guesses: tuple[CellNote, ...]
    """Cells whose meaning a person should look at."""
    faults: tuple[CellNote, ...]
    """Cells that were not understood and count as not known."""
    overlooked: tuple[ColumnUse, ...] = ()
    """The columns in which something stands and that are not used, though nobody chose that."""

    @property
    def unused(self) -> tuple[ColumnUse, ...]:
        """The columns that are not used."""
        return tuple(use for use in self.uses if not use.column)


def read_class(
    catalog: Catalog,
    rows: Sequence[RawRow],
    choices: Mapping[int, ColumnChoice] | None = None,
    complete: bool = False,
) -> ClassReading:
    """The class in the rows of a table, which ``read_table`` reads once its header is found."""
    return read_table(catalog, find_header(catalog, rows), choices, complete)


def read_table(
    catalog: Catalog,
    table: ClassTable,
    choices: Mapping[int, ColumnChoice] | None = None,
    complete: bool = False,
) -> ClassReading:
    """The class in a table; nobody is left out for a cell that is not understood.

    ``choices`` say what columns are, by position from 0, in place of what their headings say.
    ``complete`` says that what is not mentioned is known to be absent. Raises BadClass where
    there are no people, or too many.
    """
    people = table.people
    refuse_crowd(len(people))
    uses = uses_of(catalog, table, choices or {})
    reading = _Reading(word_reader_of(catalog), cell_reader_of(catalog), uses, complete)
    names = _unlike(_name_in(uses, row) for row in people)
    students = tuple(reading.student(row, name) for row, name in zip(people, names, strict=True))
    return ClassReading(
        uses=tuple(uses),
        students=students,
        guesses=tuple(reading.guesses),
        faults=tuple(reading.faults),
        overlooked=overlooked_columns(table, uses, choices or {}),
    )


def _name_in(uses: Sequence[ColumnUse], row: RawRow) -> str:
    """The name in a row, in one line and not too long; the first name before the last.

    A character that cannot be seen, such as one that turns the direction of writing, is left out.
    """
    by_column = {
        use.column: row.cells[use.position] for use in uses if use.position < len(row.cells)
    }
    parts = [by_column.get(name, "") for name in (FIRST_NAME, LAST_NAME)]
    name = by_column.get(PERSON, "") or " ".join(filter(None, parts))
    seen = "".join(letter for letter in _BLANKS.sub(" ", name) if letter.isprintable())
    seen = seen.strip() or f"Row {row.line}"
    return seen if len(seen) <= _LONGEST_NAME else f"{seen[: _LONGEST_NAME - 1].rstrip()}…"


def _unlike(names: Iterator[str]) -> list[str]:
    """The names, those that occur twice with a number behind: Ada (1), Ada (2)."""
    all_names = list(names)
    counts = Counter(name.casefold() for name in all_names)
    taken = {folded for folded, count in counts.items() if count == 1}
    distinct: list[str] = []
    for name in all_names:
        shown = name
        if counts[name.casefold()] > 1:
            numbered = (f"{name} ({number})" for number in range(1, len(all_names) + 2))
            shown = next(text for text in numbered if text.casefold() not in taken)
            taken.add(shown.casefold())
        distinct.append(shown)
    return distinct


class _Reading:
    """Reads row after row, and keeps what a person should look at."""

    def __init__(
        self,
        words: WordReader,
        cells: CellReader,
        uses: Sequence[ColumnUse],
        complete: bool,
    ) -> None:
        self.guesses: list[CellNote] = []
        self.faults: list[CellNote] = []
        self._words, self._cells = words, cells
        self._uses = [use for use in uses if use.column and use.column not in NAME_COLUMNS]
        self._complete = complete

    def student(self, row: RawRow, name: str) -> Student:
        """The person in a row."""
        if row.fault:
            self.faults.append(CellNote(row.line, name, "", "", "", row.fault))
        cells: dict[str, str] = {}
        for use, text in self._cells_of(row):
            try:
                understood = self._words.read(use, text)
            except BadCell as error:
                self._note(self.faults, row.line, name, use, text, str(error))
                continue
            for column, cell in understood.cells.items():
                cells[column] = _merge(column, cells.get(column), cell)
            if understood.is_guess:
                meaning = "; ".join(understood.cells.values())
                column = next(iter(understood.cells), use.column)
                meant = replace(use, column=column)
                self._note(self.guesses, row.line, name, meant, text, meaning)
        return Student(row.line, name, cells, self._profile(row, name, cells))

    def _cells_of(self, row: RawRow) -> Iterator[tuple[ColumnUse, str]]:
        """The cells of a row that tell something of the person."""
        if not row.fault:
            for use in self._uses:
                if use.position < len(row.cells):
                    yield use, row.cells[use.position]

    def _note(
        self, notes: list[CellNote], line: int, name: str, use: ColumnUse, cell: str, text: str
    ) -> None:
        notes.append(CellNote(line, name, use.column, use.heading, cell, text))

    def _profile(self, row: RawRow, name: str, cells: dict[str, str]) -> Profile:
        try:
            return self._cells.read_profile(cells, self._complete)
        except BadCell as error:
            cell = cells.pop(error.column, "")
            note = CellNote(row.line, name, error.column, error.column, cell, str(error))
            self.faults.append(note)
            return self._cells.read_profile(cells, self._complete)


def _merge(column: str, before: str | None, cell: str) -> str:
    """The cell of a column that several columns of the table fill."""
    if before is None or before == cell:
        return cell
    if column == "education":
        levels = (EducationLevel(before), EducationLevel(cell))
        return str(max(levels, key=EDUCATION_RANK.__getitem__))
    entries = [entry for text in (before, cell) for entry in text.split(LIST_SEPARATOR)]
    return LIST_SEPARATOR.join(dict.fromkeys(entry for entry in entries if entry != NONE)) or NONE
