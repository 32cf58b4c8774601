"""Writes a log of CEUs as CSV and YAML, its template, and what was kept aside.

What is written is read back exactly as it was.
"""

from collections.abc import Iterable
from typing import Any

from cert_model.formatting.spreadsheets import write_csv
from cert_model.renewal.log.columns import COLUMN_NAMES, LOG_COLUMNS
from cert_model.renewal.log.entries import SEPARATOR, LogEntry
from cert_model.renewal.log.reading import LogReading
from cert_model.renewal.log.yaml_rows import ENTRIES

FAULT_COLUMNS = ("line", "column", "reason")
"""What stands before the cells of a row that was kept aside."""


def write_log_csv(entries: Iterable[LogEntry]) -> bytes:
    """A log as CSV, which a spreadsheet opens without running any cell as a formula."""
    return write_csv([COLUMN_NAMES, *map(_cells, entries)])


def write_log_yaml(entries: Iterable[LogEntry]) -> bytes:
    """A log as YAML, without the fields of an entry that are empty."""
    blocks = [_block(entry) for entry in entries]
    return "".join([f"{ENTRIES}:\n", *blocks] if blocks else [f"{ENTRIES}: []\n"]).encode()


def write_template_csv() -> bytes:
    """A log without entries as CSV: the header alone."""
    return write_log_csv([])


def write_template_yaml() -> bytes:
    """A log without entries as YAML, with an example and the meaning of each field as comments."""
    lines = ["# A log of CEUs. Put entries below; an example:", "#", f"# {ENTRIES}:"]
    for number, column in enumerate(LOG_COLUMNS):
        dash = "-" if number == 0 else " "
        need = "" if column.is_required else " (may be left out)"
        lines.append(f"#   {dash} {column.name}: {column.example}  # {column.meaning}{need}")
    return "\n".join([*lines, f"{ENTRIES}: []", ""]).encode()


def write_set_aside(reading: LogReading) -> bytes:
    """The rows that were kept aside as CSV, each as it was behind its line, column and reason.

    Once mended it can be read as a log.
    """
    rows = (
        [
            str(row.problems[0].line),
            ", ".join(filter(None, (problem.field for problem in row.problems))),
            "; ".join(problem.message for problem in row.problems),
            *row.cells,
        ]
        for row in reading.set_aside
    )
    return write_csv([[*FAULT_COLUMNS, *reading.header], *rows])


def _fields(entry: LogEntry) -> dict[str, Any]:
    """The values of an entry by column; whole CEUs have no decimal point."""
    fields = {name: getattr(entry, name) for name in COLUMN_NAMES}
    whole = float(entry.ceus).is_integer()
    return {**fields, "ceus": int(entry.ceus) if whole else entry.ceus}


def _cells(entry: LogEntry) -> list[str]:
    issuers = SEPARATOR.join(entry.issuers)
    return [str(value) for value in {**_fields(entry), "issuers": issuers}.values()]


def _block(entry: LogEntry) -> str:
    """An entry in YAML. PyYAML writes the same, but takes ten times as long."""
    texts = {
        name: f"[{', '.join(value)}]" if name == "issuers" else _scalar(value)
        for name, value in _fields(entry).items()
        if value
    }
    return "".join(
        f"{' ' if number else '-'} {name}: {text}\n"
        for number, (name, text) in enumerate(texts.items())
    )


def _scalar(value: Any) -> str:
    """A day and a number as they are, a text in quotation marks."""
    if not isinstance(value, str):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    if not escaped.isprintable():
        escaped = "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in escaped)
    return f'"{escaped}"'
