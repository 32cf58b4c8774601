"""The cells of a log as values: a day, a number of CEUs, issuers and texts."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.formatting import closest_names, format_count
from cert_model.loading.messages import quote
from cert_model.loading.spreadsheet_text import UNREADABLE
from cert_model.renewal.log.entries import (
    EARLIEST_DAY,
    LONGEST_NAME,
    MOST_CEUS,
    fold_text,
    split_cell,
)
from cert_model.renewal.written_days import NoSuchDay, NoSuchMonth, find_day

_DAY_EXPECTED = "expected a day such as 2026-03-31 or 3/31/2026"
_CEUS_EXPECTED = f"expected a number above 0 and at most {MOST_CEUS}"
_LONGEST_WRITING = 50
"""Characters that a day or a number is looked for in."""

_TIME = re.compile(r"[T ]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AaPp][Mm])?(Z|[+-]\d{2}:?\d{2})?$")
_NUMBER = re.compile(
    r"\+?(?P<whole>\d{0,6})(?:\.(?P<decimals>\d{0,20})|,(?P<comma>\d{1,2}))?"
    r"\s*(?:ceus?|ces?|credits?|hours?|hrs?)?",
    re.IGNORECASE,
)
"""A comma stands before one or two decimals, as in much of Europe, and never between thousands."""
_BETWEEN_ISSUERS = re.compile(r"[;,|/&+\n]|\band\b", re.IGNORECASE)
_MOST_HINTS = 50
_NEVER_IN_TEXT = ("Cc", "Cs")
"""Categories of characters that not every file can carry: controls, and halves of characters."""


class BadCell(ValueError):
    """A cell that is not what its column holds; the message says what was expected."""


def parse_day(text: str, today: date) -> date:
    """The day that a cell names, from 1980 to today. Raises BadCell."""
    text = one_line(text)
    day = _day_of(text) if len(text) <= _LONGEST_WRITING else None
    if day is None:
        raise BadCell(f"{_DAY_EXPECTED}, found {quote(text or None)}")
    if day > today:
        raise BadCell(f"{quote(text)} is in the future; CEUs are logged once they are earned")
    if day < EARLIEST_DAY:
        raise BadCell(f"{quote(text)} lies before 1980; {_DAY_EXPECTED}")
    return day


def _day_of(text: str) -> date | None:
    """The day that a text names; None if it names none. Raises BadCell for a 30 February."""
    try:
        return find_day(_TIME.sub("", text))
    except NoSuchMonth:
        raise BadCell(f"{quote(text)} has no such month; {_DAY_EXPECTED}") from None
    except NoSuchDay:
        raise BadCell(f"{quote(text)} is not on the calendar; {_DAY_EXPECTED}") from None


def parse_ceus(text: str) -> float:
    """The number of CEUs that a cell names, rounded to hundredths. Raises BadCell."""
    text = one_line(text)
    match = _NUMBER.fullmatch(text) if len(text) <= _LONGEST_WRITING else None
    whole, decimals = (
        (match["whole"], match["decimals"] or match["comma"] or "") if match else ("", "")
    )
    ceus = round(float(f"{whole or 0}.{decimals or 0}"), 2) if whole or decimals else 0.0
    if not 0 < ceus <= MOST_CEUS:
        raise BadCell(f"{_CEUS_EXPECTED}, found {quote(text or None)}")
    return ceus


class IssuerReader:
    """Reads cells that name issuers by id, letters or name, each wording once.

    Several are apart by semicolons or, where that is unambiguous, by commas, slashes or "and".
    """

    def __init__(self, issuer_ids: Mapping[str, str]) -> None:
        """``issuer_ids`` are those of ``issuers_by_name``."""
        self._issuer_ids = issuer_ids
        self._read: dict[str, tuple[str, ...]] = {}
        self._hints_left = _MOST_HINTS

    def __call__(self, text: str) -> tuple[str, ...]:
        """The ids of the issuers in a cell, in order and without doubles. Raises BadCell."""
        if text not in self._read:
            names = (name for part in split_cell(text) for name in self._names(part))
            self._read[text] = tuple(sorted({self._issuer(name) for name in names}))
        return self._read[text]

    def _names(self, part: str) -> Iterator[str]:
        """The names in a part of a cell, which is one name where an issuer is called so."""
        if fold_text(part) in self._issuer_ids:
            yield part
        else:
            yield from filter(None, map(one_line, _BETWEEN_ISSUERS.split(part)))

    def _issuer(self, name: str) -> str:
        folded = fold_text(name)
        if folded in self._issuer_ids:
            return self._issuer_ids[folded]
        raise BadCell(f"unknown issuer {quote(name)}; {self._hint(folded[:LONGEST_NAME])}")

    def _hint(self, folded: str) -> str:
        """Whom the name may mean. To look for that takes long, so it is done for few names."""
        closest = closest_names(folded, self._issuer_ids) if self._hints_left else []
        self._hints_left = max(0, self._hints_left - 1)
        if closest:
            return f'did you mean "{self._issuer_ids[closest[0]]}"?'
        return "expected one such as aapc or ahima"


@once_per_catalog
def issuers_by_name(catalog: Catalog) -> dict[str, str]:
    """The id of each issuer by its id, letters and name, folded."""
    names: dict[str, str] = {}
    for issuer in catalog.issuers.values():
        before, _, inside = issuer.name.partition(" (")
        for name in (issuer.id, issuer.letters, issuer.name, before, inside):
            if folded := fold_text(name):
                names.setdefault(folded, issuer.id)
    return names


def one_line(text: str) -> str:
    """A text without line breaks, with one blank for each run of them."""
    return " ".join(text.split())


def parse_text(text: str, longest: int, may_be_empty: bool = True) -> str:
    """A cell as one line, each run of blanks as one. Raises BadCell where it is too long."""
    line = one_line(text)
    if len(line) > longest:
        raise BadCell(f"{format_count(len(line), 'character')}; expected at most {longest:,}")
    if not (line or may_be_empty):
        raise BadCell("expected text, found nothing")
    if UNREADABLE in line:
        raise BadCell(f"a character of {quote(line)} is unreadable; save the file as UTF-8")
    if not line.isprintable():
        for character in line:
            if unicodedata.category(character) in _NEVER_IN_TEXT:
                raise BadCell(f"a control character (U+{ord(character):04X}); expected plain text")
    return line
