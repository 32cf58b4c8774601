"""The steps to take before one may register for an exam, and what they cost.

Anyone can take these steps with a payment or a signature, so they never make a person
ineligible (``docs/eligibility.md``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.eligibility.person import Person
from cert_model.formatting import format_count
from cert_model.prices import Buyer, Money, credential_lines, select_dues, select_line
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
    """In dollars; None where no price was found."""
    settled: bool | None
    """Whether the person has settled it already; None where that is not known."""


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
    return [*steps, *_exam_step(sheet, Buyer(joins or person.is_member(sheet.issuer) is True))]


def _exam_step(sheet: Credential, buyer: Buyer) -> Iterator[RegistrationStep]:
    """The step of paying for the exam; none where no price was found."""
    line = select_line(credential_lines(sheet, PriceKind.EXAM), buyer)
    if line is not None:
        text = f"The exam, {format_count(line.attempts, 'attempt')}"
        yield RegistrationStep(FormalityKind.EXAM, text, line.amount, line.money, settled=None)


def _make_step(
    catalog: Catalog, sheet: Credential, person: Person, formality: Formality
) -> RegistrationStep:
    is_joining = formality.kind is FormalityKind.MEMBERSHIP
    settled = person.is_member(sheet.issuer) if is_joining else None
    cost = Money() if settled else _cost_of(catalog, sheet, formality.kind)
    return RegistrationStep(formality.kind, formality.text, formality, cost, settled)


def _cost_of(catalog: Catalog, sheet: Credential, kind: FormalityKind) -> Money | None:
    """The dues of a membership or the application fee; None for other steps."""
    line = None
    if kind is FormalityKind.MEMBERSHIP:
        line = select_dues(catalog.issuers[sheet.issuer], Buyer(member=True))
    elif kind is FormalityKind.APPLICATION:
        line = select_line(credential_lines(sheet, PriceKind.APPLICATION), Buyer(member=False))
    return None if line is None else line.money
