"""The steps to take before one may register for an exam, and what they cost.

Anyone can take these steps with a payment or a signature, so they never make a person
ineligible (``docs/eligibility.md``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.eligibility.person import Person
from cert_model.formatting import format_count
from cert_model.prices import (
    Buyer,
    Money,
    Quote,
    credential_lines,
    quote_dues,
    quote_exam,
    quote_line,
    select_line,
)
from cert_model.schema import Credential, Evidence
from cert_model.schema.rules import Formality
from cert_model.vocabulary import FormalityKind, Need, PriceKind


@dataclass(frozen=True, slots=True)
class RegistrationStep:
    """One step before registering, with what it costs."""

    kind: FormalityKind
    text: str
    evidence: Evidence
    cost: Money | None
    """In dollars; None where no price was found and none is estimated."""
    settled: bool | None
    """Whether the person has settled it already; None where that is not known."""
    estimate: str | None = None
    """The rule by which the cost was estimated; None where it was read."""


PRICED_STEPS = (FormalityKind.MEMBERSHIP, FormalityKind.EXAM)
"""The kinds of step that always cost something, whether or not a price was found."""


def registration_steps(
    catalog: Catalog, sheet: Credential, person: Person
) -> list[RegistrationStep]:
    """The steps to register, in the order of the fact sheet, with the exam fee last.

    A membership that sitting for the exam requires is the first step where the fact sheet does
    not list it. The exam costs the members' price where joining is a step or the person is a
    member.
    """
    steps = [
        _make_step(catalog, sheet, person, formality) for formality in sheet.eligibility.formalities
    ]
    to_sit = sheet.membership.to_sit
    joins = any(step.kind is FormalityKind.MEMBERSHIP for step in steps)
    if to_sit is not None and to_sit.value is Need.REQUIRED and not joins:
        text = f"{catalog.issuers[sheet.issuer].letters} membership"
        joining = Formality(kind=FormalityKind.MEMBERSHIP, text=text, src=to_sit.src)
        steps.insert(0, _make_step(catalog, sheet, person, joining))
        joins = True
    buyer = Buyer(joins or person.is_member(sheet.issuer) is True)
    return [*steps, *_exam_step(catalog, sheet, buyer)]


def _exam_step(catalog: Catalog, sheet: Credential, buyer: Buyer) -> Iterator[RegistrationStep]:
    """The step of paying for the exam; none where its price is neither known nor estimated."""
    quote = quote_exam(catalog, sheet, buyer, attempts=1)
    if quote is not None:
        text = f"The exam, {format_count(quote.attempts, 'attempt')}"
        evidence = catalog.find_fact(quote.facts[0])
        yield RegistrationStep(
            FormalityKind.EXAM, text, evidence, quote.money, settled=None, estimate=quote.estimate
        )


def _make_step(
    catalog: Catalog, sheet: Credential, person: Person, formality: Formality
) -> RegistrationStep:
    is_joining = formality.kind is FormalityKind.MEMBERSHIP
    settled = person.is_member(sheet.issuer) if is_joining else None
    if settled:
        return RegistrationStep(formality.kind, formality.text, formality, Money(), settled)
    quote = _quote(catalog, sheet, formality.kind)
    return RegistrationStep(
        formality.kind,
        formality.text,
        formality,
        cost=None if quote is None else quote.money,
        settled=settled,
        estimate=None if quote is None else quote.estimate,
    )


def _quote(catalog: Catalog, sheet: Credential, kind: FormalityKind) -> Quote | None:
    """The dues of a membership or the application fee; None for other steps."""
    if kind is FormalityKind.MEMBERSHIP:
        return quote_dues(catalog, catalog.issuers[sheet.issuer], Buyer(member=True))
    if kind is FormalityKind.APPLICATION:
        lines = credential_lines(sheet, PriceKind.APPLICATION)
        return quote_line(select_line(lines, Buyer(member=False)))
    return None
