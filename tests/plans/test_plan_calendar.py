"""A plan as a calendar: a day for the beginning and the end of each step that has one."""

from datetime import date

from icalendar import Calendar

from cert_model.catalog import Catalog
from cert_model.paths.calendar import write_plan_calendar
from tests.plans.test_answer import answer_for
from tests.plans.test_personas import CAREER_CHANGER, RHIT

START = date(2026, 11, 28)


def events(catalog: Catalog, text: str, target: str, start: date = START) -> dict[str, date]:
    """The days of the calendar by what happens on them."""
    plan = answer_for(catalog, text, target).plan
    calendar = Calendar.from_ical(write_plan_calendar(catalog, plan, start))
    return {str(event["summary"]): event.decoded("dtstart") for event in calendar.walk("VEVENT")}


def test_a_step_has_its_first_and_its_last_day(catalog: Catalog) -> None:
    days = events(catalog, CAREER_CHANGER, "aapc/cpc")
    assert days["CPC, begin: Prepare for the CPC exam and pass it"] == START
    assert days["CPC, by now: Prepare for the CPC exam and pass it"] == date(2027, 4, 13)
    # 120 hours at 8 a week, a month to book and 24 of work: 866 days.
    assert days["You hold the CPC"] == date(2029, 4, 12)


def test_what_takes_no_time_has_one_day(catalog: Catalog) -> None:
    days = events(catalog, CAREER_CHANGER, "aapc/cpc")
    assert "CPC: AAPC membership, first year" in days
    assert not any("begin: AAPC" in what for what in days)


def test_what_waits_for_an_unknown_length_is_left_out(catalog: Catalog) -> None:
    days = events(catalog, RHIT, "ahima/rhia")
    assert not any("exam" in what or "hold" in what for what in days)
    assert len(days) == 1


def test_every_event_keeps_its_identity_when_the_plan_moves(catalog: Catalog) -> None:
    plan = answer_for(catalog, CAREER_CHANGER, "aapc/cpc").plan
    early, late = (
        Calendar.from_ical(write_plan_calendar(catalog, plan, start))
        for start in (START, date(2027, 1, 1))
    )
    ids = [[str(event["uid"]) for event in calendar.walk("VEVENT")] for calendar in (early, late)]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0])
