"""The calendar of a plan, read back by a calendar's own reader."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar, Event

from cert_model.catalog import Catalog
from cert_model.preparation import StudyPlan, StudyRequest, build_study_plan
from cert_model.preparation.study_calendar import write_study_calendar
from tests.catalogs import TODAY

EXAM = date(2027, 3, 1)


def read(plan: StudyPlan) -> Calendar:
    found = Calendar.from_ical(write_study_calendar(plan, "CCA", TODAY))
    assert isinstance(found, Calendar)
    return found


def events(catalog: Catalog, day: date = EXAM, *, to_exam: bool = True) -> list[Event]:
    plan = build_study_plan(catalog, StudyRequest("ahima/cca", 120, day, to_exam=to_exam))
    return read(plan).events


def test_it_is_one_whole_calendar(catalog: Catalog) -> None:
    plan = build_study_plan(catalog, StudyRequest("ahima/cca", 120, EXAM))
    found = read(plan)
    assert (str(found["version"]), str(found["x-wr-calname"])) == ("2.0", "CCA study plan")
    assert found["prodid"]
    assert not found.errors


def test_every_part_is_an_event_of_whole_days(catalog: Catalog) -> None:
    plan = build_study_plan(catalog, StudyRequest("ahima/cca", 120, EXAM, to_exam=True))
    spans = [(each.start, each.end) for each in events(catalog)]
    assert spans[:-1] == [(part.first, part.last + timedelta(1)) for part in plan.parts]
    assert all(type(day) is date for span in spans for day in span)


def test_the_exam_is_the_last_event_where_its_day_is_given(catalog: Catalog) -> None:
    last = events(catalog)[-1]
    assert (last.summary, last.start) == ("CCA exam", EXAM)
    without = [each.summary for each in events(catalog, to_exam=False)]
    assert "CCA exam" not in without


def test_no_two_events_are_taken_for_one(catalog: Catalog) -> None:
    identities = [each.uid for each in events(catalog)]
    assert len(identities) == len(set(identities))


def test_events_keep_their_identity_when_the_plan_moves(catalog: Catalog) -> None:
    moved = events(catalog, EXAM + timedelta(30))
    assert [each.uid for each in moved] == [each.uid for each in events(catalog)]
    assert moved[0].start != events(catalog)[0].start


@pytest.mark.parametrize("field", ["dtstamp", "uid", "summary"])
def test_every_event_has_what_the_standard_asks_for(catalog: Catalog, field: str) -> None:
    assert all(field in each for each in events(catalog))
