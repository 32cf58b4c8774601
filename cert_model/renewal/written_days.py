"""Finds the day or month in a text, in the forms in which people and spreadsheets write them."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

_LAST_CENTURY_FROM = 80
"""A year of two digits is of the last century from here on."""
_DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})",
        r"(?P<month>\d{1,2})[-/](?P<day>\d{1,2})[-/](?P<year>\d{4}|\d{2})",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",
        r"(?P<day>\d{1,2})[- ](?P<name>[A-Za-z]{3,9})\.?[- ,]+(?P<year>\d{4}|\d{2})",
        r"(?P<name>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
    )
)
"""Year first; American; with dots, which is day first everywhere; and with the month's name."""
_MONTHS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})[-/ ](?P<month>\d{1,2})",
        r"(?P<month>\d{1,2})[-/ ](?P<year>\d{4})",
        r"(?P<name>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})",
        r"(?P<year>\d{4}) (?P<name>[A-Za-z]{3,9})\.?",
    )
)
_MONTH_ALONE = re.compile(r"[A-Za-z]{3,9}\.?")
_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


class NoSuchMonth(ValueError):
    """A text in the form of a date whose month no year has."""


class NoSuchDay(ValueError):
    """A text in the form of a date whose day its month does not have, such as 30 February."""


def find_day(text: str) -> date | None:
    """The day that a text names; None if it names none. Raises NoSuchMonth, NoSuchDay."""
    return _find(_DAYS, text)


def find_month(text: str) -> date | None:
    """The first day of the month that a text names; None if it names none. Raises NoSuchMonth."""
    return _find(_MONTHS, text)


def find_month_alone(text: str) -> int | None:
    """The number of the month that a text names without a year; None if it names none."""
    return (_month_number(text.rstrip(".")) or None) if _MONTH_ALONE.fullmatch(text) else None


def _find(patterns: Iterable[re.Pattern[str]], text: str) -> date | None:
    for pattern in patterns:
        if match := pattern.fullmatch(text):
            return _as_date(match.groupdict())
    return None


def _as_date(parts: Mapping[str, str]) -> date:
    month = _month_number(parts["name"]) if "name" in parts else int(parts["month"])
    if not 1 <= month <= len(_NAMES):
        raise NoSuchMonth
    try:
        return date(_full_year(parts["year"]), month, int(parts.get("day", "1")))
    except ValueError:
        raise NoSuchDay from None


def _month_number(name: str) -> int:
    """The number of a month by its name or the beginning of it; 0 if there is none."""
    beginning = name.lower()
    fitting = (number for number, month in enumerate(_NAMES, 1) if month.startswith(beginning))
    return next(fitting, 0)


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (1900 if year >= _LAST_CENTURY_FROM else 2000)
