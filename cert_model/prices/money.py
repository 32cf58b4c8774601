"""An amount of money as three cases: low, typical and high, in U.S. dollars."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import ClassVar

from cert_model.schema.cases import Cases

Span = tuple[float, float]
"""The lowest and the highest of a range."""


@dataclass(frozen=True, slots=True)
class Money(Cases):
    """The least, the usual and the most that something may cost, in U.S. dollars.

    What others pay is negative in all three cases, so that the cases add up one by one.
    """

    digits: ClassVar[int] = 2

    def __sub__(self, other: "Money") -> "Money":
        return self + -other

    def __neg__(self) -> "Money":
        return Money(0 - self.low, 0 - self.typical, 0 - self.high)

    def __bool__(self) -> bool:
        return any((self.low, self.typical, self.high))

    def beyond(self, other: "Money") -> "Money":
        """What the amount is beyond another one: the differences by case, the least of them first.

        They change places where the other amount is the more uncertain of the two.
        """
        difference = self - other
        return Money(*sorted((difference.low, difference.typical, difference.high)))

    @classmethod
    def least_of(cls, amounts: Sequence["Money"]) -> "Money":
        """The lowest of some amounts, case by case. Raises ValueError for none."""
        return -cls.most_of([-money for money in amounts])


def sum_money(amounts: Iterable[Money]) -> Money:
    """The sum of several amounts, case by case."""
    return reduce(add, amounts, Money())
