"""A profile prepared for testing rules: levels as ranks, months as spans, lists as sets.

Months of work are spans, because some kinds of work include others: whoever coded inpatient charts
has coded, and every kind is work in healthcare. Kinds may overlap in time, so that months in
healthcare are at least those of the longest kind and at most those of all kinds together.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from cert_model.catalog import Catalog
from cert_model.eligibility.holdings import Holding, find_holdings, implied_memberships
from cert_model.eligibility.profile import Profile, Training
from cert_model.eligibility.schooling import (
    EDUCATION_RANK,
    NO_SCHOOLING_SHOWN,
    ShownSchooling,
    most_schooling_shown,
)
from cert_model.schema import Credential
from cert_model.vocabulary import (
    Course,
    ExperienceKind,
    HimProgram,
    License,
    ProgramStage,
)

STAGE_RANK = {stage: rank for rank, stage in enumerate(ProgramStage)}

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


@dataclass(frozen=True, slots=True)
class Person:
    """What the conditions of rules are tested against; None means not known."""

    age: int | None
    education: int | None
    """The rank of the highest level finished, as the person says."""
    him_program: HimProgram | None
    him_stage: int | None
    training: tuple[Training, ...] | None
    courses: frozenset[Course] | None
    months: Mapping[ExperienceKind, MonthSpan]
    stated_kinds: frozenset[ExperienceKind]
    """The kinds of work whose months the person stated."""
    credentials: frozenset[str] | None
    """The ids of the credentials in the profile."""
    holdings: Mapping[str, Holding]
    """How the person holds each credential that they hold, replaced and marked ones included."""
    licenses: frozenset[License] | None
    memberships: frozenset[str]
    """The ids of the issuers of which the person is a member for certain."""
    memberships_known: bool
    """Whether the person is a member of no other issuer."""
    sheets: Mapping[str, Credential]
    """The catalog's credentials, for conditions on the role of a credential held."""
    shown_schooling: ShownSchooling = NO_SCHOOLING_SHOWN
    """What the credentials held show of the person's schooling, whatever they say of it."""
    answered_fields: frozenset[str] = frozenset()
    """Profile fields not to be asked about again, even where the answer was "I don't know"."""

    def months_of(self, kinds: Sequence[ExperienceKind]) -> MonthSpan:
        """The months of several kinds of work together.

        The sum stays within the months in healthcare, because kinds may overlap in time. Stated
        months count in full all the same: stating a total later must not undo a YES.
        """
        spans = [self.months[kind] for kind in kinds]
        low, high = sum(span.low for span in spans), sum(span.high for span in spans)
        return MonthSpan(low, max(low, min(high, self.months[HEALTHCARE].high)))

    def open_kinds(self, kinds: Sequence[ExperienceKind]) -> tuple[ExperienceKind, ...]:
        """The kinds of work whose months, if stated, would narrow the span of ``kinds``."""
        unstated = dict.fromkeys(
            candidate
            for kind in kinds
            if kind not in self.stated_kinds
            for candidate in (kind, *self.open_kinds(INCLUDED_KINDS.get(kind, ())))
        )
        return tuple(kind for kind in unstated if self.months[kind].low < self.months[kind].high)

    def is_member(self, issuer: str) -> bool | None:
        """Whether the person is a member of an issuer, by its id; None where that is not known."""
        return issuer in self.memberships or (False if self.memberships_known else None)

    def can_still_answer(self, field: str) -> bool:
        """Whether the person may still be asked about a field of the profile."""
        return field not in self.answered_fields


def build_person(
    catalog: Catalog, profile: Profile, answered_fields: Collection[str] = frozenset()
) -> Person:
    """The person a profile describes.

    A profile that does not say which memberships somebody has leaves those that their credentials
    require. ``answered_fields`` names the profile fields not to be asked about again.
    """
    sheets, stated_memberships = catalog.credentials, profile.memberships
    profile = profile.with_absent_fields()
    education, stage = profile.education, profile.him_program_stage
    credentials = frozenset(profile.credentials or ())
    implied = implied_memberships(sheets, credentials)
    return Person(
        age=profile.age,
        education=None if education is None else EDUCATION_RANK[education],
        him_program=profile.him_program,
        him_stage=None if stage is None else STAGE_RANK[stage],
        training=profile.training,
        courses=None if profile.courses is None else frozenset(profile.courses),
        months=month_spans(profile.experience_months, profile.complete),
        stated_kinds=frozenset(profile.experience_months),
        credentials=None if profile.credentials is None else credentials,
        holdings=find_holdings(sheets, credentials),
        licenses=None if profile.licenses is None else frozenset(profile.licenses),
        memberships=implied if stated_memberships is None else frozenset(stated_memberships),
        memberships_known=profile.memberships is not None,
        sheets=sheets,
        shown_schooling=most_schooling_shown(catalog, credentials),
        answered_fields=frozenset(answered_fields),
    )
