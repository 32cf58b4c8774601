"""Reads people from CSV, some rows at a time, so that no file is too large.

Lines are decoded one by one: a fault names the line on which it stands. A row that cannot be told
apart into cells is left out with its reason; the file is given up only where no later row could be
trusted, as after a quote that is never closed.
"""

import csv
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from cert_model.screening.columns import PERSON
from cert_model.screening.formats import BadTable, header_columns
from cert_model.screening.rows import Fault, Rows, make_rows

LONGEST_LINE = 1_000_000
"""Bytes of a line; every row of answers is far shorter."""
_SAVE_AGAIN = 'save it from the spreadsheet as "CSV UTF-8"'
_FOREIGN_STARTS = {
    b"\xff\xfe": f"is written in UTF-16; {_SAVE_AGAIN}",
    b"\xfe\xff": f"is written in UTF-16; {_SAVE_AGAIN}",
    b"PK\x03\x04": "is a ZIP or XLSX file, not CSV; give it the ending that it has",
    b"\xd0\xcf\x11\xe0": f"is an old Excel file, not CSV; {_SAVE_AGAIN}",
    b"\x1f\x8b": "is compressed; unpack it first",
    b"PAR1": "is a Parquet file, not CSV; give it the ending .parquet",
}
"""What is wrong with a file that begins with certain bytes."""
_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}


def read_csv(file: BinaryIO, at_once: int) -> Iterator[Rows]:
    """The rows of a CSV file in their order, at most ``at_once`` at a time.

    Raises BadTable where the file cannot be read, if need be after its first rows.
    """
    _refuse_foreign(file)
    records = _records(_decoded_lines(file))
    _, header = next(records, (1, []))
    if isinstance(header, str):
        raise BadTable(f"line 1 is not valid CSV: {header}")
    columns = _columns(header)
    while some := list(islice(records, at_once)):
        yield _rows_of(some, columns)


def _refuse_foreign(file: BinaryIO) -> None:
    """Raise BadTable for a file that holds no text; go back to its beginning otherwise."""
    start = file.read(4096)
    file.seek(0)
    if not start.strip():
        raise BadTable("is empty; screen --template writes a table to fill in")
    for first_bytes, fault in _FOREIGN_STARTS.items():
        if start.startswith(first_bytes):
            raise BadTable(fault)
    if b"\0" in start:
        raise BadTable(f"holds no text; {_SAVE_AGAIN}")


def _decoded_lines(file: BinaryIO) -> Iterator[str]:
    """The lines of a file; a byte order mark, as Excel writes one, is no part of the first."""
    encoding, number = "utf-8-sig", 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise BadTable(f"line {number} has more than {LONGEST_LINE:,} bytes; shorten it")
        try:
            yield line.decode(encoding)
        except UnicodeDecodeError as error:
            raise BadTable(f"line {number} is not UTF-8; {_SAVE_AGAIN}") from error
        encoding = "utf-8"


def _records(lines: Iterator[str]) -> Iterator[tuple[int, list[str] | str]]:
    """The line on which each record begins, with its cells, or with what is wrong with it.

    Raises BadTable for a quote that is not closed, and for a cell too long: where the record ends
    is then not known.
    """
    reader = csv.reader(lines, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "unexpected end" in str(error):
                raise BadTable(f"line {line}: a quote is opened and never closed") from error
            if "field limit" in str(error):
                limit = f"{csv.field_size_limit():,} characters"
                raise BadTable(
                    f"line {line}: a cell has more than {limit}; is a quote never closed?"
                ) from error
            if str(error).startswith("new-line character"):
                yield line, f"a line ends as on an old Mac; {_SAVE_AGAIN}"
            else:
                yield line, str(error)


def _columns(header: list[str]) -> list[str]:
    if len(header) == 1:
        for separator, name in _OTHER_SEPARATORS.items():
            if separator in header[0]:
                raise BadTable(f"its columns are kept apart by {name}; save it with commas")
    return header_columns(header)


def _rows_of(records: list[tuple[int, list[str] | str]], columns: list[str]) -> Rows:
    """The records as rows; blank ones are passed over."""
    lines, rows, faults = list[int](), list[list[str]](), list[Fault]()
    for line, cells in records:
        if isinstance(cells, str):
            faults.append(Fault(line, "", "", f"not valid CSV: {cells}"))
        elif not any(cells):
            continue
        elif len(cells) < len(columns) or any(cells[len(columns) :]):
            found = f"expected {len(columns)} cells, found {len(cells)}"
            faults.append(Fault(line, _person_in(cells, columns), "", found))
        else:
            lines.append(line)
            rows.append(cells[: len(columns)])
    return make_rows(columns, lines, rows, faults)


def _person_in(cells: list[str], columns: list[str]) -> str:
    place = columns.index(PERSON)
    return cells[place].strip() if place < len(cells) else ""
