"""What credentials cost over the years, each dollar with its fact or its assumption."""

from cert_model.costs.assumptions import (
    ASSUMPTION_LABELS,
    Assumptions,
    BadAssumption,
    parse_assumptions,
)
from cert_model.costs.plan import (
    MOST_YEARS,
    UPKEEP_YEARS,
    USUAL_YEARS,
    BadPlan,
    CostPlan,
    CostRequest,
    HeldCredential,
    PlannedCredential,
    cost_plan,
)
from cert_model.costs.rows import Category, CostRow, MissingPrice, Phase, Total, add_up
from cert_model.costs.sensitivity import Crossover, Swing, all_crossovers, crossovers, rank_swings
from cert_model.costs.timeline import last_years

__all__ = [
    "ASSUMPTION_LABELS",
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
    "Crossover",
    "HeldCredential",
    "MissingPrice",
    "Phase",
    "PlannedCredential",
    "Swing",
    "Total",
    "add_up",
    "all_crossovers",
    "cost_plan",
    "crossovers",
    "last_years",
    "parse_assumptions",
    "rank_swings",
]
