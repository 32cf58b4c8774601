"""Why one credential and not another: what speaks for the rival, and what against it."""

from cert_model.catalog import Catalog
from cert_model.eligibility import MAY_SIT, build_person, decide_verdict
from cert_model.formatting import format_money
from cert_model.overview import overviews
from cert_model.paths import PathAssumptions, PlanOrder
from cert_model.paths.answer import decide_answer
from cert_model.paths.rival_sentences import describe_contest
from cert_model.paths.rivals import (
    MOST_ALTERNATIVES,
    closest_rival,
    open_alternatives,
)
from cert_model.vocabulary import Level
from tests.plans.examples import person
from tests.plans.test_answer import answer_for
from tests.plans.test_personas import CAREER_CHANGER, NURSE, RHIT, WITHOUT_DIPLOMA


def test_without_others_there_is_no_rival(catalog: Catalog) -> None:
    assert (
        closest_rival(answer_for(catalog, CAREER_CHANGER, "aapc/cpc"), [], PlanOrder.COST) is None
    )


def test_the_rival_is_the_best_of_the_others_by_the_order_that_was_chosen(
    catalog: Catalog,
) -> None:
    cpc, cca, ccs = (
        answer_for(catalog, CAREER_CHANGER, key) for key in ("aapc/cpc", "ahima/cca", "ahima/ccs")
    )
    contest = closest_rival(cpc, [ccs, cca], PlanOrder.COST)
    assert contest is not None
    assert contest.rival is cca
    assert contest.measures == [PlanOrder.COST, PlanOrder.MONTHS]


def test_a_contest_is_told_by_what_differs(catalog: Catalog) -> None:
    cpc, cca = (answer_for(catalog, CAREER_CHANGER, key) for key in ("aapc/cpc", "ahima/cca"))
    contest = closest_rival(cpc, [cca], PlanOrder.COST)
    assert contest is not None
    less = cpc.plan.cost.money.typical - cca.plan.cost.money.typical
    kept = cpc.upkeep.typical - cca.upkeep.typical
    sooner = round(cpc.plan.months.typical) - round(cca.plan.months.typical)
    assert describe_contest(catalog, contest) == [
        f"For it: {format_money(round(less))} less to earn; {format_money(round(kept))} less each "
        f"year after; held in full {sooner} months sooner; you would hold the CCA 1 month before "
        "the CPC-A; also covers hospital inpatient.",
        "Against it: does not cover ambulatory surgery.",
        "The study time of the CCA rests on one source, that of the CPC on 3 sources.",
    ]


def test_a_mark_that_is_held_earlier_is_told_beside_the_dates_in_full(catalog: Catalog) -> None:
    cpc, cbcs = (answer_for(catalog, CAREER_CHANGER, key) for key in ("aapc/cpc", "nha/cbcs"))
    contest = closest_rival(cpc, [cbcs], PlanOrder.COST)
    assert contest is not None
    gap = round(cbcs.first.at.typical) - round(cpc.first.at.typical)
    assert gap > 1
    assert cbcs.plan.months.typical < cpc.plan.months.typical
    _, against, *_ = describe_contest(catalog, contest)
    assert f"you would hold the CPC-A {gap} months before the CBCS" in against


def test_first_credentials_of_the_same_month_are_not_compared(catalog: Catalog) -> None:
    cpc, crc = (answer_for(catalog, CAREER_CHANGER, key) for key in ("aapc/cpc", "aapc/crc"))
    contest = closest_rival(cpc, [crc], PlanOrder.COST)
    assert contest is not None
    assert round(cpc.first.at.typical) == round(crc.first.at.typical)
    assert "before the" not in " ".join(describe_contest(catalog, contest))


def test_the_other_way_round_what_spoke_for_it_speaks_against_it(catalog: Catalog) -> None:
    cpc, cca = (answer_for(catalog, CAREER_CHANGER, key) for key in ("aapc/cpc", "ahima/cca"))
    contest = closest_rival(cca, [cpc], PlanOrder.COST)
    assert contest is not None
    in_favor, against, *_ = describe_contest(catalog, contest)
    assert in_favor == "For it: also covers ambulatory surgery."
    assert "more to earn" in against


def test_a_rival_that_costs_the_same_is_not_compared_by_cost(catalog: Catalog) -> None:
    cpc, coc = (answer_for(catalog, CAREER_CHANGER, key) for key in ("aapc/cpc", "aapc/coc"))
    assert cpc.plan.sort_value(PlanOrder.COST) == coc.plan.sort_value(PlanOrder.COST)
    contest = closest_rival(cpc, [coc], PlanOrder.COST)
    assert contest is not None
    assert "to earn" not in " ".join(describe_contest(catalog, contest))


def test_what_was_not_found_in_full_is_ranked_against_nothing(catalog: Catalog) -> None:
    cca, cpc = (answer_for(catalog, WITHOUT_DIPLOMA, key) for key in ("ahima/cca", "aapc/cpc"))
    contest = closest_rival(cca, [cpc], PlanOrder.COST)
    assert contest is not None
    lines = describe_contest(catalog, contest)
    assert "to earn" not in " ".join(lines)
    assert lines[2:] == [
        "Their costs cannot be compared: a price was not found.",
        "Their months cannot be compared: the length of a step was not found.",
    ]


def test_what_may_not_be_sat_for_yet_is_said(catalog: Catalog) -> None:
    cpc, ccds = (answer_for(catalog, NURSE, key) for key in ("aapc/cpc", "acdis/ccds"))
    contest = closest_rival(cpc, [ccds], PlanOrder.COST)
    assert contest is not None
    _, against, *_ = describe_contest(catalog, contest)
    assert "you may not sit for it yet" in against


def test_whether_one_may_sit_for_it_is_left_open_where_answers_are_missing(
    catalog: Catalog,
) -> None:
    nurse = person(catalog, NURSE)
    stated = nurse.model_copy(update={"complete": False, "experience_months": {}})
    cpc = answer_for(catalog, NURSE, "aapc/cpc")
    ccds = decide_answer(
        catalog, nurse, "acdis/ccds", PlanOrder.COST, PathAssumptions(), stated=stated
    )
    assert ccds is not None
    contest = closest_rival(cpc, [ccds], PlanOrder.COST)
    assert contest is not None
    _, against, *_ = describe_contest(catalog, contest)
    assert "it is not settled whether you may sit for it today" in against


def test_alternatives_share_work_and_level_and_may_be_sat_for_today(catalog: Catalog) -> None:
    newcomer = person(catalog, CAREER_CHANGER)
    alternatives = open_alternatives(catalog, newcomer, "aapc/cpc")
    sheets = [catalog.credentials[key] for key in alternatives]
    assert 0 < len(alternatives) <= MOST_ALTERNATIVES
    assert {sheet.level for sheet in sheets} <= {Level.ENTRY, Level.CORE}
    assert "aapc/cpc" not in alternatives
    assert all(set(sheet.roles) & set(catalog.credentials["aapc/cpc"].roles) for sheet in sheets)


def test_alternatives_are_open_today_and_have_a_price(catalog: Catalog) -> None:
    # The CCA is cheaper than all of them, but asks for a diploma.
    without_diploma = person(catalog, WITHOUT_DIPLOMA)
    alternatives = open_alternatives(catalog, without_diploma, "aapc/cpc")
    sheets = [catalog.credentials[key] for key in alternatives]
    assert alternatives
    assert all(
        decide_verdict(sheet, build_person(catalog, without_diploma)) in MAY_SIT for sheet in sheets
    )


def test_what_has_no_price_is_no_alternative(catalog: Catalog) -> None:
    alternatives = open_alternatives(catalog, person(catalog, CAREER_CHANGER), "aapc/cpb")
    assert alternatives
    assert all(overviews(catalog)[key].to_earn_complete for key in alternatives)


def test_the_form_with_a_mark_is_no_alternative_to_its_own_exam(catalog: Catalog) -> None:
    newcomer = person(catalog, CAREER_CHANGER)
    assert "aapc/cpc" not in open_alternatives(catalog, newcomer, "aapc/cpc-a")


def test_nothing_like_it_may_be_open(catalog: Catalog) -> None:
    assert open_alternatives(catalog, person(catalog, RHIT), "ahima/rhia") == []
