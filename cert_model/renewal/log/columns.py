"""The columns of a log, and the names under which spreadsheets have them."""

from collections.abc import Sequence
from dataclasses import dataclass

from cert_model.renewal.log.entries import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_TITLE,
    MOST_CEUS,
    fold_text,
)


@dataclass(frozen=True, slots=True)
class LogColumn:
    """One column: its name in the files that are written, and others under which it is read."""

    name: str
    meaning: str
    example: str
    synonyms: tuple[str, ...]
    """The closest first; it is taken where a file has several."""
    is_required: bool = False


LOG_COLUMNS = (
    LogColumn(
        "day",
        "The day on which they were earned: `2026-03-31` or `3/31/2026`, from 1980 to today",
        "2026-03-31",
        (
            *("date", "day earned", "date earned", "earned", "date completed", "completed"),
            *("completion date", "activity date", "event date", "course date"),
        ),
        is_required=True,
    ),
    LogColumn(
        "title",
        f"What it was, in at most {LONGEST_TITLE} characters",
        "Auditing E/M services",
        (
            *("course", "course title", "course name", "activity", "activity title"),
            *("activity name", "event", "event title", "webinar", "session", "name", "description"),
        ),
        is_required=True,
    ),
    LogColumn(
        "ceus",
        f"How many CEUs, above 0 and at most {MOST_CEUS}, in hundredths",
        "1.5",
        (
            *("ceu", "ceus earned", "number of ceus", "ces", "ce", "credits", "credit"),
            *("credits earned", "credit hours", "ceu hours", "ce hours", "contact hours"),
            *("hours", "units", "points"),
        ),
        is_required=True,
    ),
    LogColumn(
        "issuers",
        "For which issuers they count, several joined by `;`; empty if not stated",
        "aapc;ahima",
        (
            *("issuer", "accepted by", "counts for", "approved by", "organization"),
            *("organizations", "association", "body", "for"),
        ),
    ),
    LogColumn(
        "subject",
        f"What it was about, in at most {LONGEST_NAME} characters, several joined by `;`",
        "Auditing",
        ("subjects", "topic", "topics", "content area", "domain", "area", "category"),
    ),
    LogColumn(
        "provider",
        f"Who offered it, in at most {LONGEST_NAME} characters",
        "AHIMA",
        ("offered by", "sponsor", "vendor", "presenter", "presented by", "host", "school"),
    ),
    LogColumn(
        "note",
        f"Anything else, in at most {LONGEST_NOTE:,} characters",
        "Certificate in the blue folder",
        ("notes", "comment", "comments", "remark", "remarks"),
    ),
)
MOST_COLUMNS = 50
"""Columns that the table of a log may have, unread ones included."""
COLUMN_NAMES = tuple(column.name for column in LOG_COLUMNS)
REQUIRED = tuple(column.name for column in LOG_COLUMNS if column.is_required)


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """Which columns of a file are which of a log's."""

    columns: dict[str, int]
    """By name, its position in the header of the file."""
    unread: tuple[str, ...]
    """The names of the others, as the file has them."""

    @property
    def lacking(self) -> tuple[str, ...]:
        """The required columns that the file does not have."""
        return tuple(name for name in REQUIRED if name not in self.columns)


def match_columns(header: Sequence[str]) -> ColumnMatch:
    """The columns of a log in a header, in any order and case, by their names and synonyms."""
    positions: dict[str, int] = {}
    for position, name in enumerate(header):
        positions.setdefault(fold_text(name.replace("_", " ")), position)
    columns: dict[str, int] = {}
    for column in LOG_COLUMNS:
        for name in (column.name, *column.synonyms):
            if name in positions:
                columns[column.name] = positions[name]
                break
    taken = set(columns.values())
    unread = (name for position, name in enumerate(header) if position not in taken)
    return ColumnMatch(columns, tuple(filter(None, unread)))
