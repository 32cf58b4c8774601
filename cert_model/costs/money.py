"""An amount with its range, in U.S. dollars."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import add

from cert_model.schema import Reading


@dataclass(frozen=True, slots=True)
class Money:
    """The least, the usual and the most it may come to."""

    low: float = 0.0
    typical: float = 0.0
    high: float = 0.0

    def __add__(self, other: "Money") -> "Money":
        return Money(self.low + other.low, self.typical + other.typical, self.high + other.high)

    def __neg__(self) -> "Money":
        return Money(-self.high, -self.typical, -self.low)

    def times(self, factor: float) -> "Money":
        """The amount, so many times; the factor is not negative."""
        return Money(self.low * factor, self.typical * factor, self.high * factor)

    def rounded(self) -> "Money":
        """To the cent."""
        return Money(round(self.low, 2), round(self.typical, 2), round(self.high, 2))

    @classmethod
    def exactly(cls, amount: float) -> "Money":
        """An amount that is known."""
        return cls(amount, amount, amount)

    @classmethod
    def of(cls, reading: Reading[float]) -> "Money":
        """A fact as an amount: the middle of a range is its usual value.

        Raises ValueError for a fact without value.
        """
        if reading.bottom is None or reading.top is None:
            raise ValueError("the fact has no value")
        return cls(reading.bottom, (reading.bottom + reading.top) / 2, reading.top)


def total(amounts: Iterable[Money]) -> Money:
    """The sum of amounts."""
    return reduce(add, amounts, Money())
