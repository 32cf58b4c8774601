"""What keeping an issuer's credentials costs in fees: recertification, late payment, lapse.

The rules are explained in ``docs/cost-rules.md``; the fees stand in the fact sheet or the issuer's
file under ``fees``, a reinstatement under ``renewal.reinstatement``.
"""

from collections.abc import Iterator, Sequence

from cert_model.catalog import FactRef
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.ceus import cycle_months
from cert_model.costs.rows import Category, CostItem, CostRow, EarnedCredential, MissingPrice
from cert_model.formatting import format_count
from cert_model.prices import (
    Buyer,
    Money,
    PriceLine,
    credential_lines,
    issuer_lines,
    select_line,
)
from cert_model.schema import Credential, Issuer
from cert_model.vocabulary import Need, PriceKind


def recertification_items(
    issuer: Issuer, credentials: Sequence[EarnedCredential], years: int, buyer: Buyer
) -> Iterator[CostItem]:
    """The recertification fee of each credential, every time its period ends within the plan."""
    in_order = sorted(credentials, key=lambda earned: earned.year)
    for position, earned in enumerate(in_order):
        line = _select_fee(issuer, earned.sheet, position, buyer)
        if line is None:
            if _fee_is_expected(earned.sheet):
                yield earned.missing(Category.RENEWAL, "the recertification fee")
            continue
        period = line.price.every_months or cycle_months(earned.sheet, issuer)
        if period is None:
            yield earned.missing(Category.RENEWAL, "how often the recertification fee is due")
            continue
        for month in range(period, (years - earned.year) * 12 + 1, period):
            year = earned.year + -(-month // 12)
            label, facts = "Recertification fee", (line.ref,)
            yield earned.row(Category.RENEWAL, line.money, label, facts, year=year)


def _select_fee(issuer: Issuer, sheet: Credential, position: int, buyer: Buyer) -> PriceLine | None:
    """The recertification fee of the credential that stands at a position, from 0, by year.

    The first one pays its own fee or the issuer's general one. A further one pays the issuer's
    fee for the second, third … credential where there are such fees (the last of them for all
    that follow), and else its own.
    """
    own = select_line(credential_lines(sheet, PriceKind.RECERTIFICATION), buyer)
    if position == 0:
        return own or select_line(issuer_lines(issuer, PriceKind.RECERTIFICATION), buyer)
    further = [
        line
        for line in issuer_lines(issuer, PriceKind.RECERTIFICATION_ADDITIONAL)
        if line.price.audience in buyer.audiences
    ]
    return further[min(position, len(further)) - 1] if further else own


def _fee_is_expected(sheet: Credential) -> bool:
    """Whether a recertification fee has to be expected: not where dues must be paid instead."""
    need = sheet.membership.to_hold
    return need is None or need.value is not Need.REQUIRED


def what_if_items(
    issuer: Issuer,
    credentials: Sequence[EarnedCredential],
    years: int,
    buyer: Buyer,
    assumptions: Assumptions,
) -> Iterator[CostItem]:
    """What late payments and lapses cost, where the plan assumes any.

    They are due in the year after the first credential is earned.
    """
    year = min(years, min(earned.year for earned in credentials) + 1)
    if assumptions.late_payments:
        late = select_line(issuer_lines(issuer, PriceKind.LATE), buyer)
        if late is None:
            yield MissingPrice(None, issuer.id, Category.RENEWAL, "the late fee")
        else:
            label = f"Late payment, {format_count(assumptions.late_payments, 'time')}"
            money, facts = late.money.times(assumptions.late_payments), (late.ref,)
            names = ("late_payments",)
            yield CostRow(year, None, issuer.id, Category.RENEWAL, money, label, facts, names)
    if assumptions.lapses:
        reinstatement = issuer.renewal.reinstatement
        fee = reinstatement.fee if reinstatement else None
        if fee is None or not fee.known:
            what = "the price of reinstatement"
            yield MissingPrice(None, issuer.id, Category.RENEWAL, what)
        else:
            label = f"Reinstatement, {format_count(assumptions.lapses, 'time')}"
            money = Money.from_fact(fee).times(assumptions.lapses)
            facts = (FactRef(issuer.id, ("renewal", "reinstatement", "fee")),)
            names = ("lapses",)
            yield CostRow(year, None, issuer.id, Category.RENEWAL, money, label, facts, names)
