"""What has to be settled before one may register, and what that costs."""

from collections.abc import Iterator
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.costs import Money
from cert_model.eligibility.person import Person
from cert_model.prices.price_lists import Buyer, credential_lines, select_dues, select_line
from cert_model.schema import Credential, Evidence
from cert_model.schema.rules import Formality
from cert_model.vocabulary import FeeKind, FormalityKind, Need


@dataclass(frozen=True, slots=True)
class RegistrationStep:
    """Something that anyone can settle with a payment or a signature."""

    kind: FormalityKind
    text: str
    evidence: Evidence
    cost: Money | None
    """In dollars; None where no price was found."""
    settled: bool | None
    """Whether the person has it already; None is not known."""


PRICED_STEPS = (FormalityKind.MEMBERSHIP, FormalityKind.EXAM)
"""The kinds of step that always cost something, whether or not we found how much."""


def registration_steps(
    catalog: Catalog, sheet: Credential, person: Person
) -> list[RegistrationStep]:
    """The steps to register, in the order of the fact sheet, the price of the exam last."""
    found = [_step(catalog, sheet, person, each) for each in sheet.eligibility.formalities]
    to_sit = sheet.membership.to_sit
    named = any(each.kind is FormalityKind.MEMBERSHIP for each in found)
    if to_sit is not None and to_sit.value is Need.REQUIRED and not named:
        text = f"Membership of {catalog.issuers[sheet.issuer].letters}"
        member = Formality(kind=FormalityKind.MEMBERSHIP, text=text, src=to_sit.src)
        found.insert(0, _step(catalog, sheet, person, member))
    joins = any(each.kind is FormalityKind.MEMBERSHIP for each in found)
    return [*found, *_exam(sheet, joins or sheet.issuer in (person.memberships or ()))]


def _exam(sheet: Credential, member: bool) -> Iterator[RegistrationStep]:
    """The exam's price for a member or for others, where it was found."""
    line = select_line(credential_lines(sheet, FeeKind.EXAM), Buyer(member))
    if line is not None:
        text = f"The exam, {line.attempts}"
        yield RegistrationStep(FormalityKind.EXAM, text, line.amount, line.money, settled=None)


def _step(
    catalog: Catalog, sheet: Credential, person: Person, formality: Formality
) -> RegistrationStep:
    joins = formality.kind is FormalityKind.MEMBERSHIP
    settled = None
    if joins and person.memberships is not None:
        settled = sheet.issuer in person.memberships
    cost = Money() if settled else _cost(catalog, sheet, formality.kind)
    return RegistrationStep(formality.kind, formality.text, formality, cost, settled)


def _cost(catalog: Catalog, sheet: Credential, kind: FormalityKind) -> Money | None:
    line = None
    if kind is FormalityKind.MEMBERSHIP:
        line = select_dues(catalog.issuers[sheet.issuer], Buyer(member=True))
    elif kind is FormalityKind.APPLICATION:
        line = select_line(credential_lines(sheet, FeeKind.APPLICATION), Buyer(member=False))
    return None if line is None else line.money
