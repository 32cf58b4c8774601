"""The calendar of a plan, read back by a calendar's own reader."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar, Event

from cert_model.catalog import Catalog
from cert_model.preparation import StudyPlan, StudyRequest, build_study_plan
from cert_model.preparation.study_plan import write_study_calendar
from tests.catalogs import TODAY

EXAM = date(2027, 3, 1)


def read(plan: StudyPlan) -> Calendar:
    calendar = Calendar.from_ical(write_study_calendar(plan, "CCA", TODAY))
    assert isinstance(calendar, Calendar)
    return calendar


def events(catalog: Catalog, day: date = EXAM, *, to_exam: bool = True) -> list[Event]:
    plan = build_study_plan(catalog, StudyRequest("ahima/cca", 120, day, to_exam=to_exam))
    return read(plan).events


def test_the_file_is_one_calendar_without_errors(catalog: Catalog) -> None:
    plan = build_study_plan(catalog, StudyRequest("ahima/cca", 120, EXAM))
    calendar = read(plan)
    assert (str(calendar["version"]), str(calendar["x-wr-calname"])) == ("2.0", "CCA study plan")
    assert calendar["prodid"]
    assert not calendar.errors


def test_every_part_is_an_event_of_whole_days(catalog: Catalog) -> None:
    plan = build_study_plan(catalog, StudyRequest("ahima/cca", 120, EXAM, to_exam=True))
    spans = [(event.start, event.end) for event in events(catalog)]
    assert spans[:-1] == [(part.first, part.last + timedelta(1)) for part in plan.parts]
    assert all(type(day) is date for span in spans for day in span)


def test_the_exam_is_the_last_event_where_its_day_is_given(catalog: Catalog) -> None:
    last = events(catalog)[-1]
    assert (last.summary, last.start) == ("CCA exam", EXAM)
    without = [event.summary for event in events(catalog, to_exam=False)]
    assert "CCA exam" not in without


def test_one_is_reminded_of_the_exam_and_of_nothing_else(catalog: Catalog) -> None:
    *parts, exam = events(catalog)
    assert [len(event.walk("VALARM")) for event in parts] == [0] * len(parts)
    days_before = [-(alarm.decoded("trigger") // timedelta(1)) for alarm in exam.walk("VALARM")]
    assert days_before == [30, 7]


def test_no_two_events_have_the_same_identity(catalog: Catalog) -> None:
    identities = [event.uid for event in events(catalog)]
    assert len(identities) == len(set(identities))


def test_events_keep_their_identity_when_the_plan_moves(catalog: Catalog) -> None:
    moved = events(catalog, EXAM + timedelta(30))
    assert [event.uid for event in moved] == [event.uid for event in events(catalog)]
    assert moved[0].start != events(catalog)[0].start


@pytest.mark.parametrize("field", ["dtstamp", "uid", "summary"])
def test_every_event_has_what_the_standard_asks_for(catalog: Catalog, field: str) -> None:
    assert all(field in event for event in events(catalog))
