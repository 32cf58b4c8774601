"""What falls due for keeping an issuer's credentials, and on which days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from cert_model.catalog import Catalog, FactRef
from cert_model.costs.recertification import fee_is_expected, recertification_fee
from cert_model.costs.timeline import HELD, DatedCredential
from cert_model.prices import Buyer, Money, PriceLine, quote_dues
from cert_model.renewal.cycles import Cycle, by_day
from cert_model.renewal.request import CalendarDay
from cert_model.schema import Issuer
from cert_model.vocabulary import CycleKind

MONTHS_AHEAD = 24
"""How far ahead fees are listed; a cycle that ends later is listed too."""
_YEAR = 12


@dataclass(frozen=True, slots=True)
class DueFee:
    """One payment for keeping credentials."""

    what: str
    money: Money | None
    """None where something is to be paid and its price was not found."""
    day: CalendarDay | None
    """None where the day is not known."""
    every_months: int | None
    """How often it returns; None if not known."""
    credential: str | None
    """None for what is paid once for all credentials of the issuer."""
    facts: tuple[FactRef, ...] = ()
    is_estimate: bool = False


def due_fees(
    catalog: Catalog,
    issuer: Issuer,
    cycles: Sequence[Cycle],
    renews: CalendarDay | None,
    today: date,
    *,
    member: bool,
) -> tuple[DueFee, ...]:
    """The dues and recertification fees of the next two years, those with a day first.

    ``renews`` is the day on which the membership or cycle ends, as far as the person named it.
    """
    ends = [cycle.ends.day for cycle in cycles if cycle.ends is not None]
    horizon = max([today + relativedelta(months=MONTHS_AHEAD), *ends])
    dues = list(_dues(catalog, issuer, renews, horizon)) if member else []
    fees = [*dues, *_recertification(catalog, issuer, cycles, horizon, member=member)]
    return tuple(sorted(fees, key=lambda fee: (fee.day is None, fee.day or CalendarDay(date.max))))


def _dues(
    catalog: Catalog, issuer: Issuer, renews: CalendarDay | None, horizon: date
) -> Iterator[DueFee]:
    """The yearly dues; dated where cycles end with the membership, whose day was named."""
    quote = quote_dues(catalog, issuer, Buyer(member=True))
    rule = issuer.renewal.cycle
    follows_membership = rule is not None and rule.kind is CycleKind.MEMBERSHIP_MONTH
    known_day = renews if follows_membership else None
    day_of_month = 31 if known_day is None else known_day.day_of_month
    for day in _days(known_day, _YEAR, horizon, day_of_month):
        yield DueFee(
            f"{issuer.letters} membership dues",
            quote.money if quote else None,
            day,
            _YEAR,
            None,
            quote.facts if quote else (),
            quote is not None and quote.estimate is not None,
        )


def _recertification(
    catalog: Catalog, issuer: Issuer, cycles: Sequence[Cycle], horizon: date, *, member: bool
) -> Iterator[DueFee]:
    """The recertification fee of each credential at the end of its cycle.

    A further credential may pay another fee than the first: they count in the order in which
    their exams were passed.
    """
    buyer = Buyer(member)
    in_order = by_day(holding for cycle in cycles for holding in cycle.holdings)
    positions = {holding.id: position for position, holding in enumerate(in_order)}
    for cycle in cycles:
        for key in cycle.ids:
            sheet = catalog.credentials[key]
            credential = DatedCredential(sheet, HELD)
            line = recertification_fee(positions[key], issuer, credential, buyer)
            if line is not None or fee_is_expected(sheet):
                yield from _fees_of(cycle, key, f"{sheet.code} recertification fee", line, horizon)


def _fees_of(
    cycle: Cycle, key: str, what: str, line: PriceLine | None, horizon: date
) -> Iterator[DueFee]:
    period = (line.price.every_months if line else None) or cycle.months
    follows_cycle = period == cycle.months
    first = cycle.ends if follows_cycle else None
    for day in _days(first, period, horizon, cycle.day_of_month):
        facts = (line.ref,) if line else ()
        yield DueFee(what, line.money if line else None, day, period, key, facts)


def _days(
    first: CalendarDay | None, months: int | None, horizon: date, day_of_month: int
) -> Iterator[CalendarDay | None]:
    """The days of a payment up to the horizon; one None where the first is not known."""
    if first is None or not months:
        yield first
        return
    number = 0
    day = first.day
    while day <= horizon:
        yield CalendarDay(day, first.exact)
        number += 1
        day = first.day + relativedelta(months=number * months, day=day_of_month)
