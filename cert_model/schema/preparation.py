"""Getting ready: programs and who approves them, time, subjects, books, CEUs, who may pay."""

from typing import Annotated, Self

from pydantic import Field, Strict, model_validator

from cert_model.schema.credentials import Credential
from cert_model.schema.facts import (
    Count,
    CredentialId,
    Dispute,
    Evidence,
    Fact,
    Flag,
    Gap,
    Model,
    Note,
    Number,
    Text,
)
from cert_model.vocabulary import (
    Approves,
    Audience,
    Course,
    Inclusion,
    MaterialKind,
    Pays,
    ProgramDelivery,
    ProgramKind,
)

Slug = Annotated[str, Strict(), Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
IssuerId = Annotated[str, Strict(), Field(pattern=r"^[a-z]+$")]


class Price(Model):
    """One price in U.S. dollars."""

    label: Text
    """What it is the price of: "list price", "sale price", "registration"."""
    audience: Audience = Audience.ALL
    per: Text | None = None
    """What it is charged for, where not once: "year", "credit"."""
    amount: Fact[Number]


class Approval(Evidence):
    """A body that has accredited or approved a program, or the school that gives it."""

    body: Slug
    """Its id in ``accreditors.yaml``."""


class Program(Model):
    """A course of study that prepares for credentials."""

    id: Slug
    name: Text
    provider: Text
    kind: ProgramKind
    prepares_for: tuple[CredentialId, ...] = ()
    """Credentials it prepares for, as far as the catalog holds them."""
    delivery: Fact[ProgramDelivery] | None = None
    hours: Fact[Number] | None = None
    weeks: Fact[Number] | None = None
    months: Fact[Number] | None = None
    credits: Fact[Number] | None = None
    tuition: tuple[Price, ...] = ()
    """What the whole program costs; several lines are alternatives, such as list and sale."""
    other_prices: tuple[Price, ...] = ()
    """Rates and extras that do not make a total by themselves."""
    includes: Fact[tuple[Inclusion, ...]] | None = None
    exam_attempts: Fact[Count] | None = None
    """Exam attempts in the price, where the exam is included."""
    accreditation: tuple[Approval, ...] = ()
    details: tuple[Note, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    unknown: tuple[Gap, ...] = ()

    def prepares(self, sheet: Credential) -> bool:
        """Whether it says that it prepares for the exam of this credential."""
        return bool({sheet.id, sheet.same_exam_as} & set(self.prepares_for))


class Material(Model):
    """A book, guide or tool, with the exams it is for."""

    id: Slug
    name: Text
    kind: MaterialKind
    needed_for: tuple[CredentialId, ...] = ()
    needed_for_issuer: IssuerId | None = None
    """The issuer whose every exam it serves, in place of single credentials."""
    required: Flag = False
    """Whether the exam cannot be sat without it."""
    yearly: Fact[Flag] | None = None
    """Whether the exam wants the current year's edition."""
    prices: tuple[Price, ...] = ()
    details: tuple[Note, ...] = ()
    unknown: tuple[Gap, ...] = ()

    def serves(self, sheet: Credential) -> bool:
        """Whether it is for the exam of this credential."""
        named = {sheet.id, sheet.same_exam_as} & set(self.needed_for)
        return bool(named) or self.needed_for_issuer == sheet.issuer


class CeuOffer(Model):
    """A way to earn CEUs, with what one costs."""

    id: Slug
    issuer: IssuerId
    name: Text
    price_per_ceu: Fact[Number] | None = None
    prices: tuple[Price, ...] = ()
    """Prices of subscriptions and packages."""
    ceus: Fact[Number] | None = None
    """CEUs that a package holds, or that a year of it can give."""
    details: tuple[Note, ...] = ()


class FundingNote(Note):
    """A detail of a funding source."""

    credential: CredentialId | None = None
    """The one credential that it speaks of; none where it holds for all."""


class Funding(Model):
    """Somebody who may pay part of it."""

    id: Slug
    name: Text
    payer: Text
    pays: Fact[tuple[Pays, ...]] | None = None
    does_not_pay: Fact[tuple[Pays, ...]] | None = None
    cap_per_test: Fact[Number] | None = None
    cap_per_year: Fact[Number] | None = None
    cap_total: Fact[Number] | None = None
    covers: tuple[CredentialId, ...] = ()
    """Credentials it was seen to cover."""
    rules: tuple[Note, ...] = ()
    details: tuple[FundingNote, ...] = ()
    unknown: tuple[Gap, ...] = ()


class Step(Evidence):
    """One thing that a person can do to check a claim."""

    text: Text


class Accreditor(Model):
    """A body that accredits or approves, and how to check that it has."""

    id: Slug
    letters: Text
    """What people call it, such as CAHIIM."""
    name: Text
    approves: Approves
    matters: Fact[Text] | None = None
    """What depends on it."""
    matters_for: tuple[CredentialId, ...] = ()
    verify: tuple[Step, ...] = ()
    details: tuple[Note, ...] = ()
    unknown: tuple[Gap, ...] = ()


class StudyTime(Model):
    """How long somebody says it takes to get ready for a credential, and for whom."""

    id: Slug
    credential: CredentialId
    who: Text
    """Whose time it is: people with some background, the students of a course."""
    hours: Fact[Number] | None = None
    hours_a_week: Fact[Number] | None = None
    weeks: Fact[Number] | None = None
    months: Fact[Number] | None = None

    @model_validator(mode="after")
    def _says_how_long(self) -> Self:
        if self.hours is None and self.weeks is None and self.months is None:
            raise ValueError("say how long it takes: hours, weeks or months")
        return self


class Taught(Evidence):
    """A program that teaches a subject."""

    program: Slug
    """Its id in ``programs.yaml``."""


class Subject(Model):
    """Something to learn before or beside the exam's own content."""

    id: Slug
    name: Text
    courses: tuple[Course, ...] = ()
    """The courses that rules on who may sit speak of, and this subject stands for."""
    taught_in: tuple[Taught, ...] = ()


class AccreditorFile(Model):
    """``data/preparation/accreditors.yaml``."""

    accreditors: tuple[Accreditor, ...]
    unknown: tuple[Gap, ...] = ()


class StudyTimeFile(Model):
    """``data/preparation/times.yaml``."""

    times: tuple[StudyTime, ...]
    unknown: tuple[Gap, ...] = ()


class SubjectFile(Model):
    """``data/preparation/subjects.yaml``."""

    subjects: tuple[Subject, ...]
    unknown: tuple[Gap, ...] = ()


class ProgramFile(Model):
    """``data/preparation/programs.yaml``."""

    programs: tuple[Program, ...]
    details: tuple[Note, ...] = ()
    """Statements about programs in general, such as price ranges."""
    disputed: tuple[Dispute, ...] = ()
    unknown: tuple[Gap, ...] = ()


class MaterialFile(Model):
    """``data/preparation/materials.yaml``."""

    materials: tuple[Material, ...]
    details: tuple[Note, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    unknown: tuple[Gap, ...] = ()


class CeuFile(Model):
    """``data/preparation/ceus.yaml``."""

    offers: tuple[CeuOffer, ...]
    details: tuple[Note, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    unknown: tuple[Gap, ...] = ()


class FundingFile(Model):
    """``data/preparation/funding.yaml``."""

    funding: tuple[Funding, ...]
    details: tuple[Note, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    unknown: tuple[Gap, ...] = ()


class Preparation(Model):
    """All of ``data/preparation``, a file a field."""

    programs: ProgramFile = ProgramFile.model_construct(programs=())
    materials: MaterialFile = MaterialFile.model_construct(materials=())
    ceus: CeuFile = CeuFile.model_construct(offers=())
    funding: FundingFile = FundingFile.model_construct(funding=())
    accreditors: AccreditorFile = AccreditorFile.model_construct(accreditors=())
    times: StudyTimeFile = StudyTimeFile.model_construct(times=())
    subjects: SubjectFile = SubjectFile.model_construct(subjects=())
