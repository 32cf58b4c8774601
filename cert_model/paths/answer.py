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
    Phase,
    PlannedCredential,
    Total,
    cost_plan,
)
from cert_model.eligibility import MAY_SIT, Profile, build_person, decide_verdict
from cert_model.paths.assumptions import PathAssumptions
from cert_model.paths.plan import By, Milestone, Plan, all_plans, best_plans
from cert_model.paths.steps import Action, Step
from cert_model.vocabulary import ExperienceKind, Verdict


class Opening(StrEnum):
    """How a plan begins, which decides the first words about it."""

    SIT_NOW = "sit-now"
    """The person may sit for the exam of the target today."""
    WITH_DIPLOMA = "with-diploma"
    """They may, if they have the diploma that the plan takes for granted."""
    PREPARE = "prepare"
    """Something has to come before that exam."""
    LOSE_MARK = "lose-mark"
    """The exam is passed, and only the mark has to go."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The plan for one target, with the other ways to it and what it takes to keep it."""

    plan: Plan
    others: tuple[Plan, ...]
    """Further plans for the same target, each different in kind, in their order."""
    way: int
    """The place of the plan among all of them, from 1."""
    opening: Opening
    first: Milestone
    """The first credential that is held on the way; the target where there is none before."""
    is_unsettled: bool
    """Whether something that the person has not said decides if they may sit now."""
    upkeep: Total
    """What each year after costs, beyond what is paid already for what the person holds."""
    upkeep_rows: tuple[CostRow, ...]
    """The lines of the bill behind that."""

    @property
    def target(self) -> str:
        """The id of the credential to hold in the end."""
        return self.plan.target

    @property
    def starts_marked(self) -> bool:
        """Whether the target is first held in another form or after another credential."""
        return self.first.credential != self.target

    @property
    def other_places(self) -> dict[int, Plan]:
        """The further plans by their places among all of them, from 1."""
        places = (place for place in count(1) if place != self.way)
        return dict(zip(places, self.others, strict=False))

    @property
    def sooner(self) -> Plan | None:
        """The cheapest of the other ways that take less time; None where there is none."""
        mine = self.plan.merit(By.MONTHS)
        quicker = [plan for plan in self.others if plan.merit(By.MONTHS) < mine]
        return min(quicker, key=lambda plan: plan.rank(By.COST), default=None)

    @property
    def first_is_dated(self) -> bool:
        """Whether everything before the first credential has a length that was found."""
        return all(step.length_is_known for step in self.first_steps)

    @property
    def first_steps(self) -> list[Step]:
        """The steps that are done by the time the first credential is held."""
        until = self.first.at.typical
        return [step for step in self.plan.steps if step.ends.typical <= until]


def decide_answer(
    catalog: Catalog,
    profile: Profile,
    target: str,
    by: By,
    assumptions: PathAssumptions,
    way: int = 1,
    said: Profile | None = None,
) -> Answer | None:
    """The plan for a target that is best by one measure; None where there is no plan.

    ``way`` asks for one after it, from 1; where there are fewer, it is the last. ``said`` is what
    the person said of themselves, where ``profile`` takes a diploma for granted beside it.
    """
    plans = best_plans(all_plans(catalog, profile, target, assumptions), by)
    if not plans:
        return None
    place = min(way, len(plans)) - 1
    plan = plans[place]
    keeping = bill_of_keeping(catalog, profile, plan)
    whole = Milestone(target, plan.months, plan.cost)
    return Answer(
        plan,
        tuple(other for other in plans if other is not plan),
        place + 1,
        _opening(catalog, profile, target, said or profile),
        next(iter(plan.milestones), whole),
        _is_unsettled(catalog, said or profile, target),
        keeping.each_year_after,
        tuple(row for row in keeping.rows if row.phase is Phase.KEEP),
    )


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


def _opening(catalog: Catalog, profile: Profile, target: str, said: Profile) -> Opening:
    sheet, person = catalog.credentials[target], build_person(catalog, profile)
    holding = person.holdings.get(target)
    if holding is not None and holding.is_marked:
        return Opening.LOSE_MARK
    if decide_verdict(sheet, build_person(catalog, said)) in MAY_SIT:
        return Opening.SIT_NOW
    may_sit = decide_verdict(sheet, person) in MAY_SIT
    return Opening.WITH_DIPLOMA if may_sit else Opening.PREPARE


def _is_unsettled(catalog: Catalog, said: Profile, target: str) -> bool:
    verdict = decide_verdict(catalog.credentials[target], build_person(catalog, said))
    return verdict is Verdict.UNDECIDED


def bill_of_keeping(catalog: Catalog, profile: Profile, plan: Plan) -> CostPlan:
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
