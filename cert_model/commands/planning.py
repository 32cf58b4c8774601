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
from cert_model.paths.explained import ExplainedPlan, explain_plan
from cert_model.paths.sentences import explain_no_plan
from cert_model.vocabulary import Role


@dataclass(frozen=True)
class PlannedPaths:
    """The plans for some targets."""

    explained: tuple[ExplainedPlan, ...]
    """Best first: for a single target its best plans, for several the best one of each."""
    without_plan: Mapping[str, str]
    """Why a target has none, by its id."""
    by: PlanOrder
    assumptions: PathAssumptions

    @property
    def plans(self) -> list[Plan]:
        """The plans alone."""
        return [explained.plan for explained in self.explained]


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
    explained = (explain_plan(catalog, profile, plan, assumptions) for plan in plans)
    return PlannedPaths(tuple(explained), without_plan, by, assumptions)
