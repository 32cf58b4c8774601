"""The months of work of many people: for each kind of work the fewest and the most.

The rules are those of ``cert_model.eligibility.person``, applied to arrays.
"""

from collections.abc import Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from cert_model.eligibility.person import HEALTHCARE, INCLUDED_KINDS, INCLUDING_KINDS
from cert_model.screening.people import People
from cert_model.vocabulary import ExperienceKind

Months = NDArray[np.int16]
Kinds = Sequence[ExperienceKind]
NO_LIMIT = 16_000
"""Stands for any number of months: more than the most of every kind together can be, and two of
them still fit into 16 bits."""


class MonthSpans:
    """The spans of months of some people, worked out for the kinds that are asked for."""

    def __init__(self, people: People) -> None:
        self._complete = people.complete
        self._stated = {
            kind: months for kind, months in people.months.items() if (months >= 0).any()
        }
        self._none: Months = np.zeros(people.count, np.int16)
        self._low: dict[ExperienceKind, Months] = {}
        self._high: dict[ExperienceKind, Months] = {}
        self._together: dict[frozenset[ExperienceKind], tuple[Months, Months]] = {}

    def together(self, kinds: Kinds) -> tuple[Months, Months]:
        """The fewest and the most months of several kinds of work together."""
        key = frozenset(kinds)
        if key not in self._together:
            low = sum_months([self.low(kind) for kind in kinds])
            high = sum_months([self.high(kind) for kind in kinds])
            within = np.minimum(high, self.high(HEALTHCARE))
            self._together[key] = (low, np.maximum(low, within))
        return self._together[key]

    def low(self, kind: ExperienceKind) -> Months:
        """The fewest months of a kind of work: those stated, or those of a kind it includes."""
        if kind not in self._low:
            parts = [self.low(part) for part in INCLUDED_KINDS.get(kind, ())]
            stated = self._stated.get(kind)
            least = self._none if stated is None else np.maximum(stated, np.int16(0))
            self._low[kind] = reduce(np.maximum, parts, least)
        return self._low[kind]

    def high(self, kind: ExperienceKind) -> Months:
        """The most months of a kind of work; ``NO_LIMIT`` where nothing limits them."""
        if kind not in self._high:
            low, stated = self.low(kind), self._stated.get(kind)
            most = self._most_unstated(kind, low)
            self._high[kind] = most if stated is None else _where_stated(stated, low, most)
        return self._high[kind]

    def _most_unstated(self, kind: ExperienceKind, low: Months) -> Months:
        """The most months of a kind where its own are not stated; ``low`` are its fewest."""
        if self._complete:
            parts = [self.high(part) for part in INCLUDED_KINDS.get(kind, ())]
            return np.maximum(low, sum_months(parts)) if parts else low
        no_limit = self._none + np.int16(NO_LIMIT)
        limits = [
            _where_stated(stated, stated, no_limit)
            for wider in INCLUDING_KINDS.get(kind, ())
            if (stated := self._stated.get(wider)) is not None
        ]
        most: Months = reduce(np.minimum, limits, no_limit)
        return np.maximum(low, most)


def _where_stated(stated: Months, then: Months, otherwise: Months) -> Months:
    """One or another number of months, by whether any are stated.

    The sign of ``NOT_KNOWN``, spread over all bits, picks without a branch.
    """
    is_not_known = stated >> np.int16(15)
    picked: Months = then + ((otherwise - then) & is_not_known)
    return picked


def sum_months(months: Sequence[Months]) -> Months:
    """The sum of the months of several kinds of work, person by person; at most ``NO_LIMIT``."""
    return reduce(lambda one, other: np.minimum(one + other, np.int16(NO_LIMIT)), months)
