"""The dated events of a renewal plan, and the calendar file made from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta
from icalendar import Event

from cert_model.catalog import Catalog
from cert_model.formatting import join_words, with_capital
from cert_model.formatting.calendars import add_reminders, all_day_event, write_calendar
from cert_model.prices import Money
from cert_model.renewal.cycles import renews_together
from cert_model.renewal.fees import MONTHS_AHEAD, DueFee
from cert_model.renewal.plan import CycleDue, IssuerRenewal, RenewalPlan
from cert_model.renewal.request import CalendarDay
from cert_model.renewal.sentences import fee_amount, is_overdue, step_sentence


class EventKind(StrEnum):
    """What a day is about."""

    CEUS = "ceus"
    FEE = "fee"
    LAPSE = "lapse"


@dataclass(frozen=True, slots=True)
class DueEvent:
    """Something that is due or changes on a day."""

    day: CalendarDay
    kind: EventKind
    issuer: str
    what: str
    brief: str
    """What is due alone, such as ``40 CEUs`` or ``$229``, for a label."""
    money: Money | None
    identity: str
    """Stays the same when the day moves within its year, so that a calendar moves the event."""


def schedule(catalog: Catalog, plan: RenewalPlan) -> tuple[DueEvent, ...]:
    """The events of the next two years in order, and what has been due already.

    The steps of a lapse are among them for an issuer with a missed date alone.
    """
    horizon = plan.request.today + relativedelta(months=MONTHS_AHEAD)
    events = [event for part in plan.issuers for event in _events(catalog, part, plan, horizon)]
    return tuple(sorted(events, key=lambda event: (event.day, event.kind, event.identity)))


def _events(
    catalog: Catalog, part: IssuerRenewal, plan: RenewalPlan, horizon: date
) -> Iterator[DueEvent]:
    for due in part.cycles:
        yield from _deadlines(catalog, part, due, horizon)
    for fee in part.fees:
        if fee.day is not None:
            yield _payment(part, fee, fee.day)
    if is_overdue(part, plan.request.today):
        for step in part.ladder:
            if step.earliest is not None and step.earliest <= horizon:
                identity = f"renewal/{part.issuer.id}/lapse/{step.state}/{step.earliest.year}"
                what = f"{part.issuer.letters}: {step_sentence(step)}"
                yield DueEvent(
                    CalendarDay(step.earliest, step.is_exact),
                    EventKind.LAPSE,
                    part.issuer.id,
                    what,
                    step.state.label,
                    step.money,
                    identity,
                )


def _deadlines(
    catalog: Catalog, part: IssuerRenewal, due: CycleDue, horizon: date
) -> Iterator[DueEvent]:
    """The end of the current cycle, however far away, and those that follow in two years."""
    if due.cycle.ends is None:
        return
    labels = join_words(catalog.labels[key] for key in due.cycle.ids)
    # One more credential changes the event of a cycle, and adds none beside it.
    whose = part.issuer.id if renews_together(part.issuer) else due.cycle.ids[0]
    day, asked = due.cycle.ends, due.asked
    while True:
        brief = "" if asked is None else f"{asked:g} {due.ceus.unit}"
        ceus = f"{brief} for " if brief else ""
        identity = f"renewal/{whose}/ceus/{day.day.year}"
        what = with_capital(f"{ceus}{labels} due at {part.issuer.letters}")
        yield DueEvent(day, EventKind.CEUS, part.issuer.id, what, brief, None, identity)
        if not due.cycle.months:
            return
        step = relativedelta(months=due.cycle.months, day=due.cycle.day_of_month)
        day = CalendarDay(day.day + step, day.exact)
        asked = due.ceus.due
        if day.day > horizon:
            return


def _payment(part: IssuerRenewal, fee: DueFee, day: CalendarDay) -> DueEvent:
    identity = f"renewal/{part.issuer.id}/{fee.credential or 'dues'}/fee/{day.day.year}"
    amount = fee_amount(fee)
    what = f"{fee.what}: {amount}"
    return DueEvent(day, EventKind.FEE, part.issuer.id, what, amount, fee.money, identity)


def write_renewal_calendar(catalog: Catalog, plan: RenewalPlan) -> bytes:
    """The events of a plan as an .ics file, with reminders 90, 30 and 7 days before."""
    today = plan.request.today
    events = [_calendar_event(event, today) for event in schedule(catalog, plan)]
    return write_calendar("What I hold", events, today)


def _calendar_event(event: DueEvent, today: date) -> Event:
    entry = all_day_event(event.identity, event.what, event.day.day, event.day.day)
    if not event.day.exact:
        entry.add("description", "The day of the month is not known. Your account shows it.")
    add_reminders(entry, today)
    return entry
