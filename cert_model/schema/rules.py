"""The rules on who may sit: groups of tests, each of one answer in a person's profile."""

from itertools import chain, product
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from cert_model.schema.facts import Count, CredentialId, Evidence, Model, Note, Number, Text
from cert_model.vocabulary import (
    Approver,
    Course,
    EducationLevel,
    ExperienceKind,
    FormalityKind,
    HimProgram,
    License,
    ProgramStage,
    Role,
    TrainingSubject,
)


class Condition(Evidence):
    """One test of a rule, with its own evidence."""

    text: Text
    """The condition as a person would put it, in our own words."""

    @property
    def unasked(self) -> str | None:
        """A requirement that no question asks about, so that answers alone never meet the test."""
        return None


class EducationTest(Condition):
    test: Literal["education"]
    at_least: EducationLevel
    field: Text | None = None
    """The field of study, if the issuer requires one; no question asks about it."""

    @property
    def unasked(self) -> str | None:
        return self.field


class ExperienceTest(Condition):
    test: Literal["experience"]
    kind: Annotated[tuple[ExperienceKind, ...], Field(min_length=1)]
    """Kinds of work that count; months of several kinds add up."""
    months: Count
    within_years: Number | None = None
    """How far back the work may lie."""
    specialty: Text | None = None
    """The field of the work, if it is narrower than its kind; no question asks about it."""

    @property
    def unasked(self) -> str | None:
        return self.specialty


class CredentialTest(Condition):
    test: Literal["credential"]
    any: tuple[CredentialId, ...] = ()
    """Credentials that count, any one of them."""
    role: Role | None = None
    """Or any credential of this role, of any issuer."""
    at_least: Count = 1

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if not self.any and self.role is None:
            raise ValueError("name the credentials that count in any, or a role")
        return self


class LicenseTest(Condition):
    test: Literal["license"]
    any: Annotated[tuple[License, ...], Field(min_length=1)]


class TrainingTest(Condition):
    test: Literal["training"]
    subject: Annotated[tuple[TrainingSubject, ...], Field(min_length=1)]
    """Subjects that count, any one of them."""
    approved_by: tuple[Approver, ...] = ()
    """Bodies whose approval counts; if empty, the program needs none."""
    within_years: Number | None = None
    """The most years that may have passed since, this number included."""
    under_years: Number | None = None
    """The number of years since from which on the program no longer counts."""
    extent: Text | None = None
    """The size or aim of the program, if the issuer sets one; no question asks about it."""
    least_hours: Number | None = None
    """The extent, if it is so many hours and nothing else: a profile may state the hours."""

    @property
    def unasked(self) -> str | None:
        return self.extent


class CourseTest(Condition):
    test: Literal["course"]
    all: Annotated[tuple[Course, ...], Field(min_length=1)]


class HimProgramTest(Condition):
    test: Literal["him-program"]
    any: Annotated[tuple[HimProgram, ...], Field(min_length=1)]
    stage: ProgramStage = ProgramStage.GRADUATED
    """The earliest stage at which the program counts."""


class AgeTest(Condition):
    test: Literal["age"]
    at_least: Count


class AnyoneTest(Condition):
    """The issuer asks for nothing."""

    test: Literal["anyone"]


class IssuerDecides(Condition):
    """The issuer decides, or its rule is not known in a form that can be tested."""

    test: Literal["ask-issuer"]
    question: Text
    """What to ask the issuer."""
    page: Text | None = None
    """The page that should hold the answer."""


Test = Annotated[
    EducationTest
    | ExperienceTest
    | CredentialTest
    | LicenseTest
    | TrainingTest
    | CourseTest
    | HimProgramTest
    | AgeTest
    | AnyoneTest
    | IssuerDecides,
    Field(discriminator="test"),
]


class AllOf(Model):
    all_of: Annotated[tuple["Rule", ...], Field(min_length=1)]


class AnyOf(Model):
    any_of: Annotated[tuple["Rule", ...], Field(min_length=1)]


def _kind_of_rule(rule: Any) -> str:
    for group in ("all_of", "any_of"):
        if (isinstance(rule, dict) and group in rule) or hasattr(rule, group):
            return group
    return "test"


Rule = Annotated[
    Annotated[AllOf, Tag("all_of")]
    | Annotated[AnyOf, Tag("any_of")]
    | Annotated[Test, Tag("test")],
    Discriminator(_kind_of_rule),
]


def ways_to_meet(rule: Rule) -> list[tuple[Test, ...]]:
    """The ways to meet a rule: it is met by whoever meets every test of any one of them."""
    if isinstance(rule, AllOf):
        return [tuple(chain(*ways)) for ways in product(*map(ways_to_meet, rule.all_of))]
    if isinstance(rule, AnyOf):
        return [way for part in rule.any_of for way in ways_to_meet(part)]
    return [(rule,)]


class Consequence(Evidence):
    """What happens to a person who passes without meeting ``unless``."""

    unless: Rule
    text: Text
    marks: Text | None = None
    """The letters the person then carries, such as CPC-A."""


class Formality(Evidence):
    """A step that anyone can settle with a payment or a signature."""

    kind: FormalityKind
    text: Text


class FormerRule(Evidence):
    """An earlier rule of the issuer."""

    text: Text


class Inquiry(Model):
    """What to ask the issuer if its rule is not known."""

    question: Text
    page: Text
    """The page, or the body, that should hold the answer."""


class Eligibility(Model):
    """Required, recommended and consequences, kept apart; an absent rule is not known."""

    required: Rule | None = None
    ask: Inquiry | None = None
    """Given if ``required`` is absent, unless the credential is retired."""
    recommended: Rule | None = None
    consequences: tuple[Consequence, ...] = ()
    formalities: tuple[Formality, ...] = ()
    early_testing: tuple[Note, ...] = ()
    history: tuple[FormerRule, ...] = ()
    details: tuple[Note, ...] = ()
