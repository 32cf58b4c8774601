"""A log of CEUs earned: its entries, read from and written as CSV and YAML, and merged.

Nothing here stores anything: a log comes in as bytes or entries, and goes out as such.
"""

from cert_model.renewal.log.columns import LOG_COLUMNS, LogColumn
from cert_model.renewal.log.encodings import LARGEST_LOG, BadLog
from cert_model.renewal.log.entries import EARLIEST_DAY, MOST_CEUS, MOST_ROWS, LogEntry
from cert_model.renewal.log.merging import merge_logs
from cert_model.renewal.log.reading import (
    BadEntry,
    LogReading,
    SetAside,
    parse_entry,
    read_log,
)
from cert_model.renewal.log.writing import (
    write_log_csv,
    write_log_yaml,
    write_set_aside,
    write_template_csv,
    write_template_yaml,
)

__all__ = [
    "EARLIEST_DAY",
    "LARGEST_LOG",
    "LOG_COLUMNS",
    "MOST_CEUS",
    "MOST_ROWS",
    "BadEntry",
    "BadLog",
    "LogColumn",
    "LogEntry",
    "LogReading",
    "SetAside",
    "merge_logs",
    "parse_entry",
    "read_log",
    "write_log_csv",
    "write_log_yaml",
    "write_set_aside",
    "write_template_csv",
    "write_template_yaml",
]
