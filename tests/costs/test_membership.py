"""When a plan counts a membership, and which dues are paid, on made-up lists."""

from typing import Any

import pytest

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
    usual,
)

REQUIRED = membership(to_sit="required", to_hold="required")
OPTIONAL = membership(to_sit="optional", to_hold="optional")


def one(*fees: Plain, need: Plain, **body: Any) -> PriceLists:
    """A credential that needs a membership in some way, kept without CEUs or a fee."""
    sheet = credential("ABC", *fees, membership=need, renewal=renewal(24, 0))
    own = {"dues": [dues(100)], **body}
    return lists_of(sheet, issuers=[issuer("GUILD", price("recertification", 0), **own)])


def test_required_dues_are_paid_every_year() -> None:
    plan = one(need=REQUIRED).plan("guild/abc", years=3)
    assert by_year(plan, "membership") == {1: 100, 2: 100, 3: 100}


def test_dues_are_paid_from_the_year_of_the_first_exam_on() -> None:
    plan = one(need=REQUIRED).plan(("guild/abc", 2), years=3)
    assert by_year(plan, "membership") == {2: 100, 3: 100}


def test_dues_until_the_last_exam_are_paid_to_earn_and_later_ones_to_keep() -> None:
    lists = lists_of(
        credential("ABC", membership=REQUIRED),
        credential("DEF", membership=REQUIRED),
        issuers=[issuer(dues=[dues(100)])],
    )
    plan = lists.plan("guild/abc", ("guild/def", 2), years=4)
    phases = [row.phase.value for row in plan.rows if row.category == "membership"]
    assert phases == ["earn", "earn", "keep", "keep"]


def test_one_membership_serves_all_credentials_of_an_issuer() -> None:
    lists = lists_of(
        credential("ABC", membership=REQUIRED),
        credential("DEF", membership=REQUIRED),
        issuers=[issuer(dues=[dues(100)])],
    )
    assert usual(lists.plan("guild/abc", "guild/def", years=2), "membership") == 200


def test_each_issuer_asks_for_its_own_dues() -> None:
    lists = lists_of(
        credential("ABC", membership=REQUIRED),
        credential("DEF", issuer="board", membership=REQUIRED),
        issuers=[issuer(dues=[dues(100)]), issuer("BOARD", dues=[dues(30)])],
    )
    assert usual(lists.plan("guild/abc", "board/def", years=1), "membership") == 130


@pytest.mark.parametrize(
    "need", [membership(to_sit="required"), membership(to_hold="required")], ids=["sit", "hold"]
)
def test_a_membership_needed_to_sit_or_to_hold_counts(need: Plain) -> None:
    assert usual(one(need=need).plan("guild/abc", years=1, membership="never"), "membership") == 100


def test_the_strictest_need_among_the_credentials_decides() -> None:
    lists = lists_of(
        credential("ABC", membership=OPTIONAL),
        credential("DEF", membership=REQUIRED),
        issuers=[issuer(dues=[dues(100)])],
    )
    plan = lists.plan("guild/abc", "guild/def", years=1, membership="never")
    assert usual(plan, "membership") == 100
    assert plan.decisions == ("GUILD requires membership.",)


def test_a_need_that_nobody_knows_counts_no_membership() -> None:
    plan = one(need={}).plan("guild/abc", membership="always")
    assert usual(plan, "membership") == 0
    assert plan.decisions == ()


def test_an_optional_membership_without_dues_does_not_count() -> None:
    plan = one(need=OPTIONAL, dues=[]).plan("guild/abc", membership="always")
    assert usual(plan, "membership") == 0
    assert plan.decisions == ()


def test_required_dues_without_a_price_are_missing_from_all_three_sums() -> None:
    plan = one(need=REQUIRED, dues=[]).plan("guild/abc", years=2)
    assert [gap.what for gap in plan.missing] == ["the membership dues"]
    assert not plan.to_earn.complete
    assert not plan.each_year_after.complete


@pytest.mark.parametrize(
    ("choice", "paid", "sentence"),
    [
        ("always", 100, "GUILD membership is included, as you chose."),
        ("never", 0, "GUILD membership is not included, as you chose."),
    ],
)
def test_an_optional_membership_counts_as_chosen(choice: str, paid: float, sentence: str) -> None:
    plan = one(need=OPTIONAL).plan("guild/abc", years=1, membership=choice)
    assert usual(plan, "membership") == paid
    assert plan.decisions == (sentence,)


PRICES = (exam_price(300, audience="member"), exam_price(460))
"""A member saves $160 at the exam."""


def test_the_membership_counts_where_it_saves_more_than_its_dues() -> None:
    plan = one(*PRICES, need=OPTIONAL).plan("guild/abc", years=1)
    assert usual(plan, "exam") == 300
    assert plan.decisions == ("GUILD membership saves $60 over 1 year, so it is included.",)


def test_the_membership_does_not_count_where_its_dues_are_more_than_it_saves() -> None:
    plan = one(*PRICES, need=OPTIONAL).plan("guild/abc", years=2)
    assert usual(plan, "exam") == 460
    assert plan.decisions == (
        "GUILD membership would add $40 over 2 years, so it is not included.",
    )


def test_a_membership_that_saves_less_than_a_dollar_counts() -> None:
    lists = one(*PRICES, need=OPTIONAL, dues=[dues(159.6)])
    assert usual(lists.plan("guild/abc", years=1), "membership") == 159.6


def test_a_membership_that_neither_saves_nor_costs_does_not_count() -> None:
    lists = one(*PRICES, need=OPTIONAL, dues=[dues(160)])
    assert usual(lists.plan("guild/abc", years=1), "membership") == 0


def test_the_typical_retake_and_upkeep_are_part_of_the_comparison() -> None:
    """At a rate of 50 percent a member saves half of $160 more: $240 - 2 × $100 = $40."""
    plan = one(*PRICES, need=OPTIONAL).plan("guild/abc", years=2, pass_rate=50)
    assert plan.decisions == ("GUILD membership saves $40 over 2 years, so it is included.",)


def test_the_way_with_fewer_missing_prices_is_taken_though_it_costs_more() -> None:
    plan = one(exam_price(300, audience="member"), need=OPTIONAL).plan("guild/abc", years=1)
    assert usual(plan, "membership") == 100
    assert plan.decisions == (
        "GUILD membership is included, because not every price that nonmembers pay was found.",
    )


def test_a_membership_whose_prices_are_missing_is_not_taken() -> None:
    plan = one(exam_price(300, audience="nonmember"), need=OPTIONAL).plan("guild/abc", years=1)
    assert usual(plan, "membership") == 0
    assert plan.decisions == (
        "GUILD membership is not included, because not every price that members pay was found.",
    )


def test_a_price_that_is_missing_in_several_years_is_missing_once() -> None:
    """Others lack the exam's price, members that of a fee in every year: one price each."""
    sheet = credential(
        "ABC",
        exam_price(500, audience="member"),
        price("recertification", 10, audience="nonmember"),
        membership=OPTIONAL,
        renewal=renewal(12, 0),
    )
    lists = lists_of(sheet, issuers=[issuer(dues=[dues(100)])])
    plan = lists.plan("guild/abc", years=6)
    assert usual(plan, "membership") == 0
    assert missing(plan) == [("ABC", "exam")]


STUDENT = [dues(40, audience="student-member"), dues(100)]


def test_a_student_pays_student_dues_in_the_first_year_alone() -> None:
    plan = one(need=REQUIRED, dues=STUDENT).plan(("guild/abc", 2), years=4, student=True)
    assert by_year(plan, "membership") == {2: 40, 3: 100, 4: 100}


def test_student_dues_rest_on_the_assumption_that_says_so() -> None:
    plan = one(need=REQUIRED, dues=STUDENT).plan("guild/abc", years=2, student=True)
    assert [row.assumptions for row in plan.rows if row.category == "membership"] == [
        ("student",),
        (),
    ]


def test_nobody_who_holds_a_credential_of_the_issuer_pays_student_dues() -> None:
    lists = lists_of(
        credential("ABC"),
        credential("DEF", membership=REQUIRED),
        issuers=[issuer(dues=STUDENT)],
    )
    plan = lists.plan("guild/def", held=["guild/abc"], years=1, student=True)
    assert usual(plan, "membership") == 100


def test_estimated_dues_make_the_total_about() -> None:
    lists = one(exam_price(0), need=REQUIRED, dues=[], dues_in_general=between(80, 160))
    plan = lists.plan("guild/abc", years=2)
    assert cases(plan.total) == (2 * 80, 2 * 120, 2 * 160)
    assert plan.total.estimated
    facts = {ref for row in plan.rows if row.category == "membership" for ref in row.facts}
    assert [(ref.subject, ref.path) for ref in facts] == [("guild", ("dues_in_general",))]


def test_dues_that_are_not_for_a_year_are_no_dues() -> None:
    lists = one(need=REQUIRED, dues=[price("membership", 90, every_months=24)])
    assert ("", "membership") in missing(lists.plan("guild/abc"))
