"""A study plan as a calendar that phones and mail programs read (RFC 5545)."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from cert_model.formatting import format_duration
from cert_model.preparation.study_plan import StudyPlan

_PRODUCT = "-//CertLens//Study plan//EN"


def write_study_calendar(plan: StudyPlan, label: str, made_on: date) -> bytes:
    """The plan as an .ics file: an all-day event for each part, and one for the exam.

    ``label`` are the credential's letters. An event keeps its identity while the plan moves,
    so that a calendar which reads a later version moves its events instead of adding them.
    """
    stamp = datetime.combine(made_on, time(), UTC)
    file = Calendar()
    file.add("prodid", _PRODUCT)
    file.add("version", "2.0")
    file.add("x-wr-calname", f"{label} study plan")
    for part in plan.parts:
        length = (part.last - part.first).days + 1
        about = (
            f"{format_duration(part.minutes)} in {length} days, at {plan.request.hours_a_week} h "
            "a week."
        )
        named = f"{label}: {part.title} ({format_duration(part.minutes)})"
        identity = f"{plan.request.credential}/{part.phase}/{part.title}"
        file.add_component(_event(identity, named, about, part.first, part.last, stamp))
    if plan.request.to_exam:
        day = plan.request.day
        identity = f"{plan.request.credential}/exam-day"
        file.add_component(_event(identity, f"{label} exam", "", day, day, stamp))
    return bytes(file.to_ical())


def _event(
    identity: str, summary: str, about: str, first: date, last: date, stamp: datetime
) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, identity)}@certlens")
    event.add("dtstamp", stamp)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(1))
    event.add("summary", summary)
    if about:
        event.add("description", about)
    event.add("transp", "TRANSPARENT")
    return event
