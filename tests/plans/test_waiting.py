"""What keeping the credentials on the way costs until a target is held, beside its cost."""

from dataclasses import replace

import pytest

from cert_model.candidates import Situation, Wishes, sentences, shortlist
from cert_model.catalog import Catalog
from cert_model.costs import Category, CostRequest, PlannedCredential, cost_plan
from cert_model.paths import all_plans
from cert_model.paths.answer import Answer
from cert_model.paths.answer_sentences import describe_sum_of
from cert_model.paths.waiting import Waiting, upkeep_until_held
from tests.plans.examples import person, plans_for
from tests.plans.made_up import (
    MEMBERS,
    anyone,
    catalog_of,
    fact,
    holds,
    sheet,
    with_members_only,
    work,
)
from tests.plans.test_answer import answer_for
from tests.plans.test_personas import APPRENTICE, CAREER_CHANGER

TEN_CEUS_A_YEAR = {"cycle_months": fact(24), "ceus": fact(20)}
AFTER_TWO_YEARS_OF_WORK = {"all_of": [holds("AA"), work("coding", 24)]}
YEARS_WITH_AA = (24 + 1 - 1.5) / 12
"""From the AA, after a month and a half, to the TT, a month after two years of work."""


def waiting_in(catalog: Catalog) -> Waiting:
    """What keeping the AA costs until the TT is held."""
    diploma = "education: bachelor"
    (plan, *_) = plans_for(catalog, diploma, "demo/tt")
    return upkeep_until_held(catalog, person(catalog, diploma), plan)


def test_the_upkeep_of_a_year_counts_for_the_years_of_waiting() -> None:
    keeper = sheet("AA", anyone(), renewal=TEN_CEUS_A_YEAR)
    waiting = waiting_in(catalog_of([keeper, sheet("TT", AFTER_TWO_YEARS_OF_WORK)]))
    assert waiting.total.typical == pytest.approx(10 * 10 * YEARS_WITH_AA, abs=0.01)
    assert waiting.categories == (Category.CEUS,)


def test_an_upkeep_of_which_a_price_is_missing_is_not_complete() -> None:
    keeper = sheet("AA", anyone(), renewal=TEN_CEUS_A_YEAR)
    waiting = waiting_in(catalog_of([keeper, sheet("TT", AFTER_TWO_YEARS_OF_WORK)]))
    assert [gap.what for gap in waiting.total.missing] == ["the recertification fee"]


@pytest.mark.parametrize("dues", [90, None])
def test_the_dues_that_the_plan_pays_are_no_upkeep_beside_it(dues: float | None) -> None:
    keeper = sheet("AA", anyone(), renewal=TEN_CEUS_A_YEAR, membership=MEMBERS)
    target = sheet("TT", AFTER_TWO_YEARS_OF_WORK, membership=MEMBERS)
    waiting = waiting_in(with_members_only([keeper, target], dues=dues))
    assert waiting.total.complete
    assert waiting.categories == (Category.CEUS,)


def test_who_holds_nothing_on_the_way_keeps_nothing() -> None:
    assert not waiting_in(catalog_of([sheet("TT", anyone())]))


def kept_for(answer: Answer) -> float:
    """The dollars of keeping what is held on the way."""
    assert answer.waiting
    return answer.waiting.total.typical


def test_an_apprentice_designation_takes_36_ceus_in_the_two_years_of_work(catalog: Catalog) -> None:
    """36 CEUs at the assumed $10; the dues of both years are in the $1,277."""
    answer = answer_for(catalog, CAREER_CHANGER, "aapc/cpc")
    assert round(answer.plan.months.typical - answer.first.at.typical) == 24
    assert kept_for(answer) == pytest.approx(36 * 10, abs=2)


@pytest.mark.parametrize("target", ["aapc/cpc", "aapc/coc"])
def test_cost_and_upkeep_on_the_way_come_to_the_bill_of_three_years_less_a_year_of_dues(
    catalog: Catalog, target: str
) -> None:
    answer = answer_for(catalog, CAREER_CHANGER, target)
    by_costs = cost_plan(catalog, CostRequest((PlannedCredential(target),), years=3))
    dues = next(step for step in answer.plan.steps if "membership, second year" in step.what)
    assert dues.cost is not None
    in_all = answer.plan.cost.money.typical + kept_for(answer) + dues.cost.typical
    assert in_all == pytest.approx(by_costs.total.typical, abs=2)


def test_what_is_kept_on_the_way_is_said_below_the_sum_that_leaves_it_out(catalog: Catalog) -> None:
    words = describe_sum_of(catalog, answer_for(catalog, CAREER_CHANGER, "aapc/cpc"))
    assert (
        "The $1,277 does not include keeping the CPC-A until then: $360 for continuing education."
    ) in words


def test_what_another_issuer_asks_for_is_kept_in_full(catalog: Catalog) -> None:
    """The CCS comes before the CCDS, which another issuer gives."""
    answer = answer_for(catalog, CAREER_CHANGER, "acdis/ccds")
    assert answer.first.credential == "ahima/ccs"
    kept = cost_plan(catalog, CostRequest((PlannedCredential(answer.first.credential),)))
    years = (answer.plan.months.typical - answer.first.at.typical) / 12
    assert kept_for(answer) == pytest.approx(kept.each_year_after.typical * years, abs=2)


def test_dues_of_an_issuer_that_is_not_the_targets_are_part_of_what_is_kept(
    catalog: Catalog,
) -> None:
    """Those of the target's issuer are in the cost of the plan, those of another one are not."""
    profile = person(catalog, CAREER_CHANGER)
    to_the_cpc = all_plans(catalog, profile, "aapc/cpc")[0]
    assert Category.MEMBERSHIP not in upkeep_until_held(catalog, profile, to_the_cpc).categories
    elsewhere = replace(to_the_cpc, target="ahima/cca")
    assert Category.MEMBERSHIP in upkeep_until_held(catalog, profile, elsewhere).categories


def test_nothing_is_kept_on_the_way_to_what_is_earned_first(catalog: Catalog) -> None:
    assert not answer_for(catalog, CAREER_CHANGER, "ahima/cca").waiting


def test_whoever_holds_the_mark_already_pays_nothing_beyond_it(catalog: Catalog) -> None:
    assert not answer_for(catalog, APPRENTICE, "aapc/cpc").waiting


def test_a_card_adds_what_keeping_the_first_credential_costs(catalog: Catalog) -> None:
    of = shortlist(catalog, Wishes(Situation.NEW), {})
    cards = {item.id: sentences.reasons(catalog, item) for item in of.ranked}
    assert any(
        line.endswith("for $1,277, plus $360 to keep the CPC-A until then.")
        for line in cards["aapc/cpc"]
    )
