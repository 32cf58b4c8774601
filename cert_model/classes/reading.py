"""A class out of the rows of a table: who they are, what was understood, and what was not."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cert_model.catalog import Catalog
from cert_model.classes.headings import (
    FIRST_NAME,
    LAST_NAME,
    ColumnUse,
    HeadingReader,
    heading_reader_of,
)
from cert_model.classes.tables import MOST_PEOPLE, BadClass, RawRow
from cert_model.classes.words import WordReader, is_empty, word_reader_of
from cert_model.eligibility import Profile
from cert_model.eligibility.person import EDUCATION_RANK
from cert_model.screening.cells import BadCell, CellReader, cell_reader_of
from cert_model.screening.columns import COLUMNS, LIST_SEPARATOR, NONE, PERSON
from cert_model.vocabulary import EducationLevel

NAME_COLUMNS = (PERSON, FIRST_NAME, LAST_NAME)
_ROWS_ABOVE = 10
"""Rows among which a header is looked for."""
_GUESSED_BY_CELLS = ("education", "credentials", "licenses", "months_coding", "age")
_LISTS = ("licenses", "credentials", "memberships", "courses", "training")
_AGES = frozenset(map(str, range(16, 90)))
_BLANKS = re.compile(r"\s+")
Mends = Mapping[tuple[int, str], str]
"""By line and column of a profile, what a person wrote in place of what was understood."""


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

    @property
    def unused(self) -> tuple[ColumnUse, ...]:
        """The columns that are not used."""
        return tuple(use for use in self.uses if not use.column)


def read_class(
    catalog: Catalog,
    rows: Sequence[RawRow],
    columns: Mapping[int, str] | None = None,
    mends: Mends | None = None,
    complete: bool = False,
) -> ClassReading:
    """The class in some rows; nobody is left out for a cell that is not understood.

    ``columns`` says what columns are, by position from 0, in place of what their headings say
    ("" for one not to be used). ``complete`` says that what is not mentioned is known to be
    absent. Raises BadClass where there are no people, or too many.
    """
    headings, words = heading_reader_of(catalog), word_reader_of(catalog)
    place = _header_place(headings, rows)
    people = rows if place is None else rows[place + 1 :]
    if not people:
        raise BadClass("The table has a header, but nobody below it; give a row for each person.")
    if len(people) > MOST_PEOPLE:
        raise BadClass(
            f"The table has {len(people):,} people; a class has at most {MOST_PEOPLE:,}."
        )
    if place is None:
        uses = _uses_by_cells(words, people)
    else:
        uses = [headings.read(at, heading) for at, heading in enumerate(rows[place].cells)]
    uses = _each_once(_as_told(uses, columns or {}))
    reading = _Reading(words, cell_reader_of(catalog), uses, mends or {}, complete)
    names = _unlike(_name_in(uses, row) for row in people)
    students = tuple(reading.student(row, name) for row, name in zip(people, names, strict=True))
    return ClassReading(tuple(uses), students, tuple(reading.guesses), tuple(reading.faults))


def _header_place(headings: HeadingReader, rows: Sequence[RawRow]) -> int | None:
    """The place of the header among the first rows; None where there is none."""
    for place, row in enumerate(rows[:_ROWS_ABOVE]):
        cells = [cell for cell in row.cells if cell]
        uses = [headings.read(at, cell) for at, cell in enumerate(cells)]
        named = [use for use in uses if use.column and not use.flag]
        sure = [use for use in named if not use.is_guess]
        has_name = any(use.column in NAME_COLUMNS for use in sure)
        if (has_name and len(named) >= len(cells) / 3) or 2 * len(sure) > max(1, len(cells)):
            return place
    return None


def _uses_by_cells(words: WordReader, rows: Sequence[RawRow]) -> list[ColumnUse]:
    """What columns without a heading are, by what most of their cells may be; all guesses."""
    uses: list[ColumnUse] = []
    taken: set[str] = set()
    for position in range(max(len(row.cells) for row in rows)):
        cells = [row.cells[position] for row in rows if position < len(row.cells)]
        cells = [cell for cell in cells if not is_empty(cell)]
        fitting = (
            name
            for name in _GUESSED_BY_CELLS
            if name not in taken and _share_read(words, name, cells) >= 0.6
        )
        may_be_names = PERSON not in taken and not all(map(str.isdecimal, cells))
        column = next(fitting, PERSON if may_be_names else "")
        taken.add(column)
        uses.append(ColumnUse(position, "", column, is_guess=bool(column)))
    return uses


def _share_read(words: WordReader, column: str, cells: Sequence[str]) -> float:
    """The share of cells that may stand in a column; those that say "none" may in any."""
    are_read: list[bool] = []
    for cell in cells:
        try:
            understood = words.read(ColumnUse(0, "", column), cell).cells
        except BadCell:
            are_read.append(False)
        else:
            if understood.get(column) != NONE:
                are_read.append(column in understood and _is_likely(column, cell))
    return sum(are_read) / len(are_read) if are_read else 0.0


def _is_likely(column: str, cell: str) -> bool:
    """Whether a cell alone may tell its column: numbers of rows are no ages."""
    return column != "age" or cell[:2] in _AGES


def _as_told(uses: Sequence[ColumnUse], columns: Mapping[int, str]) -> list[ColumnUse]:
    """The uses with those that a person set."""
    allowed = {"", *NAME_COLUMNS, *COLUMNS}
    return [
        replace(use, column=column, flag=use.flag if column == use.column else "", is_guess=False)
        if (column := columns.get(use.position)) is not None and column in allowed
        else use
        for use in uses
    ]


def _each_once(uses: Sequence[ColumnUse]) -> list[ColumnUse]:
    """The uses with each column once, the first sure one; lists may come from several columns."""
    best: dict[str, int] = {}
    for use in sorted(uses, key=lambda use: use.is_guess):
        best.setdefault(use.column, use.position)
    return [
        use
        if use.column in _LISTS or use.flag or best[use.column] == use.position
        else replace(use, column="", is_guess=False)
        for use in uses
    ]


def _name_in(uses: Sequence[ColumnUse], row: RawRow) -> str:
    """The name in a row, in one line; the first name before the last."""
    by_column = {
        use.column: row.cells[use.position] for use in uses if use.position < len(row.cells)
    }
    parts = [by_column.get(name, "") for name in (FIRST_NAME, LAST_NAME)]
    name = by_column.get(PERSON, "") or " ".join(filter(None, parts))
    return _BLANKS.sub(" ", name).strip() or f"Row {row.line}"


def _unlike(names: Iterator[str]) -> list[str]:
    """The names, those that occur twice with a number behind: Ada (1), Ada (2)."""
    all_names = list(names)
    counts = Counter(name.casefold() for name in all_names)
    taken = {folded for folded, count in counts.items() if count == 1}
    told_apart: list[str] = []
    for name in all_names:
        shown = name
        if counts[name.casefold()] > 1:
            numbered = (f"{name} ({number})" for number in range(1, len(all_names) + 2))
            shown = next(text for text in numbered if text.casefold() not in taken)
            taken.add(shown.casefold())
        told_apart.append(shown)
    return told_apart


class _Reading:
    """Reads row after row, and keeps what a person should look at."""

    def __init__(
        self,
        words: WordReader,
        cells: CellReader,
        uses: Sequence[ColumnUse],
        mends: Mends,
        complete: bool,
    ) -> None:
        self.guesses: list[CellNote] = []
        self.faults: list[CellNote] = []
        self._words, self._cells = words, cells
        self._uses = [use for use in uses if use.column and use.column not in NAME_COLUMNS]
        self._mends, self._complete = mends, complete

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
                self._note(self.guesses, row.line, name, use, text, meaning)
        return Student(row.line, name, cells, self._profile(row, name, cells))

    def _cells_of(self, row: RawRow) -> Iterator[tuple[ColumnUse, str]]:
        """The cells of a row that say something, those that a person mended in their place."""
        mended = {column: text for (line, column), text in self._mends.items() if line == row.line}
        if not row.fault:
            for use in self._uses:
                if use.position < len(row.cells) and use.column not in mended:
                    yield use, row.cells[use.position]
        for column, text in mended.items():
            if column in COLUMNS and column != PERSON:
                yield ColumnUse(-1, column, column, in_years=False), text

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
