"""An entry of a log of CEUs, and when two entries are the same."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

SEPARATOR = ";"
"""What stands between several issuers or subjects of one cell."""
MOST_ROWS = 20_000
"""Entries that a log may have."""
EARLIEST_DAY = date(1980, 1, 1)
MOST_CEUS = 150
"""The most that one entry may bring: as much as the longest cycle of the catalog asks in all."""
LONGEST_TITLE = 300
LONGEST_NAME = 200
"""Characters of a subject or a provider."""
LONGEST_NOTE = 2_000

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class LogEntry:
    """CEUs that were earned on one day.

    The texts have no line breaks and no blanks at their ends; an empty one is not stated.
    """

    day: date
    title: str
    ceus: float
    """Above 0 and at most ``MOST_CEUS``, in hundredths."""
    issuers: tuple[str, ...] = ()
    """The ids of the issuers that accepted them or for which they count, in order; empty if not
    stated."""
    subject: str = ""
    """What they are about, such as a subject of which an issuer asks for a minimum."""
    provider: str = ""
    note: str = ""

    @property
    def subjects(self) -> tuple[str, ...]:
        """Each subject, where several are joined by semicolons."""
        return split_cell(self.subject)


EntryKey = tuple[date, str, int]


def entry_key(entry: LogEntry) -> EntryKey:
    """What two entries share if they are the same: day, folded title, and hundredths of a CEU.

    Issuers, subject, provider and note may differ, as they are often filled in later.
    """
    return entry.day, fold_text(entry.title), round(entry.ceus * 100)


def fold_text(text: str) -> str:
    """A text as it is compared: without regard to case, punctuation, letter width and blanks."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(_WORD.findall(folded)) or folded.strip()


def split_cell(cell: str) -> tuple[str, ...]:
    """The parts of a cell that semicolons join, without empty ones."""
    return tuple(filter(None, (part.strip() for part in cell.split(SEPARATOR))))
