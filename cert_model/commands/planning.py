"""The command ``plan``: the ways from a person to a credential."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.commands.arguments import BadArgument, resolve_ids
from cert_model.eligibility import Profile, contradictions
from cert_model.paths import (
    BadPathAssumption,
    PathAssumptions,
    Plan,
    PlanOrder,
    UnknownRole,
    all_plans,
    best_plans,
    role_targets,
)
from cert_model.paths.answer_sentences import describe_sum
from cert_model.paths.sentences import explain_no_plan
from cert_model.paths.study import describe_what_months_count
from cert_model.paths.training import untrained_exam
from cert_model.paths.waiting import Waiting, upkeep_until_held
from cert_model.vocabulary import Role


@dataclass(frozen=True)
class PlannedPaths:
    """The plans for some targets."""

    plans: tuple[Plan, ...]
    """Best first: for a single target its best plans, for several the best one of each."""
    months_count: tuple[str, ...]
    """For each plan, what its months count and from how many sources; empty without an exam."""
    waiting: tuple[Waiting, ...]
    """For each plan, what keeping what is held on the way costs, which is not in its sum."""
    left_out: tuple[str, ...]
    """For each plan, what its sum pays for and what it leaves out, in words; empty for neither."""
    without_plan: Mapping[str, str]
    """Why a target has none, by its id."""
    by: PlanOrder
    assumptions: PathAssumptions


def read_targets(catalog: Catalog, names: Sequence[str], role: str | None) -> list[str]:
    """The ids of the targets named and of those for a role, each once. Raises BadArgument."""
    try:
        of_role = role_targets(catalog, role) if role else []
    except UnknownRole as error:
        raise BadArgument("role", str(error), Role) from error
    targets = resolve_ids(catalog, "target", names) + of_role
    if not targets:
        raise BadArgument("target", "name the credential to hold, or a role")
    return list(dict.fromkeys(targets))


def read_path_assumptions(hours_a_week: float) -> PathAssumptions:
    """The assumptions with so many hours of study a week. Raises BadArgument."""
    try:
        return PathAssumptions(hours_a_week=hours_a_week)
    except BadPathAssumption as error:
        raise BadArgument("hours_a_week", str(error)) from error


def refuse_contradictions(catalog: Catalog, profile: Profile) -> None:
    """Raise BadArgument for a profile that contradicts itself."""
    for contradiction in contradictions(catalog, profile):
        raise BadArgument("profile", contradiction)


def plan_paths(
    catalog: Catalog,
    profile: Profile,
    targets: Sequence[str],
    by: PlanOrder,
    assumptions: PathAssumptions,
) -> PlannedPaths:
    """The plans from a person to each target."""
    plans: list[Plan] = []
    without_plan: dict[str, str] = {}
    for key in targets:
        best = best_plans(all_plans(catalog, profile, key, assumptions), by)
        if not best:
            without_plan[key] = explain_no_plan(catalog, profile, key)
        plans += best if len(targets) == 1 else best[:1]
    if len(targets) > 1:
        plans.sort(key=lambda plan: plan.sort_key(by))
    untrained = [untrained_exam(catalog, profile, plan) for plan in plans]
    months_count = tuple(
        describe_what_months_count(catalog, plan, assumptions, is_untrained=exam is not None)
        for plan, exam in zip(plans, untrained, strict=True)
    )
    waiting = tuple(upkeep_until_held(catalog, profile, plan) for plan in plans)
    left_out = tuple(
        describe_sum(catalog, plan, kept, exam)
        for plan, kept, exam in zip(plans, waiting, untrained, strict=True)
    )
    return PlannedPaths(
        tuple(plans), months_count, waiting, left_out, without_plan, by, assumptions
    )
