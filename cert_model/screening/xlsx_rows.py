"""Reads people from the first sheet of an XLSX file, row by row.

An XLSX file is a ZIP archive. What its parts would unpack to is looked at first, so that a small
file cannot fill the memory; openpyxl then reads the sheet as a stream.
"""

from collections.abc import Iterator
from datetime import date, time
from itertools import islice
from typing import Any, BinaryIO
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

SheetRow = tuple[int, list[str]]
"""The number of a row, from 1, and the texts of its cells."""


def read_xlsx(file: BinaryIO, at_once: int) -> Iterator[Rows]:
    """The rows of the first sheet in their order, at most ``at_once`` at a time.

    Raises BadTable where the file cannot be read, if need be after its first rows.
    """
    lines = read_sheet(file)
    _, names = next(lines, (1, []))
    while names and not names[-1]:
        names.pop()
    if not names:
        raise BadTable("its first sheet is empty; screen --template writes a table to fill in")
    columns = header_columns(names)
    while some := list(islice(lines, at_once)):
        yield _rows_of(some, columns)


def read_sheet(file: BinaryIO, most_unpacked: int = MOST_UNPACKED) -> Iterator[SheetRow]:
    """The rows of the first sheet, whatever they hold; ``most_unpacked`` is in bytes.

    Raises BadTable where the file cannot be read, if need be after its first rows.
    """
    openpyxl = library("openpyxl", "reading XLSX")
    _refuse_bombs(file, most_unpacked)
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a file states of its size may be wrong
        for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield line, [_text(value) for value in values]
    except Exception as error:  # openpyxl lets through whatever a damaged part raises
        raise BadTable(f"is a damaged XLSX file ({type(error).__name__}); save it again") from error


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
        lines.append(line)
        rows.append(cells[:count] + [""] * (count - len(cells)))
    return make_rows(columns, lines, rows, faults)


def _text(value: Any) -> str:
    """A cell's value as text; whole numbers without a point, however they are kept."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value).strip()
