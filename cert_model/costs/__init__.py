"""What credentials cost over the years, every dollar with its fact or its assumption."""

from cert_model.costs.assumptions import Assumptions, BadAssumption, parse_assumptions
from cert_model.costs.breakeven import Crossover, Swing, all_crossovers, crossovers, rank_swings
from cert_model.costs.plan import (
    MOST_YEARS,
    USUAL_YEARS,
    BadPlan,
    CostPlan,
    CostRequest,
    PlannedCredential,
    cost_plan,
)
from cert_model.costs.rows import Category, CostRow, MissingPrice
from cert_model.prices.money import Money
from cert_model.prices.price_lists import FactRef

__all__ = [
    "MOST_YEARS",
    "USUAL_YEARS",
    "Assumptions",
    "BadAssumption",
    "BadPlan",
    "Category",
    "CostPlan",
    "CostRequest",
    "CostRow",
    "Crossover",
    "FactRef",
    "MissingPrice",
    "Money",
    "PlannedCredential",
    "Swing",
    "all_crossovers",
    "cost_plan",
    "crossovers",
    "parse_assumptions",
    "rank_swings",
]
