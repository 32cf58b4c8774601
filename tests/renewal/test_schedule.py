"""The dates of a plan, and the calendar file that another library reads the same."""

from datetime import date, datetime, time, timedelta
from typing import Any

import vobject
from hypothesis import given

from cert_model.formatting.calendars import REMINDER_DAYS
from cert_model.renewal.plan import RenewalPlan, plan_renewal
from cert_model.renewal.request import RenewalRequest
from cert_model.renewal.schedule import DueEvent, EventKind, schedule, write_renewal_calendar
from tests.costs.price_lists import (
    Plain,
    PriceLists,
    ceus_by_number,
    credential,
    dues,
    fact,
    membership,
    price,
    renewal,
)
from tests.effort import percent_of_examples
from tests.renewal.made_up import ABC, DEF, Passed, asked, cycle, guild, lapse
from tests.renewal.random_requests import CATALOG, requests

TODAY = "2026-11-23"


def events_of(
    lists: PriceLists, passed: Passed, today: str = TODAY, **more: Any
) -> list[tuple[str, str]]:
    """Day and text of each event."""
    request = asked(passed, today, **more)
    return [
        (str(event.day), event.what)
        for event in schedule(lists.catalog, plan_renewal(lists.catalog, request))
    ]


def simple(months: int = 24, kind: str = "passing-day", **rules: Any) -> PriceLists:
    """An ABC of 20 CEUs and a fee of $80 at the end of each cycle."""
    sheet = credential("ABC", price("recertification", 80), renewal=renewal(months, 20))
    return guild(sheet, cycle=cycle(kind), **rules)


def test_the_end_of_the_cycle_and_its_fee_are_events() -> None:
    assert events_of(simple(), {ABC: "2025-03-10"}) == [
        ("2027-03-10", "20 CEUs for ABC due at GUILD"),
        ("2027-03-10", "ABC recertification fee: $80"),
    ]


def test_the_cycles_of_two_years_are_events() -> None:
    days = [day for day, what in events_of(simple(12), {ABC: "2024-02-29"}) if "CEUs" in what]
    assert days == ["2027-02-28", "2028-02-29"]


def test_a_cycle_that_ends_later_is_an_event_too() -> None:
    days = [day for day, _ in events_of(simple(60), {ABC: "2026-03-10"})]
    assert days == ["2031-03-10", "2031-03-10"]


def test_what_has_no_day_is_no_event() -> None:
    assert events_of(simple(), {ABC: None}) == []


def test_an_event_without_a_number_of_ceus_names_none() -> None:
    sheet = credential("ABC", price("late", 50), renewal=renewal(24))
    lists = guild(sheet, cycle=cycle("passing-day"))
    assert events_of(lists, {ABC: "2025-03-10"}) == [
        ("2027-03-10", "ABC due at GUILD"),
        ("2027-03-10", "ABC recertification fee: not found"),
    ]


def test_this_cycle_has_its_number_and_the_next_one_that_of_a_full_one() -> None:
    rules: Plain = {
        "cycle_months": fact(12),
        "first_cycle": {"ceus_a_month": fact(1)},
        "ceus_by_number": ceus_by_number(20),
    }
    sheet = credential("ABC", renewal=renewal(12), membership=membership(to_hold="required"))
    lists = guild(sheet, cycle=cycle("membership-month"), dues=[dues(100)], **rules)
    found = events_of(lists, {ABC: "2026-10-10"}, renews={"guild": "2027-03-31"})
    assert found == [
        ("2027-03-31", "5 CEUs for ABC due at GUILD"),
        ("2027-03-31", "GUILD membership dues: $100"),
        ("2028-03-31", "20 CEUs for ABC due at GUILD"),
        ("2028-03-31", "GUILD membership dues: $100"),
    ]


LAPSING: Plain = {"lapse": [lapse("revoked", 90), lapse("suspended", 5, "years")]}


def test_steps_of_a_lapse_are_events_of_a_missed_date_alone() -> None:
    lists = simple(**LAPSING)
    in_time = events_of(lists, {ABC: "2025-03-10"}, renews={"guild": "2026-11-23"})
    assert not any("revoked" in what for _, what in in_time)
    missed = events_of(lists, {ABC: "2023-03-10"}, renews={"guild": "2026-11-22"})
    assert [day for day, what in missed if "revoked" in what] == ["2027-02-20"]
    assert not any("suspended" in what for _, what in missed)


def kinds(plan: RenewalPlan, lists: PriceLists) -> list[tuple[EventKind, str]]:
    return [(event.kind, event.identity) for event in schedule(lists.catalog, plan)]


def test_an_event_keeps_its_identity_when_its_day_moves_within_the_year() -> None:
    lists = simple()
    first, second = (
        kinds(plan_renewal(lists.catalog, asked({ABC: "2021-01-10"}, TODAY, renews=day)), lists)
        for day in ({"guild": "2027-03-31"}, {"guild": "2027-06-30"})
    )
    assert first == second
    assert [kind for kind, _ in first] == [EventKind.CEUS, EventKind.FEE]


def test_one_more_credential_of_a_joint_cycle_changes_its_event_and_adds_none() -> None:
    own = renewal(24, 36)
    sheets = [credential(code, price("late", 50), renewal=own) for code in ("ABC", "DEF")]
    lists = guild(*sheets, cycle=cycle("passing-day"), ceus_by_number=ceus_by_number(36, 40))
    before, after = (
        schedule(lists.catalog, plan_renewal(lists.catalog, asked(passed, TODAY)))
        for passed in ({ABC: "2025-03-10"}, {ABC: "2025-03-10", DEF: "2025-03-10"})
    )
    ceus = [
        [event for event in events if event.kind is EventKind.CEUS] for events in (before, after)
    ]
    assert [[event.identity for event in events] for events in ceus] == [
        ["renewal/guild/ceus/2027"]
    ] * 2
    assert ceus[0][0].what != ceus[1][0].what


def test_an_event_has_its_issuer_its_label_and_its_money() -> None:
    lists = simple(**LAPSING)
    request = asked({ABC: "2020-03-10"}, TODAY, renews={"guild": "2026-11-22"})
    events = schedule(lists.catalog, plan_renewal(lists.catalog, request))
    assert {event.issuer for event in events} == {"guild"}
    first = {event.kind: event for event in reversed(events)}
    assert {kind: event.brief for kind, event in first.items()} == {
        EventKind.CEUS: "20 CEUs",
        EventKind.FEE: "$80",
        EventKind.LAPSE: "Revoked",
    }
    fee = first[EventKind.FEE].money
    assert fee is not None
    assert fee.typical == 80
    assert first[EventKind.CEUS].money is None
    lapsed = first[EventKind.LAPSE]
    assert (lapsed.money, lapsed.identity) == (None, "renewal/guild/lapse/revoked/2027")
    assert lapsed.what == "GUILD: From February 20, 2027 (90 days), it is revoked."
    assert first[EventKind.FEE].identity == "renewal/guild/guild/abc/fee/2026"


def test_cycles_with_days_of_their_own_are_events_of_their_own() -> None:
    sheets = [credential(code, renewal=renewal(24, 20)) for code in ("ABC", "DEF")]
    lists = guild(*sheets, cycle=cycle("passing-day"))
    passed = {ABC: "2025-03-10", DEF: "2025-06-10"}
    found = kinds(plan_renewal(lists.catalog, asked(passed, TODAY)), lists)
    assert [identity for kind, identity in found if kind is EventKind.CEUS] == [
        "renewal/guild/abc/ceus/2027",
        "renewal/guild/def/ceus/2027",
    ]


def test_the_calendar_has_a_name_and_each_event_its_text() -> None:
    lists = simple()
    plan = plan_renewal(lists.catalog, asked({ABC: "2025-03-10"}, TODAY))
    raw = write_renewal_calendar(lists.catalog, plan)
    assert "X-WR-CALNAME:What I hold" in raw.decode()
    assert "DTSTAMP:20261123T000000Z" in raw.decode()
    (first, *_) = read_by_another(raw)
    assert first[1:] == (
        date(2027, 3, 10),
        "20 CEUs for ABC due at GUILD",
        [date(2026, 12, 10), date(2027, 2, 8), date(2027, 3, 3)],
    )


Read = list[tuple[str, date, str, list[date]]]
"""Identity, day, text and days of reminders of each event."""


def read_by_another(raw: bytes) -> Read:
    """The calendar as vobject reads it."""
    calendar = vobject.readOne(raw.decode())
    return [
        (
            event.uid.value,
            event.dtstart.value,
            event.summary.value,
            [
                (datetime.combine(event.dtstart.value, time()) + alarm.trigger.value).date()
                for alarm in event.contents.get("valarm", [])
            ],
        )
        for event in calendar.contents.get("vevent", [])
    ]


def reminders(event: DueEvent, today: date) -> list[date]:
    days = [event.day.day - timedelta(days) for days in REMINDER_DAYS]
    return [day for day in days if day > today]


def request_of(drawn: dict[str, Any]) -> RenewalRequest:
    return asked(drawn["held"], drawn["today"], renews=drawn["renews"])


@percent_of_examples(15)
@given(requests())
def test_another_library_reads_the_same_days_from_the_calendar(drawn: dict[str, Any]) -> None:
    plan = plan_renewal(CATALOG, request_of(drawn))
    events = schedule(CATALOG, plan)
    read = read_by_another(write_renewal_calendar(CATALOG, plan))
    assert [(day, what, alarms) for _, day, what, alarms in read] == [
        (event.day.day, event.what, reminders(event, plan.request.today)) for event in events
    ]
    assert len({identity for identity, *_ in read}) == len(events)


@percent_of_examples(15)
@given(requests())
def test_events_come_in_order_and_each_is_named_once(drawn: dict[str, Any]) -> None:
    events = schedule(CATALOG, plan_renewal(CATALOG, request_of(drawn)))
    identities = [event.identity for event in events]
    assert len(set(identities)) == len(identities)
    assert [event.day for event in events] == sorted(event.day for event in events)


def test_a_second_import_moves_the_events_and_adds_none() -> None:
    lists = simple()
    first, second = (
        read_by_another(
            write_renewal_calendar(
                lists.catalog,
                plan_renewal(lists.catalog, asked({ABC: "2021-01-10"}, TODAY, renews=day)),
            )
        )
        for day in ({"guild": "2027-03-31"}, {"guild": "2027-06-30"})
    )
    assert [row[0] for row in first] == [row[0] for row in second]
    assert {row[1] for row in first} == {date(2027, 3, 31)}
    assert {row[1] for row in second} == {date(2027, 6, 30)}


def test_a_day_that_is_not_known_in_its_month_says_so_in_the_calendar() -> None:
    lists = simple()
    texts = {
        renews: write_renewal_calendar(
            lists.catalog,
            plan_renewal(
                lists.catalog, asked({ABC: "2021-01-10"}, TODAY, renews={"guild": renews})
            ),
        )
        .decode()
        .replace("\r\n ", "")
        for renews in ("2027-03", "2027-03-31")
    }
    assert (
        "DESCRIPTION:The day of the month is not known. Your account shows it."
        in (texts["2027-03"])
    )
    assert "The day in the month is not known" not in texts["2027-03-31"]
    assert "DTSTART;VALUE=DATE:20270331" in texts["2027-03"]


def test_a_calendar_of_nothing_is_still_a_calendar() -> None:
    lists = simple()
    raw = write_renewal_calendar(
        lists.catalog, plan_renewal(lists.catalog, asked({ABC: None}, TODAY))
    )
    assert read_by_another(raw) == []
