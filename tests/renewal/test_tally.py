"""What a log of CEUs has earned in the current cycle, for a made-up issuer."""

from datetime import date
from typing import Any

import pytest

from cert_model.renewal.log import LogEntry
from cert_model.renewal.plan import IssuerRenewal, plan_renewal
from cert_model.renewal.tally import logged_toward, plan_with_log, tally_log
from tests.costs.price_lists import Plain, PriceLists, credential, renewal
from tests.renewal.made_up import ABC, Passed, asked, cycle, guild, kept, share, subject

TODAY = "2026-11-23"


def lists(kind: str = "passing-day", **rules: Any) -> PriceLists:
    own = {**renewal(24, 20), "subject_ceus": [subject("Auditing", 8)]}
    return guild(credential("ABC", renewal=own), cycle=cycle(kind), **rules)


def part(passed: Passed, **more: Any) -> IssuerRenewal:
    return kept(lists(), passed, TODAY, **more)


def entry(day: str, ceus: float, *issuers: str, **more: Any) -> LogEntry:
    return LogEntry(
        date.fromisoformat(day), f"A course of {day}", ceus, issuers or ("guild",), **more
    )


CYCLE = {ABC: "2021-03-10"}
"""Its current cycle runs from March 10, 2025 to March 10, 2027."""


@pytest.mark.parametrize(
    ("day", "counted"),
    [
        ("2025-03-09", 0),
        ("2025-03-10", 5),
        ("2026-06-01", 5),
        ("2027-03-10", 5),
        ("2027-03-11", 0),
    ],
)
def test_what_lies_in_the_current_cycle_counts(day: str, counted: float) -> None:
    tally = tally_log(part(CYCLE), [entry(day, 5)])
    assert (tally.issuer, tally.counted, tally.outside) == ("guild", counted, 5 - counted)


def test_what_was_earned_before_the_exam_does_not_count_in_a_first_cycle() -> None:
    held = part({ABC: "2026-05-10"}, renews={"guild": "2027-03-10"})
    tally = tally_log(held, [entry("2026-05-09", 3), entry("2026-05-10", 4)])
    assert (tally.counted, tally.outside) == (4, 3)


def test_entries_that_name_no_issuer_or_another_count_at_none() -> None:
    entries = [
        LogEntry(date(2026, 6, 1), "A course", 5),
        entry("2026-06-01", 4, "board"),
        entry("2026-06-01", 3, "board", "guild"),
    ]
    tally = tally_log(part(CYCLE), entries)
    assert (tally.counted, tally.outside) == (3, 0)


def test_where_no_end_is_known_every_entry_counts() -> None:
    assert tally_log(part({ABC: None}), [entry("2001-01-01", 5)]).counted == 5


def test_toward_a_subject_count_entries_that_name_it() -> None:
    held = part(CYCLE)
    (auditing,) = held.cycles[0].ceus.minimums
    entries = [
        entry("2026-06-01", 2, subject="auditing"),
        entry("2026-06-02", 3, subject="Coding; AUDITING"),
        entry("2026-06-03", 4, subject="coding"),
        entry("2020-06-03", 5, subject="auditing"),
        entry("2026-06-04", 6, "board", subject="auditing"),
        entry("2026-06-05", 7, provider="auditing"),
    ]
    assert logged_toward(held, auditing, entries) == 2 + 3


def test_toward_a_provider_count_entries_that_name_it_as_theirs() -> None:
    rules: Plain = {"cycle": cycle("passing-day"), "ceu_shares": [share(40)]}
    held = kept(guild(credential("ABC", renewal=renewal(24, 20)), **rules), CYCLE, TODAY)
    (own,) = held.cycles[0].ceus.minimums
    entries = [
        entry("2026-06-01", 2, provider="The guild"),
        entry("2026-06-02", 3, provider="Somebody"),
        entry("2026-06-03", 4, subject="the Guild"),
    ]
    assert logged_toward(held, own, entries) == 2


def test_a_plan_has_what_the_log_has_earned() -> None:
    plan = plan_with_log(lists().catalog, asked(CYCLE, TODAY), [entry("2026-06-01", 5)])
    assert (plan.issuers[0].earned, plan.issuers[0].left) == (5, 15)


def test_a_number_that_the_person_states_goes_before_the_log() -> None:
    request = asked(CYCLE, TODAY, earned={"guild": 12})
    plan = plan_with_log(lists().catalog, request, [entry("2026-06-01", 5)])
    assert plan.issuers[0].earned == 12


@pytest.mark.parametrize("entries", [[], [entry("2020-06-01", 5)]])
def test_a_log_that_has_nothing_for_the_cycle_states_no_number(entries: list[LogEntry]) -> None:
    plan = plan_with_log(lists().catalog, asked(CYCLE, TODAY), entries)
    assert plan.issuers[0].earned is None


def test_a_log_fills_in_the_issuers_of_which_nothing_was_stated() -> None:
    both = guild(credential("ABC", renewal=renewal(24, 20)), cycle=cycle("passing-day"))
    xyz = credential("XYZ", issuer="board", renewal=renewal(24, 10))
    body = {**both.issuers[0], "id": "board", "letters": "BOARD"}
    two = PriceLists((*both.credentials, xyz), (*both.issuers, body))
    request = asked({**CYCLE, "board/xyz": "2021-03-10"}, TODAY, earned={"guild": 12})
    plan = plan_with_log(two.catalog, request, [entry("2026-06-01", 5, "guild", "board")])
    assert {part.issuer.id: part.earned for part in plan.issuers} == {"guild": 12, "board": 5}


def test_a_plan_from_a_log_is_that_of_the_same_number_stated() -> None:
    catalog = lists().catalog
    logged = plan_with_log(catalog, asked(CYCLE, TODAY), [entry("2026-06-01", 5)])
    stated = plan_renewal(catalog, asked(CYCLE, TODAY, earned={"guild": 5}))
    assert logged.issuers == stated.issuers


def test_a_log_of_more_than_anybody_would_type_has_a_plan() -> None:
    entries = [entry(f"2026-06-0{number}", 150) for number in range(1, 9)]
    plan = plan_with_log(lists().catalog, asked(CYCLE, TODAY), entries)
    assert (plan.issuers[0].earned, plan.issuers[0].left) == (1_200, 0)
    assert plan.request == asked(CYCLE, TODAY)
