"""How many CEUs are due and what they cost, on made-up lists: one CEU costs $10."""

import pytest

from tests.costs.price_lists import (
    Plain,
    PriceLists,
    by_year,
    cases,
    ceus_by_number,
    credential,
    fact,
    issuer,
    lists_of,
    missing,
    price,
    renewal,
    replacement,
    usual,
)

FREE_RENEWAL = price("recertification", 0)
FREE_RENEWALS = (FREE_RENEWAL, price("recertification-additional", 0))


def lists_with(rule: Plain, *renewals: Plain) -> PriceLists:
    """Credentials A, B, C … with their own renewals, of an issuer with a rule for all."""
    sheets = [credential(code, renewal=own) for code, own in zip("ABCDEF", renewals, strict=False)]
    return lists_of(*sheets, issuers=[issuer("GUILD", *FREE_RENEWALS, renewal=rule)])


def test_a_years_share_of_the_ceus_is_paid_in_every_year_after_the_exam() -> None:
    plan = lists_with({}, renewal(24, 20)).plan("guild/a", years=4)
    assert by_year(plan, "ceus") == {2: 100, 3: 100, 4: 100}


def test_ceus_cost_their_low_usual_and_high_price() -> None:
    plan = lists_with({}, renewal(12, 6)).plan(
        "guild/a", years=2, ceu_price_low=2, ceu_price=10, ceu_price_high=25
    )
    row = next(row for row in plan.rows if row.category == "ceus")
    assert (row.money.low, row.money.typical, row.money.high) == (12, 60, 150)


def test_a_usual_price_below_the_lowest_is_raised_to_it_and_so_is_the_highest() -> None:
    plan = lists_with({}, renewal(12, 6)).plan(
        "guild/a", years=2, ceu_price_low=30, ceu_price=10, ceu_price_high=5
    )
    row = next(row for row in plan.rows if row.category == "ceus")
    assert row.money.low == row.money.typical == row.money.high == 6 * 30


@pytest.mark.parametrize(("held", "due"), [(1, 36), (2, 40), (3, 44), (4, 44)])
def test_a_table_says_how_many_are_due_for_a_number_held(held: int, due: float) -> None:
    lists = lists_with({"ceus_by_number": ceus_by_number(36, 40, 44)}, *[renewal(24, 36)] * 4)
    plan = lists.plan(*[f"guild/{code}" for code in "abcd"[:held]], years=2)
    assert usual(plan, "ceus") == due / 2 * 10


def test_an_unknown_number_of_ceus_is_missing_by_its_name() -> None:
    plan = lists_with({}, renewal(24)).plan("guild/a", years=2)
    assert "the number of CEUs required" in [gap.what for gap in plan.missing]


def test_a_table_needs_no_number_of_the_credential_itself() -> None:
    lists = lists_with({"ceus_by_number": ceus_by_number(36, 40)}, renewal(24, 36), renewal(24))
    plan = lists.plan("guild/a", "guild/b", years=2)
    assert usual(plan, "ceus") == 40 / 2 * 10
    assert plan.complete


def test_a_table_that_ends_before_the_number_held_leaves_the_own_numbers() -> None:
    table = [{"credentials": 1, "ceus": fact(36)}]
    plan = lists_with({"ceus_by_number": table}, renewal(24, 20), renewal(24, 30)).plan(
        "guild/a", "guild/b", years=2
    )
    assert usual(plan, "ceus") == (20 + 30) / 2 * 10


def test_a_line_of_the_table_without_a_number_is_passed_over() -> None:
    table = [{"credentials": 1, "ceus": {"src": ["issuer-page"]}}]
    plan = lists_with({"ceus_by_number": table}, renewal(24, 20)).plan("guild/a", years=2)
    assert usual(plan, "ceus") == 20 / 2 * 10


def test_the_number_held_changes_when_another_is_earned() -> None:
    lists = lists_with({"ceus_by_number": ceus_by_number(36, 40)}, *[renewal(24, 36)] * 2)
    plan = lists.plan("guild/a", ("guild/b", 2), years=3)
    assert by_year(plan, "ceus") == {2: 180, 3: 200}


ADDITIONAL = renewal(24, additional_ceus=10, ceus_cap=35)


def test_each_further_credential_adds_to_the_largest_requirement() -> None:
    plan = lists_with(ADDITIONAL, renewal(24, 16), renewal(24, 20)).plan(
        "guild/a", "guild/b", years=2
    )
    assert usual(plan, "ceus") == (20 + 10) / 2 * 10


def test_the_further_ones_add_up_to_a_cap() -> None:
    plan = lists_with(ADDITIONAL, *[renewal(24, 20)] * 3).plan(
        "guild/a", "guild/b", "guild/c", years=2
    )
    assert usual(plan, "ceus") == 35 / 2 * 10


def test_without_a_cap_the_further_ones_add_up() -> None:
    plan = lists_with(renewal(24, additional_ceus=10), *[renewal(24, 20)] * 3).plan(
        "guild/a", "guild/b", "guild/c", years=2
    )
    assert usual(plan, "ceus") == (20 + 2 * 10) / 2 * 10


def test_a_single_credential_asks_for_its_own_number_though_above_the_cap() -> None:
    plan = lists_with(ADDITIONAL, renewal(24, 50)).plan("guild/a", years=2)
    assert usual(plan, "ceus") == 50 / 2 * 10


def test_without_a_rule_of_the_issuer_the_requirements_add_up() -> None:
    plan = lists_with({}, renewal(24, 16), renewal(24, 20)).plan("guild/a", "guild/b", years=2)
    assert usual(plan, "ceus") == (16 + 20) / 2 * 10


def test_the_ceus_are_spread_over_the_shortest_cycle() -> None:
    plan = lists_with({}, renewal(36, 30), renewal(12, 6)).plan("guild/a", "guild/b", years=2)
    assert usual(plan, "ceus") == (30 + 6) * 10


def test_what_a_sheet_leaves_out_is_that_of_the_issuer() -> None:
    plan = lists_with(renewal(12, 8), {}).plan("guild/a", years=2)
    assert usual(plan, "ceus") == 8 * 10


def test_each_issuer_counts_its_own_credentials() -> None:
    lists = lists_of(
        credential("A", renewal=renewal(24, 20)),
        credential("B", issuer="board", renewal=renewal(24, 30)),
        issuers=[
            issuer("GUILD", FREE_RENEWAL, renewal=ADDITIONAL),
            issuer("BOARD", FREE_RENEWAL, renewal=ADDITIONAL),
        ],
    )
    assert usual(lists.plan("guild/a", "board/b", years=2), "ceus") == (20 + 30) / 2 * 10


def test_an_unknown_number_is_missing_and_the_known_ones_count() -> None:
    plan = lists_with({}, renewal(24, 20), renewal(24)).plan("guild/a", "guild/b", years=2)
    assert missing(plan) == [("B", "ceus")]
    assert usual(plan, "ceus") == 20 / 2 * 10


def test_an_unknown_number_adds_nothing_to_the_largest_requirement() -> None:
    plan = lists_with(ADDITIONAL, renewal(24, 20), renewal(24)).plan("guild/a", "guild/b", years=2)
    assert usual(plan, "ceus") == 20 / 2 * 10


def test_a_number_without_a_cycle_is_missing() -> None:
    plan = lists_with({}, renewal(None, 20)).plan("guild/a", years=2)
    assert ("A", "ceus") in missing(plan)
    assert "the cycle in which its CEUs are due" in [gap.what for gap in plan.missing]


def test_no_ceus_are_missing_in_the_year_of_the_exam() -> None:
    assert lists_with({}, {}).plan("guild/a", years=1).complete


def test_zero_ceus_are_known_and_cost_nothing() -> None:
    plan = lists_with({}, renewal(24, 0)).plan("guild/a", years=3)
    assert plan.complete
    assert not [row for row in plan.rows if row.category == "ceus"]


def test_a_replaced_credential_asks_for_no_ceus_from_the_year_after_on() -> None:
    lists = lists_of(
        credential("A", renewal=renewal(24, 20)),
        credential("B", renewal=renewal(24, 30), replaces=[replacement("guild/a")]),
        issuers=[issuer("GUILD", FREE_RENEWAL)],
    )
    plan = lists.plan("guild/a", ("guild/b", 2), years=4)
    assert by_year(plan, "ceus") == {2: 100, 3: 150, 4: 150}


def test_ceus_are_part_of_each_year_after() -> None:
    plan = lists_with({}, renewal(24, 20)).plan("guild/a", years=1)
    assert cases(plan.each_year_after) == (0, 100, 250)
    assert plan.ceus_each_year_after.typical == 100
