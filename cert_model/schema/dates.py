"""Dates as the data writes them: their form, and the check that none is in the future."""

import re
from datetime import date
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_PERIOD = re.compile(rf"{_DATE.pattern}(/{_DATE.pattern})?")


def _year_to_text(value: object) -> object:
    is_year = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if is_year else value


def _check_period(text: str) -> str:
    """The text of a date or period. Raises ValueError for another form or a future date."""
    if not _PERIOD.fullmatch(text):
        raise ValueError(
            f'"{text}" is not a date; write 2026, 2026-02, 2026-02-05, or two of them as 2018/2020'
        )
    try:
        start = first_day(text)
        last_day(text)
    except ValueError:
        raise ValueError(f'"{text}" is not a day of the calendar') from None
    if start > date.today():
        raise ValueError(f'"{text}" lies in the future')
    return text


@lru_cache(maxsize=5_000)
def first_day(period: str) -> date:
    """The first day of a period such as ``2026``, ``2026-02`` or ``2018/2020``."""
    year, month, day = _parts(period.partition("/")[0])
    return date(year, month or 1, day or 1)


@lru_cache(maxsize=5_000)
def last_day(period: str) -> date:
    """The last day of a period: of ``2026-02`` the 28th, of ``2026`` 31 December."""
    year, month, day = _parts(period.rpartition("/")[2])
    if day:
        return date(year, month or 1, day)
    following = date(year + 1, 1, 1) if (month or 12) == 12 else date(year, (month or 12) + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _parts(text: str) -> tuple[int, int | None, int | None]:
    numbers: list[int | None] = [int(part) for part in text.split("-")]
    year, month, day = [*numbers, None, None][:3]
    assert year is not None
    return year, month, day


Period = Annotated[str, BeforeValidator(_year_to_text), AfterValidator(_check_period)]
"""A year, a month, a day, or two of them joined by a slash; never in the future."""
