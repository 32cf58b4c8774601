"""What getting ready costs: training programs, books and material, CEUs, and who may pay."""

from typing import Annotated

from pydantic import Field, Strict

from cert_model.schema.credentials import Accreditation
from cert_model.schema.facts import (
    Count,
    CredentialId,
    Dispute,
    Fact,
    Flag,
    Gap,
    Model,
    Note,
    Number,
    Text,
)
from cert_model.vocabulary import (
    Audience,
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


class Program(Model):
    """A course of study that prepares for credentials."""

    id: Slug
    name: Text
    provider: Text
    kind: ProgramKind
    prepares_for: tuple[CredentialId, ...] = ()
    """Credentials it prepares for, as far as the catalogue holds them."""
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
    accreditation: tuple[Accreditation, ...] = ()
    details: tuple[Note, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    unknown: tuple[Gap, ...] = ()


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
    details: tuple[Note, ...] = ()
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

    programs: ProgramFile = ProgramFile(programs=())
    materials: MaterialFile = MaterialFile(materials=())
    ceus: CeuFile = CeuFile(offers=())
    funding: FundingFile = FundingFile(funding=())
