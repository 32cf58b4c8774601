"""People whose plans were worked out by hand get those plans."""

import pytest

from cert_model.catalog import Catalog
from cert_model.paths import Action, PlanOrder
from cert_model.vocabulary import Verdict
from tests.plans.examples import (
    BOOKING,
    HOURS_A_MONTH,
    STUDY_NOT_FOUND,
    actions,
    books,
    dues,
    exam_and_retake,
    only,
    plans_for,
)

CAREER_CHANGER = "age: 40, education: high-school"
APPRENTICE = "education: high-school, credentials: [aapc/cpc-a], experience_months: {coding: 9}"
READY_APPRENTICE = APPRENTICE.replace("coding: 9", "coding: 24")
NURSE = "education: bachelor, licenses: [rn], experience_months: {inpatient-cdi: 12}"
RHIT = (
    "education: associate, him_program: cahiim-associate, him_program_stage: graduated, "
    "credentials: [ahima/rhit]"
)
BILLER = "education: high-school, experience_months: {billing: 30}"
WITHOUT_DIPLOMA = "age: 30, education: none"
VETERAN = "education: some-college, experience_months: {healthcare: 48}"

UNPUBLISHED = 0.35
"""The chance to fail where no rate is published."""

# 60 to 180 hours, 4 to 6 months, 80 hours, 4 to 8 months: of the middles 3.5, 5, 2.3 and 6 the
# lower one in the middle is the first.
CPC_STUDY = 120 / HOURS_A_MONTH
# Courses for the CPC of 80 hours or more: two of 80 hours, one of 16 to 18 weeks, one of 634
# hours. Two have a price, $2,500 and $3,895, of which the lower one counts as usual.
COURSE, COURSE_PRICE = 80 / HOURS_A_MONTH, 2500
PRACTICODE, PRACTICODE_PRICE = 6, 275


@pytest.fixture(name="cpc_exam")
def _cpc_exam(catalog: Catalog) -> float:
    """What everybody pays for the exam itself: fee, retake and books."""
    fees = exam_and_retake(catalog, "aapc/cpc", member=True, chance_to_fail=UNPUBLISHED)
    return fees + books(catalog, "aapc/cpc")


def test_a_career_changer_holds_the_cpc_cheapest_after_two_years_of_work(
    catalog: Catalog, cpc_exam: float
) -> None:
    cheapest = plans_for(catalog, CAREER_CHANGER, "aapc/cpc")[0]
    assert actions(cheapest) == [Action.EXAM, Action.WORK, Action.APPRENTICE_REMOVAL]
    assert cheapest.months.cases == (24, 24, 24)
    # The A is there from month 4 to month 24: dues of two years.
    expected = cpc_exam + 2 * dues(catalog, "aapc")
    assert cheapest.cost.money.typical == pytest.approx(expected)
    assert cheapest.cost.complete


def test_the_career_changer_is_a_cpc_a_on_the_way(catalog: Catalog, cpc_exam: float) -> None:
    (milestone,) = plans_for(catalog, CAREER_CHANGER, "aapc/cpc")[0].milestones
    assert milestone.credential == "aapc/cpc-a"
    assert milestone.at.typical == pytest.approx(CPC_STUDY + BOOKING)
    assert milestone.cost.money.typical == pytest.approx(cpc_exam + dues(catalog, "aapc"))


def test_the_career_changer_is_fastest_by_a_course_and_practicode(
    catalog: Catalog, cpc_exam: float
) -> None:
    fastest = plans_for(catalog, CAREER_CHANGER, "aapc/cpc", PlanOrder.MONTHS)[0]
    assert Action.WORK not in actions(fastest)
    assert fastest.months.typical == pytest.approx(max(CPC_STUDY, COURSE) + PRACTICODE)
    expected = cpc_exam + dues(catalog, "aapc") + COURSE_PRICE + PRACTICODE_PRICE
    assert fastest.cost.money.typical == pytest.approx(expected)


def test_the_career_changers_third_plan_is_a_year_of_work_and_practicode(
    catalog: Catalog, cpc_exam: float
) -> None:
    third = plans_for(catalog, CAREER_CHANGER, "aapc/cpc")[2]
    assert third.months.typical == max(12, CPC_STUDY + PRACTICODE)
    expected = cpc_exam + dues(catalog, "aapc") + PRACTICODE_PRICE
    assert third.cost.money.typical == pytest.approx(expected)


def test_a_cpc_a_with_nine_months_works_fifteen_more_at_no_cost(catalog: Catalog) -> None:
    cheapest = plans_for(catalog, APPRENTICE, "aapc/cpc")[0]
    assert actions(cheapest) == [Action.WORK, Action.APPRENTICE_REMOVAL]
    assert (cheapest.months.typical, cheapest.cost.money.typical) == (24 - 9, 0)
    assert cheapest.milestones == ()


def test_the_cpc_a_is_fastest_with_a_course_in_place_of_a_year(catalog: Catalog) -> None:
    fastest = plans_for(catalog, APPRENTICE, "aapc/cpc", PlanOrder.MONTHS)[0]
    assert fastest.months.typical == max(12 - 9, COURSE)
    assert fastest.cost.money.typical == COURSE_PRICE


def test_the_cpc_as_third_plan_is_practicode_in_place_of_a_year(catalog: Catalog) -> None:
    third = plans_for(catalog, APPRENTICE, "aapc/cpc")[2]
    assert third.months.typical == max(12 - 9, PRACTICODE)
    assert (third.cost.money.low, third.cost.money.high) == (250, 300)


def test_a_nurse_with_a_year_of_documentation_works_another_and_sits_for_the_ccds(
    catalog: Catalog,
) -> None:
    (plan,) = plans_for(catalog, NURSE, "acdis/ccds")
    assert actions(plan) == [Action.WORK, Action.EXAM]
    # Study goes on beside the work, so that only the booking comes after it.
    assert plan.months.typical == (24 - 12) + BOOKING
    exam = only(plan, Action.EXAM)
    assert exam.starts.typical == pytest.approx(12 - STUDY_NOT_FOUND)
    assert plan.cost.missing == ("the price of printed code books (CCDS (ACDIS))",)


def test_an_rhit_needs_a_degree_for_the_rhia_whose_price_and_length_were_not_found(
    catalog: Catalog,
) -> None:
    plan = plans_for(catalog, RHIT, "ahima/rhia")[0]
    assert actions(plan) == [Action.DEGREE, Action.EXAM]
    degree = only(plan, Action.DEGREE)
    assert (degree.cost, degree.months) == (None, None)
    assert not plan.cost.complete
    assert not plan.months_are_complete
    assert plan.months.typical == pytest.approx(STUDY_NOT_FOUND + BOOKING)


def test_a_biller_sits_for_the_cpb_after_eighty_hours_of_study(catalog: Catalog) -> None:
    (plan,) = plans_for(catalog, BILLER, "aapc/cpb")
    assert actions(plan) == [Action.EXAM]
    assert plan.months.typical == pytest.approx(80 / HOURS_A_MONTH + BOOKING)
    fees = exam_and_retake(catalog, "aapc/cpb", member=True, chance_to_fail=UNPUBLISHED)
    expected = fees + books(catalog, "aapc/cpb") + dues(catalog, "aapc")
    assert plan.cost.money.typical == pytest.approx(expected)


def test_somebody_without_a_diploma_gets_one_before_the_cca(catalog: Catalog) -> None:
    (plan,) = plans_for(catalog, WITHOUT_DIPLOMA, "ahima/cca")
    assert actions(plan) == [Action.DEGREE, Action.EXAM]
    assert plan.cost.missing == ("the price of a high school diploma or its equivalent",)
    assert not plan.months_are_complete
    # Ten weeks of study.
    assert plan.months.typical == pytest.approx(10 * 12 / 52 + BOOKING)


def test_work_in_healthcare_that_was_no_coding_does_not_shorten_a_veterans_way_to_the_cpc(
    catalog: Catalog,
) -> None:
    veterans, newcomers = (
        plans_for(catalog, text, "aapc/cpc")[0] for text in (VETERAN, CAREER_CHANGER)
    )
    assert veterans.months == newcomers.months


def test_two_years_of_coding_leave_no_mark(catalog: Catalog) -> None:
    (plan,) = plans_for(catalog, "experience_months: {coding: 24}", "aapc/cpc")
    assert actions(plan) == [Action.EXAM]
    assert plan.milestones == ()


def test_work_that_is_done_by_the_day_of_the_exam_leaves_no_mark(catalog: Catalog) -> None:
    # Two months of work are lacking, and studying and booking take longer.
    plan = plans_for(catalog, "experience_months: {coding: 22}", "aapc/cpc")[0]
    assert actions(plan) == [Action.WORK, Action.EXAM]
    assert plan.months.typical == pytest.approx(CPC_STUDY + BOOKING)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (CAREER_CHANGER, "aapc/cpc"),
        (APPRENTICE, "aapc/cpc"),
        (NURSE, "acdis/ccds"),
        (RHIT, "ahima/rhia"),
        (BILLER, "aapc/cpb"),
        (WITHOUT_DIPLOMA, "ahima/cca"),
    ],
)
def test_every_plan_ends_in_holding_the_target(catalog: Catalog, text: str, target: str) -> None:
    plans = plans_for(catalog, text, target)
    assert plans
    assert {plan.ends_in for plan in plans} == {Verdict.HELD}
