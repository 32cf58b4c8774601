"""A calendar means the same to two readers, and a later one changes the events of an earlier."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from cert_model.formatting.calendars import (
    REMINDER_DAYS,
    add_reminders,
    all_day_event,
    write_calendar,
)

TODAY = date(2026, 11, 28)
DUE = date(2027, 3, 31)
LEAP_DAY = date(2028, 2, 29)


def due(day: date = DUE, today: date = TODAY) -> Event:
    event = all_day_event("keep/aapc/cycle", "CEUs due at AAPC", day, day)
    add_reminders(event, today)
    return event


def written(events: Iterable[Event], on: date = TODAY) -> bytes:
    return write_calendar("What I hold", events, on)


def read_by_another(raw: bytes) -> list[tuple[date, date, list[datetime]]]:
    """First day, last day and reminders of each event, as vobject reads them."""
    calendar = vobject.readOne(raw.decode())
    return [
        (
            event.dtstart.value,
            event.dtend.value - timedelta(1),
            [
                datetime.combine(event.dtstart.value, time()) + alarm.trigger.value
                for alarm in event.contents.get("valarm", [])
            ],
        )
        for event in calendar.vevent_list
    ]


def sequences(raw: bytes) -> list[int]:
    return [event.decoded("sequence") for event in Calendar.from_ical(raw).walk("VEVENT")]


def identities(raw: bytes) -> list[str]:
    """Those of events and of their reminders."""
    calendar = Calendar.from_ical(raw)
    return [str(part["uid"]) for kind in ("VEVENT", "VALARM") for part in calendar.walk(kind)]


def test_a_reminder_is_shown_on_the_morning_of_90_30_and_7_days_before() -> None:
    ((first, last, reminders),) = read_by_another(written([due()]))
    assert first == last == DUE
    assert reminders == [
        datetime(2026, 12, 31, 9),
        datetime(2027, 3, 1, 9),
        datetime(2027, 3, 24, 9),
    ]


def test_reminders_are_counted_over_a_leap_day() -> None:
    ((_, _, reminders),) = read_by_another(written([due(LEAP_DAY)]))
    assert [moment.date() for moment in reminders] == [
        date(2027, 12, 1),
        date(2028, 1, 30),
        date(2028, 2, 22),
    ]


def test_a_reminder_of_today_or_before_is_left_out() -> None:
    for days_left, days_of_reminders in ((91, [90, 30, 7]), (90, [30, 7]), (8, [7]), (7, [])):
        day = TODAY + timedelta(days_left)
        ((_, _, reminders),) = read_by_another(written([due(day)]))
        assert [(day - moment.date()).days for moment in reminders] == days_of_reminders


def test_a_later_calendar_is_a_later_revision_of_the_same_events() -> None:
    before = written([due()])
    after = written([due(DUE + timedelta(365))], TODAY + timedelta(1))
    assert identities(before) == identities(after)
    assert sequences(after)[0] > sequences(before)[0]


def test_an_event_was_last_changed_when_it_was_written() -> None:
    event = vobject.readOne(written([due()]).decode()).vevent
    assert event.last_modified.value == event.dtstamp.value
    assert event.last_modified.value.date() == TODAY


def test_every_part_has_an_identity_of_its_own() -> None:
    other = all_day_event("keep/ahima/cycle", "CEUs due at AHIMA", DUE, DUE)
    add_reminders(other, TODAY)
    ids = identities(written([due(), other]))
    assert len(set(ids)) == len(ids) == 2 * (1 + len(REMINDER_DAYS))


def test_revisions_are_counted_in_days_since_the_beginning_of_2026() -> None:
    assert sequences(written([due()], date(2026, 1, 1))) == [0]
    assert sequences(written([due()], date(2027, 1, 1))) == [365]


def test_an_early_day_has_no_revision_below_zero() -> None:
    assert sequences(written([due()], date(2020, 1, 1))) == [0]


SPANS = st.lists(
    st.tuples(st.dates(date(2026, 1, 1), date(2090, 1, 1)), st.integers(0, 400)),
    min_size=1,
    max_size=4,
)


@given(SPANS, st.sets(st.integers(1, 400)))
def test_another_reader_sees_the_same_days_and_reminders(
    spans: list[tuple[date, int]], days_before: set[int]
) -> None:
    days = [(first, first + timedelta(length)) for first, length in spans]
    events = [
        all_day_event(f"span/{number}", f"Span, no. {number}; “due”", first, last)
        for number, (first, last) in enumerate(days)
    ]
    for event in events:
        add_reminders(event, TODAY, days_before)
    expected = [
        (
            first,
            last,
            {
                datetime.combine(first - timedelta(before), time(9))
                for before in days_before
                if first - timedelta(before) > TODAY
            },
        )
        for first, last in days
    ]
    seen = read_by_another(written(events))
    assert [(first, last, set(moments)) for first, last, moments in seen] == expected
