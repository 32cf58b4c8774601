"""Dated things as a calendar file (.ics) that any calendar reads."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

_PRODUCT = "-//CertLens//EN"


def write_calendar(name: str, events: Iterable[Event], written_on: date) -> bytes:
    """A calendar file with a name, as of the day on which it was written."""
    stamp = datetime.combine(written_on, time(), UTC)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for event in events:
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def all_day_event(identity: str, summary: str, first: date, last: date) -> Event:
    """An event over whole days that does not mark its days as busy.

    ``identity`` stays the same when the event moves, so that a calendar that reads a later
    version moves the event instead of adding another one.
    """
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, identity)}@certlens")
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(1))
    event.add("summary", summary)
    event.add("transp", "TRANSPARENT")
    return event
