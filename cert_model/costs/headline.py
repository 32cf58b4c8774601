"""The two figures of a plan that a list shows: the first year, and a year of upkeep."""

from dataclasses import replace

from cert_model.catalog import Catalog
from cert_model.catalog.overview import Overview
from cert_model.costs.plan import CostRequest, PlannedCredential, cost_plan
from cert_model.costs.rows import Category

UPKEEP_YEARS = 6
"""Cycles of one, two and three years all end within six."""


def priced(catalog: Catalog) -> dict[str, Overview]:
    """Every overview with its first-year cost and yearly upkeep, by id.

    Both are the usual amounts under the default assumptions; upkeep is the average of the
    six years after the first. A figure with a price missing is marked as "at least"; without
    the exam price there is no first-year cost at all, or what is known least would look
    cheapest.
    """
    return {key: _priced(catalog, overview) for key, overview in catalog.overviews.items()}


def first_year_costs(catalog: Catalog) -> dict[str, float]:
    """The first-year cost in dollars by id, of the credentials of which it is known."""
    costs = {key: overview.first_year_cost for key, overview in priced(catalog).items()}
    return {key: cost for key, cost in costs.items() if cost is not None}


def _priced(catalog: Catalog, overview: Overview) -> Overview:
    alone = (PlannedCredential(overview.id),)
    first = cost_plan(catalog, CostRequest(alone, years=1))
    whole = cost_plan(catalog, CostRequest(alone, years=1 + UPKEEP_YEARS))
    later = [row for row in whole.rows if row.year > 1]
    exam_is_known = all(each.category is not Category.EXAM for each in first.missing)
    return replace(
        overview,
        first_year_cost=first.total.typical if exam_is_known else None,
        first_year_complete=first.complete,
        yearly_upkeep=round(whole.sum_of(later).typical / UPKEEP_YEARS, 2) if later else None,
        upkeep_complete=set(whole.missing) <= set(first.missing),
    )
