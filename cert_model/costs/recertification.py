"""What keeping an issuer's credentials costs in fees: recertification, late payment, lapse.

The rules are explained in ``docs/cost-rules.md``; the fees stand in the fact sheet or the issuer's
file under ``fees``, a reinstatement under ``renewal.reinstatement``.
"""

from collections.abc import Iterator, Sequence

from cert_model.catalog import FactRef
from cert_model.catalog.derived import renewal_of
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.rows import Category, CostItem, CostRow, MissingPrice, Phase
from cert_model.costs.timeline import DatedCredential, cycle_start, kept_up
from cert_model.formatting import format_count
from cert_model.prices import (
    Buyer,
    Money,
    PriceLine,
    credential_lines,
    issuer_lines,
    select_line,
)
from cert_model.schema import Credential, Issuer, top_of
from cert_model.vocabulary import Need, PriceKind


def recertification_items(
    issuer: Issuer, credentials: Sequence[DatedCredential], years: int, buyer: Buyer
) -> Iterator[CostItem]:
    """The recertification fee of each credential, every time its period ends within the plan.

    A credential pays nothing in the years in which another one replaces it; the one that does
    goes on in its cycle.
    """
    cycles = {
        credential.sheet.id: renewal_of(credential.sheet, issuer).cycle_months
        for credential in credentials
    }
    for year in range(1, years + 1):
        for position, credential in enumerate(kept_up(credentials, year)):
            line = recertification_fee(position, issuer, credential, buyer)
            if line is None:
                if fee_is_expected(credential.sheet):
                    yield credential.missing(Category.RENEWAL, "the recertification fee")
                continue
            cycle = cycles[credential.sheet.id]
            period = line.price.every_months or top_of(cycle)
            if period is None:
                what = "how often the recertification fee is due"
                yield credential.missing(Category.RENEWAL, what)
            elif year in cycle_start(credentials, credential).due_years(period, years):
                yield _row(issuer, year, line.money, "Recertification fee", line.ref, credential)


def recertification_fee(
    position: int, issuer: Issuer, credential: DatedCredential, buyer: Buyer
) -> PriceLine | None:
    """The fee of a credential by its position among those kept up in a year, from 0.

    The first one pays its own fee or the issuer's general one. A further one pays the issuer's
    fee for the second, third … credential where there are such fees (the last of them for all
    that follow), and else its own.
    """
    own = select_line(credential_lines(credential.sheet, PriceKind.RECERTIFICATION), buyer)
    if position == 0:
        return own or select_line(issuer_lines(issuer, PriceKind.RECERTIFICATION), buyer)
    further = [
        line
        for line in issuer_lines(issuer, PriceKind.RECERTIFICATION_ADDITIONAL)
        if line.price.audience in buyer.audiences
    ]
    return further[min(position, len(further)) - 1] if further else own


def fee_is_expected(sheet: Credential) -> bool:
    """Whether a recertification fee has to be expected: not where dues must be paid instead."""
    need = sheet.membership.to_hold
    return need is None or need.value is not Need.REQUIRED


def what_if_items(
    issuer: Issuer,
    credentials: Sequence[DatedCredential],
    years: int,
    buyer: Buyer,
    assumptions: Assumptions,
) -> Iterator[CostItem]:
    """What late payments and lapses cost, where the plan assumes any.

    They are due in the year after the first credential is earned.
    """
    year = min(credential.year for credential in credentials) + 1
    if year > years:
        return
    if assumptions.late_payments:
        late = select_line(issuer_lines(issuer, PriceKind.LATE), buyer)
        if late is None:
            yield MissingPrice(None, issuer.id, Category.RENEWAL, "the late fee")
        else:
            label = f"Late payment, {format_count(assumptions.late_payments, 'time')}"
            money = late.money.times(assumptions.late_payments)
            yield _row(issuer, year, money, label, late.ref, assumption="late_payments")
    if assumptions.lapses:
        reinstatement = issuer.renewal.reinstatement
        fee = reinstatement.fee if reinstatement else None
        if fee is None or not fee.known:
            what = "the price of reinstatement"
            yield MissingPrice(None, issuer.id, Category.RENEWAL, what)
        else:
            label = f"Reinstatement, {format_count(assumptions.lapses, 'time')}"
            money = Money.from_fact(fee).times(assumptions.lapses)
            ref = FactRef(issuer.id, ("renewal", "reinstatement", "fee"))
            yield _row(issuer, year, money, label, ref, assumption="lapses")


def _row(
    issuer: Issuer,
    year: int,
    money: Money,
    label: str,
    fact: FactRef,
    credential: DatedCredential | None = None,
    assumption: str | None = None,
) -> CostRow:
    return CostRow(
        year,
        None if credential is None else credential.sheet.id,
        issuer.id,
        Category.RENEWAL,
        Phase.KEEP,
        money,
        label,
        (fact,),
        () if assumption is None else (assumption,),
    )
