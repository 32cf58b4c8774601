"""Who may sit, as data: groups of tests, each on one answer of a person's profile."""

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
    """The condition as a person would say it, in our words."""

    @property
    def unasked(self) -> str | None:
        """What it wants beyond all that a person is asked, so that answers never meet it alone."""
        return None


class EducationTest(Condition):
    test: Literal["education"]
    at_least: EducationLevel
    field: Text | None = None
    """The field of study, where the issuer asks for one: nobody is asked about it."""

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
    """The field in which the work has to lie, where it is narrower than its kind: nobody is asked
    about it."""

    @property
    def unasked(self) -> str | None:
        return self.specialty


class CredentialTest(Condition):
    test: Literal["credential"]
    any: tuple[CredentialId, ...] = ()
    """Credentials that count, any one of them."""
    role: Role | None = None
    """Or any credential of this role, whoever issues it."""
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
    """Whose approval the program needs; nobody's where empty."""
    within_years: Number | None = None
    """The most years that may have passed since."""
    under_years: Number | None = None
    """So many years since are already too many."""
    extent: Text | None = None
    """How large the program has to be, or for what, where the issuer says: nobody is asked about
    it."""

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
    """The issuer judges, or its rule is not known to us in a testable form."""

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


def _kind_of_rule(given: Any) -> str:
    for group in ("all_of", "any_of"):
        if (isinstance(given, dict) and group in given) or hasattr(given, group):
            return group
    return "test"


Rule = Annotated[
    Annotated[AllOf, Tag("all_of")]
    | Annotated[AnyOf, Tag("any_of")]
    | Annotated[Test, Tag("test")],
    Discriminator(_kind_of_rule),
]


class Consequence(Evidence):
    """What passing leads to for a person who does not meet ``unless``."""

    unless: Rule
    text: Text
    marks: Text | None = None
    """The letters the person then carries, such as CPC-A."""


class Formality(Evidence):
    """A step that anyone can settle with a payment or a signature."""

    kind: FormalityKind
    text: Text


class FormerRule(Evidence):
    """How the issuer put it before."""

    text: Text


class Inquiry(Model):
    """What to ask the issuer where its rule is not known to us."""

    question: Text
    page: Text
    """The page, or the body, that should hold the answer."""


class Eligibility(Model):
    """Required, recommended and consequence kept apart; absent means not known to us."""

    required: Rule | None = None
    ask: Inquiry | None = None
    """Stands where ``required`` is absent, unless the credential is retired."""
    recommended: Rule | None = None
    consequences: tuple[Consequence, ...] = ()
    formalities: tuple[Formality, ...] = ()
    early_testing: tuple[Note, ...] = ()
    history: tuple[FormerRule, ...] = ()
    details: tuple[Note, ...] = ()
