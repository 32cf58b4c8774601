"""Preparation: programs and accreditors, study time, subjects, books, CEUs and funding."""

from typing import Annotated, Self

from pydantic import Field, Strict, model_validator

from cert_model.schema.credentials import Credential
from cert_model.schema.exam_subjects import ExamSubjectFile
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
    Slug,
    Text,
)
from cert_model.schema.outcomes import Outcome
from cert_model.schema.prices import Price, PriceFact
from cert_model.vocabulary import (
    Approves,
    Course,
    Inclusion,
    MaterialKind,
    OpenTo,
    Pays,
    PriceKind,
    ProgramDelivery,
    ProgramKind,
    TimeSpent,
)

IssuerId = Annotated[str, Strict(), Field(pattern=r"^[a-z]+$")]


class TuitionPrice(Price):
    """A price that a program charges."""

    kind: PriceKind = PriceKind.TRAINING
    label: Text


class MaterialPrice(Price):
    """A price of a book, guide or tool."""

    kind: PriceKind = PriceKind.MATERIALS
    label: Text


class CeuPrice(Price):
    """A price of continuing education, for a subscription or a package."""

    kind: PriceKind = PriceKind.CEUS
    label: Text


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
    """Credentials of the catalog that it prepares for."""
    delivery: Fact[ProgramDelivery] | None = None
    hours: Fact[Number] | None = None
    weeks: Fact[Number] | None = None
    months: Fact[Number] | None = None
    credits: Fact[Number] | None = None
    tuition: tuple[TuitionPrice, ...] = ()
    """Prices of the whole program; several are alternatives, such as list and sale price."""
    other_prices: tuple[TuitionPrice, ...] = ()
    """Rates and extras, which are no price of the whole program."""
    includes: Fact[tuple[Inclusion, ...]] | None = None
    exam_attempts: Fact[Count] | None = None
    """The number of exam attempts in the price, if the exam is included."""
    accreditation: tuple[Approval, ...] = ()
    details: tuple[Note, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    unknown: tuple[Gap, ...] = ()

    def prepares(self, sheet: Credential) -> bool:
        """Whether the program says that it prepares for the exam of this credential."""
        return bool({sheet.id, sheet.same_exam_as} & set(self.prepares_for))


class Material(Model):
    """A book, guide or tool, and the exams that it is for."""

    id: Slug
    name: Text
    kind: MaterialKind
    needed_for: tuple[CredentialId, ...] = ()
    needed_for_issuer: IssuerId | None = None
    """The issuer for all of whose exams it is needed, instead of single credentials."""
    except_for: tuple[CredentialId, ...] = ()
    """The exams of that issuer for which it is of no use."""
    required: Flag = False
    """Whether the exam cannot be sat without it."""
    yearly: Fact[Flag] | None = None
    """Whether the exam requires the current year's edition."""
    prices: tuple[MaterialPrice, ...] = ()
    details: tuple[Note, ...] = ()
    unknown: tuple[Gap, ...] = ()

    def serves(self, sheet: Credential) -> bool:
        """Whether the material is for the exam of this credential."""
        ids = {sheet.id, sheet.same_exam_as}
        by_issuer = self.needed_for_issuer == sheet.issuer and not ids & set(self.except_for)
        return by_issuer or bool(ids & set(self.needed_for))

    @model_validator(mode="after")
    def _excepts_from_an_issuer(self) -> Self:
        if self.except_for and self.needed_for_issuer is None:
            raise ValueError("except_for leaves out exams of needed_for_issuer: name the issuer")
        return self


class CeuOffer(Model):
    """A way to earn CEUs, with its price."""

    id: Slug
    issuer: IssuerId
    name: Text
    price_per_ceu: PriceFact | None = None
    prices: tuple[CeuPrice, ...] = ()
    """Prices of subscriptions and packages."""
    ceus: Fact[Number] | None = None
    """The CEUs in a package, or those that a year of a subscription can give."""
    details: tuple[Note, ...] = ()


class FundingNote(Note):
    """A detail of a funding source."""

    credential: CredentialId | None = None
    """The credential that it is about; absent if it holds for all."""


class Funding(Model):
    """A body or program that may pay part of the cost."""

    id: Slug
    name: Text
    payer: Text
    open_to: OpenTo = OpenTo.ANYONE
    pays: Fact[tuple[Pays, ...]] | None = None
    does_not_pay: Fact[tuple[Pays, ...]] | None = None
    cap_per_test: PriceFact | None = None
    cap_per_year: PriceFact | None = None
    cap_total: PriceFact | None = None
    covers: tuple[CredentialId, ...] = ()
    """Credentials that it is known to cover."""
    rules: tuple[Note, ...] = ()
    details: tuple[FundingNote, ...] = ()
    unknown: tuple[Gap, ...] = ()


class Step(Evidence):
    """One step by which a person can check a program's accreditation."""

    text: Text


class Accreditor(Model):
    """A body that accredits or approves programs, and how to check that it did."""

    id: Slug
    letters: Text
    """Its usual abbreviation, such as CAHIIM."""
    name: Text
    approves: Approves
    matters: Fact[Text] | None = None
    """What depends on its approval."""
    matters_for: tuple[CredentialId, ...] = ()
    verify: tuple[Step, ...] = ()
    details: tuple[Note, ...] = ()
    unknown: tuple[Gap, ...] = ()


class StudyTime(Model):
    """A statement of how long preparation for a credential takes, and for whom."""

    id: Slug
    credential: CredentialId
    who: Text
    """The people it speaks of: those with some background, the students of a course."""
    spent_on: TimeSpent = TimeSpent.EXAM
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
    """Something to learn before or besides the content of the exam."""

    id: Slug
    name: Text
    courses: tuple[Course, ...] = ()
    """The courses in the rules on who may sit that this subject corresponds to."""
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
    outcomes: tuple[Outcome, ...] = ()
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
    """All of ``data/preparation``, one field per file."""

    programs: ProgramFile = ProgramFile.model_construct(programs=())
    materials: MaterialFile = MaterialFile.model_construct(materials=())
    ceus: CeuFile = CeuFile.model_construct(offers=())
    funding: FundingFile = FundingFile.model_construct(funding=())
    accreditors: AccreditorFile = AccreditorFile.model_construct(accreditors=())
    times: StudyTimeFile = StudyTimeFile.model_construct(times=())
    subjects: SubjectFile = SubjectFile.model_construct(subjects=())
    exam_subjects: ExamSubjectFile = ExamSubjectFile.model_construct(subjects=())
