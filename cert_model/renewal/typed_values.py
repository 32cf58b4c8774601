"""Days, months and CEUs as people write them: in an address, on a command line, on a page."""

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from cert_model.catalog import Catalog
from cert_model.formatting import format_day
from cert_model.renewal.cycles import last_of_month
from cert_model.renewal.request import (
    MOST_CEUS,
    MOST_YEARS_AWAY,
    CalendarDay,
    first_possible_day,
)
from cert_model.renewal.sentences import day_in_words
from cert_model.renewal.written_days import (
    NoSuchDay,
    NoSuchMonth,
    find_day,
    find_month,
    find_month_alone,
)

EARLIEST_YEAR = 1950
"""The first registrations of the field are not much older."""
_ISO = re.compile(r"\d{4}-\d{2}(-\d{2})?", re.ASCII)
EXPECTED = "write a day such as 2025-05-10 or 5/10/2025, or a month such as May 2025"


_CEUS = re.compile(
    r"(?P<whole>\d{1,5})(?:[.,](?P<decimals>\d{1,2}))?\s*(?:ceus?|ces?|credits?|hours?)?",
    re.ASCII | re.IGNORECASE,
)


class BadDay(ValueError):
    """A text that names no day or month; the message is one line."""


def read_iso_day(text: str, *, month_end: bool = False) -> CalendarDay:
    """The day or month of ``2025-05-10`` or ``2025-05``. Raises BadDay for any other form.

    A month is its first day, or with ``month_end`` its last.
    """
    if _ISO.fullmatch(text) is None:
        raise BadDay(f'"{text}" is not a day; write 2025-05-10 or 2025-05')
    return parse_typed_day(text, month_end=month_end)


def parse_typed_day(text: str, *, month_end: bool = False) -> CalendarDay:
    """The day or month that somebody typed, in any of the usual forms. Raises BadDay.

    Figures apart by slashes are read as Americans write them, the month first. A month is its
    first day, or with ``month_end`` its last.
    """
    written = " ".join(text.split())
    try:
        day, month = find_day(written), find_month(written)
    except NoSuchMonth:
        raise BadDay(f'f"{written}" has no month; {EXPECTED}') from None
    except NoSuchDay:
        raise BadDay(f'"{written}" is not on the calendar') from None
    first = day or month
    if first is None:
        raise BadDay(f'f"{written}" is not a day; {EXPECTED}')
    if first.year < EARLIEST_YEAR:
        raise BadDay(f'"{written}" is too long ago; {EXPECTED}')
    if day is not None:
        return CalendarDay(day)
    return CalendarDay(last_of_month(first) if month_end else first, exact=False)


def parse_typed_end(text: str, today: date) -> CalendarDay:
    """The day or month that somebody typed in which something ends. Raises BadDay.

    A month is its last day. One without a year is the next of that name, the current one included.
    """
    month = find_month_alone(text.strip())
    if month is None:
        return parse_typed_day(text, month_end=True)
    year = today.year + (month < today.month)
    return CalendarDay(last_of_month(date(year, month, 1)), exact=False)


def check_passed(catalog: Catalog, key: str, passed: CalendarDay) -> None:
    """Nothing, for a day on which a credential can have been earned. Raises BadDay."""
    words, since = day_in_words(passed), first_possible_day(catalog, key)
    if passed.day > catalog.today:
        raise BadDay(f"{words} is in the future; enter the day you passed")
    if since is not None and passed.day < since:
        raise BadDay(
            f"{words} is before anyone could hold the {catalog.labels[key]}; "
            f"the earliest day is {format_day(since)}"
        )


def check_end(end: CalendarDay, today: date) -> None:
    """Nothing, for a day on which a membership or cycle can end. Raises BadDay."""
    first, last = (
        today + relativedelta(years=years) for years in (-MOST_YEARS_AWAY, MOST_YEARS_AWAY)
    )
    if not first <= end.day <= last:
        raise BadDay(
            f"{day_in_words(end)} is too far away; "
            f"expected a day from {format_day(first)} to {format_day(last)}"
        )


class BadCeus(ValueError):
    """A text that is no number of CEUs; the message is one line."""


def parse_typed_ceus(text: str) -> float:
    """The CEUs that somebody typed, such as ``12``, ``1.5`` or ``12 CEUs``. Raises BadCeus."""
    match = _CEUS.fullmatch(text.strip())
    ceus = float(f"{match['whole']}.{match['decimals'] or 0}") if match else None
    if ceus is None or ceus > MOST_CEUS:
        raise BadCeus(f'"{text.strip()}" is not a number of CEUs; write 0 to {MOST_CEUS:,}')
    return ceus
