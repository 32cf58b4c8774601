"""What a funding source and an employer pay, on made-up lists."""

from typing import Any

import pytest

from cert_model.costs import BadAssumption
from tests.costs.price_lists import (
    Plain,
    PriceLists,
    by_year,
    cases,
    credential,
    dues,
    exam_price,
    issuer,
    lists_of,
    membership,
    payer,
    price,
    program,
    renewal,
    usual,
)

ABC, DEF = "guild/abc", "guild/def"
MEMBERS = membership(to_sit="required", to_hold="required")


def funded(*funding: Plain) -> PriceLists:
    """Two exams of $400 and dues of $100; a CEU costs $10, and 10 are due a year."""
    more: Plain = {"membership": MEMBERS, "renewal": renewal(12, 10)}
    return lists_of(
        credential("ABC", exam_price(400), **more),
        credential("DEF", exam_price(400), **more),
        issuers=[issuer(dues=[dues(100)])],
        funding=funding,
        programs=[program("school", 1000, prepares=[ABC])],
    )


def paid(source: Plain, *added: str | tuple[str, int], **assumed: Any) -> dict[int, float]:
    """The typical payments of a source by year."""
    lists = funded(source)
    plan = lists.plan(*(added or (ABC,)), **{"years": 1, "funding": source["id"], **assumed})
    return {year: -amount for year, amount in by_year(plan, "funding").items()}


def test_a_source_pays_what_it_pays_for_and_nothing_else() -> None:
    assert paid(payer("tests", "exam")) == {1: 400}
    assert paid(payer("tests", "exam", "membership")) == {1: 500}


def test_a_source_of_which_nothing_is_known_pays_nothing() -> None:
    source = {"id": "rumor", "name": "Rumor", "payer": "Somebody"}
    assert paid(source) == {}


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            payer("school-fund", "training", "books"),
            "school-fund pays nothing here: it pays for training and code books, "
            "and this plan counts none.",
        ),
        (
            {"id": "rumor", "name": "Rumor", "payer": "Somebody"},
            "What Rumor pays was not found, so none of it is counted.",
        ),
    ],
)
def test_a_source_that_pays_nothing_of_a_plan_says_why(source: Plain, sentence: str) -> None:
    plan = funded(source).plan(ABC, years=1, funding=source["id"])
    assert plan.decisions == ("GUILD requires membership.", sentence)


def test_a_source_that_pays_something_needs_no_excuse() -> None:
    plan = funded(payer("tests", "exam")).plan(ABC, years=1, funding="tests")
    assert plan.decisions == ("GUILD requires membership.",)


@pytest.mark.parametrize(
    ("category", "amount"),
    [
        ("exam", 2 * 400),
        ("retake", 2 * 200),
        ("membership", 3 * 100),
        ("training", 1000),
        ("materials", 2 * 75),
        ("ceus", 2 * (10 + 10) * 10),
        ("renewal", 50),
    ],
)
def test_a_source_can_pay_each_category(category: str, amount: float) -> None:
    assumed = {"pass_rate": 50, "training": "school", "study_material": 75, "late_payments": 1}
    lists = funded(payer("source", category))
    body = issuer("GUILD", price("late", 50), dues=[dues(100)])
    lists = lists_of(
        *lists.credentials, issuers=[body], funding=lists.funding, programs=lists.programs
    )
    plan = lists.plan(ABC, DEF, years=3, funding="source", **assumed)
    assert usual(plan, "funding") == -amount
    assert usual(plan, category) == amount


def test_each_case_is_paid_by_itself() -> None:
    plan = funded(payer("tests", "retake", cap_per_test=250)).plan(
        ABC, years=1, pass_rate=50, funding="tests"
    )
    row = next(row for row in plan.rows if row.category == "funding")
    assert (row.money.low, row.money.typical, row.money.high) == (0, -200, -250)


def test_a_cap_per_test_holds_for_each_exam() -> None:
    assert paid(payer("tests", "exam", cap_per_test=300), ABC, DEF) == {1: 600}


def test_a_cap_per_test_does_not_hold_for_dues() -> None:
    assert paid(payer("tests", "membership", cap_per_test=30)) == {1: 100}


def test_an_exam_and_its_retake_are_two_tests() -> None:
    source = payer("tests", "exam", "retake", cap_per_test=150)
    assert paid(source, pass_rate=50) == {1: 300}


def test_an_exam_and_its_application_are_one_test() -> None:
    source = payer("tests", "exam", cap_per_test=420)
    lists = lists_of(credential("ABC", exam_price(400), price("application", 45)), funding=[source])
    assert usual(lists.plan(ABC, years=1, funding="tests"), "funding") == -420


def test_a_cap_per_year_begins_anew_each_year() -> None:
    source = payer("army", "exam", "membership", cap_per_year=450)
    assert paid(source, ABC, (DEF, 2), years=3) == {1: 450, 2: 450, 3: 100}


def test_a_cap_per_year_is_used_for_what_is_earned_before_upkeep() -> None:
    """In the second year $500 are paid to earn the DEF and $100 of CEUs to keep the ABC."""
    lists = funded(payer("army", "exam", "membership", "ceus", cap_per_year=550))
    plan = lists.plan(ABC, (DEF, 2), years=2, funding="army")
    phases = {
        row.phase.value: row.money.typical
        for row in plan.rows
        if row.category == "funding" and row.year == 2
    }
    assert phases == {"earn": -500, "keep": -50}


def test_a_cap_in_total_is_used_up() -> None:
    source = payer("grant", "membership", cap_total=250)
    assert paid(source, years=4) == {1: 100, 2: 100, 3: 50}


def test_each_case_uses_up_the_cap_in_total_for_itself() -> None:
    """The dearest case spends it in the first year, the cheapest never."""
    source = payer("grant", "exam", "retake", cap_total=900)
    lists = funded(source)
    plan = lists.plan(ABC, (DEF, 2), years=2, pass_rate=50, funding="grant")
    rows = [row.money for row in plan.rows if row.category == "funding"]
    assert [-money.low for money in rows] == [400, 400]
    assert [-money.typical for money in rows] == [600, 300]
    assert [-money.high for money in rows] == [800, 100]


def test_the_smaller_of_two_caps_holds() -> None:
    source = payer("both", "exam", "membership", cap_per_year=450, cap_total=600)
    assert paid(source, ABC, (DEF, 2), years=2) == {1: 450, 2: 150}


def test_payments_for_upkeep_do_not_lower_what_it_costs_to_earn() -> None:
    plan = funded(payer("dues", "membership")).plan(ABC, years=3, funding="dues")
    assert plan.to_earn.typical == 400
    assert plan.each_year_after.typical == 10 * 10


def test_a_payment_rests_on_its_fact_and_its_assumption() -> None:
    plan = funded(payer("tests", "exam")).plan(ABC, years=1, funding="tests")
    row = next(row for row in plan.rows if row.category == "funding")
    assert (row.label, row.credential, row.issuer) == ("tests", None, "guild")
    assert [(ref.subject, ref.path) for ref in row.facts] == [
        ("preparation", ("funding", "funding", 0, "pays"))
    ]
    assert row.assumptions == ("funding",)


def test_a_payment_stands_with_the_first_issuer_of_the_plan() -> None:
    lists = lists_of(
        credential("ABC", exam_price(400)),
        credential("DEF", exam_price(300, attempts=2), issuer="board"),
        issuers=[issuer(), issuer("BOARD")],
        funding=[payer("tests", "exam")],
    )
    plan = lists.plan(ABC, "board/def", years=1, funding="tests", employer_share=10)
    assert {row.issuer for row in plan.rows if row.category == "funding"} == {"board"}


def test_the_second_source_in_the_file_can_be_chosen() -> None:
    plan = funded(payer("first", "exam"), payer("second", "membership")).plan(
        ABC, years=1, funding="second"
    )
    row = next(row for row in plan.rows if row.category == "funding")
    assert row.money.typical == -100
    assert [ref.path for ref in row.facts] == [("funding", "funding", 1, "pays")]


def test_an_unknown_source_is_refused_with_the_known_ones() -> None:
    complaint = '^funding: there is no source "nobody"; known are: tests$'
    with pytest.raises(BadAssumption, match=complaint):
        funded(payer("tests", "exam")).plan(ABC, funding="nobody")


def test_an_employer_pays_a_share_of_every_case() -> None:
    alone = funded().plan(ABC, years=3, pass_rate=50)
    helped = funded().plan(ABC, years=3, pass_rate=50, employer_share=25)
    for name in ("total", "to_earn", "each_year_after"):
        whole = cases(getattr(alone, name))
        expected = tuple(round(0.75 * amount, 2) for amount in whole)
        assert cases(getattr(helped, name)) == pytest.approx(expected, abs=0.01)


def test_an_employer_pays_in_each_year_and_says_how_much() -> None:
    plan = funded().plan(ABC, years=2, employer_share=12.5)
    rows = [row for row in plan.rows if row.category == "funding"]
    assert [(row.year, row.phase.value, row.money.typical) for row in rows] == [
        (1, "earn", -0.125 * 500),
        (2, "keep", -0.125 * 200),
    ]
    assert {row.label for row in rows} == {"An employer pays 12.5 percent"}
    assert {(row.facts, row.assumptions, row.issuer) for row in rows} == {
        ((), ("employer_share",), "guild")
    }


def test_an_employer_pays_a_share_of_what_a_source_leaves() -> None:
    """Of $500, the source pays the exam of $400, and the employer half of the dues."""
    plan = funded(payer("tests", "exam")).plan(ABC, years=1, funding="tests", employer_share=50)
    assert [-row.money.typical for row in plan.rows if row.category == "funding"] == [400, 50]


def test_nobody_pays_where_nobody_is_asked() -> None:
    plan = funded(payer("tests", "exam")).plan(ABC)
    assert not [row for row in plan.rows if row.category == "funding"]
