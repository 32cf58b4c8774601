"""Sentences over pictures of cost say what the plans say."""

from cert_model.catalog import Catalog
from cert_model.costs import (
    CostPlan,
    CostRequest,
    PlannedCredential,
    cost_plan,
    rank_swings,
    sentences,
)
from cert_model.formatting import format_money


def plan(catalog: Catalog, key: str, years: int = 6) -> CostPlan:
    return cost_plan(catalog, CostRequest((PlannedCredential(key),), years))


def test_the_cheapest_and_the_dearest_plan_are_named(catalog: Catalog) -> None:
    plans = {"CPC": plan(catalog, "aapc/cpc"), "CCA": plan(catalog, "ahima/cca")}
    cheapest, costliest = sorted(plans, key=lambda name: plans[name].total.typical)
    sentence = sentences.describe_ranking(plans)
    assert sentence.startswith(f"Over 6 years, {cheapest} costs least (")
    assert f"and {costliest} most (" in sentence


def test_a_plan_that_lacks_a_price_is_never_called_cheapest(catalog: Catalog) -> None:
    plans = {
        "CCT": plan(catalog, "aaham/cct"),
        "CPC": plan(catalog, "aapc/cpc"),
        "CCA": plan(catalog, "ahima/cca"),
    }
    sentence = sentences.describe_ranking(plans)
    assert "CCT costs least" not in sentence
    assert "CCT cannot be ranked; not found: the exam price in dollars, " in sentence
    assert sentence.startswith("Over 6 years, CCA costs least (")


def test_plans_that_all_lack_a_price_are_not_ranked_at_all(catalog: Catalog) -> None:
    sentence = sentences.describe_ranking({"CCT": plan(catalog, "aaham/cct")})
    assert sentence.startswith("CCT cannot be ranked; ")
    assert "least (" not in sentence


def test_plans_of_the_same_total_share_their_place(catalog: Catalog) -> None:
    cpc, cca = plan(catalog, "aapc/cpc"), plan(catalog, "ahima/cca")
    dear, cheap = (sentences.format_sum(costing.total) for costing in (cpc, cca))
    assert sentences.describe_ranking({"A": cpc, "B": cpc}) == (
        f"Over 6 years, A and B cost the same: {dear}."
    )
    ranking = sentences.describe_ranking({"A": cca, "B": cpc, "C": cca})
    assert ranking.startswith(f"Over 6 years, A and C cost least ({cheap}) and B most ({dear}).")


def test_without_any_price_to_earn_it_the_sentence_says_so(catalog: Catalog) -> None:
    sentence = sentences.describe_plan(catalog, plan(catalog, "aaham/cct"))
    assert sentence.startswith("The cost to earn the CCT was not found")
    assert "$0" not in sentence


def test_one_year_is_not_called_years(catalog: Catalog) -> None:
    assert sentences.describe_ranking({"CPC": plan(catalog, "aapc/cpc", 1)}).startswith(
        "In one year, CPC costs "
    )


def test_a_complete_total_has_its_amount_and_its_range(catalog: Catalog) -> None:
    whole = plan(catalog, "aapc/cpc")
    assert whole.complete
    low, typical, high = (
        format_money(round(end)) for end in (whole.total.low, whole.total.typical, whole.total.high)
    )
    sentence = sentences.describe_total(catalog, whole)
    assert sentence.startswith(f"Over 6 years, the total is {typical}, between {low} and {high}. ")


def test_a_total_with_a_price_missing_is_at_least_and_names_it(catalog: Catalog) -> None:
    sentence = sentences.describe_total(catalog, plan(catalog, "aaham/cct"))
    assert sentence.startswith("Over 6 years, the total is at least $")
    assert "Not found, so not included: the exam price in dollars (CCT)" in sentence


def test_the_sentence_on_assumptions_is_about_the_widest_swing(catalog: Catalog) -> None:
    swings = rank_swings(catalog, plan(catalog, "aapc/cpc").request)
    widest = swings[0]
    low, high = format_money(round(widest.low)), format_money(round(widest.high))
    assert sentences.describe_largest_swing(swings) == (
        f"The total depends most on the price of one CEU: {low} at $0, {high} at $25."
    )


def test_without_a_swing_no_assumption_is_sentence_to_change_the_total() -> None:
    assert sentences.describe_largest_swing([]) == "No assumption changes this total."
