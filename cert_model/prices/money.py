"""An amount of money as three cases: low, typical and high, in U.S. dollars."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from statistics import median_low

from cert_model.schema import Reading
from cert_model.schema.facts import ends_of

Span = tuple[float, float]
"""The lowest and the highest of a range."""


@dataclass(frozen=True, slots=True)
class Money:
    """The least, the usual and the most that something may cost, in U.S. dollars.

    What others pay is negative in all three cases, so that the cases add up one by one.
    """

    low: float = 0.0
    typical: float = 0.0
    high: float = 0.0

    def __add__(self, other: "Money") -> "Money":
        return Money(self.low + other.low, self.typical + other.typical, self.high + other.high)

    def __sub__(self, other: "Money") -> "Money":
        return self + -other

    def __neg__(self) -> "Money":
        return Money(0 - self.low, 0 - self.typical, 0 - self.high)

    def __bool__(self) -> bool:
        return any((self.low, self.typical, self.high))

    def times(self, factor: float) -> "Money":
        """The amount multiplied by a factor of 0 or more."""
        return Money(self.low * factor, self.typical * factor, self.high * factor)

    def beyond(self, other: "Money") -> "Money":
        """What the amount is beyond another one: the differences by case, the least of them first.

        They change places where the other amount is the more uncertain of the two.
        """
        difference = self - other
        return Money(*sorted((difference.low, difference.typical, difference.high)))

    def rounded(self) -> "Money":
        """The amount rounded to the cent."""
        return Money(round(self.low, 2), round(self.typical, 2), round(self.high, 2))

    @classmethod
    def exactly(cls, amount: float) -> "Money":
        """An amount that is the same in all three cases."""
        return cls(amount, amount, amount)

    @classmethod
    def between(cls, low: float, high: float) -> "Money":
        """A range; its typical case is its midpoint."""
        return cls(low, (low + high) / 2, high)

    @classmethod
    def from_fact(cls, reading: Reading[float]) -> "Money":
        """The value of a fact; of a range, the typical case is its midpoint.

        A range with one known end counts as that end. Raises ValueError for a fact without a
        value.
        """
        return cls.between(*ends_of(reading))

    @classmethod
    def of_ways(cls, ways: Sequence["Money"]) -> "Money":
        """What something costs that can be had in several ways, of which one is paid.

        low is the cheapest way, high the dearest, and typical the usual one: the median of their
        typical amounts, of two in the middle the lower. Raises ValueError for no way at all.
        """
        return cls(
            min(way.low for way in ways),
            median_low([way.typical for way in ways]),
            max(way.high for way in ways),
        )

    @classmethod
    def most_of(cls, amounts: Sequence["Money"]) -> "Money":
        """The highest of some amounts, case by case. Raises ValueError for none."""
        return cls(
            max(money.low for money in amounts),
            max(money.typical for money in amounts),
            max(money.high for money in amounts),
        )

    @classmethod
    def least_of(cls, amounts: Sequence["Money"]) -> "Money":
        """The lowest of some amounts, case by case. Raises ValueError for none."""
        return -cls.most_of([-money for money in amounts])


def sum_money(amounts: Iterable[Money]) -> Money:
    """The sum of several amounts, case by case."""
    return reduce(add, amounts, Money())
