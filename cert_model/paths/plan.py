"""The plans for a person and a target: the cheapest, the fastest, and one more of another kind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile, build_person, decide_verdict
from cert_model.paths.assumptions import PathAssumptions
from cert_model.paths.bill import Billing, PathCost, sum_of
from cert_model.paths.months import Months
from cert_model.paths.route import Route
from cert_model.paths.search import Search
from cert_model.paths.steps import Action, Step, in_order, steps_until
from cert_model.vocabulary import Verdict


class PlanOrder(StrEnum):
    """What the best plan has least of."""

    COST = "cost"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A credential held on the way, when, and what was paid up to then."""

    credential: str
    at: Months
    cost: PathCost


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to hold a target in full."""

    target: str
    steps: tuple[Step, ...]
    """In the order in which they are finished."""
    cost: PathCost
    months: Months
    milestones: tuple[Milestone, ...]
    """What is held on the way, forms of the target with a mark among them."""
    ends_in: Verdict
    """The verdict on the target after the last step."""

    @property
    def months_are_complete(self) -> bool:
        """Whether the length of every step is known; otherwise it takes "at least" so long."""
        return all(step.length_is_known for step in self.steps)

    @property
    def first(self) -> Milestone:
        """The first credential that is held on the way, of whatever kind; else the target."""
        return next(iter(self.milestones), Milestone(self.target, self.months, self.cost))

    @property
    def unknowns(self) -> tuple[int, int]:
        """How many prices and how many lengths were not found."""
        return len(self.cost.missing), sum(not step.length_is_known for step in self.steps)

    def steps_until(self, months: Months) -> list[Step]:
        """The steps that are finished after so many months, the usual case deciding."""
        return steps_until(self.steps, months)

    @property
    def kind(self) -> frozenset[tuple[Action, str | None, str]]:
        """What is done on it, apart from formalities; plans of one kind differ in nothing else."""
        return frozenset(
            (step.action, step.credential, step.what)
            for step in self.steps
            if step.action is not Action.FORMALITY
        )

    def sort_value(self, by: PlanOrder) -> tuple[int, float]:
        """A sort key by one measure, the best first: how much was not found, then the usual case.

        What is only "at least" so much comes after all that is complete.
        """
        prices, lengths = self.unknowns
        if by is PlanOrder.COST:
            return prices, self.cost.money.typical
        return lengths, round(self.months.typical, 6)

    def sort_key(self, by: PlanOrder) -> tuple[tuple[int, float], ...]:
        """A sort key by one measure and, of plans alike in that, by the other."""
        return self.sort_value(by), *(
            self.sort_value(other) for other in PlanOrder if other is not by
        )

    def dominates(self, other: "Plan") -> bool:
        """Whether it is no worse in cost and in months, and better in one of them."""
        return self.sort_key(PlanOrder.COST) != other.sort_key(PlanOrder.COST) and all(
            self.sort_value(by) <= other.sort_value(by) for by in PlanOrder
        )


def all_plans(
    catalog: Catalog, profile: Profile, target: str, assumptions: PathAssumptions | None = None
) -> list[Plan]:
    """Every plan for one target, by the minimal ways of its rules; none where none is certain."""
    assumptions = assumptions or PathAssumptions()
    billing = Billing(catalog, profile, assumptions)
    routes = Search(catalog, profile, assumptions).routes(target)
    return [_make_plan(catalog, billing, route, target) for route in routes]


def best_plans(plans: Sequence[Plan], by: PlanOrder) -> list[Plan]:
    """The best plan, the best by the other measure if that is better, and one of another kind.

    A plan that another one beats in both cost and months is never among them; no two of them are
    of one kind. Empty without plans.
    """
    other = PlanOrder.MONTHS if by is PlanOrder.COST else PlanOrder.COST
    rivals = [plan for plan in plans if not any(rival.dominates(plan) for rival in plans)]
    chosen = _best(rivals, by, ())[:1]
    chosen += [
        plan
        for plan in _best(rivals, other, chosen)[:1]
        if plan.sort_value(other) < chosen[0].sort_value(other)
    ]
    return [*chosen, *_best(rivals, by, chosen)[:1]]


def _best(plans: Iterable[Plan], by: PlanOrder, chosen: Sequence[Plan]) -> list[Plan]:
    """The plans of a kind not chosen yet, the best first."""
    kinds = {plan.kind for plan in chosen}
    return sorted(
        (plan for plan in plans if plan.kind not in kinds), key=lambda plan: plan.sort_key(by)
    )


def _make_plan(catalog: Catalog, billing: Billing, route: Route, target: str) -> Plan:
    steps = tuple(in_order(billing.priced_steps(route)))
    *on_the_way, last = route.earned
    return Plan(
        target,
        steps,
        sum_of(steps),
        last.at,
        tuple(
            Milestone(earned.id, earned.at, sum_of(steps_until(steps, earned.at)))
            for earned in on_the_way
        ),
        decide_verdict(catalog.credentials[target], build_person(catalog, route.profile)),
    )
