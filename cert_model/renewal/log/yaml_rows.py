"""The entries of a YAML file as rows of cells, as if they stood in a table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cert_model.loading.problems import Problem
from cert_model.loading.yaml_reader import parse_yaml_text
from cert_model.renewal.log.encodings import BadLog
from cert_model.renewal.log.entries import MOST_ROWS, SEPARATOR

ENTRIES = "entries"
"""The field of the file that holds the list of entries."""
MOST_VALUES = 12 * MOST_ROWS
"""What a text may hold to be read: an entry of all fields has 8 values, and further issuers."""
_ENTRY_EXPECTED = "expected an entry with plain values, such as day: 2026-03-31"


@dataclass(frozen=True, slots=True)
class YamlRows:
    """The fields that any entry has, and each entry."""

    header: tuple[str, ...]
    entries: Sequence[Any]
    line_of: Callable[[int], int]
    """The line on which the entry at a position begins."""

    def rows(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """The cells of each entry in the order of the header, and what is wrong with it, if so."""
        for entry in self.entries:
            fault = "" if _is_flat(entry) else _ENTRY_EXPECTED
            yield _cells(entry, self.header), fault


def read_yaml_rows(text: str, shown_as: str) -> YamlRows:
    """The entries of a file, be they its list or that of ``entries``. Raises BadLog."""
    document = parse_yaml_text(text, shown_as, MOST_VALUES)
    if isinstance(document, Problem):
        raise BadLog(f"Line {document.line}: {document.message}.")
    in_block = isinstance(document.data, dict)
    entries = document.data.get(ENTRIES) if in_block else document.data
    if not isinstance(entries, list):
        raise BadLog(f"Expected a list of entries under {ENTRIES}, as in the template.")
    names = dict.fromkeys(
        str(name) for entry in entries if isinstance(entry, dict) for name in entry
    )
    path = (ENTRIES,) if in_block else ()
    return YamlRows(tuple(names), entries, lambda position: document.line_of((*path, position)))


def _is_flat(entry: Any) -> bool:
    """Whether an entry has nothing but plain values and lists of such."""
    return isinstance(entry, dict) and not any(
        isinstance(part, dict | list)
        for value in entry.values()
        for part in (value if isinstance(value, list) else [value])
    )


def _cells(entry: Any, names: Sequence[str]) -> tuple[str, ...]:
    if not isinstance(entry, dict):
        return (_cell(entry),)
    return tuple(_cell(entry.get(name)) for name in names)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return SEPARATOR.join(map(_cell, value))
    return str(value)
