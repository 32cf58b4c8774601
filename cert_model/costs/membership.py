"""Whether a plan counts the membership of an issuer, and what its credentials cost either way.

When a membership counts is explained in ``docs/cost-rules.md``; whether it is required stands in
the fact sheet, ``membership.to_sit`` and ``membership.to_hold``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.ceus import ceu_items
from cert_model.costs.exams import exam_items
from cert_model.costs.recertification import recertification_items, what_if_items
from cert_model.costs.rows import (
    Category,
    CostItem,
    CostRow,
    MissingPrice,
    Phase,
    missing_of,
    rows_of,
)
from cert_model.costs.timeline import HELD, DatedCredential
from cert_model.formatting import format_count, format_money
from cert_model.prices import Buyer, Money, quote_dues, sum_money
from cert_model.schema import Issuer
from cert_model.vocabulary import Need


@dataclass(frozen=True, slots=True)
class MembershipDecision:
    """Whether a plan counts an issuer's membership, and why in a sentence."""

    member: bool
    sentence: str = ""
    """Empty where the issuer has no membership that anybody could weigh."""
    is_required: bool = False
    """Whether nobody holds or sits for one of the credentials without it."""


@dataclass(frozen=True, slots=True)
class IssuerCosts:
    """All credentials of one issuer in a plan, one for each exam."""

    catalog: Catalog
    issuer: Issuer
    credentials: Sequence[DatedCredential]
    years: int
    earn_until: int
    """The year in which the last of them is earned; later dues keep them."""
    assumptions: Assumptions

    def decide_membership(self) -> MembershipDecision:
        """Whether the membership counts: where it is required, chosen, or cheaper in all."""
        letters = self.issuer.letters
        need = self._membership_need()
        if need is Need.REQUIRED:
            sentence = f"{letters} requires membership."
            return MembershipDecision(True, sentence, is_required=True)
        if need is None or quote_dues(self.catalog, self.issuer, Buyer(member=True)) is None:
            return MembershipDecision(False)
        choice = self.assumptions.membership
        if choice != "cheaper":
            included = "is" if choice == "always" else "is not"
            sentence = f"{letters} membership {included} included, as you chose."
            return MembershipDecision(choice == "always", sentence)
        return self._decide_by_cost()

    def _decide_by_cost(self) -> MembershipDecision:
        """The way with fewer missing prices; of two alike, the one that costs less in all."""
        letters = self.issuer.letters
        as_member, as_nonmember = self.items(member=True), self.items(member=False)
        saved = round(_total(as_nonmember).typical - _total(as_member).typical, 2)
        more_missing = len(set(missing_of(as_member))) - len(set(missing_of(as_nonmember)))
        if more_missing:
            unpriced, chosen = ("members", "is not") if more_missing > 0 else ("nonmembers", "is")
            sentence = (
                f"{letters} membership {chosen} included, because not every price "
                f"that {unpriced} pay was found."
            )
            return MembershipDecision(more_missing < 0, sentence)
        joins = saved > 0
        effect = "saves" if joins else "would add"
        sentence = (
            f"{letters} membership {effect} {format_money(round(abs(saved)))} over "
            f"{format_count(self.years, 'year')}, so it is {'' if joins else 'not '}included."
        )
        return MembershipDecision(joins, sentence)

    def _membership_need(self) -> Need | None:
        """The strictest need of membership among the credentials; None where none is known."""
        needs = [
            fact.value
            for credential in self.credentials
            for fact in (
                credential.sheet.membership.to_sit if credential.year > HELD else None,
                credential.sheet.membership.to_hold,
            )
            if fact is not None and fact.value is not None
        ]
        strictest_first = (Need.REQUIRED, Need.OPTIONAL, Need.NONE)
        return min(needs, key=strictest_first.index, default=None)

    def items(self, *, member: bool) -> list[CostItem]:
        """The lines that a member pays, dues included, or a non-member."""
        buyer = Buyer(member, self.assumptions.student and member)
        items: list[CostItem] = list(self._dues(buyer)) if member else []
        for credential in self.credentials:
            if credential.year > HELD:
                items += exam_items(self.catalog, credential, buyer, self.assumptions)
        issuer, credentials, years = self.issuer, self.credentials, self.years
        items += ceu_items(issuer, credentials, years, self.assumptions)
        items += recertification_items(issuer, credentials, years, buyer)
        items += what_if_items(issuer, credentials, years, buyer, self.assumptions)
        return items

    def _dues(self, buyer: Buyer) -> Iterator[CostItem]:
        """One membership for all credentials, every year from the first exam on.

        A student pays student dues in the first year alone, and none who holds a credential.
        """
        first = min(credential.year for credential in self.credentials)
        for year in range(max(first, 1), self.years + 1):
            is_student = buyer.student and year == first
            dues = quote_dues(self.catalog, self.issuer, Buyer(member=True, student=is_student))
            if dues is None:
                what = "the membership dues"
                yield MissingPrice(None, self.issuer.id, Category.MEMBERSHIP, what)
                return
            phase = Phase.EARN if year <= self.earn_until else Phase.KEEP
            yield CostRow(
                year,
                None,
                self.issuer.id,
                Category.MEMBERSHIP,
                phase,
                dues.money,
                f"{self.issuer.letters} membership dues",
                dues.facts,
                ("student",) if is_student else (),
                estimate=dues.estimate,
            )


def _total(items: Sequence[CostItem]) -> Money:
    return sum_money(row.money for row in rows_of(items))
