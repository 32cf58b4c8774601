"""The answer of the ``plan`` command as plain data; the JSON of it is a contract."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from cert_model.costs import Total
from cert_model.paths import Months, PathAssumptions, PathCost, Plan, PlanOrder, Step
from cert_model.paths.explained import ExplainedPlan
from cert_model.paths.sentences import what_is_missing
from cert_model.prices import Money


def plans_as_json(
    plans: Sequence[ExplainedPlan],
    by: PlanOrder,
    without_plan: Mapping[str, str],
    assumptions: PathAssumptions,
) -> dict[str, Any]:
    """The plans, best first; ``without_plan`` says by id why a target has none."""
    return {
        "plans": [
            {
                **_plan(explained.plan, by),
                "months_count": explained.months_count or None,
                "upkeep_until_held": _cost(explained.waiting.total),
                "left_out": explained.left_out or None,
            }
            for explained in plans
        ],
        "none_because": None if plans else " ".join(without_plan.values()),
        "without_plan": dict(without_plan),
        "assumptions": asdict(assumptions),
    }


def _plan(plan: Plan, by: PlanOrder) -> dict[str, Any]:
    return {
        "target": plan.target,
        "by": by.value,
        "cost": _cost(plan.cost),
        "months": {**_months(plan.months), "complete": plan.months_are_complete},
        "steps": [_step(step) for step in plan.steps],
        "milestones": [
            {
                "credential": milestone.credential,
                "months": _months(milestone.at),
                "cost": _cost(milestone.cost),
            }
            for milestone in plan.milestones
        ],
        "ends_in": plan.ends_in.value,
        "missing": what_is_missing(plan),
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "action": step.action.value,
        "what": step.what,
        "credential": step.credential,
        "cost": None if step.cost is None else _money(step.cost),
        "months": None if step.months is None else _months(step.months),
        "starts": step.starts.rounded().typical,
        "facts": [str(fact) for fact in step.facts],
        "assumptions": list(step.assumptions),
    }


def _cost(cost: PathCost | Total) -> dict[str, Any]:
    return {**_money(cost.money), "complete": cost.complete, "estimated": cost.estimated}


def _money(money: Money) -> dict[str, float]:
    return asdict(money.rounded())


def _months(months: Months) -> dict[str, float]:
    return asdict(months.rounded())
