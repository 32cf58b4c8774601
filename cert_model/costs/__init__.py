"""What credentials cost over the years, every dollar with its fact or its assumption."""

from cert_model.costs.assumptions import Assumptions, BadAssumption, parse_assumptions
from cert_model.costs.breakeven import Flip, Swing, all_flips, flips, swings
from cert_model.costs.headline import UPKEEP_YEARS, first_year_costs, priced
from cert_model.costs.plan import (
    MOST_YEARS,
    USUAL_YEARS,
    BadPlan,
    CostPlan,
    CostRequest,
    Planned,
    cost_plan,
)
from cert_model.costs.rows import Category, CostRow, Missing
from cert_model.prices.money import Money
from cert_model.prices.price_lists import FactRef

__all__ = [
    "MOST_YEARS",
    "UPKEEP_YEARS",
    "USUAL_YEARS",
    "Assumptions",
    "BadAssumption",
    "BadPlan",
    "Category",
    "CostPlan",
    "CostRequest",
    "CostRow",
    "FactRef",
    "Flip",
    "Missing",
    "Money",
    "Planned",
    "Swing",
    "all_flips",
    "cost_plan",
    "first_year_costs",
    "flips",
    "parse_assumptions",
    "priced",
    "swings",
]
