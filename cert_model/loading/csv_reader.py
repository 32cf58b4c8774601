"""Strict CSV: a header that names every column once, and rows of as many cells.

A table is read into the same ``Document`` as a YAML file, ``{"rows": [...]}``, so that all
later checks know the line of each cell. Cells are plain words as in YAML: ``12`` is a number,
``true`` a boolean; an empty cell is not known. Lists stand in one cell, joined by semicolons.
"""

import csv
from collections.abc import Iterator, Sequence
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any, get_origin

from cert_model.formatting import did_you_mean
from cert_model.loading.problems import Problem
from cert_model.loading.raw_files import read_raw
from cert_model.loading.yaml_reader import LONGEST_SCALAR, Document, Lines, decode, parse_plain_word
from cert_model.schema import Model

BYTE_ORDER_MARK = "\ufeff"


class _Refused(Exception):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def read_table(path: Path, shown_as: str, row: type[Model]) -> Document | list[Problem]:
    """The rows of a CSV file whose columns are the fields of ``row``, or all that is wrong with it.

    ``shown_as`` is how messages name the file.
    """
    raw = read_raw(path, shown_as)
    text = raw if isinstance(raw, Problem) else decode(raw, shown_as)
    if isinstance(text, Problem):
        return [text]
    try:
        records = _records(text)
        _, header = next(records, (1, list[str]()))
        faults = [
            Problem(shown_as, 1, column, message) for column, message in _header_faults(header, row)
        ]
        return faults or _document(shown_as, header, records, row)
    except _Refused as refused:
        return [Problem(shown_as, refused.line, "", str(refused))]


def table_columns(row: type[Model]) -> dict[str, bool]:
    """The columns of a table of such rows by name, and whether the cells of each hold lists."""
    derived: tuple[str, ...] = getattr(row, "DERIVED", ())
    return {
        name: get_origin(field.annotation) is tuple
        for name, field in row.model_fields.items()
        if name not in derived
    }


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """The line on which each record of the file begins, with its cells."""
    if text.startswith(BYTE_ORDER_MARK):
        raise _Refused(1, "begins with a byte order mark; save the file as UTF-8 without one")
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise _Refused(line, "a control character, which no text needs; delete it")
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _Refused(line, f"not valid CSV: {error}") from error
        yield line, row


def _header_faults(header: Sequence[str], row: type[Model]) -> Iterator[tuple[str, str]]:
    wanted = list(table_columns(row))
    if not header:
        yield "", f"expected a header: {', '.join(wanted)}"
        return
    for position, name in enumerate(header):
        if name in header[:position]:
            yield name, "the column stands in the header twice; keep one"
        elif name not in wanted:
            yield name, f"unknown column{did_you_mean(name, wanted)}"
    for name in wanted:
        if name not in header:
            yield name, "the header lacks this column; leave its cells empty where not known"


def _document(
    file: str, header: Sequence[str], records: Iterator[tuple[int, list[str]]], row: type[Model]
) -> Document | list[Problem]:
    """The records below the header as rows, without the cells that are empty."""
    holds_lists = table_columns(row)
    rows, lines, faults = list[dict[str, Any]](), list[int](), list[Problem]()
    for line, cells in records:
        if len(cells) != len(header):
            message = f"expected {len(header)} cells, found {len(cells)}"
            faults.append(Problem(file, line, "", message))
            continue
        filled = [pair for pair in zip(header, cells, strict=True) if pair[1]]
        faults += [
            Problem(file, line, column, fault)
            for column, cell in filled
            if (fault := _cell_fault(cell))
        ]
        lines.append(line)
        rows.append(
            {
                column: cell.split(";") if holds_lists[column] else parse_plain_word(cell)
                for column, cell in filled
            }
        )
    return faults or Document(
        file, {"rows": rows}, partial(_lines_of_rows, header, lines), is_table=True
    )


def _lines_of_rows(header: Sequence[str], lines: Sequence[int]) -> Lines:
    """The lines of rows, of which each cell has that of its row."""
    rows = Lines(1)
    for position, line in enumerate(lines):
        rows.parts[position] = Lines(line, {column: Lines(line) for column in header})
    return Lines(1, {"rows": rows})


def _cell_fault(cell: str) -> str | None:
    if len(cell) > LONGEST_SCALAR:
        return f"{len(cell):,} characters; at most {LONGEST_SCALAR:,}"
    if cell != cell.strip():
        return f'"{cell[:40]}" begins or ends with a blank; delete it'
    return None
