"""Whether a plan counts the membership of an issuer, and what its credentials cost either way.

When a membership counts is explained in ``docs/cost-rules.md``; whether it is required stands in
the fact sheet, ``membership.to_sit`` and ``membership.to_hold``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.ceus import ceu_items
from cert_model.costs.exam_and_retake import book_items, exam_items, study_material_items
from cert_model.costs.recertification import recertification_items, what_if_items
from cert_model.costs.rows import (
    Category,
    CostItem,
    CostRow,
    EarnedCredential,
    MissingPrice,
    missing_of,
    rows_of,
)
from cert_model.prices import Buyer, Money, select_dues, sum_money
from cert_model.schema import Issuer
from cert_model.vocabulary import Need


@dataclass(frozen=True, slots=True)
class IssuerCosts:
    """All credentials of one issuer in a plan, in the order in which they are earned."""

    catalog: Catalog
    issuer: Issuer
    credentials: Sequence[EarnedCredential]
    years: int
    assumptions: Assumptions

    def items(self) -> tuple[list[CostItem], str]:
        """The lines of the issuer, and a sentence on the membership; empty where none is known."""
        letters = self.issuer.letters
        need = self._membership_need()
        if need is Need.REQUIRED:
            return self._items_as(member=True), f"{letters} requires membership."
        if need is None or select_dues(self.issuer, Buyer(member=True)) is None:
            return self._items_as(member=False), ""
        as_member, as_nonmember = self._items_as(member=True), self._items_as(member=False)
        if self.assumptions.membership == "always":
            return as_member, f"{letters} membership is included, as you chose."
        if self.assumptions.membership == "never":
            return as_nonmember, f"{letters} membership is not included, as you chose."
        return self._cheaper(as_member, as_nonmember)

    def _cheaper(
        self, as_member: list[CostItem], as_nonmember: list[CostItem]
    ) -> tuple[list[CostItem], str]:
        """The lines with fewer missing prices; of those alike, the ones that cost less in all."""
        saved = _total(as_nonmember).typical - _total(as_member).typical
        more_missing = len(missing_of(as_member)) - len(missing_of(as_nonmember))
        joins = (more_missing, -saved) < (0, 0.0)
        effect = "saves" if saved > 0 else "would add"
        sentence = (
            f"{self.issuer.letters} membership {effect} ${abs(saved):,.0f} over "
            f"{self.years} years, so it is {'' if joins else 'not '}included."
        )
        return (as_member if joins else as_nonmember), sentence

    def _membership_need(self) -> Need | None:
        """The strictest need of membership among the credentials; None where none is known."""
        needs = [
            fact.value
            for earned in self.credentials
            for fact in (earned.sheet.membership.to_sit, earned.sheet.membership.to_hold)
            if fact is not None and fact.value is not None
        ]
        strictest_first = (Need.REQUIRED, Need.OPTIONAL, Need.NONE)
        return min(needs, key=strictest_first.index, default=None)

    def _items_as(self, *, member: bool) -> list[CostItem]:
        """The lines that a member pays, dues included, or a non-member."""
        buyer = Buyer(member, self.assumptions.student and member)
        items: list[CostItem] = list(self._dues(buyer)) if member else []
        for earned in self.credentials:
            items += exam_items(earned, buyer, self.assumptions)
            items += book_items(self.catalog, earned, self.assumptions)
            items += study_material_items(earned, self.assumptions)
        if any(earned.year < self.years for earned in self.credentials):
            items += self._upkeep(buyer)
        return items

    def _upkeep(self, buyer: Buyer) -> Iterator[CostItem]:
        """What keeping the credentials takes after the year in which they are earned."""
        issuer, credentials, years = self.issuer, self.credentials, self.years
        yield from ceu_items(issuer, credentials, years, self.assumptions)
        yield from recertification_items(issuer, credentials, years, buyer)
        yield from what_if_items(issuer, credentials, years, buyer, self.assumptions)

    def _dues(self, buyer: Buyer) -> Iterator[CostItem]:
        """One membership for all credentials, every year from the first exam on.

        A student pays student dues in the first year alone.
        """
        first = min(earned.year for earned in self.credentials)
        for year in range(first, self.years + 1):
            is_student = buyer.student and year == first
            line = select_dues(self.issuer, Buyer(member=True, student=is_student))
            if line is None:
                what = "the membership dues"
                yield MissingPrice(None, self.issuer.id, Category.MEMBERSHIP, what)
                return
            yield CostRow(
                year,
                None,
                self.issuer.id,
                Category.MEMBERSHIP,
                line.money,
                f"{self.issuer.letters} membership dues",
                (line.ref,),
                ("student",) if is_student else (),
            )


def _total(items: Sequence[CostItem]) -> Money:
    return sum_money(row.money for row in rows_of(items))
