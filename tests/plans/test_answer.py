"""What decides the answer: how a plan begins, what comes first, and the other ways."""

from dataclasses import replace

import pytest

from cert_model.catalog import Catalog
from cert_model.paths import PathAssumptions, PlanOrder
from cert_model.paths.answer import (
    Answer,
    Opening,
    decide_answer,
    decide_opening,
    steps_before_the_exam,
    steps_beyond,
    works_already,
)
from cert_model.paths.bill_lines import bill_lines
from cert_model.prices import sum_money
from cert_model.vocabulary import EducationLevel
from tests.plans.examples import BOOKING, person
from tests.plans.test_personas import (
    APPRENTICE,
    BILLER,
    CAREER_CHANGER,
    CPC_STUDY,
    NURSE,
    PRACTICODE_PRICE,
    RHIT,
    WITHOUT_DIPLOMA,
)


def answer_for(
    catalog: Catalog, text: str, target: str, by: PlanOrder = PlanOrder.COST, way: int = 1
) -> Answer:
    """The answer for the person in a line of YAML."""
    profile = person(catalog, text)
    assumed = PathAssumptions(works_already=works_already(profile))
    answer = decide_answer(catalog, profile, target, by, assumed, way)
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("text", "target", "opening"),
    [
        (CAREER_CHANGER, "aapc/cpc", Opening.SIT_NOW),
        (NURSE, "acdis/ccds", Opening.PREPARE),
        (APPRENTICE, "aapc/cpc", Opening.LOSE_MARK),
        (WITHOUT_DIPLOMA, "ahima/cca", Opening.PREPARE),
    ],
)
def test_the_verdict_of_today_decides_how_a_plan_begins(
    catalog: Catalog, text: str, target: str, opening: Opening
) -> None:
    assert answer_for(catalog, text, target).opening is opening


def test_a_diploma_taken_for_granted_is_told_from_one_that_was_named(catalog: Catalog) -> None:
    stated = person(catalog, "age: 30").model_copy(update={"complete": False})
    planned = person(catalog, "age: 30, education: high-school")
    answer = decide_answer(
        catalog, planned, "ahima/cca", PlanOrder.COST, PathAssumptions(), stated=stated
    )
    assert answer is not None
    assert answer.opening is Opening.WITH_DIPLOMA


def test_a_diploma_that_a_credential_held_shows_is_not_taken_for_granted(catalog: Catalog) -> None:
    stated = person(catalog, "credentials: [ahima/rhit]").model_copy(update={"complete": False})
    planned = stated.model_copy(update={"education": EducationLevel.HIGH_SCHOOL})
    answer = decide_answer(
        catalog, planned, "ahima/cca", PlanOrder.COST, PathAssumptions(), stated=stated
    )
    assert answer is not None
    assert answer.opening is Opening.SIT_NOW


def test_what_was_not_said_may_leave_the_beginning_unsettled(catalog: Catalog) -> None:
    nurse = person(catalog, NURSE)
    stated = nurse.model_copy(update={"complete": False, "licenses": None})
    settled, unsettled = (
        decide_answer(
            catalog, nurse, "acdis/ccds", PlanOrder.COST, PathAssumptions(), stated=profile
        )
        for profile in (nurse, stated.model_copy(update={"experience_months": {}}))
    )
    assert settled is not None
    assert unsettled is not None
    assert (settled.opening, unsettled.opening) == (Opening.PREPARE, Opening.UNSETTLED)


def test_the_form_with_a_mark_comes_first(catalog: Catalog) -> None:
    answer = answer_for(catalog, CAREER_CHANGER, "aapc/cpc")
    assert answer.first.credential == "aapc/cpc-a"
    assert answer.first.at.typical == pytest.approx(CPC_STUDY + BOOKING)


def test_without_a_form_on_the_way_the_target_comes_first(catalog: Catalog) -> None:
    answer = answer_for(catalog, CAREER_CHANGER, "ahima/cca")
    assert (answer.first.credential, answer.first.at) == ("ahima/cca", answer.plan.months)


def test_whoever_is_new_to_coding_begins_to_work_once_the_exam_is_passed(
    catalog: Catalog,
) -> None:
    answer = answer_for(catalog, CAREER_CHANGER, "aapc/cpc")
    assert answer.plan.months.typical == pytest.approx(CPC_STUDY + BOOKING + 24)


def test_whoever_codes_already_goes_on_at_once(catalog: Catalog) -> None:
    answer = answer_for(catalog, "experience_months: {coding: 1}", "aapc/cpc")
    assert answer.plan.months.typical == pytest.approx(23)


def test_work_in_healthcare_is_no_work_in_coding(catalog: Catalog) -> None:
    assert not works_already(person(catalog, "experience_months: {healthcare: 48}"))


def test_the_quicker_way_is_the_cheapest_of_those_that_take_less_time(catalog: Catalog) -> None:
    answer = answer_for(catalog, CAREER_CHANGER, "aapc/cpc")
    assert answer.sooner is not None
    assert answer.sooner.months.typical == pytest.approx(CPC_STUDY + BOOKING + 12)
    more = answer.sooner.cost.money.typical - answer.first.cost.money.typical
    assert more == PRACTICODE_PRICE


def test_a_way_of_unknown_length_is_never_called_quicker(catalog: Catalog) -> None:
    answer = answer_for(catalog, CAREER_CHANGER, "aapc/cpc")
    assert answer.sooner is not None
    first, *later = answer.sooner.steps
    undated = replace(answer.sooner, steps=(replace(first, length_is_known=False), *later))
    assert replace(answer, others=(undated,)).sooner is None


def test_the_other_order_is_better_only_where_another_way_comes_first_by_it(
    catalog: Catalog,
) -> None:
    cheapest = answer_for(catalog, CAREER_CHANGER, "aapc/cpc")
    assert cheapest.better_order is PlanOrder.MONTHS
    assert answer_for(catalog, BILLER, "aapc/cpb").better_order is None


def test_where_there_is_no_plan_only_the_issuer_can_say(catalog: Catalog) -> None:
    newcomer = person(catalog, CAREER_CHANGER)
    opening = decide_opening(catalog, newcomer, "acdis/ccds", newcomer, has_plan=False)
    assert opening is Opening.ASK


def test_the_fastest_way_has_no_quicker_one(catalog: Catalog) -> None:
    assert answer_for(catalog, CAREER_CHANGER, "aapc/cpc", PlanOrder.MONTHS).sooner is None


def test_another_way_can_be_taken_and_the_last_stands_for_what_is_not_there(
    catalog: Catalog,
) -> None:
    first, third, beyond = (
        answer_for(catalog, CAREER_CHANGER, "aapc/cpc", way=way) for way in (1, 3, 9)
    )
    assert third.plan.kind == first.others[1].kind
    assert beyond.plan.kind == third.plan.kind
    assert (first.way, third.way) == (1, 3)


def test_what_comes_before_the_exam_leaves_out_what_is_done_beside_it(catalog: Catalog) -> None:
    nurses = answer_for(catalog, NURSE, "acdis/ccds").plan
    newcomers = answer_for(catalog, CAREER_CHANGER, "aapc/cpc").plan
    assert [step.brief for step in steps_before_the_exam(nurses)] == [
        "1 more year of work in inpatient clinical documentation"
    ]
    assert steps_before_the_exam(newcomers) == []


def test_what_a_quicker_way_adds_is_its_schooling(catalog: Catalog) -> None:
    answer = answer_for(catalog, CAREER_CHANGER, "aapc/cpc")
    assert answer.sooner is not None
    assert [step.brief for step in steps_beyond(answer.sooner, answer.plan)] == [
        "AAPC's Practicode"
    ]


def test_what_each_year_after_costs_is_beyond_what_is_paid_already(catalog: Catalog) -> None:
    assert not answer_for(catalog, APPRENTICE, "aapc/cpc").upkeep.money
    assert answer_for(catalog, CAREER_CHANGER, "aapc/cpc").upkeep.typical > 0


def test_a_step_of_unknown_length_leaves_the_first_credential_without_a_date(
    catalog: Catalog,
) -> None:
    assert not answer_for(catalog, RHIT, "ahima/rhia").first_is_dated
    assert answer_for(catalog, CAREER_CHANGER, "aapc/cpc").first_is_dated


@pytest.mark.parametrize(
    ("text", "target", "way"),
    [
        (CAREER_CHANGER, "aapc/cpc", 1),
        # With a course and Practicode, whose prices are those of schooling.
        (CAREER_CHANGER, "aapc/cpc", 2),
        (NURSE, "acdis/ccds", 1),
        (RHIT, "ahima/rhia", 1),
    ],
)
def test_the_lines_of_the_bill_add_up_to_what_the_plan_costs(
    catalog: Catalog, text: str, target: str, way: int
) -> None:
    plan = answer_for(catalog, text, target, way=way).plan
    lines = bill_lines(catalog, plan)
    total = sum_money(line.money for line in lines if line.money is not None).rounded()
    assert total == plan.cost.money
    assert sum(line.money is None for line in lines) == len(plan.cost.missing)
