"""Reads people from the first sheet of an XLSX file, row by row.

An XLSX file is a ZIP archive. What its parts would unpack to is looked at first, so that a small
file cannot fill the memory; openpyxl then reads the sheet as a stream.
"""

import re
from collections.abc import Iterator, Sized
from contextlib import suppress
from datetime import date, time
from itertools import islice
from typing import Any, BinaryIO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from cert_model.screening.columns import PERSON
from cert_model.screening.formats import BadTable, header_columns, library
from cert_model.screening.rows import Fault, Rows, make_rows

MOST_UNPACKED = 4 << 30
"""Bytes that all parts of a file may unpack to; a full sheet of answers has about half as many."""
MOST_TEXTS = 256 << 20
"""Bytes of the table of texts, which alone is held in memory."""
MOST_PACKED = 100
"""How many times as large a large part may be unpacked; sheets reach 20 times."""
_LARGE_PART = 16 << 20
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
"""The beginning of a formula in the part of a sheet."""

_FORMULA_AT_MOST = 64
"""Bytes of the beginning of a formula, at the most: the name of its namespace is short."""
_DEEPEST = 64
"""How deep elements may stand in one another; those of a sheet are six deep."""
_AT_ONCE = 1 << 20
"""Bytes of a part that are unpacked at once."""
_WITHOUT_RESULT = (
    "a formula without a result; save the file in a spreadsheet, which works it out, or type the "
    "value"
)


class Formula(str):
    """The text of a formula whose result the file does not hold."""


SheetRow = tuple[int, list[str]]
"""The number of a row, from 1, and the texts of its cells."""


def read_xlsx(file: BinaryIO, at_once: int) -> Iterator[Rows]:
    """The rows of the first sheet in their order, at most ``at_once`` at a time.

    Raises BadTable where the file cannot be read, if need be after its first rows.
    """
    lines = read_sheet(file, show_formulas=True)
    _, names = next(lines, (1, []))
    while names and not names[-1]:
        names.pop()
    if not names:
        raise BadTable("its first sheet is empty; screen --template writes a table to fill in")
    columns = header_columns(names)
    while some := list(islice(lines, at_once)):
        yield _rows_of(some, columns)


def read_sheet(
    file: BinaryIO,
    most_unpacked: int = MOST_UNPACKED,
    most_elements: int | None = None,
    *,
    show_formulas: bool = False,
) -> Iterator[SheetRow]:
    """The rows of the first sheet, whatever they hold; ``most_unpacked`` is in bytes.

    ``most_elements`` bounds the elements of XML in all parts, and how deep they stand in one
    another, for a file that somebody else brings. A formula is its stored result. One that has none
    is empty, or with ``show_formulas`` a ``Formula``, for which the sheet is read a second time.
    Raises BadTable where the file cannot be read, if need be after its first rows.
    """
    library("openpyxl", "reading XLSX")
    _refuse_bombs(file, most_unpacked)
    if most_elements is not None:
        _refuse_trees(file, most_elements)
    try:
        results = _values(file, are_results=True)
        if show_formulas and _has_formulas(file):
            texts = _values(file, are_results=False)
            pairs = zip(results, texts, strict=True)
            results = (tuple(map(_result_or_formula, *pair)) for pair in pairs)
        for line, values in enumerate(results, start=1):
            yield line, [_text(value) for value in values]
    except Exception as error:  # openpyxl lets through whatever a damaged part raises
        raise BadTable(f"is a damaged XLSX file ({type(error).__name__}); save it again") from error


def _values(file: BinaryIO, *, are_results: bool) -> Iterator[tuple[Any, ...]]:
    """The rows of the first sheet, of formulas the results or else the texts."""
    book = library("openpyxl", "reading XLSX").load_workbook(
        file, read_only=True, data_only=are_results, keep_links=False
    )
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # what a file states of its size may be wrong
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(values_only=True)
    return rows


def _has_formulas(file: BinaryIO) -> bool:
    """Whether any sheet has a formula; the file unpacks to no more than is allowed."""
    with ZipFile(file) as archive:
        sheets = [name for name in archive.namelist() if "worksheets/" in name]
        return any(_FORMULA.search(piece) for name in sheets for piece in _pieces(archive, name))


def _pieces(archive: ZipFile, name: str) -> Iterator[bytes]:
    """A part piece by piece, each with the end of the one before it, so that nothing is cut."""
    end = b""
    with archive.open(name) as part:
        while piece := part.read(_AT_ONCE):
            yield end + piece
            end = piece[-_FORMULA_AT_MOST:]


def _result_or_formula(result: Any, formula: Any) -> Any:
    """The result, or the formula where it has none; that of several cells names none here."""
    if result is not None or formula is None:
        return result
    return Formula(formula if isinstance(formula, str) else "=?")


def _refuse_bombs(file: BinaryIO, most_unpacked: int) -> None:
    """Raise BadTable for a file that is no XLSX, or that would unpack to far too much."""
    try:
        with ZipFile(file) as archive:
            parts = archive.infolist()
    except (BadZipFile, OSError, ValueError) as error:
        raise BadTable('is no XLSX file; save it as "Excel workbook (.xlsx)"') from error
    finally:
        file.seek(0)
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        raise BadTable('is a ZIP archive but no workbook; save it as "Excel workbook (.xlsx)"')
    for part in parts:
        is_bomb = part.file_size > _LARGE_PART and part.file_size > MOST_PACKED * part.compress_size
        if is_bomb or ("sharedStrings" in part.filename and part.file_size > MOST_TEXTS):
            raise BadTable(_too_much(part.file_size))
    unpacked = sum(part.file_size for part in parts)
    if unpacked > most_unpacked:
        raise BadTable(_too_much(unpacked))


def _refuse_trees(file: BinaryIO, most_elements: int) -> None:
    """Raise BadTable for a file with so many elements, or so deep, that they would fill memory.

    An element takes up to a hundred times the bytes of its name, until it is closed at least.
    Attributes count as elements; one tag alone may not be larger than what is unpacked at once.
    """
    count = depth = 0
    too_many = BadTable("holds too many parts; copy its rows into a new workbook")

    def begin(_: str, attributes: Sized) -> None:
        nonlocal count, depth
        count, depth = count + 1 + len(attributes), depth + 1
        if count > most_elements or depth > _DEEPEST:
            raise too_many

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    with ZipFile(file) as archive:
        for part in archive.infolist():
            depth = unpacked = 0
            parser = ParserCreate()
            parser.StartElementHandler, parser.EndElementHandler = begin, end
            with suppress(ExpatError), archive.open(part) as content:  # a picture, or damaged
                while piece := content.read(_AT_ONCE):
                    parser.Parse(piece)
                    unpacked += len(piece)
                    if unpacked - parser.CurrentByteIndex > _AT_ONCE:
                        raise too_many
    file.seek(0)


def _too_much(size: int) -> str:
    return f"would unpack to {size:,} bytes; save large tables as CSV or Parquet"


def _rows_of(some: list[SheetRow], columns: list[str]) -> Rows:
    """The cells of some rows; blank rows are passed over, missing cells at the end are empty."""
    count = len(columns)
    lines, rows, faults = list[int](), list[list[str]](), list[Fault]()
    for line, cells in some:
        if not any(cells):
            continue
        if any(cells[count:]):
            reason = f"a cell beyond the {count} columns; name its column, or delete it"
            faults.append(Fault(line, cells[columns.index(PERSON)], "", reason))
            continue
        formula = next(
            (place for place, cell in enumerate(cells) if isinstance(cell, Formula)), None
        )
        if formula is not None:
            person = cells[columns.index(PERSON)]
            named = "" if isinstance(person, Formula) else person
            faults.append(Fault(line, named, columns[formula], _WITHOUT_RESULT))
            continue
        lines.append(line)
        rows.append(cells[:count] + [""] * (count - len(cells)))
    return make_rows(columns, lines, rows, faults)


def _text(value: Any) -> str:
    """A cell's value as text; whole numbers without a point, however they are kept."""
    if value is None:
        return ""
    if isinstance(value, Formula):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value).strip()
