"""What an exam costs: its price, the application and the expected retake, on made-up lists."""

from typing import Any

import pytest

from tests.costs.price_lists import (
    Plain,
    PriceLists,
    between,
    cases,
    credential,
    exam_price,
    fact,
    issuer,
    lists_of,
    missing,
    price,
    usual,
)


def exam_of(*fees: Plain, **exam: Any) -> PriceLists:
    return lists_of(credential("ABC", *fees, exam=exam))


def rate(year: int | None, percent: float, cohort: str, **more: Any) -> Plain:
    return {"year": year, "percent": percent, "cohort": cohort, "src": ["issuer-page"], **more}


def test_an_exam_that_is_passed_for_sure_costs_its_price_and_at_most_a_retake() -> None:
    plan = exam_of(exam_price(400)).plan("guild/abc", years=1)
    assert cases(plan.to_earn) == (400, 400, 800)


def test_the_retake_costs_as_much_as_the_exam_times_the_chance_to_fail() -> None:
    plan = exam_of(exam_price(400)).plan("guild/abc", years=1, pass_rate=65)
    assert cases(plan.to_earn) == (400, 400 + 0.35 * 400, 400 + 400)


def test_a_retake_with_its_own_price_costs_that() -> None:
    plan = exam_of(exam_price(400), price("retake", 100)).plan("guild/abc", pass_rate=50)
    assert usual(plan, "retake") == 0.5 * 100


def test_a_retake_with_a_range_is_weighed_by_its_midpoint() -> None:
    plan = exam_of(exam_price(400), price("retake", between(100, 200))).plan(
        "guild/abc", pass_rate=50
    )
    assert cases(plan.to_earn) == (400, 400 + 0.5 * 150, 400 + 200)


def test_the_application_fee_belongs_to_the_exam() -> None:
    plan = exam_of(exam_price(400), price("application", 45)).plan("guild/abc")
    assert usual(plan, "exam") == 400 + 45


def test_a_price_with_a_range_is_low_midpoint_and_high() -> None:
    plan = exam_of(exam_price(between(300, 500)), price("retake", 0)).plan("guild/abc", years=1)
    assert cases(plan.to_earn) == (300, 400, 500)


def test_two_attempts_cost_their_package_and_leave_no_retake() -> None:
    lists = exam_of(exam_price(400), exam_price(520, attempts=2))
    plan = lists.plan("guild/abc", years=1, attempts="two", pass_rate=10)
    assert cases(plan.to_earn) == (520, 520, 520)


def test_two_attempts_without_a_package_are_one_attempt_and_a_retake() -> None:
    plan = exam_of(exam_price(400)).plan("guild/abc", years=1, attempts="two", pass_rate=50)
    assert cases(plan.to_earn) == (400, 400 + 200, 800)


def test_a_package_of_two_is_bought_where_one_attempt_is_not_sold() -> None:
    plan = exam_of(exam_price(520, attempts=2)).plan("guild/abc", years=1, pass_rate=10)
    assert cases(plan.to_earn) == (520, 520, 520)


def test_a_price_that_names_no_attempts_is_for_one() -> None:
    lists = exam_of(exam_price(520, attempts=2), price("exam", 400))
    assert usual(lists.plan("guild/abc"), "exam") == 400


def test_ones_own_chance_to_pass_comes_before_the_published_rate() -> None:
    lists = exam_of(exam_price(400), pass_rates=[rate(2025, 50, "first-time")])
    assert usual(lists.plan("guild/abc", pass_rate=90), "retake") == pytest.approx(0.1 * 400)


def test_the_published_rate_comes_before_the_assumed_one() -> None:
    lists = exam_of(exam_price(400), pass_rates=[rate(2025, 50, "first-time")])
    plan = lists.plan("guild/abc", pass_rate=None, unpublished_pass_rate=80)
    assert usual(plan, "retake") == 0.5 * 400


def test_without_a_published_rate_the_assumed_one_counts() -> None:
    plan = exam_of(exam_price(400)).plan("guild/abc", pass_rate=None, unpublished_pass_rate=80)
    assert usual(plan, "retake") == pytest.approx(0.2 * 400)


@pytest.mark.parametrize(
    ("rates", "percent"),
    [
        ([rate(2023, 70, "first-time"), rate(2025, 60, "first-time")], 60),
        ([rate(2025, 55, "all"), rate(2025, 60, "first-time")], 60),
        ([rate(2024, 70, "first-time"), rate(2025, 60, "all")], 60),
        ([rate(2025, 60, "all"), rate(2026, 90, "all", estimate=True)], 60),
        ([rate(2025, 60, "all"), rate(2026, 90, "all", superseded=True)], 60),
        ([rate(2025, 60, "all"), rate(None, 90, "all")], 60),
        ([{"low": 40, "high": 60, "cohort": "all", "src": ["issuer-page"]}], 65),
    ],
    ids=[
        "the newest",
        "first-time takers before all",
        "a newer year before first-time takers",
        "no outsider's guess",
        "none that was replaced",
        "a year before none",
        "no range",
    ],
)
def test_the_pass_rate_is_the_newest_that_the_issuer_stands_behind(
    rates: list[Plain], percent: float
) -> None:
    plan = exam_of(exam_price(400), pass_rates=rates).plan("guild/abc", pass_rate=None)
    assert usual(plan, "retake") == pytest.approx((1 - percent / 100) * 400)


def test_an_exam_without_a_price_is_missing() -> None:
    plan = exam_of(price("retake", 90)).plan("guild/abc", years=1, pass_rate=50)
    assert [(gap.what, gap.issuer) for gap in plan.missing] == [
        ("the exam price in dollars", "guild")
    ]
    assert not plan.to_earn.complete


def test_without_an_exam_price_no_retake_is_counted() -> None:
    plan = exam_of(price("retake", 90)).plan("guild/abc", years=1, pass_rate=50)
    assert cases(plan.total) == (0, 0, 0)


def test_a_price_in_other_money_is_no_price() -> None:
    plan = exam_of(exam_price(300, currency="GBP")).plan("guild/abc", years=1)
    assert missing(plan) == [("ABC", "exam")]


def test_a_price_for_members_alone_is_missing_for_others() -> None:
    lists = exam_of(exam_price(300, audience="member"))
    assert missing(lists.plan("guild/abc", years=1)) == [("ABC", "exam")]


def test_an_estimated_exam_makes_the_total_about_and_complete() -> None:
    lists = lists_of(
        credential("ABC", price("reschedule", 20)),
        issuers=[
            issuer(
                exam_groups=[
                    {"name": "all", "levels": ["core"], "fees": [exam_price(between(300, 500))]}
                ]
            )
        ],
    )
    plan = lists.plan("guild/abc", years=1)
    assert (plan.total.complete, plan.total.estimated) == (True, True)
    assert cases(plan.total) == (300, 400, 500 + 500)


def test_a_read_price_leaves_nothing_estimated() -> None:
    assert not exam_of(exam_price(300)).plan("guild/abc", years=1).total.estimated


def test_two_letters_of_one_exam_are_one_exam() -> None:
    lists = lists_of(
        credential("ABC", exam_price(400)),
        credential("ABC-A", same_exam_as="guild/abc"),
    )
    plan = lists.plan("guild/abc-a", "guild/abc", years=1)
    assert cases(plan.total) == cases(lists.plan("guild/abc", years=1).total)
    assert plan.decisions == ("ABC-A and ABC share one exam, counted once.",)


def test_one_exam_is_taken_in_the_earlier_of_two_years() -> None:
    lists = lists_of(
        credential("ABC", exam_price(400)),
        credential("ABC-A", same_exam_as="guild/abc"),
    )
    plan = lists.plan(("guild/abc", 3), ("guild/abc-a", 2))
    assert [(row.year, row.credential) for row in plan.rows if row.category == "exam"] == [
        (2, "guild/abc")
    ]


def test_study_material_is_bought_for_each_exam_in_its_year() -> None:
    lists = lists_of(credential("ABC"), credential("DEF"))
    plan = lists.plan("guild/abc", ("guild/def", 2), study_material=75)
    assert [(row.year, row.money.low) for row in plan.rows if row.category == "materials"] == [
        (1, 75),
        (2, 75),
    ]


def test_without_study_material_there_is_no_line_for_any() -> None:
    plan = lists_of(credential("ABC")).plan("guild/abc")
    assert not [row for row in plan.rows if row.category == "materials"]


def test_a_student_who_is_a_member_pays_the_student_price() -> None:
    lists = lists_of(
        credential(
            "ABC",
            exam_price(300),
            exam_price(200, audience="student-member"),
            membership={"to_sit": fact("required")},
        )
    )
    assert usual(lists.plan("guild/abc", student=True), "exam") == 200


def test_a_student_who_is_no_member_pays_the_usual_price() -> None:
    lists = exam_of(exam_price(300), exam_price(200, audience="student-member"))
    assert usual(lists.plan("guild/abc", student=True), "exam") == 300
