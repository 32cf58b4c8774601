"""The answer to "which one, and how": one plan, how it begins, and what it leads to."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from cert_model.catalog import Catalog
from cert_model.costs import (
    CostPlan,
    CostRequest,
    CostRow,
    HeldCredential,
    PlannedCredential,
    Total,
    cost_plan,
)
from cert_model.eligibility import (
    MAY_SIT,
    Changes,
    Profile,
    build_person,
    decide_verdict,
    missing_changes,
)
from cert_model.paths.assumptions import PathAssumptions
from cert_model.paths.plan import Milestone, Plan, PlanOrder, all_plans, best_plans
from cert_model.paths.steps import Action, Step
from cert_model.paths.training import untrained_exam
from cert_model.paths.waiting import Waiting, upkeep_until_held
from cert_model.vocabulary import ExperienceKind, Verdict


class Opening(StrEnum):
    """How a plan begins, which decides the first words about it."""

    SIT_NOW = "sit-now"
    """The person may sit for the exam of the target today."""
    WITH_DIPLOMA = "with-diploma"
    """They may, if they have the diploma that the plan takes for granted."""
    UNSETTLED = "unsettled"
    """They may today, or after something else: what they have not said decides."""
    PREPARE = "prepare"
    """Something has to come before that exam."""
    LOSE_MARK = "lose-mark"
    """The exam is passed, and only the mark has to go."""
    ASK = "ask"
    """Nobody but the issuer can say what has to come before it: there is no plan."""


_OPEN_TODAY = (Opening.SIT_NOW, Opening.WITH_DIPLOMA)


@dataclass(frozen=True, slots=True)
class Answer:
    """The plan for one target, with the other ways to it and what it takes to keep it."""

    plan: Plan
    others: tuple[Plan, ...]
    """Further plans for the same target, each different in kind, in their order."""
    way: int
    """The place of the plan among all of them, from 1."""
    order: PlanOrder
    """The order of the ways."""
    opening: Opening
    upkeep: Total
    """What each year after costs, beyond what is paid already for what the person holds."""
    upkeep_rows: tuple[CostRow, ...]
    """The lines of the bill behind that, of the years over which it is averaged."""
    waiting: Waiting
    """What keeping what is held on the way costs until the target is held; false for nothing."""
    advised: tuple[Changes, ...] = ()
    """Where a person may sit today, the ways to meet what the issuer advises and they may lack."""
    untrained_exam: str | None = None
    """The id of the credential whose exam they come to without training; None for none."""

    @property
    def target(self) -> str:
        """The id of the credential to hold in the end."""
        return self.plan.target

    @property
    def first(self) -> Milestone:
        """The first credential that is held on the way, which is what a person waits for."""
        return self.plan.first

    @property
    def has_one_before(self) -> bool:
        """Whether the target is first held in another form or after another credential."""
        return self.first.credential != self.target

    @property
    def other_places(self) -> dict[int, Plan]:
        """The further plans by their places among all of them, from 1."""
        places = (place for place in count(1) if place != self.way)
        return dict(zip(places, self.others, strict=False))

    @property
    def sooner(self) -> Plan | None:
        """The cheapest of the other ways that take whole months less; None for none.

        A way on which the length of a step was not found is never called sooner.
        """
        months = round(self.plan.months.typical)
        quicker = [
            plan
            for plan in self.others
            if plan.months_are_complete and round(plan.months.typical) < months
        ]
        return min(quicker, key=lambda plan: plan.sort_key(PlanOrder.COST), default=None)

    @property
    def better_order(self) -> PlanOrder | None:
        """The other order of the ways, where another one comes first by it; else None."""
        other = next(by for by in PlanOrder if by is not self.order)
        own = self.plan.sort_value(other)
        is_beaten = any(plan.sort_value(other) < own for plan in self.others)
        return other if is_beaten else None

    @property
    def first_is_dated(self) -> bool:
        """Whether everything before the first credential has a length that was found."""
        return all(step.length_is_known for step in self.first_steps)

    @property
    def first_steps(self) -> list[Step]:
        """The steps that are done by the time the first credential is held."""
        return self.plan.steps_until(self.first.at)


def decide_answer(
    catalog: Catalog,
    profile: Profile,
    target: str,
    by: PlanOrder,
    assumptions: PathAssumptions,
    way: int = 1,
    stated: Profile | None = None,
) -> Answer | None:
    """The plan for a target that is best by one measure; None where there is no plan.

    ``way`` asks for one after it, from 1; where there are fewer, it is the last. ``stated`` is what
    the person said of themselves, where ``profile`` takes a diploma for granted beside it.
    """
    plans = all_plans(catalog, profile, target, assumptions)
    return make_answer(catalog, profile, plans, by, way, stated) if plans else None


def make_answer(
    catalog: Catalog,
    profile: Profile,
    plans: Sequence[Plan],
    by: PlanOrder,
    way: int = 1,
    stated: Profile | None = None,
) -> Answer:
    """The answer that some plans for one target give, at least one; see ``decide_answer``."""
    best = best_plans(plans, by)
    place = min(way, len(best)) - 1
    plan = best[place]
    keeping = _bill_of_keeping(catalog, profile, plan)
    opening = decide_opening(catalog, profile, plan.target, stated or profile, has_plan=True)
    return Answer(
        plan,
        tuple(other for other in best if other is not plan),
        place + 1,
        by,
        opening,
        keeping.each_year_after,
        keeping.later_rows,
        upkeep_until_held(catalog, profile, plan),
        _advised(catalog, profile, plan.target) if opening in _OPEN_TODAY else (),
        untrained_exam(catalog, profile, plan),
    )


def _advised(catalog: Catalog, profile: Profile, target: str) -> tuple[Changes, ...]:
    """The ways to meet what the issuer of a target advises; none where that is met or not known."""
    rule = catalog.credentials[target].eligibility.recommended
    if rule is None:
        return ()
    ways = missing_changes(rule, build_person(catalog, profile), {})
    return tuple(way for way in ways if way)


def works_already(profile: Profile) -> bool:
    """Whether a person is known to code for pay, so that such work goes on from today.

    Whoever is new to it finds that work with a first credential at the earliest.
    """
    return (profile.experience_months.get(ExperienceKind.CODING) or 0) > 0


def steps_beyond(plan: Plan, other: Plan) -> list[Step]:
    """The schooling in one plan that another one does without."""
    done = {step.what for step in other.steps}
    schooling = (Action.PROGRAM, Action.DEGREE, Action.EXAM)
    return [step for step in plan.steps if step.action in schooling and step.what not in done]


def steps_before_the_exam(plan: Plan) -> list[Step]:
    """What has to be done before the exam of the target, in order, apart from formalities."""
    exam = next(
        step for step in plan.steps if step.action is Action.EXAM and step.credential == plan.target
    )
    return [
        step
        for step in plan.steps
        if step.brief and step is not exam and step.ends.typical <= exam.ends.typical
    ]


def decide_opening(
    catalog: Catalog, profile: Profile, target: str, stated: Profile, *, has_plan: bool
) -> Opening:
    """How a person comes to hold a target; ``profile`` and ``stated`` as in ``decide_answer``."""
    sheet, person = catalog.credentials[target], build_person(catalog, profile)
    holding = person.holdings.get(target)
    if holding is not None and holding.is_marked:
        return Opening.LOSE_MARK
    verdict = decide_verdict(sheet, build_person(catalog, stated))
    if verdict in MAY_SIT:
        return Opening.SIT_NOW
    if decide_verdict(sheet, person) in MAY_SIT:
        return Opening.WITH_DIPLOMA
    if not has_plan:
        return Opening.ASK
    return Opening.UNSETTLED if verdict is Verdict.UNDECIDED else Opening.PREPARE


def _bill_of_keeping(catalog: Catalog, profile: Profile, plan: Plan) -> CostPlan:
    """The bill of everything in full that the plan earns, which says what keeping it costs."""
    earned = [*_in_full(catalog, plan), plan.target]
    held = [key for key in dict.fromkeys(profile.credentials or ()) if key not in earned]
    request = CostRequest(
        tuple(PlannedCredential(key) for key in earned),
        held=tuple(HeldCredential(key) for key in held),
    )
    return cost_plan(catalog, request)


def _in_full(catalog: Catalog, plan: Plan) -> Sequence[str]:
    """What is earned on the way, without forms of another exam that carry a mark."""
    keys = dict.fromkeys(milestone.credential for milestone in plan.milestones)
    return [key for key in keys if catalog.credentials[key].same_exam_as is None]
