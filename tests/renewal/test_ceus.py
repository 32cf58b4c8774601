"""The CEUs of a cycle: in full, in the current one, and the parts of one kind."""

from datetime import date
from typing import Any

import pytest

from cert_model.catalog import FactRef
from cert_model.renewal.ceus import CeuMinimum, most_from_others
from cert_model.renewal.plan import IssuerRenewal
from cert_model.vocabulary import CeuPart
from tests.costs.price_lists import Plain, ceus_by_number, credential, fact, renewal
from tests.renewal.made_up import ABC, DEF, GHI, Passed, cycle, guild, kept, share, subject

TODAY = "2026-11-23"
TABLE = {"ceus_by_number": ceus_by_number(36, 40, 44)}
BY_MEMBERSHIP = {
    "cycle": cycle("membership-month", year_follows_month=True),
    "cycle_months": fact(24),
    "first_cycle": {"ceus_a_month": fact(1.5)},
    **TABLE,
}


def held_by(
    rules: Plain, passed: Passed, *own: Plain, today: str = TODAY, **more: Any
) -> IssuerRenewal:
    """What is due for the ABC, DEF and GHI, each with its own renewal, or 20 CEUs in 24 months."""
    sheets = [
        credential(code, renewal=own[n] if n < len(own) else renewal(24, 20))
        for n, code in enumerate(("ABC", "DEF", "GHI"))
    ]
    return kept(guild(*sheets, **rules), passed, today, **more)


def new_member(passed: str, renews: str, today: str = TODAY) -> float | None:
    """The CEUs of the current cycle of one who holds the ABC, by the membership's month."""
    part = held_by(BY_MEMBERSHIP, {ABC: passed}, today=today, renews={"guild": renews})
    return part.due_this_cycle


@pytest.mark.parametrize(
    ("passed", "renews", "ceus"),
    [
        ("2026-10-10", "2028-06-30", 20 * 1.5),
        ("2026-11-10", "2026-12-31", 1 * 1.5),
        ("2026-07-31", "2028-06-01", 23 * 1.5),
        ("2026-11-23", "2026-12-01", 1 * 1.5),
        ("2026-11", "2027-03", 4 * 1.5),
    ],
)
def test_a_first_cycle_asks_for_a_number_a_month_until_the_membership_renews(
    passed: str, renews: str, ceus: float
) -> None:
    assert new_member(passed, renews) == ceus


def test_a_first_cycle_that_ends_in_the_month_of_the_exam_asks_for_none() -> None:
    assert new_member("2026-12-05", "2026-12-31", today="2026-12-10") == 0
    assert new_member("2026-12-31", "2026-12-31", today="2026-12-31") == 0


@pytest.mark.parametrize("passed", ["2026-06-30", "2026-05-01", "2011-05-01"])
def test_a_full_cycle_after_the_exam_asks_for_the_full_number(passed: str) -> None:
    assert new_member(passed, "2028-06-30") == 36


def test_a_first_cycle_never_asks_for_more_than_a_full_one() -> None:
    rules = {**BY_MEMBERSHIP, "first_cycle": {"ceus_a_month": fact(5)}}
    part = held_by(rules, {ABC: "2026-10-10"}, renews={"guild": "2028-06-30"})
    assert part.due_this_cycle == 36


def test_the_rule_of_the_first_cycle_is_among_the_facts() -> None:
    part = held_by(BY_MEMBERSHIP, {ABC: "2026-10-10"}, renews={"guild": "2028-06-30"})
    assert part.cycles[0].ceus.facts == (
        FactRef("guild", ("renewal", "ceus_by_number", 0, "ceus")),
        FactRef("guild", ("renewal", "first_cycle", "ceus_a_month")),
    )


def test_an_end_stated_before_the_exam_leaves_the_number_open() -> None:
    assert new_member("2026-10-10", "2026-06-30") is None


def test_a_first_cycle_of_several_has_no_known_number() -> None:
    passed = {ABC: "2026-10-10", DEF: "2026-10-10"}
    part = held_by(BY_MEMBERSHIP, passed, renews={"guild": "2028-06-30"})
    assert part.due_this_cycle is None
    assert part.due == part.asked == 40


def test_a_shorter_first_cycle_without_a_rule_has_no_known_number() -> None:
    rules = {"cycle": cycle("calendar-year"), "cycle_months": fact(24)}
    part = held_by(rules, {ABC: "2026-03-10"})
    assert part.due_this_cycle is None
    assert part.asked == 20


def test_a_further_credential_inside_a_joint_cycle_has_no_known_number() -> None:
    rules = {"cycle": cycle("passing-day"), "additional_ceus": fact(10)}
    part = held_by(rules, {ABC: "2021-03-10", DEF: "2026-01-10"})
    assert part.due_this_cycle is None
    assert part.cycles[0].cycle.later_ids == (DEF,)
    assert part.asked == 30


def test_a_further_credential_whose_first_cycle_is_short_has_no_known_number_either() -> None:
    """Each asks for its own 20 CEUs, and both by the end of the year."""
    rules = {"cycle": cycle("calendar-year"), "cycle_months": fact(12)}
    part = held_by(rules, {ABC: "2021-03-10", DEF: "2026-05-10"}, renewal(12, 20), renewal(12, 20))
    assert part.due_this_cycle is None
    assert part.asked == 40


def test_a_further_credential_of_an_earlier_cycle_counts_in_full() -> None:
    rules = {"cycle": cycle("passing-day"), "additional_ceus": fact(10)}
    part = held_by(rules, {ABC: "2021-03-10", DEF: "2025-03-10"})
    assert part.due_this_cycle == 30


def test_two_that_were_passed_on_the_first_day_of_the_cycle_count_in_full() -> None:
    rules = {"cycle": cycle("passing-day"), "additional_ceus": fact(10)}
    part = held_by(rules, {ABC: "2025-03-10", DEF: "2025-03-10"})
    assert part.due_this_cycle == 30


def test_a_further_credential_with_a_cycle_of_its_own_changes_nothing_for_the_first() -> None:
    part = held_by({"cycle": cycle("passing-day")}, {ABC: "2021-03-10", DEF: "2026-01-10"})
    assert [due.ceus.due_this_cycle for due in part.cycles] == [20, 20]
    assert part.due_this_cycle == 20
    assert part.due == 40


@pytest.mark.parametrize("passed", [None, "2025-03-10"])
def test_without_an_end_a_number_is_known_for_a_full_cycle_alone(passed: str | None) -> None:
    part = held_by({}, {ABC: passed})
    assert part.due == 20
    assert part.due_this_cycle is None


def test_without_the_day_of_the_exam_a_stated_end_gives_no_number_for_this_cycle() -> None:
    part = held_by(BY_MEMBERSHIP, {ABC: None}, renews={"guild": "2028-06-30"})
    assert part.due_this_cycle is None
    assert part.asked == 36


@pytest.mark.parametrize(("number", "due"), [(1, 36), (2, 40), (3, 44)])
def test_a_table_says_how_many_are_due_for_a_number_held(number: int, due: float) -> None:
    passed = dict.fromkeys((ABC, DEF, GHI)[:number])
    assert held_by(TABLE, passed).due == due


def test_a_table_needs_no_numbers_of_the_credentials() -> None:
    part = held_by(TABLE, {ABC: None, DEF: None}, renewal(24), renewal(24))
    assert part.cycles[0].ceus.without_number == ()
    assert part.due == 40


def test_a_table_that_ends_before_the_number_held_leaves_the_own_numbers() -> None:
    table = {"ceus_by_number": [{"credentials": 1, "ceus": fact(36)}]}
    part = held_by(table, {ABC: None, DEF: None}, renewal(24), renewal(24))
    assert part.due is None
    assert part.cycles[0].ceus.without_number == (ABC, DEF)


@pytest.mark.parametrize(
    ("rules", "own", "due"),
    [
        ({}, (20, 30), 50),
        ({"additional_ceus": fact(10)}, (20, 30), 40),
        ({"additional_ceus": fact(10), "ceus_cap": fact(35)}, (20, 30), 35),
        ({"additional_ceus": fact(0)}, (20, 30), 30),
    ],
)
def test_numbers_add_up_or_add_something_to_the_largest(
    rules: Plain, own: tuple[float, float], due: float
) -> None:
    renewals = [renewal(24, ceus) for ceus in own]
    assert held_by(rules, {ABC: None, DEF: None}, *renewals).due == due


def test_a_number_that_is_not_known_is_named_and_left_out() -> None:
    part = held_by({}, {ABC: None, DEF: None}, renewal(24), renewal(24, 20))
    (ceus,) = [due.ceus for due in part.cycles]
    assert ceus.without_number == (ABC,)
    assert ceus.due == part.due == 20


def test_no_known_number_at_all_is_not_zero() -> None:
    part = held_by({"cycle": cycle("passing-day")}, {ABC: "2025-03-10"}, renewal(24))
    assert part.due is part.due_this_cycle is part.asked is part.left is part.a_year is None


def test_zero_ceus_are_a_number() -> None:
    part = held_by({"cycle": cycle("passing-day")}, {ABC: "2025-03-10"}, renewal(24, 0))
    assert part.due == part.due_this_cycle == part.left == 0
    assert part.cycles[0].ceus.without_number == ()


def test_what_is_renewed_by_an_exam_is_named() -> None:
    by_exam = {**renewal(24, 0), "by_exam": fact(True)}
    not_so = {**renewal(24, 20), "by_exam": fact(False)}
    part = held_by(TABLE, {ABC: None, DEF: None, GHI: None}, by_exam, not_so)
    assert part.cycles[0].ceus.by_exam == (ABC,)


def test_ceus_have_the_unit_of_the_sheet() -> None:
    hours = {**renewal(24, 20), "ceu_unit": "hours"}
    assert held_by({}, {ABC: None}, hours).cycles[0].ceus.unit == "hours"
    assert held_by({}, {ABC: None}).cycles[0].ceus.unit == "CEUs"


@pytest.mark.parametrize(("months", "a_year"), [(24, 10), (12, 20), (36, 20 / 3)])
def test_a_year_has_its_part_of_a_full_cycle(months: int, a_year: float) -> None:
    part = held_by({}, {ABC: None}, renewal(months, 20))
    assert part.a_year == pytest.approx(a_year)


def minimums(part: IssuerRenewal) -> list[tuple[str, float, str | None]]:
    """Topic, CEUs and credential of each part that must be of one kind."""
    return [
        (minimum.topic, minimum.ceus, minimum.credential)
        for due in part.cycles
        for minimum in due.ceus.minimums
    ]


def test_each_credential_asks_for_its_own_subject() -> None:
    own = [{**renewal(24, 36), "subject_ceus": [subject(topic, 16)]} for topic in ("A", "B")]
    part = held_by(TABLE, {DEF: None, ABC: None}, *own)
    assert minimums(part) == [("A", 16, ABC), ("B", 16, DEF)]
    assert part.cycles[0].ceus.minimums[0].fact == FactRef(
        ABC, ("renewal", "subject_ceus", 0, "ceus")
    )


def test_the_issuers_subject_holds_where_a_sheet_has_none() -> None:
    own = {**renewal(24, 20), "subject_ceus": [subject("A", 9), subject("C", 2, "format")]}
    rules = {**TABLE, "subject_ceus": [subject("General", 5)]}
    part = held_by(rules, {ABC: None, DEF: None}, own)
    assert minimums(part) == [("A", 9, ABC), ("C", 2, ABC), ("General", 5, DEF)]
    assert [minimum.fact for minimum in part.cycles[0].ceus.minimums] == [
        FactRef(ABC, ("renewal", "subject_ceus", 0, "ceus")),
        FactRef(ABC, ("renewal", "subject_ceus", 1, "ceus")),
        FactRef("guild", ("renewal", "subject_ceus", 0, "ceus")),
    ]


def test_a_share_is_a_part_of_what_is_due() -> None:
    rules = {"cycle": cycle("passing-day"), "ceu_shares": [share(40), share(80, "subject")]}
    part = held_by(rules, {ABC: "2025-03-10"})
    assert minimums(part) == [("the Guild", 8, None), ("the Guild", 16, None)]
    first, second = part.cycles[0].ceus.minimums
    assert (first.percent, first.part) == (40, CeuPart.PROVIDER)
    assert (second.percent, second.part) == (80, CeuPart.SUBJECT)
    assert second.fact == FactRef("guild", ("renewal", "ceu_shares", 1, "percent"))


def test_a_share_of_a_short_first_cycle_is_a_part_of_the_less_that_is_due() -> None:
    rules = {**BY_MEMBERSHIP, "ceu_shares": [share(50)]}
    part = held_by(rules, {ABC: "2026-10-10"}, renews={"guild": "2028-06-30"})
    assert minimums(part) == [("the Guild", 15, None)]


@pytest.mark.parametrize("ceus", [None, 0])
def test_a_share_of_nothing_is_left_out(ceus: float | None) -> None:
    part = held_by({"ceu_shares": [share(40)]}, {ABC: None}, renewal(24, ceus))
    assert minimums(part) == []


def applies(since: str | None, passed: str | None, **more: Any) -> bool | None:
    """Whether a share in force ``since`` a day is asked for in the current cycle."""
    rule = share(40, **({"since": since} if since else {}))
    rules = {"cycle": cycle("passing-day"), "ceu_shares": [rule]}
    (minimum,) = held_by(rules, {ABC: passed}, **more).cycles[0].ceus.minimums
    return minimum.applies


@pytest.mark.parametrize(
    ("since", "stated"),
    [
        (None, True),
        ("2024-01-01", True),
        ("2025-03-10", True),
        ("2025-03-11", None),
        ("2026-06-01", None),
        ("2027-03-10", None),
    ],
)
def test_nobody_says_whether_a_share_holds_in_a_cycle_begun_before_it(
    since: str | None, stated: bool | None
) -> None:
    assert applies(since, "2025-03-10") is stated


def test_a_share_without_a_day_holds_in_a_cycle_of_no_known_end() -> None:
    assert applies(None, None) is True


def test_a_share_may_not_hold_in_a_cycle_of_no_known_end_that_may_have_begun_before_it() -> None:
    assert applies("2025-03-10", None) is None


def test_a_share_holds_in_any_cycle_once_all_have_begun_since() -> None:
    assert applies("2025-03-10", None, today="2027-03-09") is None
    assert applies("2025-03-10", None, today="2027-03-10") is True


def test_a_share_may_not_hold_in_a_cycle_of_a_stated_end_and_no_known_length() -> None:
    rules = {"ceu_shares": [share(40, since="2001-01-01")]}
    part = held_by(rules, {ABC: None}, renewal(ceus=20), renews={"guild": "2027-03-10"})
    (minimum,) = part.cycles[0].ceus.minimums
    assert minimum.applies is None


def minimum(ceus: float, part: CeuPart, credential: str | None = None) -> CeuMinimum:
    return CeuMinimum(part, "a topic", ceus, None, credential, True, FactRef("guild", ()))


@pytest.mark.parametrize(
    ("minimums", "others"),
    [
        ([], 20),
        ([minimum(8, CeuPart.PROVIDER)], 12),
        ([minimum(8, CeuPart.PROVIDER), minimum(5, CeuPart.PROVIDER)], 12),
        ([minimum(16, CeuPart.SUBJECT)], 20),
        ([minimum(30, CeuPart.PROVIDER)], 0),
        ([minimum(0.5, CeuPart.PROVIDER)], 19.5),
        ([minimum(5, CeuPart.PROVIDER, ABC), minimum(4, CeuPart.PROVIDER, DEF)], 11),
        ([minimum(5, CeuPart.PROVIDER, ABC), minimum(4, CeuPart.PROVIDER, ABC)], 15),
        ([minimum(8, CeuPart.PROVIDER), minimum(5, CeuPart.PROVIDER, ABC)], 12),
        ([minimum(8, CeuPart.PROVIDER), minimum(9, CeuPart.PROVIDER, ABC)], 11),
    ],
)
def test_what_need_not_come_from_one_provider_may_come_from_others(
    minimums: list[CeuMinimum], others: float
) -> None:
    assert most_from_others(minimums, 20) == others


def earning(passed: str, **more: Any) -> IssuerRenewal:
    return held_by({"cycle": cycle("passing-day")}, {ABC: passed}, **more)


@pytest.mark.parametrize(("earned", "left"), [(None, 20), (0, 20), (12.5, 7.5), (20, 0), (26, 0)])
def test_what_is_earned_is_no_longer_left(earned: float | None, left: float) -> None:
    more = {} if earned is None else {"earned": {"guild": earned}}
    part = earning("2025-03-10", **more)
    assert part.earned == earned
    assert part.left == left


def test_what_is_left_spreads_over_the_months_until_the_end() -> None:
    part = earning("2025-11-23", earned={"guild": 8})
    assert part.a_month(date.fromisoformat(TODAY)) == pytest.approx(12 / 12, rel=0.01)


@pytest.mark.parametrize("end", ["2026-11-24", "2026-12-20"])
def test_in_the_last_month_all_that_is_left_is_a_months(end: str) -> None:
    part = earning("2020-01-01", renews={"guild": end})
    assert part.a_month(date.fromisoformat(TODAY)) == 20


@pytest.mark.parametrize("end", ["2026-11-23", "2026-10-01"])
def test_after_the_last_day_nothing_can_be_spread(end: str) -> None:
    assert earning("2020-01-01", renews={"guild": end}).a_month(date.fromisoformat(TODAY)) is None


def test_nothing_left_is_nothing_a_month() -> None:
    assert earning("2025-03-10", earned={"guild": 20}).a_month(date.fromisoformat(TODAY)) is None
