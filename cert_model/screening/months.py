"""The months of work of many people: for each kind of work the fewest and the most.

The rules are those of ``cert_model.eligibility.person``, applied to arrays.
"""

from collections.abc import Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from cert_model.eligibility.person import HEALTHCARE, INCLUDED_KINDS, INCLUDING_KINDS
from cert_model.screening.codes import Flags
from cert_model.screening.people import People
from cert_model.vocabulary import ExperienceKind

Months = NDArray[np.int32]
Kinds = Sequence[ExperienceKind]
NO_LIMIT = 1 << 26
"""Stands for any number of months; those of every kind together still fit into 32 bits."""


class MonthSpans:
    """The spans of months of some people, worked out for the kinds that are asked for."""

    def __init__(self, people: People) -> None:
        self._complete = people.complete
        self._stated = {
            kind: months.astype(np.int32)
            for kind, months in people.months.items()
            if (months >= 0).any()
        }
        self._nobody: Flags = np.zeros(people.count, np.bool_)
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
            least = np.zeros(len(self._nobody), np.int32) if stated is None else stated
            self._low[kind] = reduce(np.maximum, parts, np.maximum(least, np.int32(0)))
        return self._low[kind]

    def high(self, kind: ExperienceKind) -> Months:
        """The most months of a kind of work; ``NO_LIMIT`` where nothing limits them."""
        if kind not in self._high:
            low = self.low(kind)
            most = np.maximum(low, self._most_unstated(kind))
            self._high[kind] = np.where(self._is_stated(kind), low, most)
        return self._high[kind]

    def _most_unstated(self, kind: ExperienceKind) -> Months:
        """The most months of a kind where its own are not stated."""
        if self._complete:
            parts = [self.high(part) for part in INCLUDED_KINDS.get(kind, ())]
            return sum_months(parts) if parts else self.low(kind)
        most = np.full(len(self._nobody), NO_LIMIT, np.int32)
        for wider in INCLUDING_KINDS.get(kind, ()):
            stated = self._stated.get(wider)
            if stated is not None:
                most = np.minimum(most, np.where(stated >= 0, stated, np.int32(NO_LIMIT)))
        return most

    def _is_stated(self, kind: ExperienceKind) -> Flags:
        stated = self._stated.get(kind)
        return self._nobody if stated is None else stated >= 0


def sum_months(months: Sequence[Months]) -> Months:
    """The sum of the months of several kinds of work, person by person."""
    return reduce(np.add, months)
