"""A length of time or a point in time as three cases, in months from now."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Any

from cert_model.schema import Reading
from cert_model.schema.facts import ends_of

WEEKS_A_MONTH = 52 / 12


@dataclass(frozen=True, slots=True)
class Months:
    """The fewest, the usual and the most months that something may take."""

    low: float = 0.0
    typical: float = 0.0
    high: float = 0.0

    def __add__(self, other: "Months") -> "Months":
        return Months(self.low + other.low, self.typical + other.typical, self.high + other.high)

    def minus(self, other: "Months") -> "Months":
        """The difference case by case, never below 0."""
        return Months(
            max(0.0, self.low - other.low),
            max(0.0, self.typical - other.typical),
            max(0.0, self.high - other.high),
        )

    def times(self, factor: float) -> "Months":
        """The months multiplied by a factor of 0 or more."""
        return Months(self.low * factor, self.typical * factor, self.high * factor)

    def or_none(self) -> "Months":
        """The months as they may be where nothing at all may have to be done."""
        return Months(0.0, self.typical, self.high)

    def rounded(self) -> "Months":
        """The months rounded to a tenth."""
        return Months(round(self.low, 1), round(self.typical, 1), round(self.high, 1))

    @property
    def cases(self) -> tuple[float, float, float]:
        """Low, typical and high."""
        return self.low, self.typical, self.high

    @classmethod
    def exactly(cls, months: float) -> "Months":
        """Months that are the same in all three cases."""
        return cls(months, months, months)

    @classmethod
    def from_fact(cls, reading: Reading[Any]) -> "Months":
        """The value of a fact in months; of a range, the typical case is its midpoint.

        A range with one known end counts as that end. Raises ValueError for a fact without a
        value.
        """
        low, high = ends_of(reading)
        return cls(low, (low + high) / 2, high)

    @classmethod
    def of_ways(cls, ways: Sequence["Months"]) -> "Months":
        """What something takes of which there are several statements, or ways to do it.

        low is the shortest, high the longest, and typical the median of the typical cases, of
        two in the middle the lower. Raises ValueError for none at all.
        """
        return cls(
            min(way.low for way in ways),
            median_low([way.typical for way in ways]),
            max(way.high for way in ways),
        )


NOW = Months()


def latest(*points: Months) -> Months:
    """The latest of some points in time, case by case; now for none."""
    return Months(
        max((point.low for point in points), default=0.0),
        max((point.typical for point in points), default=0.0),
        max((point.high for point in points), default=0.0),
    )
