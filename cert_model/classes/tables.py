"""The rows of a table that was pasted or brought as a file, before anybody knows what they hold."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import multimode
from threading import Lock

from cert_model.formatting.spreadsheets import before_guard
from cert_model.loading.spreadsheet_rows import read_rows
from cert_model.loading.spreadsheet_text import decode_text
from cert_model.screening.formats import BadTable
from cert_model.screening.xlsx_rows import read_sheet

LARGEST_UPLOAD = 5_000_000
"""Bytes that a file may have."""
MOST_PEOPLE = 5_000
MOST_COLUMNS = 100
LONGEST_CELL = 2_000
"""Characters of a cell that are read."""
_MOST_UNPACKED = 64 << 20
"""Bytes that a workbook may unpack to."""
_MOST_ELEMENTS = 1_600_000
"""Elements of XML in a workbook: three for each cell of the largest class, and some more."""
_MOST_LINES = 250_000
"""Lines of a text; a cell may have several."""
_DELIMITERS = ("\t", ";", ",", "|")
"""Of signs that as many lines have, the first one is taken: commas stand within cells as well."""
_LINES_LOOKED_AT = 20
_MOST_ROWS_ABOVE = 20
"""Rows above the first person: a title, blank rows and the header."""
_LARGER = "for larger tables, use the command certlens screen"
_FOREIGN_STARTS = {
    b"\xd0\xcf\x11\xe0": "an old Excel file; save it as .xlsx or CSV",
    b"%PDF": "a PDF; upload the spreadsheet it was made from",
    b"\x89PNG": "a picture; upload the spreadsheet it shows",
    b"\xff\xd8\xff": "a picture; upload the spreadsheet it shows",
    b"\x1f\x8b": "a compressed file; unpack it first",
    b"PAR1": "a Parquet file; the command reads it: certlens screen",
}
"""What is brought by mistake, by its first bytes."""


_one_workbook_at_a_time = Lock()
"""Some hundred MB may be needed while one is read, whoever brought it."""


class BadClass(ValueError):
    """A table that cannot be read at all; the message is one line that says how to mend it."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row that holds something."""

    line: int
    """Its number in the table, from 1."""
    cells: tuple[str, ...]
    fault: str = ""
    """What is wrong with the row as a whole; empty if nothing is."""


def read_pasted(text: str) -> list[RawRow]:
    """The rows of a pasted text with tabs, commas, semicolons or bars between its cells.

    Raises BadClass where there is nothing in it, or too much.
    """
    _refuse_large(len(text.encode("utf-8", "replace")))
    if max(text.count("\n"), text.count("\r")) > _MOST_LINES:
        raise BadClass(f"The table has more than {_MOST_LINES:,} lines; {_LARGER}.")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    delimiter = _delimiter(lines)
    lines = _widen_first(_with_one_sign(lines, delimiter), delimiter)
    rows = read_rows("\n".join(lines), lambda _: delimiter)
    return _bounded(RawRow(row.line, row.cells, row.fault) for row in rows)


def read_upload(raw: bytes) -> list[RawRow]:
    """The rows of a CSV file or of a workbook's first sheet; its first bytes say which it is.

    Raises BadClass where it cannot be read, or holds too much.
    """
    _refuse_large(len(raw))
    if raw.startswith(b"PK"):
        try:
            with _one_workbook_at_a_time:
                sheet = read_sheet(
                    io.BytesIO(raw), _MOST_UNPACKED, _MOST_ELEMENTS, show_formulas=True
                )
                return _bounded(RawRow(line, tuple(cells)) for line, cells in sheet)
        except BadTable as error:
            raise BadClass(f"The file {error}.") from error
    for beginning, kind in _FOREIGN_STARTS.items():
        if raw.startswith(beginning):
            raise BadClass(f"The file is {kind}.")
    text = decode_text(raw)
    if text is None:
        raise BadClass("The file is not text; save it from the spreadsheet as CSV or .xlsx.")
    return read_pasted(text)


def refuse_crowd(people: int) -> None:
    """Raises BadClass where a table has nobody in it, or more people than a class may have."""
    if not people:
        raise BadClass("There is nobody in the table. Add a row for each person.")
    if people > MOST_PEOPLE:
        raise BadClass(
            f"The table has {people:,} people; a class has at most {MOST_PEOPLE:,}; {_LARGER}."
        )


def _refuse_large(size: int) -> None:
    if size > LARGEST_UPLOAD:
        raise BadClass(
            f"The table has {size:,} bytes; a class has at most {LARGEST_UPLOAD:,}; {_LARGER}."
        )


def _delimiter(lines: Sequence[str]) -> str:
    """What stands between cells: the sign that most lines have, tabs before all others."""
    sample = [line for line in lines if line.strip()][:_LINES_LOOKED_AT]
    return max(_DELIMITERS, key=lambda sign: sum(sign in line for line in sample))


def _with_one_sign(lines: Sequence[str], delimiter: str) -> list[str]:
    """The lines, the first one with the sign of the others where it has mostly another one.

    Headings are sometimes typed by hand above rows that a program wrote.
    """
    unified = list(lines)
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    sign = max(_DELIMITERS, key=lines[first].count)
    if '"' not in lines[first] and lines[first].count(sign) > max(1, lines[first].count(delimiter)):
        unified[first] = lines[first].replace(sign, delimiter)
    return unified


def _widen_first(lines: Sequence[str], delimiter: str) -> list[str]:
    """The lines, the first one with as many cells as most of the next: it may be a title."""
    widened = list(lines)
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    sample = [line for line in lines[first : first + _LINES_LOOKED_AT] if '"' not in line]
    usual = max(multimode(line.count(delimiter) for line in sample if line.strip()), default=0)
    if '"' not in lines[first]:
        widened[first] += delimiter * (usual - lines[first].count(delimiter))
    return widened


def _bounded(rows: Iterable[RawRow]) -> list[RawRow]:
    """The rows that hold something, guards against formulas taken off. Raises BadClass."""
    kept: list[RawRow] = []
    for row in rows:
        cells = [before_guard(cell.strip()[:LONGEST_CELL]) for cell in row.cells]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        if len(cells) > MOST_COLUMNS:
            raise BadClass(
                f"Row {row.line} has {len(cells):,} columns; a class has at most {MOST_COLUMNS}."
            )
        kept.append(RawRow(row.line, tuple(cells), row.fault))
        if len(kept) > MOST_PEOPLE + _MOST_ROWS_ABOVE:
            raise BadClass(f"The table has more than {MOST_PEOPLE:,} people; {_LARGER}.")
    if not kept:
        raise BadClass("The table is empty. Add a row for each person.")
    return kept
