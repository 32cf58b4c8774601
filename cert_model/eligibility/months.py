"""How many months of each kind of work a person may have, of what they say and do not say.

Some kinds include others: whoever coded inpatient charts has coded, and every kind is work in
healthcare. Kinds may overlap in time, so that months in healthcare are at least the longest kind
and at most all kinds together.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

from cert_model.vocabulary import ExperienceKind

CODING, INPATIENT = ExperienceKind.CODING, ExperienceKind.INPATIENT_CODING
HEALTHCARE = ExperienceKind.HEALTHCARE
_APART = tuple(kind for kind in ExperienceKind if kind not in (HEALTHCARE, INPATIENT))
"""The kinds that make up work in healthcare, each counted once."""
Kinds = Mapping[ExperienceKind, tuple[ExperienceKind, ...]]
PARTS: Kinds = {CODING: (INPATIENT,), HEALTHCARE: _APART}
"""What a wider kind includes, at the next level down."""
WIDER: Kinds = {INPATIENT: (CODING, HEALTHCARE), **dict.fromkeys(_APART, (HEALTHCARE,))}
"""Every kind that includes this one."""


@dataclass(frozen=True, slots=True)
class Span:
    """How many months it may be, at least and at most."""

    low: float
    high: float


Stated = Mapping[ExperienceKind, int]


def month_spans(stated: Stated, complete: bool) -> dict[ExperienceKind, Span]:
    """The months of every kind of work.

    ``complete`` says that a kind not stated was not done, beyond what it includes. A kind that is
    stated is exact, unless a part of it is longer; a kind that is not is at most as long as a
    wider one that is stated.
    """
    found: dict[ExperienceKind, Span] = {}
    for kind in (INPATIENT, CODING, *_APART, HEALTHCARE):
        parts = [found[part] for part in PARTS.get(kind, ())]
        low = max([stated.get(kind, 0), *(part.low for part in parts)])
        found[kind] = Span(low, _most(kind, stated, complete, low, parts))
    return found


def _most(
    kind: ExperienceKind, stated: Stated, complete: bool, low: float, parts: Iterable[Span]
) -> float:
    if kind in stated:
        return low
    if complete:
        return max(low, sum(part.high for part in parts))
    wider = [stated[each] for each in WIDER.get(kind, ()) if each in stated]
    return max(low, min(wider, default=inf))
