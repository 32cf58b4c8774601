"""How many months of each kind of work a person may have, from the months they stated.

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
_KINDS_IN_HEALTHCARE = tuple(kind for kind in ExperienceKind if kind not in (HEALTHCARE, INPATIENT))
"""The kinds that make up work in healthcare, each counted once."""
KindMap = Mapping[ExperienceKind, tuple[ExperienceKind, ...]]
INCLUDED_KINDS: KindMap = {CODING: (INPATIENT,), HEALTHCARE: _KINDS_IN_HEALTHCARE}
"""The kinds that a wider kind includes, one level down."""
INCLUDING_KINDS: KindMap = {
    INPATIENT: (CODING, HEALTHCARE),
    **dict.fromkeys(_KINDS_IN_HEALTHCARE, (HEALTHCARE,)),
}
"""Every wider kind that includes this one."""


@dataclass(frozen=True, slots=True)
class MonthSpan:
    """The fewest and the most months that somebody may have worked."""

    low: float
    high: float


StatedMonths = Mapping[ExperienceKind, int]


def month_spans(stated: StatedMonths, complete: bool) -> dict[ExperienceKind, MonthSpan]:
    """The months of every kind of work that agree with the months stated.

    A stated kind has exactly those months, or as many as the longest kind it includes. A kind
    that is not stated has at most the months of a wider kind that is. ``complete`` says that no
    work was done beyond what is stated.
    """
    spans: dict[ExperienceKind, MonthSpan] = {}
    for kind in (INPATIENT, CODING, *_KINDS_IN_HEALTHCARE, HEALTHCARE):
        parts = [spans[part] for part in INCLUDED_KINDS.get(kind, ())]
        low = max([stated.get(kind, 0), *(part.low for part in parts)])
        spans[kind] = MonthSpan(low, _most_months(kind, stated, complete, low, parts))
    return spans


def _most_months(
    kind: ExperienceKind,
    stated: StatedMonths,
    complete: bool,
    low: float,
    parts: Iterable[MonthSpan],
) -> float:
    if kind in stated:
        return low
    if complete:
        return max(low, sum(part.high for part in parts))
    wider = [stated[other] for other in INCLUDING_KINDS.get(kind, ()) if other in stated]
    return max(low, min(wider, default=inf))
