"""What recertification, late payment and a lapse cost, on made-up lists without CEUs."""

from datetime import date
from typing import Any

import pytest

from cert_model.costs import HeldCredential
from tests.catalogs import TODAY
from tests.costs.price_lists import (
    Plain,
    PriceLists,
    between,
    by_year,
    cases,
    credential,
    dues,
    exam_price,
    issuer,
    lists_of,
    membership,
    missing,
    price,
    renewal,
    replacement,
    usual,
)

TWO_YEARS = renewal(24, 0)


def fee(amount: float | Plain, **more: Any) -> Plain:
    return price("recertification", amount, **more)


def further(amount: float, **more: Any) -> Plain:
    return price("recertification-additional", amount, **more)


def kept(code: str, *fees: Plain, **more: Any) -> Plain:
    """A credential of two years' cycles without CEUs."""
    return credential(code, exam_price(400), *fees, **{"renewal": TWO_YEARS, **more})


def lists_with(*credentials: Plain, fees: tuple[Plain, ...] = ()) -> PriceLists:
    return lists_of(*credentials, issuers=[issuer("GUILD", *fees)])


def test_a_fee_is_due_every_time_the_cycle_ends() -> None:
    plan = lists_with(kept("A", fee(80))).plan("guild/a", years=6)
    assert by_year(plan, "renewal") == {3: 80, 5: 80}


def test_a_cycle_begins_at_the_end_of_the_year_of_the_exam() -> None:
    plan = lists_with(kept("A", fee(80))).plan(("guild/a", 3), years=6)
    assert by_year(plan, "renewal") == {5: 80}


def test_a_fee_that_names_its_own_period_is_due_then() -> None:
    plan = lists_with(kept("A", fee(30, every_months=12))).plan("guild/a", years=4)
    assert by_year(plan, "renewal") == {2: 30, 3: 30, 4: 30}


def test_a_period_that_is_no_whole_year_ends_in_the_year_in_which_it_ends() -> None:
    """18 months after the first year end in the third, 36 in the fourth."""
    plan = lists_with(kept("A", fee(30, every_months=18))).plan("guild/a", years=6)
    assert by_year(plan, "renewal") == {3: 30, 4: 30, 6: 30}


def test_a_credential_without_a_fee_of_its_own_pays_the_general_one() -> None:
    plan = lists_with(kept("A"), fees=(fee(90),)).plan("guild/a", years=3)
    assert by_year(plan, "renewal") == {3: 90}


def test_its_own_fee_comes_before_the_general_one() -> None:
    plan = lists_with(kept("A", fee(80)), fees=(fee(90),)).plan("guild/a", years=3)
    assert by_year(plan, "renewal") == {3: 80}


def test_a_fee_with_a_range_is_low_midpoint_and_high() -> None:
    plan = lists_with(kept("A", fee(between(40, 60)))).plan("guild/a", years=3)
    row = next(row for row in plan.rows if row.category == "renewal")
    assert (row.money.low, row.money.typical, row.money.high) == (40, 50, 60)


def test_a_further_credential_pays_the_fee_for_further_ones() -> None:
    lists = lists_with(kept("A"), kept("B", fee(70)), fees=(fee(218), further(50)))
    plan = lists.plan("guild/a", "guild/b", years=3)
    assert by_year(plan, "renewal") == {3: 218 + 50}


def test_without_a_fee_for_further_ones_each_pays_its_own() -> None:
    lists = lists_with(kept("A", fee(80)), kept("B", fee(70)), fees=(fee(218),))
    assert by_year(lists.plan("guild/a", "guild/b", years=3), "renewal") == {3: 80 + 70}


def test_a_second_line_for_further_ones_is_that_of_the_third_and_all_that_follow() -> None:
    lists = lists_with(*map(kept, "ABCD"), fees=(fee(100), further(50), further(25)))
    plan = lists.plan(*[f"guild/{code}" for code in "abcd"], years=3)
    assert by_year(plan, "renewal") == {3: 100 + 50 + 25 + 25}


def test_the_one_earned_first_pays_the_first_fee() -> None:
    lists = lists_with(kept("A", fee(80)), kept("B", fee(70)), fees=(further(10),))
    plan = lists.plan(("guild/a", 2), "guild/b", years=4)
    assert by_year(plan, "renewal") == {3: 70, 4: 10}


def test_of_two_earned_in_a_year_the_first_of_the_alphabet_pays_the_first_fee() -> None:
    lists = lists_with(kept("A", fee(80)), kept("B", fee(70)), fees=(further(10),))
    for order in (["guild/a", "guild/b"], ["guild/b", "guild/a"]):
        assert by_year(lists.plan(*order, years=3), "renewal") == {3: 80 + 10}


def test_of_two_held_the_one_held_longer_pays_the_first_fee() -> None:
    lists = lists_with(kept("A", fee(80)), kept("B", fee(70)), kept("C"), fees=(further(10),))
    held = [HeldCredential("guild/a"), HeldCredential("guild/b", date(2025, 11, 23))]
    plan = lists.plan("guild/c", held=held, years=3)
    assert by_year(plan, "renewal") == {3: 10}
    replacing = kept("D", fee(60), replaces=[replacement("guild/b")])
    lists = lists_with(*lists.credentials, replacing, fees=(further(10),))
    plan = lists.plan("guild/d", held=held, years=3)
    assert by_year(plan, "renewal") == {2: 80 - 10, 3: 10 - 70}


def test_members_pay_the_members_fee() -> None:
    sheet = kept(
        "A", fee(100, audience="member"), fee(218), membership=membership(to_hold="optional")
    )
    lists = lists_of(sheet, issuers=[issuer(dues=[dues(10)])])
    for choice, paid in (("always", 100), ("never", 218)):
        assert usual(lists.plan("guild/a", years=3, membership=choice), "renewal") == paid


def test_a_fee_for_further_ones_is_paid_by_its_audience_alone() -> None:
    lists = lists_with(
        kept("A", fee(80)), kept("B", fee(70)), fees=(further(10, audience="member"),)
    )
    assert by_year(lists.plan("guild/a", "guild/b", years=3), "renewal") == {3: 80 + 70}


def test_a_fee_that_nobody_found_is_missing_from_the_year_after_on() -> None:
    lists = lists_with(kept("A"))
    assert missing(lists.plan("guild/a", years=1)) == []
    assert missing(lists.plan("guild/a", years=2)) == [("A", "renewal")]
    assert [gap.what for gap in lists.plan("guild/a").missing] == ["the recertification fee"]


def test_a_missing_fee_is_part_of_each_year_after_and_not_of_earning() -> None:
    plan = lists_with(kept("A")).plan("guild/a")
    assert plan.to_earn.complete
    assert not plan.each_year_after.complete


def test_dues_that_must_be_paid_stand_for_a_fee() -> None:
    sheet = kept("A", membership=membership(to_hold="required"))
    lists = lists_of(sheet, issuers=[issuer(dues=[dues(100)])])
    assert lists.plan("guild/a").complete


def test_dues_that_may_be_paid_stand_for_no_fee() -> None:
    sheet = kept("A", membership=membership(to_hold="optional"))
    lists = lists_of(sheet, issuers=[issuer(dues=[dues(100)])])
    assert missing(lists.plan("guild/a")) == [("A", "renewal")]


def test_a_fee_without_a_period_is_missing() -> None:
    lists = lists_with(kept("A", fee(80), renewal=renewal(None, 0)))
    plan = lists.plan("guild/a")
    assert "how often the recertification fee is due" in [gap.what for gap in plan.missing]
    assert usual(plan, "renewal") == 0


def test_a_missing_fee_of_one_leaves_the_fees_of_others() -> None:
    plan = lists_with(kept("A"), kept("B", fee(70))).plan("guild/a", "guild/b", years=3)
    assert missing(plan) == [("A", "renewal")]
    assert usual(plan, "renewal") == 70


def test_a_missing_period_of_one_leaves_the_fees_of_others() -> None:
    lists = lists_with(kept("A", fee(80), renewal=renewal(None, 0)), kept("B", fee(70)))
    assert usual(lists.plan("guild/a", "guild/b", years=3), "renewal") == 70


SUCCESSOR = kept("B", fee(90), replaces=[replacement("guild/a")])


def test_a_replaced_credential_pays_no_fee_and_its_successor_goes_on_in_its_cycle() -> None:
    lists = lists_with(kept("A", fee(80)), SUCCESSOR)
    plan = lists.plan("guild/a", ("guild/b", 4), years=7)
    assert by_year(plan, "renewal") == {3: 80, 5: 90, 7: 90}


def test_who_earns_both_in_a_year_pays_the_fee_of_the_successor_alone() -> None:
    plan = lists_with(kept("A", fee(80)), SUCCESSOR).plan("guild/a", "guild/b", years=5)
    assert by_year(plan, "renewal") == {3: 90, 5: 90}


def test_what_is_earned_after_its_successor_asks_for_nothing() -> None:
    plan = lists_with(kept("A", fee(80)), SUCCESSOR).plan(("guild/a", 2), "guild/b", years=5)
    assert by_year(plan, "renewal") == {3: 90, 5: 90}


def test_a_fee_that_is_due_once_another_was_replaced_is_missing_if_nobody_found_it() -> None:
    """C pays the further fee behind A, and would pay its own, not found, once B replaced A."""
    lists = lists_with(kept("A", fee(80)), SUCCESSOR, kept("C"), fees=(further(10),))
    plan = lists.plan("guild/a", ("guild/c", 2), ("guild/b", 3), years=5)
    assert missing(plan) == [("C", "renewal")]


@pytest.mark.parametrize(
    ("months", "years"), [(0, [2, 4]), (1, [2, 4]), (12, [1, 3]), (13, [1, 3]), (24, [2, 4])]
)
def test_a_held_credentials_cycle_counts_from_the_day_it_was_earned(
    months: int, years: list[int]
) -> None:
    """Its successor is added in the last year, so that the fee of a held one shows as saved."""
    since = TODAY.replace(year=TODAY.year - months // 12, month=TODAY.month - months % 12)
    lists = lists_with(kept("A", fee(80)), kept("B", fee(90), replaces=[replacement("guild/a")]))
    plan = lists.plan(("guild/b", 1), held=[HeldCredential("guild/a", since)], years=4)
    assert by_year(plan, "renewal") == {year: 90 - 80 for year in years if year > 1}


def test_a_month_into_a_year_a_cycle_ends_in_that_year() -> None:
    """Held for 11 months, the cycle of two years ends 13 and 37 months from now."""
    lists = lists_with(kept("A", fee(80)), kept("B", fee(90), replaces=[replacement("guild/a")]))
    held = HeldCredential("guild/a", date(2025, 12, 23))
    plan = lists.plan("guild/b", held=[held], years=4)
    assert by_year(plan, "renewal") == {2: 90 - 80, 4: 90 - 80}


LATE = price("late", 50)


def test_paying_late_costs_the_late_fee_each_time() -> None:
    plan = lists_with(kept("A", fee(0)), fees=(LATE,)).plan("guild/a", late_payments=2)
    assert by_year(plan, "renewal") == {2: 2 * 50, 3: 0, 5: 0}


def test_an_unknown_late_fee_is_missing() -> None:
    plan = lists_with(kept("A", fee(0))).plan("guild/a", late_payments=1)
    assert [gap.what for gap in plan.missing] == ["the late fee"]


def test_a_lapse_costs_the_reinstatement_each_time() -> None:
    body = issuer(renewal={"reinstatement": {"fee": between(100, 200)}})
    plan = lists_of(kept("A", fee(0)), issuers=[body]).plan("guild/a", years=2, lapses=2)
    assert cases(plan.of_category(plan.rows[-1].category)) == (200, 300, 400)
    assert by_year(plan, "renewal") == {2: 300}


@pytest.mark.parametrize(
    "reinstatement", [None, {}, {"fee": {"src": ["issuer-page"]}}], ids=["none", "empty", "unknown"]
)
def test_an_unknown_price_of_reinstatement_is_missing(reinstatement: Plain | None) -> None:
    body = issuer(renewal={} if reinstatement is None else {"reinstatement": reinstatement})
    plan = lists_of(kept("A", fee(0)), issuers=[body]).plan("guild/a", lapses=1)
    assert [gap.what for gap in plan.missing] == ["the price of reinstatement"]


def test_late_payments_and_lapses_follow_the_first_of_an_issuers_credentials() -> None:
    lists = lists_with(kept("A", fee(0)), kept("B", fee(0)), fees=(LATE,))
    plan = lists.plan(("guild/a", 3), ("guild/b", 2), late_payments=1, years=4)
    assert by_year(plan, "renewal") == {3: 50, 4: 0}


def test_nothing_is_paid_late_in_the_year_of_the_exam() -> None:
    lists = lists_with(kept("A"), fees=(LATE,))
    assert by_year(lists.plan("guild/a", years=1, late_payments=1, lapses=1), "renewal") == {}


def test_the_letters_with_a_mark_pay_the_fee_of_their_exam() -> None:
    lists = lists_with(
        kept("A", fee(80)), credential("A-A", same_exam_as="guild/a", renewal=TWO_YEARS)
    )
    assert by_year(lists.plan("guild/a-a", years=3), "renewal") == {3: 80}
