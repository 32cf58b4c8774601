"""Dated things as a calendar file (.ics) that any calendar reads, with reminders if one likes."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

_PRODUCT = "-//CertLens//EN"
REMINDER_DAYS = (90, 30, 7)
"""How many days before a day that must not be missed one is reminded of it."""
_REMINDER_HOUR = 9
"""The hour of the day at which a reminder is shown, by the clock of whoever is reminded."""
_FIRST_REVISION = date(2026, 1, 1)
"""The day from which revisions are counted; no calendar was written before."""


def write_calendar(name: str, events: Iterable[Event], written_on: date) -> bytes:
    """A calendar file with a name, as of the day on which it was written.

    A file of a later day is a later revision of the same events, so that a calendar that reads
    it changes those it has (RFC 5545, ``SEQUENCE`` and ``LAST-MODIFIED``). Nothing is stored
    that could count revisions, so the days since a fixed one do.
    """
    stamp = datetime.combine(written_on, time(), UTC)
    revision = max(0, (written_on - _FIRST_REVISION).days)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for event in events:
        event.add("dtstamp", stamp)
        event.add("last-modified", stamp)
        event.add("sequence", revision)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def all_day_event(identity: str, summary: str, first: date, last: date) -> Event:
    """An event over whole days that does not mark its days as busy.

    ``identity`` stays the same when the event moves, so that a calendar that reads a later
    version moves the event instead of adding another one.
    """
    event = Event()
    event.add("uid", _unique_id(identity))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(1))
    event.add("summary", summary)
    event.add("transp", "TRANSPARENT")
    return event


def add_reminders(event: Event, today: date, days_before: Iterable[int] = REMINDER_DAYS) -> None:
    """Have a calendar remind of an event on the mornings of so many days before its first.

    Reminders of today and of days past are left out: calendars show those at once when they read
    the file. Each has an identity of its own (RFC 9074), so that a later version replaces it.
    """
    first, summary = event.decoded("dtstart"), str(event["summary"])
    for days in days_before:
        if first - timedelta(days) <= today:
            continue
        alarm = Alarm()
        alarm.add("uid", _unique_id(f"{event['uid']}/reminder/{days}"))
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", timedelta(hours=_REMINDER_HOUR) - timedelta(days))
        event.add_component(alarm)


def _unique_id(identity: str) -> str:
    return f"{uuid5(NAMESPACE_URL, identity)}@certlens"
