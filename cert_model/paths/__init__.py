"""The ways from a person to a credential: what to do, in which month, and what it costs."""

from cert_model.paths.assumptions import BadPathAssumption, PathAssumptions
from cert_model.paths.bill import PathCost
from cert_model.paths.months import Months
from cert_model.paths.plan import Milestone, Plan, PlanOrder, all_plans, best_plans
from cert_model.paths.steps import Action, Step
from cert_model.paths.targets import UnknownRole, role_targets

__all__ = [
    "Action",
    "BadPathAssumption",
    "Milestone",
    "Months",
    "PathAssumptions",
    "PathCost",
    "Plan",
    "PlanOrder",
    "Step",
    "UnknownRole",
    "all_plans",
    "best_plans",
    "role_targets",
]
