"""An uncertain amount as three cases: low, typical and high."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Any, ClassVar, Self

from cert_model.schema.facts import Reading, ends_of


@dataclass(frozen=True, slots=True)
class Cases:
    """The least, the usual and the most of something; sums are taken case by case."""

    digits: ClassVar[int]
    """The decimal digits that mean something."""

    low: float = 0.0
    typical: float = 0.0
    high: float = 0.0

    def __add__(self, other: Self) -> Self:
        return type(self)(
            self.low + other.low, self.typical + other.typical, self.high + other.high
        )

    def times(self, factor: float) -> Self:
        """All three cases multiplied by a factor of 0 or more."""
        return type(self)(self.low * factor, self.typical * factor, self.high * factor)

    def rounded(self) -> Self:
        """All three cases rounded to the digits that mean something."""
        return type(self)(*(round(case, self.digits) for case in self.cases))

    @property
    def cases(self) -> tuple[float, float, float]:
        """Low, typical and high."""
        return self.low, self.typical, self.high

    @classmethod
    def exactly(cls, amount: float) -> Self:
        """An amount that is the same in all three cases."""
        return cls(amount, amount, amount)

    @classmethod
    def between(cls, low: float, high: float) -> Self:
        """A range; its typical case is its midpoint."""
        return cls(low, (low + high) / 2, high)

    @classmethod
    def from_fact(cls, reading: Reading[Any]) -> Self:
        """The value of a fact; of a range, the typical case is its midpoint.

        A range with one known end counts as that end. Raises ValueError for a fact without a
        value.
        """
        return cls.between(*ends_of(reading))

    @classmethod
    def of_ways(cls, ways: Sequence[Self]) -> Self:
        """What something takes that can be done in several ways, of which one is taken.

        low is the lowest way, high the highest, and typical the usual one: the median of their
        typical cases, of two in the middle the lower. Raises ValueError for no way at all.
        """
        return cls(
            min(way.low for way in ways),
            median_low([way.typical for way in ways]),
            max(way.high for way in ways),
        )

    @classmethod
    def most_of(cls, amounts: Sequence[Self]) -> Self:
        """The highest of some amounts, case by case. Raises ValueError for none."""
        lows, typicals, highs = zip(*(amount.cases for amount in amounts), strict=True)
        return cls(max(lows), max(typicals), max(highs))
