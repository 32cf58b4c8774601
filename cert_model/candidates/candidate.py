"""One credential as a candidate for a person: may they sit, the way there, and its figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cert_model.candidates.asker import Asker
from cert_model.candidates.pay import Survey, occupation_pay
from cert_model.candidates.wishes import Priority
from cert_model.catalog import Catalog
from cert_model.costs import (
    CostRequest,
    CostRow,
    HeldCredential,
    PlannedCredential,
    Total,
    cost_plan,
)
from cert_model.eligibility import (
    Holding,
    Person,
    Truth,
    build_person,
    decide_verdict,
    possible_consequences,
)
from cert_model.overview import overviews
from cert_model.paths import (
    Action,
    Milestone,
    Plan,
    PlanOrder,
    Step,
    all_plans,
    best_plans,
)
from cert_model.paths.answer import (
    Answer,
    Opening,
    decide_opening,
    make_answer,
    steps_before_the_exam,
)
from cert_model.schema import Credential
from cert_model.schema.careers import SurveyRow, WageRow
from cert_model.vocabulary import Setting, Verdict

_NOT_YET = (Opening.UNSETTLED, Opening.PREPARE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A credential with all that a card says of it."""

    id: str
    verdict: Verdict
    opening: Opening
    answer: Answer | None
    """The answer of My plan, in the order that the priority picks; None where no way is certain."""
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
    occupation: WageRow | None
    """The wages of the occupation; None for other work, and where a survey's figures are shown."""
    online: bool | None
    exam_is_priced: bool
    compared_in: Survey | None = None
    """The survey in which its pay stands beside that of others; None for the occupation's pay."""
    survey: SurveyRow | None = None
    """What that survey reports of its holders; None where it has no figure for them."""
    leads_to: tuple[str, ...] = ()
    """The ids of the credentials for later that it leads on to."""
    adds: tuple[Setting, ...] | None = None
    """Where it is for work that no credential held is for; None for whoever holds none."""

    @property
    def way(self) -> Plan | None:
        """The way that the person's priority picks; None where none is certain."""
        return self.answer.plan if self.answer else None

    @property
    def order_of_plans(self) -> PlanOrder:
        """The order in which its plans begin with the way; by cost where there is none."""
        return self.answer.order if self.answer else PlanOrder.COST

    @property
    def sooner(self) -> Plan | None:
        """The quicker way to it in full, where there is one."""
        return self.answer.sooner if self.answer else None

    @property
    def is_known(self) -> bool:
        """Whether a way to it and the price of its exam were found."""
        return self.way is not None and self.exam_is_priced

    @property
    def is_complete(self) -> bool:
        """Whether no price and no length is missing, so that it can be ranked."""
        return self.is_known and self.certain_answer.plan.unknowns == (0, 0)

    @property
    def is_open_now(self) -> bool:
        """Whether the first credential takes nothing but exams that can be prepared for now.

        A degree, a program or months of work that the person may have already do not stand in the
        way of whoever has them, but nobody can count on that.
        """
        needed = (Action.WORK, Action.PROGRAM, Action.DEGREE)
        is_passed = self.opening is Opening.LOSE_MARK
        return is_passed or not any(step.action in needed for step in self.first_steps)

    @property
    def certain_answer(self) -> Answer:
        """The answer, of a candidate that has one."""
        assert self.answer is not None, "asked of a candidate with a way"
        return self.answer

    @property
    def first(self) -> Milestone:
        """The first credential held on the way, where one is certain."""
        return self.certain_answer.first

    @property
    def has_one_before(self) -> bool:
        """Whether another credential or its own form with a mark comes first on the way."""
        return self.answer is not None and self.answer.has_one_before

    @property
    def first_months(self) -> int:
        """The whole months until the first credential, where a way is certain."""
        return round(self.first.at.typical)

    @property
    def first_steps(self) -> list[Step]:
        """What is done until then, where a way is certain."""
        return self.certain_answer.first_steps

    @property
    def months(self) -> int:
        """The whole months until it is held in full, where a way is certain."""
        return round(self.certain_answer.plan.months.typical)

    @property
    def cost(self) -> int:
        """The whole dollars that are paid until the first credential, where a way is certain."""
        return round(self.first.cost.money.typical)

    @property
    def months_are_known(self) -> bool:
        """Whether every length until the first credential is known, where a way is certain."""
        return self.certain_answer.first_is_dated


def make_candidate(
    catalog: Catalog,
    asker: Asker,
    key: str,
    priority: Priority | None,
    leads_to: Sequence[str] = (),
) -> Candidate:
    """The candidate for one credential. Raises KeyError for an id that is not in the catalog."""
    sheet, overview = catalog.credentials[key], overviews(catalog)[key]
    stated, planned = asker.profile, asker.planned_for
    person = build_person(catalog, stated)
    answer = _answer(catalog, asker, key, priority)
    opening = decide_opening(catalog, planned, key, stated, has_plan=answer is not None)
    each_year, upkeep_rows = _upkeep(catalog, asker, key, answer)
    marks = [
        (possible.marks, applies is Truth.UNKNOWN)
        for possible, applies in possible_consequences(sheet, build_person(catalog, planned))
        if possible.marks
    ]
    occupation = occupation_pay(catalog, sheet.roles, asker.home_state)
    return Candidate(
        id=key,
        verdict=decide_verdict(sheet, person),
        opening=opening,
        answer=answer,
        before_exam=(
            _taking_time(steps_before_the_exam(answer.plan))
            if answer and opening in _NOT_YET
            else ()
        ),
        starts_as=marks[0][0] if marks else None,
        may_start_in_full=bool(marks) and marks[0][1],
        holding=person.holdings.get(key),
        each_year=each_year,
        upkeep_rows=upkeep_rows,
        occupation=occupation,
        online=overview.online,
        exam_is_priced=overview.to_earn is not None,
        leads_to=tuple(leads_to),
        adds=_added_places(sheet, person),
    )


def _added_places(sheet: Credential, person: Person) -> tuple[Setting, ...] | None:
    """The places of work of a credential that none of those held has; None where none is held."""
    if not person.credentials:
        return None
    places = {place for key in person.credentials for place in person.sheets[key].settings}
    return tuple(place for place in sheet.settings if place not in {*places, Setting.ANY})


def _answer(catalog: Catalog, asker: Asker, key: str, priority: Priority | None) -> Answer | None:
    """The answer of My plan to one credential, in the order that a priority picks."""
    plans = all_plans(catalog, asker.planned_for, key, asker.assumptions)
    if not plans:
        return None
    order = pick_order(plans, priority)
    return make_answer(catalog, asker.planned_for, plans, order, stated=asker.profile)


def pick_order(plans: Sequence[Plan], priority: Priority | None) -> PlanOrder:
    """The order that a priority picks for the ways to one credential, at least one way.

    The one whose best way is the cheapest for somebody who wants low cost; for everybody else, the
    one whose best way gives a first credential soonest, of two alike the cheaper one. What was
    found in full comes first where money decides; where time does, only among ways as quick.
    """

    def figures(by: PlanOrder) -> tuple[Any, ...]:
        plan = best_plans(plans, by)[0]
        months, cost = round(plan.first.at.typical), round(plan.first.cost.money.typical)
        prices, lengths = plan.unknowns
        in_full = round(plan.cost.money.typical), plan.months.typical
        if priority is Priority.CHEAP:
            return prices, lengths, cost, months, in_full
        if priority is Priority.PAY:
            return prices, lengths, months, cost, in_full
        return lengths, months, prices, cost, in_full

    return min(PlanOrder, key=figures)


def _upkeep(
    catalog: Catalog, asker: Asker, key: str, answer: Answer | None
) -> tuple[Total, tuple[CostRow, ...]]:
    """What a year of keeping a credential costs, and the lines behind it; also without a way."""
    if answer is not None:
        return answer.upkeep, answer.upkeep_rows
    held = [other for other in dict.fromkeys(asker.profile.credentials or ()) if other != key]
    request = CostRequest((PlannedCredential(key),), held=tuple(map(HeldCredential, held)))
    keeping = cost_plan(catalog, request)
    return keeping.each_year_after, keeping.later_rows


def _taking_time(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps without those known to take no time, such as graduating."""
    return tuple(step for step in steps if not step.length_is_known or step.ends != step.starts)
