"""One credential as a candidate for a person: may they sit, the way there, and its figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cert_model.candidates.asker import Asker
from cert_model.candidates.pay import newest_pay, occupation_pay
from cert_model.candidates.wishes import Priority
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
    Holding,
    Person,
    Profile,
    Truth,
    build_person,
    decide_verdict,
    possible_consequences,
)
from cert_model.overview import overviews
from cert_model.paths import (
    By,
    Milestone,
    Months,
    PathCost,
    Plan,
    Step,
    all_plans,
    best_plans,
)
from cert_model.paths.answer import bill_of_keeping, steps_before_the_exam
from cert_model.schema.careers import SurveyRow, WageRow
from cert_model.vocabulary import Verdict


class Admission(StrEnum):
    """How a person comes to sit for an exam."""

    NOW = "now"
    WITH_DIPLOMA = "with-diploma"
    """Now, if they have a high school diploma; they have not said."""
    UNSETTLED = "unsettled"
    """Now, or after something else: what they have not said decides."""
    AFTER = "after"
    """After something else: a program, work, another credential."""
    MARKED = "marked"
    """They passed it already; the mark is what is left."""
    ASK = "ask"
    """Nobody but the issuer can say."""


_NOT_YET = (Admission.UNSETTLED, Admission.AFTER)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A credential with all that a card says of it."""

    id: str
    verdict: Verdict
    admission: Admission
    way: Plan | None
    """The way that the person's priority picks; None where none is certain."""
    first_form: Milestone | None
    """Its form with a mark, such as the CPC-A, where that comes first on the way."""
    faster: Plan | None
    """The fastest way to it in full, where that is another one."""
    before_exam: tuple[Step, ...]
    """What has to be done before its exam, apart from preparing for it."""
    starts_as: str | None
    """The letters that passing gives at first, such as CPC-A; None for the credential in full."""
    may_start_in_full: bool
    """Whether the person may have what spares them those letters."""
    holding: Holding | None
    each_year: Total
    upkeep_rows: tuple[CostRow, ...]
    """The lines of the bill behind that."""
    order_of_plans: By
    """The order in which its plans begin with the way."""
    survey: SurveyRow | None
    occupation: WageRow | None
    online: bool | None
    exam_is_priced: bool
    leads_to: tuple[str, ...] = ()
    """The ids of the credentials for later that it leads on to."""

    @property
    def is_known(self) -> bool:
        """Whether a way to it and the price of its exam were found."""
        return self.way is not None and self.exam_is_priced

    @property
    def is_complete(self) -> bool:
        """Whether no price and no length is missing, so that it can be ranked."""
        way = self.way
        return self.is_known and way is not None and _unknowns(way) == (0, 0)

    @property
    def certain_way(self) -> Plan:
        """The way, of a candidate that has one."""
        assert self.way is not None, "asked of a candidate with a way"
        return self.way

    @property
    def _first_at(self) -> Months:
        return self.first_form.at if self.first_form else self.certain_way.months

    @property
    def first_months(self) -> int:
        """The whole months until its first letters, a mark included, where a way is certain."""
        return round(self._first_at.typical)

    @property
    def first_steps(self) -> list[Step]:
        """What is done until then, where a way is certain."""
        until = self._first_at.typical
        return [step for step in self.certain_way.steps if step.ends.typical <= until]

    @property
    def months(self) -> int:
        """The whole months until it is held in full, where a way is certain."""
        return round(self.certain_way.months.typical)

    @property
    def first_cost(self) -> PathCost:
        """What is paid until its first letters, a mark included, where a way is certain."""
        return self.first_form.cost if self.first_form else self.certain_way.cost

    @property
    def cost(self) -> int:
        """The same in whole dollars."""
        return round(self.first_cost.money.typical)


def make_candidate(
    catalog: Catalog,
    asker: Asker,
    key: str,
    priority: Priority | None,
    leads_to: Sequence[str] = (),
) -> Candidate:
    """The candidate for one credential. Raises KeyError for an id that is not in the catalog."""
    sheet, overview = catalog.credentials[key], overviews(catalog)[key]
    person = build_person(catalog, asker.profile)
    planned = build_person(catalog, asker.planned_for)
    plans = all_plans(catalog, asker.planned_for, key, asker.assumptions)
    way = pick_way(catalog, plans, priority)
    admission = _admission(catalog, key, person, planned)
    keeping = _bill_of_keeping(catalog, asker.profile, key, way)
    marks = [
        (possible.marks, applies is Truth.UNKNOWN)
        for possible, applies in possible_consequences(sheet, planned)
        if possible.marks
    ]
    return Candidate(
        id=key,
        verdict=decide_verdict(sheet, person),
        admission=admission if way or admission not in _NOT_YET else Admission.ASK,
        way=way,
        first_form=None if way is None else _first_form(catalog, way),
        faster=_faster(plans, way),
        before_exam=(
            _taking_time(steps_before_the_exam(way)) if way and admission in _NOT_YET else ()
        ),
        starts_as=marks[0][0] if marks else None,
        may_start_in_full=bool(marks) and marks[0][1],
        holding=person.holdings.get(key),
        each_year=keeping.each_year_after,
        upkeep_rows=keeping.later_rows,
        order_of_plans=_order_with_first(plans, way),
        survey=newest_pay(catalog, key),
        occupation=occupation_pay(catalog, sheet.roles, asker.home_state),
        online=overview.online,
        exam_is_priced=overview.to_earn is not None,
        leads_to=tuple(leads_to),
    )


def pick_way(catalog: Catalog, plans: Sequence[Plan], priority: Priority | None) -> Plan | None:
    """The way that a priority picks of all ways to one credential; None for no way.

    The cheapest for somebody who wants it cheap. For everybody else the one with the first
    letters soonest, of several the cheapest. What was found in full comes first.
    """

    def rank(plan: Plan) -> tuple[Any, ...]:
        first = _first_letters(catalog, plan)
        months, cost = round(first.at.typical), round(first.cost.money.typical)
        by = (cost, months) if priority is Priority.CHEAP else (months, cost)
        in_full = round(plan.cost.money.typical), plan.months.typical
        return _unknowns(plan), by, in_full

    return min(plans, key=rank, default=None)


def _unknowns(plan: Plan) -> tuple[int, int]:
    """How many prices and how many lengths were not found."""
    return len(plan.cost.missing), sum(not step.length_is_known for step in plan.steps)


def _first_form(catalog: Catalog, plan: Plan) -> Milestone | None:
    """The target with a mark, where that is earned on the way; other credentials do not count."""
    sheets = catalog.credentials
    forms = (
        stop for stop in plan.milestones if sheets[stop.credential].same_exam_as == plan.target
    )
    return next(forms, None)


def _first_letters(catalog: Catalog, plan: Plan) -> Milestone:
    """The first letters of a plan's target: the form with a mark, or the target in full."""
    in_full = Milestone(plan.target, plan.months, plan.cost)
    return _first_form(catalog, plan) or in_full


def _bill_of_keeping(catalog: Catalog, profile: Profile, key: str, way: Plan | None) -> CostPlan:
    """The bill that says what keeping it costs, with what is earned in full on the way."""
    if way is not None:
        return bill_of_keeping(catalog, profile, way)
    held = (other for other in dict.fromkeys(profile.credentials or ()) if other != key)
    request = CostRequest((PlannedCredential(key),), held=tuple(map(HeldCredential, held)))
    return cost_plan(catalog, request)


def _faster(plans: Sequence[Plan], way: Plan | None) -> Plan | None:
    """The fastest plan of known length, where it takes whole months less than the way."""
    fastest = min(
        (plan for plan in plans if plan.months_are_complete),
        key=lambda plan: (round(plan.months.typical), _unknowns(plan), plan.cost.money.typical),
        default=None,
    )
    if way is None or fastest is None:
        return None
    return fastest if round(fastest.months.typical) < round(way.months.typical) else None


def _order_with_first(plans: Sequence[Plan], way: Plan | None) -> By:
    """The order of plans that begins with a way; by cost where none does."""
    if way is None:
        return By.COST
    fitting = (by for by in By if best_plans(plans, by)[0].kind == way.kind)
    return next(fitting, By.COST)


def _admission(catalog: Catalog, key: str, person: Person, planned: Person) -> Admission:
    sheet = catalog.credentials[key]
    verdict, if_planned = decide_verdict(sheet, person), decide_verdict(sheet, planned)
    if verdict is Verdict.HELD:
        return Admission.MARKED
    if verdict in MAY_SIT:
        return Admission.NOW
    if if_planned in MAY_SIT:
        return Admission.WITH_DIPLOMA
    return Admission.UNSETTLED if if_planned is Verdict.UNDECIDED else Admission.AFTER


def _taking_time(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps without those known to take no time, such as graduating."""
    return tuple(step for step in steps if not step.length_is_known or step.ends != step.starts)
