"""A profile made ready for many tests: levels as ranks, months as spans, held things as sets."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from cert_model.catalog import Catalog
from cert_model.eligibility.profile import Profile, Training
from cert_model.schema import Credential
from cert_model.vocabulary import (
    Course,
    EducationLevel,
    ExperienceKind,
    HimProgram,
    License,
    ProgramStage,
)

EDUCATION_RANK = {level: rank for rank, level in enumerate(EducationLevel)}
STAGE_RANK = {stage: rank for rank, stage in enumerate(ProgramStage)}

WIDER: Mapping[ExperienceKind, tuple[ExperienceKind, ...]] = {
    ExperienceKind.CODING: (ExperienceKind.INPATIENT_CODING,),
    ExperienceKind.HEALTHCARE: tuple(
        kind for kind in ExperienceKind if kind is not ExperienceKind.HEALTHCARE
    ),
}
"""Kinds of work that include others: whoever coded inpatient charts has coded."""


@dataclass(frozen=True, slots=True)
class Span:
    """How many months it may be, at least and at most."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Person:
    """What the tests ask of a person; None is not known."""

    age: int | None
    education: int | None
    """The rank of the highest level finished."""
    him_program: HimProgram | None
    him_stage: int | None
    training: tuple[Training, ...] | None
    courses: frozenset[Course] | None
    months: Mapping[ExperienceKind, Span]
    unsaid_kinds: frozenset[ExperienceKind]
    """The kinds of work of which the months are not known."""
    credentials: frozenset[str] | None
    licenses: frozenset[License] | None
    memberships: frozenset[str] | None
    sheets: Mapping[str, Credential]
    """The catalogue's credentials, of which a test may ask the role."""
    told: frozenset[str] = frozenset()
    """Fields that will not be asked again, even where they are not known: "I don't know"."""

    def can_still_say(self, fields: Sequence[str], several: Callable[[list[bool]], bool]) -> bool:
        """Whether any, or all, of some fields can still be asked; never where there is none."""
        return bool(fields) and several([field not in self.told for field in fields])


def person(catalog: Catalog, profile: Profile, told: Collection[str] = frozenset()) -> Person:
    """The profile as a person whom rules can be held against.

    ``told`` names the fields that will not be asked again.
    """
    known = profile.with_what_is_absent()
    education, stage = known.education, known.him_program_stage
    return Person(
        age=known.age,
        education=None if education is None else EDUCATION_RANK[education],
        him_program=known.him_program,
        him_stage=None if stage is None else STAGE_RANK[stage],
        training=known.training,
        courses=None if known.courses is None else frozenset(known.courses),
        months={kind: _months(known, kind) for kind in ExperienceKind},
        unsaid_kinds=frozenset(k for k in ExperienceKind if _stated(known, k).high == inf),
        credentials=None if known.credentials is None else frozenset(known.credentials),
        licenses=None if known.licenses is None else frozenset(known.licenses),
        memberships=None if known.memberships is None else frozenset(known.memberships),
        sheets=catalog.credentials,
        told=frozenset(told),
    )


def _months(profile: Profile, kind: ExperienceKind) -> Span:
    spans = [_stated(profile, each) for each in (kind, *WIDER.get(kind, ()))]
    return Span(max(span.low for span in spans), max(span.high for span in spans))


def _stated(profile: Profile, kind: ExperienceKind) -> Span:
    months = profile.experience_months.get(kind, 0 if profile.complete else None)
    return Span(0, inf) if months is None else Span(months, months)
