"""The answers of people worked out by hand, read as a friend would tell them."""

from datetime import date

import pytest

from cert_model.catalog import Catalog
from cert_model.costs.sentences import format_sum
from cert_model.paths import Action, PlanOrder
from cert_model.paths.answer import decide_answer
from cert_model.paths.answer_sentences import (
    describe_first,
    describe_other_way,
    describe_timeline,
    format_advice,
    format_first,
    headline,
    short_answer,
)
from cert_model.paths.assumptions import PathAssumptions
from cert_model.paths.sentences import format_cost
from tests.plans.examples import person
from tests.plans.test_answer import answer_for
from tests.plans.test_personas import (
    APPRENTICE,
    BILLER,
    CAREER_CHANGER,
    NURSE,
    READY_APPRENTICE,
    RHIT,
    VETERAN,
    WITHOUT_DIPLOMA,
)

START = date(2026, 11, 28)
ABROAD = "education: bachelor, experience_months: {coding: 36}"
RHIT_WITH_BACHELOR = RHIT.replace("education: associate", "education: bachelor")
HEADLINES = {
    ("aapc/cpc", CAREER_CHANGER): (
        "You may take the CPC exam now. You would hold the CPC-A in about 4 months for {first}, "
        "and the full CPC in about 28 months for {cost}, or in 16 months with AAPC's Practicode. "
        "After that, {upkeep} a year."
    ),
    ("aapc/cpc", VETERAN): (
        "You may take the CPC exam now. You would hold the CPC-A in about 4 months for {first}, "
        "and the full CPC in about 28 months for {cost}, or in 16 months with AAPC's Practicode. "
        "After that, {upkeep} a year."
    ),
    ("aapc/cpc", APPRENTICE): (
        "You have passed the exam. After 15 more months of work in coding you hold the full CPC at "
        "no further cost, or in 6 months with AAPC's Practicode. After that, you pay no more a "
        "year than now."
    ),
    ("aapc/cpc", READY_APPRENTICE): (
        "You have what you need to remove the A: send AAPC the proof. After that, you pay no more "
        "a year than now."
    ),
    ("acdis/ccds", NURSE): (
        "First 1 more year of work in inpatient clinical documentation, then the CCDS (ACDIS) "
        "exam. You would hold the CCDS (ACDIS) in about 13 months for {cost}. After that, {upkeep} "
        "a year."
    ),
    ("ahima/rhia", RHIT): (
        "First a CAHIIM-accredited bachelor program, then the RHIA exam. You would hold the RHIA "
        "in 4 months plus a time that was not found, for {cost}. After that, {upkeep} a year."
    ),
    ("ahima/rhia", RHIT_WITH_BACHELOR): (
        "First a CAHIIM-approved post-baccalaureate certificate, then the RHIA exam. You would "
        "hold the RHIA in 4 months plus a time that was not found, for {cost}. After that, "
        "{upkeep} a year."
    ),
    ("aapc/cpb", BILLER): (
        "You may take the CPB exam now. You would hold the CPB in about 3 months for {cost}. After "
        "that, {upkeep} a year."
    ),
    ("ahima/ccs", ABROAD): (
        "You may take the CCS exam now. You would hold the CCS in about 5 months for {cost}. After "
        "that, {upkeep} a year."
    ),
    ("ahima/cca", WITHOUT_DIPLOMA): (
        "First a high school diploma or its equivalent, then the CCA exam. You would hold the CCA "
        "in 3 months plus a time that was not found, for {cost}. After that, {upkeep} a year."
    ),
}


@pytest.mark.parametrize(
    ("case", "sentence"), HEADLINES.items(), ids=[f"{target}: {text}" for target, text in HEADLINES]
)
def test_the_headline_is_what_one_would_tell_a_friend(
    catalog: Catalog, case: tuple[str, str], sentence: str
) -> None:
    target, text = case
    answer = answer_for(catalog, text, target)
    words = sentence.format(
        first=format_cost(answer.first.cost),
        cost=format_cost(answer.plan.cost),
        upkeep=format_sum(answer.upkeep),
    )
    assert headline(catalog, answer) == words


@pytest.mark.parametrize(
    ("text", "target", "words"),
    [
        (CAREER_CHANGER, "aapc/cpc", "You could hold the CPC-A by April 2027, for {cost}"),
        (BILLER, "aapc/cpb", "You could hold the CPB by March 2027, for {cost}"),
        (
            APPRENTICE,
            "aapc/cpc",
            "You could hold the full CPC by February 2028, at no further cost",
        ),
        (READY_APPRENTICE, "aapc/cpc", "You could hold the full CPC now, at no further cost"),
        (RHIT, "ahima/rhia", "You could hold the RHIA for {cost}; the month is not known"),
    ],
    ids=["a form with a mark", "in full", "without its mark", "by the proof alone", "undated"],
)
def test_the_title_says_what_can_be_held_by_when_and_for_how_much(
    catalog: Catalog, text: str, target: str, words: str
) -> None:
    answer = answer_for(catalog, text, target)
    title = short_answer(catalog, answer, START)
    assert title == words.format(cost=format_cost(answer.first.cost))


def test_advice_that_may_be_lacking_is_named_with_its_easiest_ways(catalog: Catalog) -> None:
    answer = answer_for(catalog, "education: high-school", "ahima/cca")
    assert format_advice(answer) == (
        "Recommended first, not required: six months of applying codes, or a coding program "
        "approved by AHIMA (PCAP), among others."
    )


def test_the_first_credential_is_dated_with_its_range(catalog: Catalog) -> None:
    answer = answer_for(catalog, CAREER_CHANGER, "aapc/cpc")
    assert format_first(answer, START) == "April 2027"
    assert describe_first(catalog, answer, START) == (
        "CPC-A, in about 4 months (February 2027 to August 2027)"
    )


def test_what_waits_for_a_length_that_was_not_found_has_no_date(catalog: Catalog) -> None:
    answer = answer_for(catalog, RHIT, "ahima/rhia")
    assert format_first(answer, START) == "not found"
    assert describe_timeline(catalog, answer.plan, START) == (
        "How long a CAHIIM-accredited bachelor program takes was not found, so no later step "
        "has a date."
    )


def test_the_timeline_names_what_takes_longest_and_its_end(catalog: Catalog) -> None:
    plan = answer_for(catalog, CAREER_CHANGER, "aapc/cpc").plan
    assert describe_timeline(catalog, plan, START) == (
        "The longest step is 2 years of work in coding. You would hold the CPC in April 2029."
    )


def test_another_way_names_the_exams_of_other_credentials_on_it(catalog: Catalog) -> None:
    plan = answer_for(catalog, CAREER_CHANGER, "acdis/ccds-o").plan
    others = {step.credential for step in plan.steps if step.action is Action.EXAM} - {plan.target}
    sentence = describe_other_way(plan)
    assert others
    assert all(f"the {catalog.credentials[key or ''].code} exam" in sentence for key in others)
    assert "CCDS-O exam" not in sentence


def test_where_only_the_proof_is_left_the_timeline_says_so(catalog: Catalog) -> None:
    plan = answer_for(catalog, READY_APPRENTICE, "aapc/cpc").plan
    assert describe_timeline(catalog, plan, START) == (
        "Send in the proof: the CPC-A becomes a CPC. You would hold the CPC in November 2026."
    )
    answer = answer_for(catalog, READY_APPRENTICE, "aapc/cpc")
    assert describe_first(catalog, answer, START) == "CPC, as soon as you send in the proof"


def test_another_way_says_what_is_done_what_it_costs_and_how_long_it_takes(
    catalog: Catalog,
) -> None:
    (_, third) = answer_for(catalog, CAREER_CHANGER, "aapc/cpc", PlanOrder.COST).others
    assert describe_other_way(third) == (
        f"With AAPC's Practicode and 1 year of work in coding: {format_cost(third.cost)}, in "
        "about 16 months (15 to 21)."
    )


def test_where_answers_may_open_the_exam_now_the_headline_says_so_first(catalog: Catalog) -> None:
    nurse = person(catalog, NURSE)
    stated = nurse.model_copy(update={"complete": False, "licenses": None, "experience_months": {}})
    answer = decide_answer(
        catalog, nurse, "acdis/ccds", PlanOrder.COST, PathAssumptions(), stated=stated
    )
    assert answer is not None
    assert headline(catalog, answer).startswith(
        "You may already qualify; a few answers will settle that. If not, begin with 1 more year "
        "of work in inpatient clinical documentation, then take the CCDS (ACDIS) exam. You would "
        "hold"
    )
