"""A profile made ready for many tests: levels as ranks, months as spans, held things as sets."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.eligibility.months import HEALTHCARE, PARTS, Span, month_spans
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
    stated_kinds: frozenset[ExperienceKind]
    """The kinds of work of which the person gave the months."""
    credentials: frozenset[str] | None
    licenses: frozenset[License] | None
    memberships: frozenset[str] | None
    sheets: Mapping[str, Credential]
    """The catalog's credentials, of which a test may ask the role."""
    told: frozenset[str] = frozenset()
    """Fields that will not be asked again, even where they are not known: "I don't know"."""

    def months_of(self, kinds: Sequence[ExperienceKind]) -> Span:
        """The months of several kinds together.

        What is stated adds up, even beyond the months in healthcare: a total given later never
        takes back what is settled. What is not stated stays within them.
        """
        each = [self.months[kind] for kind in kinds]
        low, high = sum(span.low for span in each), sum(span.high for span in each)
        return Span(low, max(low, min(high, self.months[HEALTHCARE].high)))

    def open_kinds(self, kinds: Sequence[ExperienceKind]) -> tuple[ExperienceKind, ...]:
        """The kinds of work whose months, if given, would tell more of these."""
        asked = dict.fromkeys(
            each
            for kind in kinds
            if kind not in self.stated_kinds
            for each in (kind, *self.open_kinds(PARTS.get(kind, ())))
        )
        return tuple(kind for kind in asked if self.months[kind].low < self.months[kind].high)

    def can_still_answer(
        self, fields: Sequence[str], several: Callable[[list[bool]], bool]
    ) -> bool:
        """Whether any, or all, of some fields can still be asked; never where there is none."""
        return bool(fields) and several([field not in self.told for field in fields])


def build_person(catalog: Catalog, profile: Profile, told: Collection[str] = frozenset()) -> Person:
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
        months=month_spans(known.experience_months, known.complete),
        stated_kinds=frozenset(known.experience_months),
        credentials=None if known.credentials is None else frozenset(known.credentials),
        licenses=None if known.licenses is None else frozenset(known.licenses),
        memberships=None if known.memberships is None else frozenset(known.memberships),
        sheets=catalog.credentials,
        told=frozenset(told),
    )
