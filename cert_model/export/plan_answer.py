"""The answer of the ``plan`` command as plain data; the JSON of it is a contract."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from cert_model.costs import Total
from cert_model.paths import Months, PathAssumptions, PathCost, Plan, PlanOrder, Step
from cert_model.paths.sentences import what_is_missing
from cert_model.paths.waiting import Waiting
from cert_model.prices import Money


def plans_as_json(
    plans: Sequence[Plan],
    months_count: Sequence[str],
    waiting: Sequence[Waiting],
    left_out: Sequence[str],
    by: PlanOrder,
    without_plan: Mapping[str, str],
    assumptions: PathAssumptions,
) -> dict[str, Any]:
    """The plans, best first; ``without_plan`` says by id why a target has none.

    ``months_count`` says for each plan what its months count; ``waiting`` is what keeping what is
    held on the way costs beside its sum; ``left_out`` says what its sum pays for and what it does
    not. Both texts are empty for nothing.
    """
    return {
        "plans": [
            {
                **_plan(plan, by),
                "months_count": counted or None,
                "upkeep_until_held": _cost(kept.total),
                "left_out": words or None,
            }
            for plan, counted, kept, words in zip(
                plans, months_count, waiting, left_out, strict=True
            )
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
