"""The rows of a table that a spreadsheet saved as text: one that is broken hides no other."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader

_DELIMITERS = (",", ";", "\t", "|")
_SPREADSHEET_HINT = "sep="
"""How the line begins by which Excel tells itself the delimiter."""
_MOST_CELLS = 50
"""Cells of the first line by which the delimiter is chosen."""
_MOST_LINES_OF_A_ROW = 50
"""A quoted cell that goes on for longer was never closed."""
_MARKS_EXPECTED = (
    "quotation marks that do not pair up; expected one at each end of a cell, and two for one in it"
)


@dataclass(frozen=True, slots=True)
class CsvRow:
    """The cells of one row, or a line that cannot be read as its only cell."""

    line: int
    cells: tuple[str, ...]
    fault: str = ""
    """What is wrong with the row as a whole; empty if nothing is."""


def read_rows(text: str, choose: Callable[[Sequence[str]], str]) -> Iterator[CsvRow]:
    """The rows of a file that hold anything, none wider than the first.

    ``choose`` gives the delimiter for the lines of the file. Where a row is broken, such as by a
    quotation mark that is never closed, its first line is a row with a fault, and reading goes on
    at the next line.
    """
    lines = [f"{line}\n" for line in text.split("\n")]
    start = 1 if lines[0].lower().startswith(_SPREADSHEET_HINT) else 0
    return _rows(lines, start, choose(lines[start:]))


def delimiter_of_header(lines: Sequence[str], rate: Callable[[Sequence[str]], int]) -> str:
    """The delimiter with which ``rate`` gives the cells of the first line the highest number."""
    first = next((line for line in lines if line.strip()), "")
    return max(_DELIMITERS, key=lambda sign: rate(_cells_of(first, sign)))


def _cells_of(line: str, delimiter: str) -> Sequence[str]:
    """The first cells of a line."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])[:_MOST_CELLS]
    except csv.Error:
        return []


def _rows(lines: Sequence[str], start: int, delimiter: str) -> Iterator[CsvRow]:
    begin = first_line = start
    width = 0
    reader = _reader(lines, begin, delimiter)
    while begin < len(lines):
        fault, cells = "", list[str]()
        try:
            cells = next(reader)
        except csv.Error as error:
            fault = f"not valid CSV: {error}" if "limit" in str(error) else _MARKS_EXPECTED
        end = first_line + reader.line_num
        if fault or _runs_on(end - begin, len(cells), width):
            yield CsvRow(begin + 1, (lines[begin].rstrip("\n"),), fault or _MARKS_EXPECTED)
            begin = first_line = begin + 1
            reader = _reader(lines, begin, delimiter)
            continue
        if any(map(str.strip, cells)):
            width = width or len(cells)
            yield _row(begin + 1, cells, width)
        begin = end


def _reader(lines: Sequence[str], begin: int, delimiter: str) -> "Reader":
    remaining = map(lines.__getitem__, range(begin, len(lines)))
    return csv.reader(remaining, delimiter=delimiter, strict=True)


def _runs_on(line_count: int, cell_count: int, width: int) -> bool:
    """Whether a row swallowed the next ones, for want of a quotation mark at the end of a cell.

    ``width`` is the number of columns; 0 for the first row, whose cells may have several lines too.
    """
    return line_count > _MOST_LINES_OF_A_ROW or (
        line_count > 1 and cell_count != (width or cell_count)
    )


def _row(line: int, cells: Sequence[str], width: int) -> CsvRow:
    """The row as wide as the first one: what a spreadsheet left out at its end is empty."""
    if any(map(str.strip, cells[width:])):
        fault = (
            f"{len(cells)} cells, but the header names {width} columns; "
            "expected text with a separator in quotation marks"
        )
        return CsvRow(line, tuple(cells), fault)
    return CsvRow(line, tuple([*cells, *[""] * width][:width]))
