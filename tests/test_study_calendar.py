"""The calendar of a plan, read back by a calendar's own reader."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar, Component

from cert_model.catalog import Catalog
from cert_model.preparation import StudyRequest, study_plan
from cert_model.preparation.ics import calendar
from tests.conftest import TODAY

EXAM = date(2027, 3, 1)


def events(catalog: Catalog, day: date = EXAM, *, to_exam: bool = True) -> list[Component]:
    plan = study_plan(catalog, StudyRequest("ahima/cca", 120, day, to_exam=to_exam))
    return list(Calendar.from_ical(calendar(plan, "CCA", TODAY)).walk("VEVENT"))


def test_it_is_one_whole_calendar(catalog: Catalog) -> None:
    plan = study_plan(catalog, StudyRequest("ahima/cca", 120, EXAM))
    read = Calendar.from_ical(calendar(plan, "CCA", TODAY))
    assert (read["version"], str(read["x-wr-calname"])) == ("2.0", "CCA study plan")
    assert read["prodid"]
    assert not read.errors


def test_every_part_is_an_event_of_whole_days(catalog: Catalog) -> None:
    plan = study_plan(catalog, StudyRequest("ahima/cca", 120, EXAM, to_exam=True))
    spans = [(each["dtstart"].dt, each["dtend"].dt) for each in events(catalog)]
    assert spans[:-1] == [(part.first, part.last + timedelta(1)) for part in plan.parts]
    assert all(type(day) is date for span in spans for day in span)


def test_the_exam_is_the_last_event_where_its_day_is_given(catalog: Catalog) -> None:
    last = events(catalog)[-1]
    assert (str(last["summary"]), last["dtstart"].dt) == ("CCA exam", EXAM)
    without = [str(each["summary"]) for each in events(catalog, to_exam=False)]
    assert "CCA exam" not in without


def test_no_two_events_are_taken_for_one(catalog: Catalog) -> None:
    identities = [str(each["uid"]) for each in events(catalog)]
    assert len(identities) == len(set(identities))


def test_events_keep_their_identity_when_the_plan_moves(catalog: Catalog) -> None:
    moved = events(catalog, EXAM + timedelta(30))
    assert [each["uid"] for each in moved] == [each["uid"] for each in events(catalog)]
    assert moved[0]["dtstart"].dt != events(catalog)[0]["dtstart"].dt


@pytest.mark.parametrize("field", ["dtstamp", "uid", "summary"])
def test_every_event_has_what_the_standard_asks_for(catalog: Catalog, field: str) -> None:
    assert all(field in each for each in events(catalog))
