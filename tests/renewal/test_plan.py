"""A plan over several issuers, and what need not be kept up, on made-up price lists."""

from typing import Any

import pytest

from cert_model.costs import Assumptions
from cert_model.renewal.plan import plan_renewal
from tests.costs.price_lists import (
    PriceLists,
    apprentice,
    credential,
    dues,
    fact,
    issuer,
    lists_of,
    membership,
    price,
    renewal,
    replacement,
)
from tests.renewal.made_up import ABC, DEF, GHI, asked, cycle, ends, guild, kept, planned

TODAY = "2026-11-23"
ABC_A = "guild/abc-a"


def chain() -> PriceLists:
    """The DEF replaces the ABC, and the GHI the DEF; each asks for more CEUs."""
    return guild(
        credential("ABC", price("recertification", 10), renewal=renewal(24, 20)),
        credential(
            "DEF",
            price("recertification", 20),
            renewal=renewal(24, 30),
            replaces=[replacement(ABC)],
        ),
        credential(
            "GHI",
            price("recertification", 40),
            renewal=renewal(24, 40),
            replaces=[replacement(DEF)],
        ),
        cycle=cycle("passing-day"),
    )


def test_who_holds_the_successor_keeps_it_alone() -> None:
    plan = planned(chain(), {ABC: "2025-03-10", DEF: "2025-06-10"}, TODAY)
    assert plan.issuers[0].ids == (DEF,)
    assert plan.issuers[0].due == 30
    assert dict(plan.replaced) == {ABC: DEF}


def test_the_end_of_a_chain_stands_for_all_of_it() -> None:
    plan = planned(chain(), {ABC: None, GHI: None, DEF: None}, TODAY)
    assert plan.issuers[0].ids == (GHI,)
    assert dict(plan.replaced) == {ABC: GHI, DEF: GHI}


def test_a_chain_with_a_gap_is_two_credentials() -> None:
    plan = planned(chain(), {ABC: None, GHI: None}, TODAY)
    assert sorted(plan.issuers[0].ids) == [ABC, GHI]
    assert dict(plan.replaced) == {}


def test_the_cycle_of_what_is_replaced_goes_on() -> None:
    part = kept(chain(), {ABC: "2023-03-10", DEF: "2024-06-10"}, TODAY)
    assert ends(part) == ["2027-03-10"]
    assert part.due_this_cycle == 30


def test_a_successor_earned_inside_the_cycle_has_no_known_number_in_it() -> None:
    part = kept(chain(), {ABC: "2025-03-10", DEF: "2025-06-10"}, TODAY)
    assert ends(part) == ["2027-03-10"]
    assert part.due_this_cycle is None
    assert part.asked == 30


def test_a_successor_alone_has_a_cycle_of_its_own() -> None:
    part = kept(chain(), {DEF: "2025-06-10"}, TODAY)
    assert ends(part) == ["2027-06-10"]


def test_the_fee_is_that_of_the_successor() -> None:
    part = kept(chain(), {ABC: "2025-03-10", DEF: "2025-06-10"}, TODAY)
    assert [(fee.credential, fee.money and fee.money.typical) for fee in part.fees] == [(DEF, 20)]


def marked() -> PriceLists:
    """The ABC and the form with a mark that shares its exam."""
    return guild(
        credential("ABC", renewal=renewal(24, 36), apprentice=apprentice("work")),
        credential("ABC-A", renewal=renewal(24, 36), same_exam_as=ABC),
        cycle=cycle("passing-day"),
    )


def test_the_form_with_a_mark_is_kept_up_as_the_credential_in_full() -> None:
    plan = planned(marked(), {ABC_A: "2021-03-10", ABC: "2025-06-10"}, TODAY)
    assert plan.issuers[0].ids == (ABC,)
    assert plan.issuers[0].due == 36
    assert dict(plan.replaced) == {ABC_A: ABC}


@pytest.mark.parametrize("day", ["2026-06-10", None])
def test_the_cycle_counts_from_the_exam_and_not_from_the_loss_of_the_mark(day: str | None) -> None:
    part = kept(marked(), {ABC: day, ABC_A: "2021-03-10"}, TODAY)
    assert ends(part) == ["2027-03-10"]
    assert part.due_this_cycle == 36


def test_the_form_with_a_mark_alone_is_kept_up_itself() -> None:
    plan = planned(marked(), {ABC_A: "2025-03-10"}, TODAY)
    assert plan.issuers[0].ids == (ABC_A,)
    assert ends(plan.issuers[0]) == ["2027-03-10"]
    assert dict(plan.replaced) == {}


def of_two_issuers(**more: Any) -> PriceLists:
    """The Guild's ABC, 20 CEUs in 24 months, and the Board's XYZ, 10 in 12; CEUs cost $10."""
    rule = {"cycle": cycle("passing-day")}
    return lists_of(
        credential("ABC", price("recertification", 80), renewal=renewal(24, 20), **more),
        credential(
            "XYZ", price("recertification", 30), issuer="board", renewal=renewal(12, 10), **more
        ),
        issuers=[
            issuer("GUILD", renewal=rule, dues=[dues(100)]),
            issuer("BOARD", renewal=rule, dues=[dues(50)]),
        ],
    )


def test_issuers_come_in_the_order_in_which_their_cycles_end() -> None:
    passed = {ABC: "2025-06-10", "board/xyz": "2026-03-10"}
    plan = planned(of_two_issuers(), passed, TODAY)
    assert [(part.issuer.id, ends(part)) for part in plan.issuers] == [
        ("board", ["2027-03-10"]),
        ("guild", ["2027-06-10"]),
    ]


def test_an_issuer_whose_end_is_not_known_comes_last_and_of_two_the_first_by_name() -> None:
    plan = planned(of_two_issuers(), {"board/xyz": None, ABC: "2025-06-10"}, TODAY)
    assert [part.issuer.id for part in plan.issuers] == ["guild", "board"]
    plan = planned(of_two_issuers(), {ABC: None, "board/xyz": None}, TODAY)
    assert [part.issuer.id for part in plan.issuers] == ["board", "guild"]


def test_the_ceus_of_a_year_are_those_of_all_issuers() -> None:
    plan = planned(of_two_issuers(), {ABC: None, "board/xyz": None}, TODAY)
    assert plan.ceus_a_year == 20 / 2 + 10
    assert plan.ceus_are_complete


def test_ceus_of_an_unknown_number_are_left_out_and_said_to_be_missing() -> None:
    lists = lists_of(
        credential("ABC", renewal=renewal(24, 20)),
        credential("XYZ", issuer="board", renewal=renewal(24)),
        issuers=[issuer("GUILD"), issuer("BOARD")],
    )
    plan = planned(lists, {ABC: None, "board/xyz": None}, TODAY)
    assert plan.ceus_a_year == 10
    assert not plan.ceus_are_complete
    assert planned(lists, {"board/xyz": None}, TODAY).ceus_a_year is None


def test_a_year_costs_fees_and_ceus_on_the_average() -> None:
    lists = of_two_issuers(membership=membership(to_hold="none"))
    request = asked({ABC: "2026-11-23", "board/xyz": "2026-11-23"}, TODAY)
    plan = plan_renewal(lists.catalog, request, Assumptions(ceu_price=10))
    assert plan.cost_a_year.typical == pytest.approx(80 / 2 + 30 + (20 / 2 + 10) * 10)
    assert plan.cost_a_year.complete


@pytest.mark.parametrize(
    ("need", "stated", "member"),
    [
        ("required", None, True),
        ("required", False, True),
        ("optional", True, True),
        ("optional", False, False),
        ("optional", None, False),
        ("none", None, False),
    ],
)
def test_membership_counts_where_it_is_required_or_stated(
    need: str, stated: bool | None, member: bool
) -> None:
    lists = of_two_issuers(membership=membership(to_hold=need))
    stating = {} if stated is None else {"members": {"guild": stated}}
    part = kept(lists, {ABC: None}, TODAY, **stating)
    assert part.member is member
    assert any(fee.every_months == 12 for fee in part.fees) is member


def test_membership_that_pays_for_itself_counts() -> None:
    lists = guild(
        credential(
            "ABC",
            price("recertification", 10, audience="member"),
            price("recertification", 900, audience="nonmember"),
            renewal=renewal(24, 20),
            membership=membership(to_hold="optional"),
        ),
        dues=[dues(100)],
    )
    assert kept(lists, {ABC: None}, TODAY).member


def test_a_plan_on_a_later_day_than_the_catalogs_takes_exams_passed_meanwhile() -> None:
    lists = chain()
    plan = planned(lists, {ABC: "2028-03-10"}, "2029-01-01")
    assert ends(plan.issuers[0]) == ["2030-03-10"]


@pytest.mark.parametrize("alone", [True, False])
def test_a_rule_for_one_credential_alone_leaves_the_end_of_several_open(alone: bool) -> None:
    sheets = [credential(code, renewal=renewal(24, 20)) for code in ("ABC", "DEF")]
    rule = cycle("passing-day", of_one_alone=alone)
    lists = guild(*sheets, cycle=rule, additional_ceus=fact(10))
    passed = {ABC: "2025-03-10", DEF: "2023-03-10"}
    assert ends(kept(lists, passed, TODAY)) == ["?" if alone else "2027-03-10"]
    assert ends(kept(lists, {ABC: "2025-03-10"}, TODAY)) == ["2027-03-10"]
    stated = kept(lists, passed, TODAY, renews={"guild": "2027-06-30"})
    assert ends(stated) == ["2027-06-30"]


def test_a_rule_for_one_alone_leaves_a_successor_open_too() -> None:
    lists = chain()
    body = lists.issuers[0]
    rule = {**body["renewal"], "cycle": cycle("passing-day", of_one_alone=True)}
    lists = PriceLists(lists.credentials, ({**body, "renewal": rule},))
    passed = {ABC: "2025-03-10", DEF: "2025-06-10"}
    assert ends(kept(lists, passed, TODAY)) == ["?"]
