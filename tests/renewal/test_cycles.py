"""On which day a cycle ends, by each kind of rule, for a made-up issuer."""

from typing import Any

import pytest

from tests.costs.price_lists import Plain, PriceLists, ceus_by_number, credential, fact, renewal
from tests.renewal.made_up import ABC, DEF, cycle, ends, guild, kept

TODAY = "2026-11-23"


def alone(kind: str, months: int = 24, **more: Any) -> PriceLists:
    """One credential of a guild whose cycles end by a kind of rule."""
    rule: Plain = {"cycle": cycle(kind, **more), "cycle_months": fact(months)}
    return guild(credential("ABC", renewal=renewal(ceus=20)), **rule)


def end_of(lists: PriceLists, passed: str | None, today: str = TODAY, **more: Any) -> str:
    """The end of the only cycle."""
    (end,) = ends(kept(lists, {ABC: passed}, today, **more))
    return end


@pytest.mark.parametrize(
    ("kind", "passed", "end"),
    [
        ("passing-day", "2025-03-10", "2027-03-10"),
        ("passing-day", "2021-03-10", "2027-03-10"),
        ("passing-day", "2025-03", "2027-03"),
        ("passing-month", "2025-03-10", "2027-03-31"),
        ("passing-month", "2025-03", "2027-03-31"),
        ("passing-month", "2025-03-31", "2027-03-31"),
        ("calendar-year", "2025-03-10", "2026-12-31"),
        ("calendar-year", "2026-03-10", "2027-12-31"),
        ("calendar-year", "2026-01-01", "2027-12-31"),
        ("calendar-year", "2025-12-31", "2026-12-31"),
    ],
)
def test_a_cycle_of_two_years_ends_by_its_kind(kind: str, passed: str, end: str) -> None:
    assert end_of(alone(kind), passed) == end


@pytest.mark.parametrize(
    ("passed", "end"), [("2026-02-01", "2026-12-31"), ("2019-11-30", "2026-12-31")]
)
def test_a_cycle_of_one_calendar_year_ends_with_the_year_of_the_exam(passed: str, end: str) -> None:
    assert end_of(alone("calendar-year", 12), passed) == end


@pytest.mark.parametrize(
    ("day", "passed", "end"),
    [
        ({"month": 5, "day": 15}, "2025-10-01", "2027-05-15"),
        ({"month": 5, "day": 15}, "2024-10-01", "2028-05-15"),
        ({"month": 4}, "2025-10-01", "2027-04"),
        ({"month": 2}, "2026-03-01", "2028-02"),
    ],
)
def test_a_fixed_day_comes_in_the_year_in_which_the_cycle_ends(
    day: dict[str, int], passed: str, end: str
) -> None:
    assert end_of(alone("fixed-day", **day), passed) == end


def test_a_fixed_month_stands_for_its_last_day() -> None:
    part = kept(alone("fixed-day", month=2), {ABC: "2026-03-01"}, TODAY)
    assert part.ends is not None
    assert part.ends.day.isoformat() == "2028-02-29"
    assert not part.ends.exact


def test_a_fixed_day_that_only_leap_years_have_is_the_day_before_in_the_others() -> None:
    assert end_of(alone("fixed-day", 12, month=2, day=29), "2026-03-01") == "2027-02-28"


@pytest.mark.parametrize("kind", ["membership-month", "no-rule"])
def test_an_end_that_needs_another_day_is_not_known(kind: str) -> None:
    rule: Plain = {} if kind == "no-rule" else {"cycle": cycle(kind)}
    lists = guild(credential("ABC", renewal=renewal(24, 20)), **rule)
    assert end_of(lists, "2025-03-10") == "?"


def test_without_the_day_of_the_exam_no_rule_gives_an_end() -> None:
    assert end_of(alone("passing-day"), None) == "?"


@pytest.mark.parametrize("kind", ["passing-day", "calendar-year"])
def test_without_a_length_no_rule_gives_an_end(kind: str) -> None:
    lists = guild(credential("ABC", renewal=renewal(ceus=20)), cycle=cycle(kind))
    part = kept(lists, {ABC: "2025-03-10"}, TODAY)
    assert ends(part) == ["?"]
    assert part.cycles[0].cycle.begins is None
    assert part.a_year is None


@pytest.mark.parametrize(
    ("today", "end"),
    [
        ("2027-03-09", "2027-03-10"),
        ("2027-03-10", "2027-03-10"),
        ("2027-03-11", "2029-03-10"),
    ],
)
def test_a_cycle_ends_on_its_last_day_and_then_the_next_one_runs(today: str, end: str) -> None:
    assert end_of(alone("passing-day"), "2025-03-10", today) == end


@pytest.mark.parametrize(
    ("months", "passed", "end"),
    [
        (12, "2024-02-29", "2027-02-28"),
        (24, "2024-02-29", "2028-02-29"),
        (36, "2024-02-29", "2027-02-28"),
        (6, "2026-08-31", "2027-02-28"),
        (1, "2026-10-31", "2026-11-30"),
        (1, "2026-07-31", "2026-11-30"),
    ],
)
def test_an_anniversary_that_a_month_lacks_is_its_last_day(
    months: int, passed: str, end: str
) -> None:
    assert end_of(alone("passing-day", months), passed) == end


def test_an_anniversary_comes_back_to_the_29th_in_a_leap_year() -> None:
    lists = alone("passing-day", 12)
    by_year = [end_of(lists, "2024-02-29", f"{year}-01-15") for year in (2026, 2027, 2028)]
    assert by_year == ["2026-02-28", "2027-02-28", "2028-02-29"]


@pytest.mark.parametrize(
    ("passed", "today", "end"),
    [
        ("2024-02-10", "2026-01-05", "2026-02-28"),
        ("2024-02-10", "2027-01-05", "2028-02-29"),
        ("2024-02-29", "2026-01-05", "2026-02-28"),
    ],
)
def test_the_last_day_of_february_is_that_of_the_year(passed: str, today: str, end: str) -> None:
    assert end_of(alone("passing-month"), passed, today) == end


@pytest.mark.parametrize("passed", ["2024-02-28", "2024-02-29", "2024-02"])
@pytest.mark.parametrize("kind", ["passing-day", "passing-month"])
def test_who_passed_in_a_leap_february_owes_a_full_first_cycle(kind: str, passed: str) -> None:
    part = kept(alone(kind), {ABC: passed}, "2026-01-05")
    assert part.due_this_cycle == 20


@pytest.mark.parametrize(
    ("renews", "end"),
    [
        ("2027-02-10", "2028-02-10"),
        ("2028-02-10", "2028-02-10"),
        ("2027-03-10", "2027-03-10"),
        ("2028-03-10", "2029-03-10"),
        ("2028-02-29", "2028-02-29"),
        ("2027-02", "2028-02"),
        ("2026-12", "2026-12"),
        ("2026-11-30", "2027-11-30"),
    ],
)
def test_cycles_end_in_even_years_for_even_months_and_in_odd_years_for_the_others(
    renews: str, end: str
) -> None:
    lists = alone("membership-month", year_follows_month=True)
    assert end_of(lists, "2015-03-10", renews={"guild": renews}) == end


def test_a_month_a_year_later_stands_for_its_last_day_too() -> None:
    lists = alone("membership-month", year_follows_month=True)
    part = kept(lists, {ABC: "2015-03-10"}, TODAY, renews={"guild": "2027-02"})
    assert part.ends is not None
    assert part.ends.day.isoformat() == "2028-02-29"


@pytest.mark.parametrize("renews", ["2027-02-10", "2028-02-10", "2028-03"])
def test_without_such_a_rule_any_year_will_do(renews: str) -> None:
    assert end_of(alone("membership-month"), "2015-03-10", renews={"guild": renews}) == renews


@pytest.mark.parametrize("kind", ["passing-day", "passing-month", "calendar-year"])
def test_an_end_that_the_person_states_goes_before_any_rule(kind: str) -> None:
    part = kept(alone(kind), {ABC: "2025-03-10"}, TODAY, renews={"guild": "2027-06-30"})
    assert ends(part) == ["2027-06-30"]
    assert part.cycles[0].cycle.stated


def test_an_end_by_the_rule_is_not_called_stated() -> None:
    part = kept(alone("passing-day"), {ABC: "2025-03-10"}, TODAY)
    assert not part.cycles[0].cycle.stated


def test_an_end_that_is_stated_may_lie_before_today() -> None:
    lists = alone("passing-day")
    assert end_of(lists, "2024-03-10", renews={"guild": "2026-03-10"}) == "2026-03-10"


def test_a_stated_end_needs_neither_rule_nor_day() -> None:
    lists = guild(credential("ABC"))
    assert end_of(lists, None, renews={"guild": "2027-06"}) == "2027-06"


def test_a_cycle_begins_a_length_before_its_end() -> None:
    (due,) = kept(alone("passing-day"), {ABC: "2021-03-10"}, TODAY).cycles
    assert due.cycle.begins is not None
    assert due.cycle.begins.isoformat() == "2025-03-10"
    assert due.cycle.is_first is False


def test_the_cycle_that_begins_with_the_exam_is_the_first() -> None:
    (due,) = kept(alone("passing-day"), {ABC: "2025-03-10"}, TODAY).cycles
    assert due.cycle.is_first


def test_the_rule_of_the_sheet_goes_before_that_of_the_issuer() -> None:
    own = {**renewal(12, 20), "cycle": cycle("passing-month")}
    lists = guild(credential("ABC", renewal=own), cycle=cycle("passing-day"), cycle_months=fact(24))
    assert end_of(lists, "2026-03-10") == "2027-03-31"


def two(**rules: Any) -> PriceLists:
    """Two credentials of 24 months and 20 CEUs; ``rules`` are the issuer's."""
    own = renewal(24, 20)
    rules = {"cycle": cycle("passing-day"), **rules}
    return guild(credential("ABC", renewal=own), credential("DEF", renewal=own), **rules)


JOINT: list[Plain] = [{"ceus_by_number": ceus_by_number(20, 25)}, {"additional_ceus": fact(10)}]


@pytest.mark.parametrize("rule", JOINT)
def test_credentials_with_one_number_of_ceus_end_with_the_first_of_them(rule: Plain) -> None:
    passed = {DEF: "2025-09-01", ABC: "2025-03-10"}
    assert ends(kept(two(**rule), passed, TODAY)) == ["2027-03-10"]


def test_credentials_with_a_number_each_end_each_on_a_day_of_their_own() -> None:
    passed = {DEF: "2025-09-01", ABC: "2025-03-10"}
    part = kept(two(), passed, TODAY)
    assert ends(part) == ["2027-03-10", "2027-09-01"]
    assert [due.cycle.ids for due in part.cycles] == [(ABC,), (DEF,)]


def test_credentials_that_end_on_one_day_are_one_cycle() -> None:
    passed = {DEF: "2025-03-31", ABC: "2023-03-10"}
    part = kept(two(cycle=cycle("passing-month")), passed, TODAY)
    assert ends(part) == ["2027-03-31"]
    assert part.cycles[0].cycle.ids == (ABC, DEF)
    assert str(part.cycles[0].cycle.since) == "2023-03-10"
    assert part.due == 40


def test_credentials_of_different_length_stay_apart_though_they_end_on_one_day() -> None:
    lists = guild(
        credential("ABC", renewal=renewal(24, 20)),
        credential("DEF", renewal=renewal(12, 5)),
        cycle=cycle("calendar-year"),
    )
    part = kept(lists, {ABC: "2021-03-10", DEF: "2021-03-10"}, TODAY)
    assert ends(part) == ["2026-12-31", "2026-12-31"]
    assert part.due_this_cycle == 25


def test_one_whose_end_is_not_known_comes_after_the_others() -> None:
    part = kept(two(), {DEF: None, ABC: "2025-03-10"}, TODAY)
    assert ends(part) == ["2027-03-10", "?"]


def test_those_of_an_unknown_end_come_in_the_same_order_whatever_is_named_first() -> None:
    lists = guild(
        credential("ABC", renewal=renewal(24, 20)), credential("DEF", renewal=renewal(12, 5))
    )
    orders = [{ABC: None, DEF: None}, {DEF: None, ABC: None}]
    first, second = (kept(lists, order, TODAY).cycles for order in orders)
    assert first == second


def test_those_of_no_known_length_are_one_cycle_whenever_they_were_passed() -> None:
    own = renewal(ceus=20)
    sheets = [credential(code, renewal=own) for code in ("ABC", "DEF")]
    lists = guild(*sheets, cycle=cycle("passing-day"))
    part = kept(lists, {ABC: "2025-03-10", DEF: "2025-06-20"}, TODAY)
    assert [due.cycle.ids for due in part.cycles] == [(ABC, DEF)]


@pytest.mark.parametrize("rule", JOINT)
def test_one_passed_on_no_known_day_goes_with_the_others(rule: Plain) -> None:
    part = kept(two(**rule), {ABC: None, DEF: "2025-03-10"}, TODAY)
    assert ends(part) == ["2027-03-10"]
    assert part.cycles[0].cycle.ids == (DEF, ABC)
    assert part.cycles[0].cycle.later_ids is None


def test_a_joint_cycle_is_as_long_as_its_shortest() -> None:
    lists = guild(
        credential("ABC", renewal=renewal(24, 20)),
        credential("DEF", renewal=renewal(12, 20)),
        cycle=cycle("passing-day"),
        additional_ceus=fact(5),
    )
    (due,) = kept(lists, {ABC: "2025-03-10", DEF: "2025-09-01"}, TODAY).cycles
    assert due.cycle.months == 12
    assert str(due.cycle.ends) == "2027-03-10"
