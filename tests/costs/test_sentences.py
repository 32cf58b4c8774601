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
    cheapest, dearest = sorted(plans, key=lambda name: plans[name].total.typical)
    said = sentences.ranking(plans)
    assert said.startswith(f"Over 6 years {cheapest} costs least (")
    assert f"and {dearest} most (" in said


def test_one_year_is_not_called_years(catalog: Catalog) -> None:
    assert sentences.ranking({"CPC": plan(catalog, "aapc/cpc", 1)}).startswith("In one year")


def test_a_complete_total_has_its_amount_and_its_range(catalog: Catalog) -> None:
    whole = plan(catalog, "aapc/cpc")
    assert whole.complete
    low, typical, high = (
        format_money(round(end)) for end in (whole.total.low, whole.total.typical, whole.total.high)
    )
    said = sentences.total(catalog, whole)
    assert said == f"{typical} over 6 years, between {low} and {high}."


def test_a_total_with_a_price_missing_is_at_least_and_names_it(catalog: Catalog) -> None:
    said = sentences.total(catalog, plan(catalog, "aaham/cct"))
    assert said.startswith("At least $")
    assert "Not in it, because it was not found: the exam price in dollars (CCT)" in said


def test_what_moves_the_total_most_is_the_first_swing(catalog: Catalog) -> None:
    found = rank_swings(catalog, plan(catalog, "aapc/cpc").request)
    name = found[0].assumption.replace("_", " ").capitalize()
    assert sentences.largest_swing(found).startswith(f"{name} moves the total most: from ")
