"""An amount of money as three cases: low, typical and high, in U.S. dollars."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import add

from cert_model.schema import Reading


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

    def __neg__(self) -> "Money":
        return Money(-self.low, -self.typical, -self.high)

    def times(self, factor: float) -> "Money":
        """The amount multiplied by a factor of 0 or more."""
        return Money(self.low * factor, self.typical * factor, self.high * factor)

    def rounded(self) -> "Money":
        """The amount rounded to the cent."""
        return Money(round(self.low, 2), round(self.typical, 2), round(self.high, 2))

    @classmethod
    def exactly(cls, amount: float) -> "Money":
        """An amount that is the same in all three cases."""
        return cls(amount, amount, amount)

    @classmethod
    def from_fact(cls, reading: Reading[float]) -> "Money":
        """The value of a fact; of a range, the typical case is its midpoint.

        A range with one known end counts as that end. Raises ValueError for a fact without a
        value.
        """
        ends = [end for end in (reading.bottom, reading.top) if end is not None]
        if not ends:
            raise ValueError("the fact has no value")
        return cls(ends[0], sum(ends) / len(ends), ends[-1])


def sum_money(amounts: Iterable[Money]) -> Money:
    """The sum of several amounts, case by case."""
    return reduce(add, amounts, Money())
