"""What it takes to keep an issuer's credentials: CEUs and recertification fees."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cert_model.catalog.derived import renewal_of
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.rows import Category, CostRow, MissingPrice
from cert_model.formatting import format_count
from cert_model.prices.money import Money
from cert_model.prices.price_lists import (
    Buyer,
    FactRef,
    PriceLine,
    credential_lines,
    issuer_lines,
    select_line,
)
from cert_model.schema import Credential, Issuer
from cert_model.vocabulary import FeeKind, Need


@dataclass(frozen=True, slots=True)
class Held:
    """A credential and the year of the plan in which it was earned."""

    sheet: Credential
    since: int


@dataclass(frozen=True, slots=True)
class Keeping:
    """All credentials of one issuer in a plan, kept until its last year."""

    issuer: Issuer
    held: Sequence[Held]
    years: int
    buyer: Buyer
    assumptions: Assumptions

    def rows(self) -> Iterator[CostRow | MissingPrice]:
        """CEUs of every year after the first, and the fees as their cycles end."""
        if all(each.since >= self.years for each in self.held):
            return
        yield from self._ceus()
        yield from self._fees()
        yield from self._what_if()

    def _ceus(self) -> Iterator[CostRow | MissingPrice]:
        for each in self.held:
            if renewal_of(each.sheet, self.issuer).ceus is None:
                what = "the continuing education it asks for"
                yield MissingPrice(each.sheet.id, self.issuer.id, Category.CEUS, what)
        price = Money(
            self.assumptions.ceu_price_low,
            max(self.assumptions.ceu_price, self.assumptions.ceu_price_low),
            max(self.assumptions.ceu_price_high, self.assumptions.ceu_price),
        )
        for year in range(1, self.years + 1):
            keeping = [each.sheet for each in self.held if each.since < year]
            a_year, facts = self._ceus_a_year(keeping)
            if a_year:
                yield CostRow(
                    year,
                    None,
                    self.issuer.id,
                    Category.CEUS,
                    price.times(a_year),
                    f"{a_year:g} CEUs, a year's share of the cycle",
                    facts,
                    ("ceu_price_low", "ceu_price", "ceu_price_high"),
                )

    def _ceus_a_year(self, sheets: Sequence[Credential]) -> tuple[float, tuple[FactRef, ...]]:
        """CEUs due together, spread over the cycle: by number held, with a cap, or summed."""
        known = [sheet for sheet in sheets if renewal_of(sheet, self.issuer).ceus]
        months = [_cycle_months(sheet, self.issuer) for sheet in known]
        cycle = min((each for each in months if each), default=None)
        if not known or cycle is None:
            return 0.0, ()
        due, facts = self._ceus_due(known)
        return due * 12 / cycle, facts

    def _ceus_due(self, sheets: Sequence[Credential]) -> tuple[float, tuple[FactRef, ...]]:
        rule = self.issuer.renewal
        for at, step in enumerate(rule.ceus_by_number):
            if len(sheets) == step.credentials or (step.or_more and len(sheets) > step.credentials):
                place = ("renewal", "ceus_by_number", at, "ceus")
                return step.ceus.top or 0.0, (FactRef(self.issuer.id, place),)
        own = [(_ceus_of(sheet, self.issuer), sheet) for sheet in sheets]
        facts = tuple(FactRef(sheet.id, ("renewal", "ceus")) for _, sheet in own)
        if rule.additional_ceus is None:
            return sum(due for due, _ in own), facts
        due = max(due for due, _ in own) + (rule.additional_ceus.top or 0) * (len(own) - 1)
        cap = rule.ceus_cap.top if rule.ceus_cap else None
        names = ("additional_ceus", "ceus_cap") if len(own) > 1 else ()
        shared = tuple(FactRef(self.issuer.id, ("renewal", name)) for name in names)
        return min(due, cap) if cap and len(own) > 1 else due, (*facts, *shared)

    def _fees(self) -> Iterator[CostRow | MissingPrice]:
        ordered = sorted(self.held, key=lambda each: each.since)
        for position, each in enumerate(ordered):
            line = self._fee_of(each.sheet, position)
            if line is None:
                if _costs_to_keep(each.sheet):
                    what = "the recertification fee"
                    yield MissingPrice(each.sheet.id, self.issuer.id, Category.RENEWAL, what)
                continue
            every = _months_of(line.fee.per) or _cycle_months(each.sheet, self.issuer)
            if every is None:
                what = "how often the recertification fee falls due"
                yield MissingPrice(each.sheet.id, self.issuer.id, Category.RENEWAL, what)
                continue
            for month in range(every, (self.years - each.since) * 12 + 1, every):
                year = each.since + -(-month // 12)
                yield CostRow(
                    year,
                    each.sheet.id,
                    self.issuer.id,
                    Category.RENEWAL,
                    line.money,
                    "Recertification",
                    (line.ref,),
                )

    def _fee_of(self, sheet: Credential, position: int) -> PriceLine | None:
        """The fee of the first credential held, or of the second, third … where they differ."""
        own = select_line(credential_lines(sheet, FeeKind.RECERTIFICATION), self.buyer)
        if position == 0:
            return own or select_line(
                issuer_lines(self.issuer, FeeKind.RECERTIFICATION), self.buyer
            )
        further = [
            line
            for line in issuer_lines(self.issuer, FeeKind.RECERTIFICATION_ADDITIONAL)
            if line.fee.audience in self.buyer.audiences
        ]
        return further[min(position, len(further)) - 1] if further else own

    def _what_if(self) -> Iterator[CostRow | MissingPrice]:
        """Paying late, and coming back after a lapse, in the first year of keeping."""
        if self.assumptions.late_payments:
            late = select_line(issuer_lines(self.issuer, FeeKind.LATE), self.buyer)
            found = (late.money, late.ref) if late else None
            yield self._times(found, "late_payments", "Late payment", "the late fee")
        if self.assumptions.lapses:
            back = self.issuer.renewal.reinstatement
            fee = back.fee if back else None
            place = FactRef(self.issuer.id, ("renewal", "reinstatement", "fee"))
            found = (Money.from_fact(fee), place) if fee and fee.known else None
            yield self._times(found, "lapses", "Reinstatement", "the price of reinstatement")

    def _times(
        self, found: tuple[Money, FactRef] | None, assumption: str, label: str, what: str
    ) -> CostRow | MissingPrice:
        if found is None:
            return MissingPrice(None, self.issuer.id, Category.RENEWAL, what)
        times: int = getattr(self.assumptions, assumption)
        year = min(self.years, min(each.since for each in self.held) + 1)
        money, ref = found
        return CostRow(
            year,
            None,
            self.issuer.id,
            Category.RENEWAL,
            money.times(times),
            f"{label}, {format_count(times, 'time')}",
            (ref,),
            (assumption,),
        )


def _ceus_of(sheet: Credential, issuer: Issuer) -> float:
    ceus = renewal_of(sheet, issuer).ceus
    return float(ceus.top or 0) if ceus else 0.0


def _cycle_months(sheet: Credential, issuer: Issuer) -> int | None:
    cycle = renewal_of(sheet, issuer).cycle_months
    return cycle.top if cycle else None


def _months_of(per: str | None) -> int | None:
    """The period of ``per``: "year", "24 months"; None where it names none."""
    if per == "year":
        return 12
    months = re.fullmatch(r"(\d+) months", per or "")
    return int(months[1]) if months else None


def _costs_to_keep(sheet: Credential) -> bool:
    """Whether a recertification fee is to be expected: dues that must be paid stand for it."""
    need = sheet.membership.to_hold
    return need is None or need.value is not Need.REQUIRED
