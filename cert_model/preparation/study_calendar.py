"""A study plan as a file for calendar programs (iCalendar, RFC 5545)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from cert_model.formatting import format_duration
from cert_model.preparation.study_plan import StudyPlan

_PRODUCT = "-//CertLens//Study plan//EN"


def write_study_calendar(plan: StudyPlan, label: str, written_on: date) -> bytes:
    """A plan as an .ics file: an all-day event for each part, and one for the exam.

    ``label`` is the credential's letters. An event keeps its identity when the plan moves, so
    that a calendar that reads a later version moves its events instead of adding new ones.
    """
    stamp = datetime.combine(written_on, time(), UTC)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{label} study plan")
    for event in _events(plan, label):
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(plan: StudyPlan, label: str) -> Iterator[Event]:
    request = plan.request
    for part in plan.parts:
        duration = format_duration(part.minutes)
        days = (part.last - part.first).days + 1
        identity = f"{request.credential}/{part.phase}/{part.title}"
        event = _event(identity, f"{label}: {part.title} ({duration})", part.first, part.last)
        event.add("description", f"{duration} in {days} days, at {request.hours_a_week} h a week.")
        yield event
    if request.to_exam:
        identity = f"{request.credential}/exam-day"
        yield _event(identity, f"{label} exam", request.day, request.day)


def _event(identity: str, summary: str, first: date, last: date) -> Event:
    """An event over whole days that does not mark its days as busy."""
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, identity)}@certlens")
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(1))
    event.add("summary", summary)
    event.add("transp", "TRANSPARENT")
    return event
