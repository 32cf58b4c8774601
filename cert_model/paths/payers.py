"""Who may pay for something that a plan costs: what is for everybody comes first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.costs import Category
from cert_model.formatting import as_phrase, format_money, join_words
from cert_model.paths.plan import Plan
from cert_model.paths.steps import Action
from cert_model.preparation import FundingOffer, payers_of
from cert_model.schema import top_of
from cert_model.vocabulary import OpenTo, Pays

_PAID_FOR = {
    Category.EXAM: Pays.EXAM,
    Category.RETAKE: Pays.RETAKE,
    Category.MEMBERSHIP: Pays.MEMBERSHIP,
}


@dataclass(frozen=True, slots=True)
class PlanPayer:
    """One offer of a payer that is known to pay for something in a plan."""

    payer: str
    offer: FundingOffer
    pays: tuple[Pays, ...]
    """What it pays for of what the plan needs."""


def payers_for(catalog: Catalog, plan: Plan, *, with_training: bool = False) -> list[PlanPayer]:
    """The offers that pay for something in a plan, in the order of ``payers_of``.

    ``with_training`` says that the person may take a program that the plan does not have in it.
    """
    needed = {*_needed(plan), *([Pays.TRAINING] if with_training else [])}
    return [
        PlanPayer(payer.name, offer, paid)
        for payer in payers_of(catalog, plan.target)
        for offer in payer.offerings
        if (paid := tuple(pays for pays in Pays if pays in needed & _paid_by(offer)))
    ]


def offers_to_ask_about(catalog: Catalog, plan: Plan) -> list[FundingOffer]:
    """The offers to everybody of which it was not found what they pay for."""
    return [
        offer
        for payer in payers_of(catalog, plan.target)
        for offer in payer.offerings
        if offer.funding.pays is None and offer.funding.open_to is OpenTo.ANYONE
    ]


def describe_offers_to_ask_about(offers: Sequence[FundingOffer]) -> str:
    """Which offers to ask about, in a sentence; empty for none."""
    names = join_words(as_phrase(offer.funding.name) for offer in offers)
    return f"Also ask about {names}; what these pay for was not found." if names else ""


def describe_payer(payer: PlanPayer) -> str:
    """What a payer offers: "GI Bill … (US …): exam and retake, at most $2,000 a test"."""
    funding = payer.offer.funding
    caps = {
        "a test": top_of(funding.cap_per_test),
        "a year": top_of(funding.cap_per_year),
        "in all": top_of(funding.cap_total),
    }
    limits = [f"at most {format_money(cap)} {span}" for span, cap in caps.items() if cap]
    paid = join_words(pays.label.lower() for pays in payer.pays)
    return f"{funding.name} ({payer.payer}): {', '.join([paid, *limits])}"


def payers_by_whom(payers: Sequence[PlanPayer]) -> dict[str, list[str]]:
    """What payers offer, in words, by whom it is for: "" for everybody, who come first."""
    by_whom: dict[str, list[str]] = {}
    for payer in payers:
        open_to = payer.offer.funding.open_to
        whom = f"For {open_to.label}" if open_to is OpenTo.SERVICE else ""
        by_whom.setdefault(whom, []).append(describe_payer(payer))
    return by_whom


def payers_in_lines(payers: Sequence[PlanPayer]) -> list[str]:
    """What payers offer, a line each; what is for the same people only is one line."""
    lines: list[str] = []
    for whom, offers in payers_by_whom(payers).items():
        lines += [f"{whom}: {'; '.join(offers)}"] if whom else offers
    return lines


def _needed(plan: Plan) -> Iterator[Pays]:
    for step in plan.steps:
        yield from (_PAID_FOR[row.category] for row in step.rows if row.category in _PAID_FOR)
        if step.action in (Action.PROGRAM, Action.DEGREE):
            yield Pays.TRAINING


def _paid_by(offer: FundingOffer) -> set[Pays]:
    pays = offer.funding.pays
    return set(pays.value or ()) if pays is not None else set()
