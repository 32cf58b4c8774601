"""Reads a log of CEUs: every good row becomes an entry, every bad one is named and kept aside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import PurePath
from typing import Any

from cert_model.catalog import Catalog, Problem
from cert_model.formatting import join_words
from cert_model.formatting.spreadsheets import before_guard
from cert_model.loading.messages import quote
from cert_model.loading.spreadsheet_rows import delimiter_of_header, read_rows
from cert_model.renewal.log.cells import (
    BadCell,
    IssuerReader,
    issuers_by_name,
    one_line,
    parse_ceus,
    parse_day,
    parse_text,
)
from cert_model.renewal.log.columns import COLUMN_NAMES, MOST_COLUMNS, ColumnMatch, match_columns
from cert_model.renewal.log.encodings import NOTHING_IN_IT, BadLog, decode_log
from cert_model.renewal.log.entries import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_TITLE,
    MOST_ROWS,
    LogEntry,
)
from cert_model.renewal.log.yaml_rows import ENTRIES, read_yaml_rows

_YAML_NAMES = (".yaml", ".yml")
_CSV_NAMES = (".csv", ".tsv", ".txt")
_YAML_BEGINNINGS = ("- ", f"{ENTRIES}:", "---", "#", "[", "{")


class BadEntry(ValueError):
    """Cells that are no entry; ``faults`` has the message of each bad column by its name."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        self.faults = dict(faults)
        super().__init__("; ".join(f"{column}: {message}" for column, message in faults.items()))


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that is no entry, as it was, with everything that is wrong with it."""

    problems: tuple[Problem, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LogReading:
    """What a file held."""

    entries: tuple[LogEntry, ...]
    """In the order of the file; doubles are left to ``merge_logs``."""
    set_aside: tuple[SetAside, ...]
    header: tuple[str, ...]
    """The names of the file's columns, as the file has them."""
    unread_columns: tuple[str, ...]
    """The columns whose cells stand in no entry."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, in the order of the file."""
        return tuple(problem for row in self.set_aside for problem in row.problems)


def read_log(catalog: Catalog, raw: bytes, file_name: str = "log.csv") -> LogReading:
    """The entries in the bytes of a CSV or YAML file, and the rows that are none.

    ``file_name`` tells CSV from YAML by its end, or else the text does; messages name it.
    Raises BadLog, with one line that says why, where nothing can be read at all.
    """
    name = one_line(PurePath(file_name).name)[-60:]
    text = decode_log(raw)
    table = _yaml_table(text, name) if _is_yaml(name, text) else _csv_table(text)
    if len(table.rows) > MOST_ROWS:
        raise BadLog(
            f"The file has more than {MOST_ROWS:,} rows, which is the most a log may have."
        )
    parsers = _parsers(catalog)
    entries, set_aside = list[LogEntry](), list[SetAside]()
    for number, (cells, fault) in enumerate(table.rows):
        faults = {"": fault} if fault else {}
        if not fault:
            try:
                entries.append(_parse(parsers, table.named(cells)))
            except BadEntry as bad:
                faults = bad.faults
        if faults:
            line = table.line_of(number)
            problems = (
                Problem(name, line, table.name_of(column), text) for column, text in faults.items()
            )
            set_aside.append(SetAside(tuple(problems), cells))
    return LogReading(tuple(entries), tuple(set_aside), table.header, table.match.unread)


def parse_entry(catalog: Catalog, cells: Mapping[str, str]) -> LogEntry:
    """The entry with these cells, by column; a form's fields are read in the same way.

    A column that is missing is empty. Raises BadEntry with the fault of every bad column.
    """
    return _parse(_parsers(catalog), cells)


def _parse(parsers: Mapping[str, Callable[[str], Any]], cells: Mapping[str, str]) -> LogEntry:
    values: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for column, parse in parsers.items():
        try:
            values[column] = parse(cells.get(column, ""))
        except BadCell as bad:
            faults[column] = str(bad)
    if faults:
        raise BadEntry(faults)
    return LogEntry(**values)


def _parsers(catalog: Catalog) -> dict[str, Callable[[str], Any]]:
    """What reads the cells of each column."""
    return {
        "day": partial(parse_day, today=catalog.today),
        "title": partial(parse_text, longest=LONGEST_TITLE, may_be_empty=False),
        "ceus": parse_ceus,
        "issuers": IssuerReader(issuers_by_name(catalog)),
        "subject": partial(parse_text, longest=LONGEST_NAME),
        "provider": partial(parse_text, longest=LONGEST_NAME),
        "note": partial(parse_text, longest=LONGEST_NOTE),
    }


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a file of either kind, each with what is wrong with it as a whole."""

    header: tuple[str, ...]
    match: ColumnMatch
    rows: Sequence[tuple[tuple[str, ...], str]]
    line_of: Callable[[int], int]

    def named(self, cells: Sequence[str]) -> dict[str, str]:
        """The cells of a row by the columns of a log."""
        return {name: cells[position] for name, position in self.match.columns.items()}

    def name_of(self, column: str) -> str:
        """What the file itself calls a column of a log."""
        position = self.match.columns.get(column)
        return column if position is None else self.header[position]


def _is_yaml(name: str, text: str) -> bool:
    end = PurePath(name).suffix.lower()
    return end in _YAML_NAMES or (
        end not in _CSV_NAMES and text.lstrip().startswith(_YAML_BEGINNINGS)
    )


def _yaml_table(text: str, name: str) -> _Table:
    read = read_yaml_rows(text, name)
    match = _match(read.header)
    header = tuple(map(one_line, read.header))
    return _Table(header, match, list(islice(read.rows(), MOST_ROWS + 1)), read.line_of)


def _csv_table(text: str) -> _Table:
    """The rows below the header. Raises BadLog where the header lacks what a log must have."""
    rows = list(islice(read_rows(text, _delimiter), MOST_ROWS + 2))
    if not rows:
        raise BadLog(NOTHING_IN_IT)
    header = tuple(map(one_line, rows.pop(0).cells))
    match = _match(header)
    if match.lacking:
        raise BadLog(
            f"The first row names no {join_words(match.lacking)}; expected a header such as "
            f"{','.join(COLUMN_NAMES)}, found {quote(' '.join(header))}."
        )
    guarded = [(tuple(map(before_guard, row.cells)), row.fault) for row in rows]
    return _Table(header, match, guarded, lambda position: rows[position].line)


def _delimiter(lines: Sequence[str]) -> str:
    """The delimiter by which the first line names most columns of a log."""
    return delimiter_of_header(lines, lambda header: len(match_columns(header).columns))


def _match(header: Sequence[str]) -> ColumnMatch:
    """The columns of a log among those of a file. Raises BadLog where there are too many."""
    if len(header) > MOST_COLUMNS:
        raise BadLog(f"The file has {len(header):,} columns; a log has at most {MOST_COLUMNS}.")
    return match_columns(header)
