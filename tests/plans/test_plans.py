"""What always holds for plans, and how times and costs come about in made-up catalogs."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from cert_model.catalog import Catalog
from cert_model.costs import CostRequest, PlannedCredential, cost_plan
from cert_model.eligibility import (
    MAY_SIT,
    Profile,
    build_person,
    contradictions,
    decide_verdict,
)
from cert_model.paths import (
    Action,
    BadPathAssumption,
    PathAssumptions,
    PlanOrder,
    all_plans,
    best_plans,
)
from cert_model.paths.sentences import explain_no_plan, what_is_missing
from cert_model.paths.undertakings import with_work
from cert_model.prices import sum_money
from cert_model.schema import Credential
from cert_model.vocabulary import EducationLevel, ExperienceKind, Verdict
from tests import profiles
from tests.plans.examples import BOOKING, STUDY_NOT_FOUND, actions, only, plans_for
from tests.plans.made_up import (
    MEMBERS,
    anyone,
    catalog_of,
    fact,
    holds,
    issuer_decides,
    of_age,
    school,
    sheet,
    training,
    with_members_only,
    work,
)

NOBODY = Profile(complete=True)
TARGETS = (
    *("aapc/cpc", "aapc/coc", "aapc/crc", "ahima/ccs", "ahima/chps", "ahima/rhia"),
    *("acdis/ccds", "acdis/ccds-o", "nha/cbcs", "nha/cehrs", "amca/mcbc", "naham/chaa"),
)
"""Credentials with every kind of rule."""
PEOPLE = 40


def random_people(catalog: Catalog, seed: int) -> list[tuple[Profile, str]]:
    """People who do not contradict themselves, each with a target."""
    random, people = Random(seed), list[tuple[Profile, str]]()
    while len(people) < PEOPLE:
        plain = {**profiles.random_profile(random), "complete": True}
        profile = Profile.model_validate(plain)
        if not list(contradictions(catalog, profile)):
            people.append((profile, random.choice(TARGETS)))
    return people


def sort_values(catalog: Catalog, profile: Profile, target: str) -> list[tuple[int, float]]:
    """What the cheapest and the fastest plan come to; nothing where there is no plan."""
    plans = all_plans(catalog, profile, target)
    return [best_plans(plans, by)[0].sort_value(by) for by in PlanOrder] if plans else []


def test_steps_taken_in_order_lead_to_exams_that_are_open_and_to_holding_the_target(
    catalog: Catalog,
) -> None:
    exams = 0
    for profile, target in random_people(catalog, seed=1):
        for plan in best_plans(all_plans(catalog, profile, target), PlanOrder.COST):
            now = profile
            for step in plan.steps:
                if step.action is Action.EXAM:
                    assert step.credential is not None
                    exam = catalog.credentials[step.credential]
                    assert decide_verdict(exam, build_person(catalog, now)) in MAY_SIT
                    exams += 1
                now = step.effect(now)
            holding = build_person(catalog, now).holdings[target]
            assert not holding.is_marked
            assert plan.ends_in is Verdict.HELD
    assert exams > PEOPLE


def test_a_plan_costs_what_its_steps_cost_and_ends_with_its_last_step(catalog: Catalog) -> None:
    for profile, target in random_people(catalog, seed=2):
        for plan in best_plans(all_plans(catalog, profile, target), PlanOrder.MONTHS):
            total = sum_money(step.cost for step in plan.steps if step.cost is not None)
            assert plan.cost.money == total.rounded()
            assert plan.months.typical == max(step.ends.typical for step in plan.steps)
            assert all(step.starts.typical >= 0 for step in plan.steps)


@pytest.mark.parametrize("kind", [ExperienceKind.CODING, ExperienceKind.INPATIENT_CDI])
def test_more_experience_never_makes_a_plan_longer_or_dearer(
    catalog: Catalog, kind: ExperienceKind
) -> None:
    for profile, target in random_people(catalog, seed=3):
        before = sort_values(catalog, profile, target)
        later = with_work(profile, build_person(catalog, profile), kind, 12)
        after = sort_values(catalog, later, target)
        assert all(new <= old for new, old in zip(after, before, strict=True))


def test_a_higher_degree_never_makes_a_plan_longer_or_dearer(catalog: Catalog) -> None:
    for profile, target in random_people(catalog, seed=4):
        before = sort_values(catalog, profile, target)
        later = profile.model_copy(update={"education": EducationLevel.DOCTORATE})
        after = sort_values(catalog, later, target)
        assert all(new <= old for new, old in zip(after, before, strict=True))


@pytest.mark.parametrize("added", ["ahima/cca", "aapc/cpc", "ahima/rhia"])
def test_holding_more_never_makes_a_plan_longer_or_dearer(catalog: Catalog, added: str) -> None:
    for profile, target in random_people(catalog, seed=5):
        before = sort_values(catalog, profile, target)
        held = tuple(dict.fromkeys((*(profile.credentials or ()), added)))
        after = sort_values(catalog, profile.model_copy(update={"credentials": held}), target)
        # Nothing is left to plan for what is held now.
        assert not after or all(new <= old for new, old in zip(after, before, strict=True))


def test_an_exam_that_is_open_costs_what_the_cost_plan_says_it_costs_to_earn_it(
    catalog: Catalog,
) -> None:
    for target in ("aapc/cpb", "aapc/crc", "ahima/cca", "ahima/ccs"):
        (plan,) = plans_for(catalog, "education: high-school", target)
        bill = cost_plan(catalog, CostRequest((PlannedCredential(target),)))
        assert plan.cost.money == bill.to_earn.money


def test_of_several_plans_the_best_by_either_measure_are_there_and_none_that_another_beats(
    catalog: Catalog,
) -> None:
    for profile, target in random_people(catalog, seed=6):
        plans = all_plans(catalog, profile, target)
        for by in PlanOrder:
            best = best_plans(plans, by)
            assert len(best) <= 3
            assert len({plan.kind for plan in best}) == len(best)
            assert not any(plan.dominates(shown) for plan in plans for shown in best)
            assert all(best[0].sort_key(by) <= plan.sort_key(by) for plan in plans)


def test_every_fact_behind_a_step_is_in_the_catalog(catalog: Catalog) -> None:
    plans = [plan for target in TARGETS for plan in all_plans(catalog, NOBODY, target)]
    facts = {ref for plan in plans for step in plan.steps for ref in step.facts}
    assert facts
    assert all(catalog.find_fact(ref).src for ref in facts)


def test_what_is_only_at_least_comes_after_what_is_complete(catalog: Catalog) -> None:
    plans = all_plans(catalog, NOBODY, "aapc/cpc")
    ranked = sorted(plans, key=lambda plan: plan.sort_key(PlanOrder.COST))
    complete = [plan.cost.complete for plan in ranked]
    assert complete == sorted(complete, reverse=True)
    assert {True, False} == set(complete)


def test_another_credential_comes_first_where_a_rule_asks_for_one() -> None:
    made_up = catalog_of([sheet("AA", anyone()), sheet("TT", holds("AA"))])
    (plan,) = all_plans(made_up, NOBODY, "demo/tt")
    assert [step.credential for step in plan.steps] == ["demo/aa", "demo/tt"]
    # Half a month of study each; the second exam is booked once the first is passed.
    assert plan.months.typical == 0.5 + 1 + 1
    assert [milestone.credential for milestone in plan.milestones] == ["demo/aa"]


def test_credentials_that_ask_for_one_another_lead_nowhere() -> None:
    made_up = catalog_of([sheet("AA", holds("TT")), sheet("TT", holds("AA"))])
    assert all_plans(made_up, NOBODY, "demo/tt") == []


def test_two_kinds_of_work_come_one_after_the_other_and_study_goes_on_beside_them() -> None:
    both = {"all_of": [work("coding", 6), work("billing", 12), training("coding")]}
    made_up = catalog_of([sheet("TT", both)], program_months=4)
    (plan,) = all_plans(made_up, NOBODY, "demo/tt")
    assert plan.months.typical == 6 + 12 + 1


def test_work_that_counts_for_two_conditions_is_done_once() -> None:
    both = {"all_of": [work("coding", 6), work(["billing", "coding"], 12)]}
    made_up = catalog_of([sheet("TT", both)])
    (plan,) = best_plans(all_plans(made_up, NOBODY, "demo/tt"), PlanOrder.MONTHS)[:1]
    assert plan.months.typical == 12 + 1


def test_work_of_two_kinds_counts_together_where_either_kind_does() -> None:
    either = work(["billing", "coding"], 12)
    made_up = catalog_of([sheet("TT", {"all_of": [either, work("coding", 6), work("billing", 6)]})])
    fastest = best_plans(all_plans(made_up, NOBODY, "demo/tt"), PlanOrder.MONTHS)[0]
    assert fastest.months.typical == 12 + 1


def test_schooling_for_an_exam_and_preparing_for_it_go_on_together() -> None:
    credential = sheet("TT", training("coding"))
    made_up = catalog_of([credential], study_months={"TT": 2}, program_months=4)
    (plan,) = all_plans(made_up, NOBODY, "demo/tt")
    assert plan.months.typical == 4 + 1


def test_dues_before_the_first_exam_are_not_paid() -> None:
    made_up = with_members_only([sheet("TT", work("coding", 24), membership=MEMBERS)], dues=90)
    (plan,) = all_plans(made_up, NOBODY, "demo/tt")
    assert [step.what for step in plan.steps if step.cost and step.cost.low == 90] == [
        "DEMO membership, first year"
    ]


def test_dues_that_were_not_found_are_named() -> None:
    made_up = with_members_only([sheet("TT", anyone(), membership=MEMBERS)], dues=None)
    (plan,) = all_plans(made_up, NOBODY, "demo/tt")
    assert plan.cost.missing == ("the membership dues (DEMO)",)


def test_of_plans_alike_in_cost_and_months_two_are_shown(catalog: Catalog) -> None:
    # A bachelor's and a master's program, of which neither the price nor the length was found.
    assert len(plans_for(catalog, "education: bachelor", "ahima/rhia")) == 2


def test_the_length_of_a_program_is_no_time_of_study_for_the_exam(catalog: Catalog) -> None:
    trained = "education: high-school, training: [{subject: billing, years_since: 1}]"
    (plan,) = plans_for(catalog, trained, "nha/cbcs")
    assert plan.months.typical == pytest.approx(STUDY_NOT_FOUND + BOOKING)


def test_work_in_a_narrow_kind_adds_to_the_wider_kinds_that_were_stated() -> None:
    months = {ExperienceKind.CODING: 12, ExperienceKind.HEALTHCARE: 20}
    profile = Profile(complete=True, experience_months=months)
    made_up = catalog_of([sheet("TT", anyone())])
    person = build_person(made_up, profile)
    later = with_work(profile, person, ExperienceKind.INPATIENT_CODING, 6)
    assert later.experience_months == {"inpatient-coding": 6, "coding": 18, "healthcare": 26}


def test_dues_are_paid_from_the_first_exam_until_the_last_of_the_letters_is_held(
    catalog: Catalog,
) -> None:
    newcomer = plans_for(catalog, "education: high-school", "aapc/cpc")[0]
    memberships = [step for step in newcomer.steps if "membership" in step.what]
    assert [step.what for step in memberships] == [
        "AAPC membership, first year",
        "AAPC membership, second year",
    ]
    first, second = memberships
    assert second.starts.typical == first.starts.typical + 12


def test_a_birthday_is_waited_for_within_the_year_that_is_left() -> None:
    made_up = catalog_of([sheet("TT", of_age(18))])
    (plan,) = all_plans(made_up, Profile(complete=True, age=16), "demo/tt")
    assert plan.months.cases == (12 + 1, 18 + 1, 24 + 1)


def test_what_somebody_may_have_already_may_take_no_time() -> None:
    made_up = catalog_of([sheet("TT", training("coding"))], program_months=4)
    (plan,) = all_plans(made_up, Profile(), "demo/tt")
    program = only(plan, Action.PROGRAM)
    assert program.months is not None
    assert program.months.cases == (0, 4, 4)
    assert "unless you have it already" in program.what


def test_a_way_that_needs_the_issuers_word_is_no_plan() -> None:
    made_up = catalog_of([sheet("TT", {"any_of": [issuer_decides(), work("coding", 6)]})])
    (plan,) = all_plans(made_up, NOBODY, "demo/tt")
    assert actions(plan) == [Action.WORK, Action.EXAM]


def test_a_price_that_was_not_found_makes_a_plan_at_least() -> None:
    made_up = catalog_of([sheet("TT", school("associate"))])
    (plan,) = all_plans(made_up, NOBODY, "demo/tt")
    assert what_is_missing(plan) == [
        "the price of school: associate",
        "how long it takes: school: associate",
    ]


def test_more_hours_a_week_shorten_the_study_alone(catalog: Catalog) -> None:
    profile = Profile(complete=True)
    slow, fast = (
        all_plans(catalog, profile, "aapc/cpb", PathAssumptions(hours_a_week=hours))[0]
        for hours in (8, 16)
    )
    assert fast.months.typical - 1 == pytest.approx((slow.months.typical - 1) / 2)


@pytest.mark.parametrize(
    "assumed", [{"hours_a_week": 0}, {"hours_a_week": 61}, {"study_hours": -1}]
)
def test_impossible_assumptions_are_refused(assumed: dict[str, Any]) -> None:
    with pytest.raises(BadPathAssumption, match="expected"):
        PathAssumptions(**assumed)


def unknown_to_us() -> Credential:
    """A credential whose rule was not found."""
    return sheet("TT", None)


def retired() -> Credential:
    """A credential whose exam is no longer given."""
    return sheet("TT", anyone(), status=fact("retired"))


def announced() -> Credential:
    """A credential whose exam is not given yet."""
    return sheet("TT", anyone(), status=fact("announced"))


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        (
            unknown_to_us(),
            "The eligibility rule of the TT exam was not found. Ask DEMO: Who may sit?",
        ),
        (retired(), "The TT exam is no longer given."),
        (announced(), "The TT exam is announced, but not given yet."),
        (
            sheet("TT", issuer_decides()),
            "Every path to the TT depends on a decision by DEMO. Ask DEMO",
        ),
        (sheet("TT", holds("TT")), "No path to the TT is known. Ask DEMO."),
    ],
    ids=["unknown", "retired", "announced", "issuer", "nowhere"],
)
def test_a_target_without_a_plan_says_why_and_whom_to_ask(target: Credential, reason: str) -> None:
    made_up = catalog_of([target])
    assert all_plans(made_up, NOBODY, "demo/tt") == []
    assert explain_no_plan(made_up, NOBODY, "demo/tt").startswith(reason)


def test_what_is_held_or_replaced_has_no_plan(catalog: Catalog) -> None:
    rhia = Profile(complete=True, credentials=("ahima/rhia",))
    assert all_plans(catalog, rhia, "ahima/rhia") == all_plans(catalog, rhia, "ahima/rhit") == []
    assert explain_no_plan(catalog, rhia, "ahima/rhia") == "You already hold the RHIA."
    assert explain_no_plan(catalog, rhia, "ahima/rhit") == "Your RHIA replaces the RHIT."


def test_a_mark_that_the_catalog_has_no_form_for_is_lost_all_the_same() -> None:
    made_up = catalog_of([sheet("TT", anyone(), unless=work("coding", 12))])
    (plan,) = all_plans(made_up, NOBODY, "demo/tt")
    assert actions(plan) == [Action.EXAM, Action.WORK, Action.APPRENTICE_REMOVAL]
    assert (plan.months.typical, plan.milestones) == (12, ())


def test_a_form_with_a_mark_can_itself_be_the_target(catalog: Catalog) -> None:
    (plan,) = all_plans(catalog, NOBODY, "aapc/cpc-a")
    assert actions(plan) == [Action.EXAM]
    assert plan.ends_in is Verdict.HELD


def test_a_plan_does_not_depend_on_the_order_of_the_credentials(catalog: Catalog) -> None:
    backwards = dict(reversed(list(catalog.credentials.items())))
    turned = replace(catalog, credentials=backwards)
    assert sort_values(catalog, NOBODY, "acdis/ccds") == sort_values(turned, NOBODY, "acdis/ccds")
