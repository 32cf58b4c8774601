"""Whether to be a member of an issuer, and what that costs in all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.keeping import Held, Keeping
from cert_model.costs.rows import Category, CostRow, MissingPrice
from cert_model.costs.sitting import Sitting
from cert_model.prices.money import Money, sum_money
from cert_model.prices.price_lists import Buyer, select_dues
from cert_model.schema import Issuer
from cert_model.vocabulary import Need


@dataclass(frozen=True, slots=True)
class Group:
    """All credentials of one issuer in a plan, in the order in which they are earned."""

    catalog: Catalog
    issuer: Issuer
    held: Sequence[Held]
    years: int
    assumptions: Assumptions

    def rows(self) -> tuple[list[CostRow | MissingPrice], str]:
        """The lines of the group, and why it is paid as a member or not."""
        need = self._need()
        if need is Need.REQUIRED:
            return self._as(member=True), f"{self.issuer.letters} requires membership."
        if need is None or select_dues(self.issuer, Buyer(member=True)) is None:
            return self._as(member=False), ""
        member, alone = self._as(member=True), self._as(member=False)
        if self.assumptions.membership != "cheaper":
            wanted = self.assumptions.membership == "always"
            return (member if wanted else alone), "Membership is as you chose."
        return self._cheaper(member, alone)

    def _cheaper(
        self, member: list[CostRow | MissingPrice], alone: list[CostRow | MissingPrice]
    ) -> tuple[list[CostRow | MissingPrice], str]:
        spared = _sum(alone).typical - _sum(member).typical
        gaps = len(_gaps(member)) - len(_gaps(alone))
        joins = (gaps, -spared) < (0, 0.0)
        verdict = "saves" if spared > 0 else "would add"
        sentence = (
            f"Membership of {self.issuer.letters} {verdict} ${abs(spared):,.0f} "
            f"over {self.years} years, so it is {'' if joins else 'not '}counted."
        )
        return (member if joins else alone), sentence

    def _need(self) -> Need | None:
        """The strictest need of any credential held; None where nothing is known."""
        needs = [
            fact.value
            for each in self.held
            for fact in (each.sheet.membership.to_sit, each.sheet.membership.to_hold)
            if fact is not None and fact.value is not None
        ]
        order = (Need.REQUIRED, Need.OPTIONAL, Need.NONE)
        return min(needs, key=order.index, default=None)

    def _as(self, *, member: bool) -> list[CostRow | MissingPrice]:
        buyer = Buyer(member, self.assumptions.student and member)
        found: list[CostRow | MissingPrice] = list(self._dues(buyer)) if member else []
        for each in self.held:
            sitting = Sitting(self.catalog, each.sheet, each.since, buyer, self.assumptions)
            found.extend(sitting.rows())
        keeping = Keeping(self.issuer, self.held, self.years, buyer, self.assumptions)
        return [*found, *keeping.rows()]

    def _dues(self, buyer: Buyer) -> Iterator[CostRow | MissingPrice]:
        """Dues from the first exam on: one membership serves all credentials of an issuer."""
        first = min(each.since for each in self.held)
        ordinary = Buyer(member=True)
        for year in range(first, self.years + 1):
            line = select_dues(self.issuer, buyer if year == first else ordinary)
            if line is None:
                yield MissingPrice(None, self.issuer.id, Category.MEMBERSHIP, "the membership dues")
                return
            student = ("student",) if buyer.student and year == first else ()
            yield CostRow(
                year,
                None,
                self.issuer.id,
                Category.MEMBERSHIP,
                line.money,
                f"Dues of {self.issuer.letters}",
                (line.ref,),
                student,
            )


def _sum(found: Sequence[CostRow | MissingPrice]) -> Money:
    return sum_money(row.money for row in found if isinstance(row, CostRow))


def _gaps(found: Sequence[CostRow | MissingPrice]) -> list[MissingPrice]:
    return [row for row in found if isinstance(row, MissingPrice)]
