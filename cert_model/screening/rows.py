"""Rows of a table of people, as they are read, and how they become coded answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cert_model.eligibility import Profile
from cert_model.eligibility.profile import STAGE_WITHOUT_PROGRAM
from cert_model.screening.cells import LONGEST_CELL, BadCell, CellReader, describe_length
from cert_model.screening.columns import MONTHS_COLUMN, PERSON
from cert_model.screening.people import (
    HIM_PROGRAM_NUMBER,
    NOT_KNOWN,
    Lists,
    Numbers,
    People,
    Table,
    code_number,
)
from cert_model.vocabulary import HimProgram

_NAMELESS = "empty; give each person a name or a number"
_NO_PROGRAM = (NOT_KNOWN, HIM_PROGRAM_NUMBER[HimProgram.NONE])
_BAD = -2
"""Stands for a cell that could not be read until its row is taken out."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Why a row was left out."""

    line: int
    """The line of the file on which the row begins; of a sheet or of Parquet, the row's number."""
    person: str
    column: str
    """Empty where no single cell is at fault."""
    reason: str


@dataclass(frozen=True)
class Cells:
    """The cells of a column: the different ones, and the place of that of each row."""

    different: Sequence[str]
    places: NDArray[np.int32]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Cells":
        """The cells with these texts."""
        place_of = {text: place for place, text in enumerate(dict.fromkeys(texts))}
        places = np.fromiter(map(place_of.__getitem__, texts), np.int32, len(texts))
        return cls(tuple(place_of), places)


@dataclass(frozen=True)
class Rows:
    """Some rows of a table, its cells by column."""

    lines: Sequence[int]
    persons: Sequence[str]
    cells: Mapping[str, Cells]
    """The cells of each column that the table has besides ``person``."""
    faults: tuple[Fault, ...] = ()
    """Rows that could not be told apart into cells."""


def make_rows(
    columns: Sequence[str],
    lines: Sequence[int],
    rows: Sequence[Sequence[str]],
    faults: Sequence[Fault] = (),
) -> Rows:
    """Rows of as many cells as there are columns, ``person`` among them."""
    by_column = zip(*rows, strict=True) if rows else [()] * len(columns)
    texts = dict(zip(columns, by_column, strict=True))
    persons = texts.pop(PERSON)
    cells = {name: Cells.of(column) for name, column in texts.items()}
    return Rows(lines, persons, cells, tuple(faults))


@dataclass(frozen=True)
class CodedRows:
    """The people in some rows; rows with a fault are left out."""

    persons: tuple[str, ...]
    people: People
    faults: tuple[Fault, ...]


def code_rows(reader: CellReader, rows: Rows, complete: bool) -> CodedRows:
    """The people in some rows, and the faults of the rows that are left out, in their order.

    ``complete`` says that what is not mentioned is known to be absent.
    """
    coding = _Coding(reader, rows, Profile(complete=complete).with_absent_fields())
    coding.check_names()
    coding.check("memberships")
    credentials = coding.lists("credentials")
    people = People(
        count=len(rows.lines),
        complete=complete,
        age=coding.numbers("age"),
        education=coding.numbers("education"),
        him_program=coding.numbers("him_program"),
        him_stage=coding.numbers("him_program_stage"),
        training=coding.lists("training"),
        courses=coding.lists("courses"),
        credentials=credentials,
        schooled_by=credentials,
        licenses=coding.lists("licenses"),
        months={
            kind: coding.numbers(name) for name, kind in MONTHS_COLUMN.items() if name in rows.cells
        },
    )
    coding.check_stages(people)
    good = coding.good_rows()
    faults = sorted([*rows.faults, *coding.faults], key=lambda fault: fault.line)
    return CodedRows(
        persons=tuple(rows.persons[place].strip() for place in good.tolist()),
        people=people if len(good) == people.count else people.chosen(good),
        faults=tuple(faults),
    )


class _Coding:
    """Codes the columns of some rows, and collects the faults of their cells."""

    def __init__(self, reader: CellReader, rows: Rows, absent: Profile) -> None:
        self.faults: list[Fault] = []
        self._reader = reader
        self._rows = rows
        self._absent = absent
        self._is_good: NDArray[np.bool_] = np.ones(len(rows.lines), np.bool_)

    def good_rows(self) -> NDArray[np.intp]:
        """The places of the rows without a fault."""
        return np.flatnonzero(self._is_good)

    def check(self, column: str) -> None:
        """Find the faults of a column on which no verdict depends."""
        self._code(column, lambda _: 0)

    def numbers(self, column: str) -> Numbers:
        """The numbers that stand for the single answers of a column."""
        absent = getattr(self._absent, column, None)
        return self._code(
            column, lambda answer: code_number(column, absent if answer is None else answer)
        ).astype(np.int16)

    def lists(self, column: str) -> Lists[Any]:
        """The lists of a column, each different cell once in their table."""
        table: list[tuple[Any, ...] | None] = []
        absent = getattr(self._absent, column)

        def place(answer: tuple[Any, ...] | None) -> int:
            table.append(absent if answer is None else answer)
            return len(table) - 1

        return Lists(self._code(column, place), Table(table))

    def _code(self, column: str, code_answer: Callable[[Any], int]) -> NDArray[np.int32]:
        """The code of each cell of a column; each different cell is read once."""
        count = len(self._rows.lines)
        cells = self._rows.cells.get(column)
        if cells is None:
            return np.full(count, code_answer(None), np.int32)
        codes: list[int] = []
        reasons: dict[int, str] = {}
        for place, cell in enumerate(cells.different):
            try:
                codes.append(code_answer(self._reader.read(column, cell)))
            except BadCell as error:
                codes.append(_BAD)
                reasons[place] = str(error)
        coded = np.array(codes, np.int32)[cells.places]
        if reasons:
            for row in np.flatnonzero(coded == _BAD).tolist():
                self.add_fault(row, column, reasons[int(cells.places[row])])
        return coded

    def check_names(self) -> None:
        """Find the rows of nobody."""
        for place, person in enumerate(self._rows.persons):
            if not person.strip():
                self.add_fault(place, PERSON, _NAMELESS)
            elif len(person) > LONGEST_CELL:
                self.add_fault(place, PERSON, describe_length(person))

    def check_stages(self, people: People) -> None:
        """Find the rows with the stage of a program that they do not name."""
        no_program = np.isin(people.him_program, _NO_PROGRAM)
        for place in np.flatnonzero((people.him_stage > NOT_KNOWN) & no_program).tolist():
            self.add_fault(place, "him_program_stage", STAGE_WITHOUT_PROGRAM)

    def add_fault(self, place: int, column: str, reason: str) -> None:
        """Leave a row out."""
        self._is_good[place] = False
        person = self._rows.persons[place].strip()[:LONGEST_CELL]
        self.faults.append(Fault(self._rows.lines[place], person, column, reason))
