"""A fact: a value with where it was read and when it held."""

import re
from datetime import date
from functools import lru_cache
from typing import Annotated, Generic, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    model_validator,
)

from cert_model.vocabulary import ExamDay

T = TypeVar("T")

LONGEST_TEXT = 2_000
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_PERIOD = re.compile(rf"{_DATE.pattern}(/{_DATE.pattern})?")


class Model(BaseModel):
    """The base of everything read from ``data/``: frozen, and closed to unknown fields.

    Its validator is built on first use. A field that is a block of fields has
    ``Block.model_construct()`` as its default, since ``Block()`` would build one at import.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


BUILT_AT_IMPORT = ConfigDict(defer_build=False)
"""For models that many files hold: built once, and not again within each file's model."""


def _year_to_text(value: object) -> object:
    is_year = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if is_year else value


def _check_period(text: str) -> str:
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


Text = Annotated[str, Strict(), Field(min_length=1, max_length=LONGEST_TEXT)]
Count = Annotated[int, Strict(), Field(ge=0)]
Number = Annotated[float, Strict(), Field(ge=0, allow_inf_nan=False)]
Flag = Annotated[bool, Strict()]
Period = Annotated[str, BeforeValidator(_year_to_text), AfterValidator(_check_period)]
SourceId = Annotated[str, Strict(), Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
CredentialId = Annotated[str, Strict(), Field(pattern=r"^[a-z]+/[a-z0-9-]+$")]


class Evidence(Model):
    """A statement that names its sources, and when it held."""

    as_of: Period | None = None
    """When the value held: a year, a month, a day, or two of them joined by a slash."""
    src: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Ids of the sources, at least one."""
    note: Text | None = None


class Reading(Evidence, Generic[T]):
    """One value of a fact: ``value``, or ``low`` and ``high`` for a range; no value if unknown."""

    model_config = BUILT_AT_IMPORT

    value: T | None = None
    low: T | None = None
    high: T | None = None

    @model_validator(mode="after")
    def _value_or_range(self) -> Self:
        if self.value is not None and (self.low is not None or self.high is not None):
            raise ValueError("give either value, or low and high, not both")
        low, high = self.low, self.high
        if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
            raise ValueError(f"the range is upside down: low {low} is above high {high}")
        return self

    @property
    def known(self) -> bool:
        """Whether there is a value or at least one end of a range."""
        return any(part is not None for part in (self.value, self.low, self.high))

    @property
    def bottom(self) -> T | None:
        """The value, or the low end of the range."""
        return self.value if self.value is not None else self.low

    @property
    def top(self) -> T | None:
        """The value, or the high end of the range."""
        return self.value if self.value is not None else self.high


class Fact(Reading[T], Generic[T]):
    """A current value, with its earlier values and those of sources that disagree."""

    history: tuple[Reading[T], ...] = ()
    """Superseded values, newest first."""
    disputed: tuple[Reading[T], ...] = ()
    """Values from sources that disagree with the current one."""
    why: Text | None = None
    """Why the current value was chosen; required if there are ``disputed`` values."""

    @model_validator(mode="after")
    def _dispute_is_decided(self) -> Self:
        if self.disputed and not self.why:
            raise ValueError("a disputed fact needs why: the reason for the value taken as current")
        return self


class Note(Fact[str | int | float | bool]):
    """A labeled fact that has no field of its own."""

    label: Text
    unit: Text | None = None
    about: tuple[ExamDay, ...] = ()
    """The questions about the day of the exam that it answers."""


class Rival(Evidence):
    """One side of a dispute, in words."""

    value: Text | int | float


class Dispute(Model):
    """A question on which sources disagree and that is no single fact of the sheet."""

    model_config = BUILT_AT_IMPORT

    topic: Text
    values: Annotated[tuple[Rival, ...], Field(min_length=1)]
    taken: Text
    """The value that the catalog takes as current."""
    why: Text


class Gap(Model):
    """Something that was not found, and who could settle it."""

    model_config = BUILT_AT_IMPORT

    what: Text
    ask: Text | None = None
    """The page or the body that should hold the answer."""
