"""Which row of a table is its header, and what its columns are."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from cert_model.catalog import Catalog
from cert_model.classes.headings import (
    FIRST_NAME,
    LAST_NAME,
    WISHES,
    ColumnUse,
    HeadingReader,
    fold_heading,
    heading_reader_of,
)
from cert_model.classes.tables import BadClass, RawRow, refuse_crowd
from cert_model.classes.words import WordReader, is_empty, word_reader_of
from cert_model.screening.cells import BadCell
from cert_model.screening.columns import COLUMNS, NONE, PERSON

NAME_COLUMNS = (PERSON, FIRST_NAME, LAST_NAME)
_ROWS_ABOVE = 10
"""Rows among which a header is looked for."""
_GUESSED_BY_CELLS = ("education", "credentials", "licenses", "months_coding", "age")
_GUESSED_BELOW_A_HEADING = ("education", "credentials", "licenses")
"""Numbers below a heading that says nothing may count anything."""
_NOT_THEIRS = WISHES | frozenset(
    ["exam", "instructor", "teacher", "counselor", "school", "state", "employer"]
)
"""Words of headings below which letters such as CPC or MA say nothing of what a person has."""
_SHARE_READ = 0.6
"""The least share of the cells of a column that tell what the column is."""
_LISTS = ("licenses", "credentials", "memberships", "courses", "training")
_AGES = frozenset(map(str, range(16, 90)))


@dataclass(frozen=True, slots=True)
class ClassTable:
    """Rows of people, and the headings above them."""

    headings: tuple[str, ...]
    """Empty where the table has none."""
    people: tuple[RawRow, ...]


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """What a person says a column is."""

    column: str
    """The column of a profile, or a part of the name; empty for one not to be used."""
    in_years: bool | None = None
    """Whether a bare number is of years; None leaves that to the heading."""


def find_header(catalog: Catalog, rows: Sequence[RawRow]) -> ClassTable:
    """The rows of people and the headings above them; what stands above the headings is left out.

    The header is looked for among the first rows. Raises BadClass where there is nobody below it,
    or too many.
    """
    place = _header_place(heading_reader_of(catalog), rows)
    below = 0 if place is None else place + 1
    if below == len(rows) and rows:
        raise BadClass("The table has a header but nobody below it. Add a row for each person.")
    refuse_crowd(len(rows) - below)
    return ClassTable(() if place is None else rows[place].cells, tuple(rows[below:]))


def uses_of(
    catalog: Catalog, table: ClassTable, choices: Mapping[int, ColumnChoice]
) -> list[ColumnUse]:
    """What the columns of a table are; ``choices``, by position, go before headings and cells."""
    if table.headings:
        headings = heading_reader_of(catalog)
        uses = [headings.read(at, heading) for at, heading in enumerate(table.headings)]
        uses = _with_guesses(word_reader_of(catalog), uses, table.people)
    else:
        uses = _uses_by_cells(word_reader_of(catalog), table.people)
    return _each_once(_as_chosen(uses, choices), choices)


def overlooked_columns(
    table: ClassTable, uses: Sequence[ColumnUse], chosen: Collection[int]
) -> tuple[ColumnUse, ...]:
    """The columns in which something stands and that are not used, though nobody chose that."""
    return tuple(
        use
        for use in uses
        if not use.column
        and use.position not in chosen
        and _cells_below(table.people, use.position)
    )


def _header_place(headings: HeadingReader, rows: Sequence[RawRow]) -> int | None:
    """The place of the header among the first rows; None where there is none."""
    for place, row in enumerate(rows[:_ROWS_ABOVE]):
        cells = [cell for cell in row.cells if cell]
        uses = [headings.read(at, cell) for at, cell in enumerate(cells)]
        named = [use for use in uses if use.column and not use.flag]
        sure = [use for use in named if not use.is_guess]
        of_names = [use for use in sure if use.column in NAME_COLUMNS]
        if any("name" in fold_heading(use.heading).split() for use in of_names):
            return place  # nobody is called "Name"
        if (of_names and len(named) >= len(cells) / 3) or 2 * len(sure) > max(1, len(cells)):
            return place
    return None


def _uses_by_cells(words: WordReader, rows: Sequence[RawRow]) -> list[ColumnUse]:
    """What columns without a heading are, by what most of their cells may be; all guesses."""
    uses: list[ColumnUse] = []
    taken: set[str] = set()
    for position in range(max(len(row.cells) for row in rows)):
        cells = _cells_below(rows, position)
        fitting = (
            name
            for name in _GUESSED_BY_CELLS
            if name not in taken and _share_read(words, name, cells) >= _SHARE_READ
        )
        may_be_names = PERSON not in taken and not all(map(str.isdecimal, cells))
        column = next(fitting, PERSON if may_be_names else "")
        taken.add(column)
        uses.append(ColumnUse(position, "", column, is_guess=bool(column)))
    return uses


def _cells_below(rows: Sequence[RawRow], position: int) -> list[str]:
    """The cells of a column that say something."""
    cells = (row.cells[position] for row in rows if position < len(row.cells))
    return [cell for cell in cells if not is_empty(cell)]


def _with_guesses(
    words: WordReader, uses: Sequence[ColumnUse], rows: Sequence[RawRow]
) -> list[ColumnUse]:
    """The uses, those that no heading tells guessed by their cells, where the cells can tell."""
    taken = {use.column for use in uses} - {*_LISTS}
    guessed: list[ColumnUse] = []
    for use in uses:
        column = use.column
        if not column and not _NOT_THEIRS & {*fold_heading(use.heading).split()}:
            cells = _cells_below(rows, use.position)
            fitting = (
                name
                for name in _GUESSED_BELOW_A_HEADING
                if name not in taken and _share_read(words, name, cells) >= _SHARE_READ
            )
            column = next(fitting, "")
            taken.update({column} - {*_LISTS})
        guessed.append(use if column == use.column else replace(use, column=column, is_guess=True))
    return guessed


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


def _as_chosen(uses: Sequence[ColumnUse], choices: Mapping[int, ColumnChoice]) -> list[ColumnUse]:
    """The uses with those that a person chose."""
    allowed = {"", *NAME_COLUMNS, *COLUMNS}
    return [
        replace(
            use,
            column=choice.column,
            flag=use.flag if choice.column == use.column else "",
            in_years=use.in_years if choice.in_years is None else choice.in_years,
            is_guess=False,
        )
        if (choice := choices.get(use.position)) is not None and choice.column in allowed
        else use
        for use in uses
    ]


def _each_once(uses: Sequence[ColumnUse], chosen: Collection[int]) -> list[ColumnUse]:
    """The uses with each column once: a chosen one, or the first sure one, before any other.

    Lists may come from several columns.
    """
    best: dict[str, int] = {}
    for use in sorted(uses, key=lambda use: (use.position not in chosen, use.is_guess)):
        best.setdefault(use.column, use.position)
    return [
        use
        if use.column in _LISTS or use.flag or best[use.column] == use.position
        else replace(use, column="", is_guess=False)
        for use in uses
    ]
