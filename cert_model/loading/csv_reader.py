"""Strict CSV: a header that names every column once, and rows of as many cells.

A table is read into the same ``Document`` as a YAML file, ``{"rows": [...]}``, so that all
later checks know the line of each cell. Cells are plain words as in YAML: ``12`` is a number,
``true`` a boolean; an empty cell is not known. Lists stand in one cell, joined by semicolons.
"""

import csv
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Any, get_origin

from cert_model.loading.problems import Problem
from cert_model.loading.yaml_reader import LONGEST_SCALAR, Document, Lines, decoded, plain_word
from cert_model.schema import Model

BYTE_ORDER_MARK = "\ufeff"


class _Refused(Exception):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def read_table(path: Path, shown_as: str, row: type[Model]) -> Document | list[Problem]:
    """The rows of a CSV file whose columns are the fields of ``row``.

    Or everything that keeps it from being such a table; ``shown_as`` names the file.
    """
    text = decoded(path.read_bytes(), shown_as)
    if isinstance(text, Problem):
        return [text]
    try:
        lines = _lines(text)
        _, header = next(lines, (1, list[str]()))
        faults = [
            Problem(shown_as, 1, column, message) for column, message in _header_faults(header, row)
        ]
        return faults or _document(shown_as, header, lines, row)
    except _Refused as refused:
        return [Problem(shown_as, refused.line, "", str(refused))]


def columns(row: type[Model]) -> dict[str, bool]:
    """The columns of a table of such rows, and whether each holds lists."""
    derived: tuple[str, ...] = getattr(row, "DERIVED", ())
    return {
        name: get_origin(field.annotation) is tuple
        for name, field in row.model_fields.items()
        if name not in derived
    }


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins."""
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
    wanted = list(columns(row))
    if not header:
        yield "", f"expected a header: {', '.join(wanted)}"
        return
    for position, name in enumerate(header):
        if name in header[:position]:
            yield name, "the column stands in the header twice; keep one"
        elif name not in wanted:
            close = get_close_matches(name, wanted, n=1)
            meant = f' (did you mean "{close[0]}"?)' if close else ""
            yield name, f"unknown column{meant}"
    for name in wanted:
        if name not in header:
            yield name, "the header lacks this column; leave its cells empty where not known"


def _document(
    file: str, header: Sequence[str], lines: Iterator[tuple[int, list[str]]], row: type[Model]
) -> Document | list[Problem]:
    lists = columns(row)
    rows, places, faults = list[dict[str, Any]](), Lines(1), list[Problem]()
    for line, cells in lines:
        if len(cells) != len(header):
            message = f"expected {len(header)} cells, found {len(cells)}"
            faults.append(Problem(file, line, "", message))
            continue
        named = dict(zip(header, cells, strict=True))
        faults += [
            Problem(file, line, name, fault)
            for name, cell in named.items()
            if (fault := _cell_fault(cell))
        ]
        places.parts[len(rows)] = Lines(line, {name: Lines(line) for name in header})
        rows.append(
            {
                name: cell.split(";") if lists[name] else plain_word(cell)
                for name, cell in named.items()
                if cell
            }
        )
    return faults or Document(file, {"rows": rows}, Lines(1, {"rows": places}), is_table=True)


def _cell_fault(cell: str) -> str | None:
    if len(cell) > LONGEST_SCALAR:
        return f"{len(cell):,} characters; at most {LONGEST_SCALAR:,}"
    if cell != cell.strip():
        return f'"{cell[:40]}" begins or ends with a blank; delete it'
    return None
