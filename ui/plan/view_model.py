"""The view model of the page My plan: plain rows and sentences to draw."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import count
from typing import TypeVar

import pyarrow as pa

from cert_model import careers
from cert_model.candidates import shortlist, with_starting_answers
from cert_model.candidates.candidate import Asker
from cert_model.candidates.ranking import MOST_CANDIDATES
from cert_model.careers.sentences import with_article
from cert_model.catalog import Catalog
from cert_model.costs.sentences import format_sum
from cert_model.eligibility import Profile, build_person
from cert_model.eligibility.questionnaire import parse_answers
from cert_model.formatting import NOT_FOUND, format_money, format_period, join_words
from cert_model.paths import By, PathAssumptions, Plan, answer_sentences
from cert_model.paths.answer import Answer, Opening, decide_answer, works_already
from cert_model.paths.bill_lines import BillLine, bill_lines
from cert_model.paths.first_steps import FirstStep, first_steps
from cert_model.paths.open_points import (
    OpenPoint,
    points_of_credential,
    points_of_plan,
    points_of_rules,
)
from cert_model.paths.payers import PlanPayer, payers_for
from cert_model.paths.rivals import Contest, closest_rival, describe_contest, open_alternatives
from cert_model.paths.sentences import ASSUMPTION_LABELS as PATH_LABELS
from cert_model.paths.sentences import describe_assumptions, explain_no_plan, format_cost
from cert_model.schema.careers import WageRow
from cert_model.vocabulary import Role, State
from ui.charts.cost_specs import CATEGORIES
from ui.components.amounts import Basis
from ui.plan import tables
from ui.plan.person_line import describe_person
from ui.plan.state import PlanState
from ui.shell.visitor import Visitor

T = TypeVar("T")
_NOTHING = "nothing to pay"


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large figure with a line about it, and what it rests on."""

    title: str
    text: str
    note: str
    basis: Basis


@dataclass(frozen=True)
class NoPlanView:
    """Why there is no plan for a credential."""

    catalog: Catalog
    profile: Profile
    target: str
    """The id of the credential."""

    @property
    def label(self) -> str:
        """The label of the credential."""
        return self.catalog.labels[self.target]

    @property
    def because(self) -> str:
        """Why there is no plan, and whom to ask."""
        return explain_no_plan(self.catalog, self.profile, self.target)

    @property
    def is_held(self) -> bool:
        """Whether the person holds it in full, so that what is left is to keep it."""
        return self.target in build_person(self.catalog, self.profile).holdings

    @property
    def open_points(self) -> list[OpenPoint]:
        """What only the issuer can say, and what is not known of the credential."""
        return [
            *points_of_rules(self.catalog, self.profile, self.target),
            *points_of_credential(self.catalog, self.target),
        ]

    @property
    def alternatives(self) -> list[str]:
        """Credentials like it that the person may sit for today."""
        return open_alternatives(self.catalog, self.profile, self.target)


@dataclass(frozen=True)
class PlanView:
    """One person's plan for one credential; each part is worked out when it is first drawn."""

    catalog: Catalog
    visitor: Visitor
    state: PlanState
    asker: Asker
    """The person, with what follows from what they said."""
    answer: Answer

    @property
    def target(self) -> str:
        """The id of the credential to hold in the end."""
        return self.answer.target

    @property
    def label(self) -> str:
        """The label of the credential."""
        return self.catalog.labels[self.target]

    @property
    def start(self) -> date:
        """The day from which the plan counts."""
        return self.state.made or self.catalog.today

    @property
    def person(self) -> str:
        """Whom the plan is for."""
        hours = self.asker.assumptions.hours_a_week
        return describe_person(self.catalog, self.visitor, self.asker.profile, hours)

    # Why this one

    @cached_property
    def contest(self) -> Contest | None:
        """The plan beside the best one for another credential; None where there is none."""
        answers = (
            decide_answer(
                self.catalog,
                self.asker.planned_for,
                key,
                self.state.order,
                self.asker.assumptions,
                said=self.asker.profile,
            )
            for key in self._rivals
            if key != self.target
        )
        others = [answer for answer in answers if answer is not None]
        return closest_rival(self.answer, others, self.state.order)

    @property
    def _rivals(self) -> Sequence[str]:
        """What the person picked; else their candidates; else what is like the target."""
        wishes, picked = self.visitor.wishes, self.visitor.picked
        if set(picked) - {self.target}:
            return picked
        if wishes.situation is None and wishes.draw is None:
            return open_alternatives(self.catalog, self.asker.planned_for, self.target)
        found = shortlist(
            self.catalog,
            wishes,
            self.visitor.answers,
            self.asker.home_state,
            self.visitor.hours_a_week,
        )
        roles = set(self.catalog.credentials[self.target].roles)
        return [
            candidate.id
            for candidate in found.ranked
            if roles & set(self.catalog.credentials[candidate.id].roles)
        ][:MOST_CANDIDATES]

    @property
    def contest_sentence(self) -> str:
        """How the other credential differs."""
        assert self.contest is not None, "drawn only beside a rival"
        return describe_contest(self.catalog, self.contest)

    # The plan

    @property
    def plan(self) -> Plan:
        """The plan that comes first."""
        return self.answer.plan

    @property
    def headline(self) -> str:
        """The answer in a sentence or two."""
        return answer_sentences.headline(self.catalog, self.answer)

    @property
    def timeline_takeaway(self) -> str:
        """What the picture of the way shows."""
        return answer_sentences.describe_timeline(self.catalog, self.plan, self.start)

    @property
    def timeline_rows(self) -> pa.Table:
        """The steps as the chart draws them."""
        return tables.timeline_rows(self.catalog, self.plan, self.start)

    @property
    def step_table(self) -> dict[str, list[str]]:
        """The steps as a table to read."""
        return tables.step_table(self.plan, self.start)

    @property
    def other_ways(self) -> dict[int, str]:
        """The further ways to the same credential, a sentence each, by their places from 1."""
        places = (place for place in count(1) if place != self.answer.way)
        return {
            place: answer_sentences.describe_other_way(plan)
            for place, plan in zip(places, self.answer.others, strict=False)
        }

    @property
    def better_order(self) -> By | None:
        """The other order of the ways, where another one comes first by it; else None."""
        other = next(by for by in By if by is not self.state.order)
        mine = self.plan.merit(other)
        is_beaten = any(plan.merit(other) < mine for plan in self.answer.others)
        return other if is_beaten else None

    @property
    def assumed(self) -> str:
        """What the plan assumes."""
        return describe_assumptions(self.asker.assumptions)

    # The figures

    @property
    def cost(self) -> str:
        """What it costs to earn the credential in full."""
        return format_cost(self.plan.cost)

    @property
    def is_held_with_mark(self) -> bool:
        """Whether the exam is passed, so that the mark is what is left."""
        return self.answer.opening is Opening.LOSE_MARK

    @property
    def key_figures(self) -> list[KeyFigure]:
        """What it costs to earn, what each year after costs, and when the first is held."""
        return [self._cost_figure, self._upkeep_figure, self._first_figure]

    @property
    def _cost_figure(self) -> KeyFigure:
        money = self.plan.cost.money
        span = format_money(round(money.low), round(money.high))
        facts = _together(line.facts for line in self.bill)
        note = f"{span}, without training that is not required" if money else _NOTHING
        if not money and not self.plan.cost.complete:
            note = "no price was found"
        return KeyFigure("To earn it", self.cost, note, Basis(facts))

    @property
    def _upkeep_figure(self) -> KeyFigure:
        rows = self.answer.upkeep_rows
        note = join_words(dict.fromkeys(CATEGORIES[row.category].label for row in rows))
        if not rows:
            note = "no price was found" if self.answer.upkeep.missing else "as you pay now"
        basis = Basis(
            _together(row.facts for row in rows), _together(row.assumptions for row in rows)
        )
        return KeyFigure("Each year after", format_sum(self.answer.upkeep), note, basis)

    @property
    def _first_figure(self) -> KeyFigure:
        steps = self.answer.first_steps
        assumed = _together(step.assumptions for step in steps)
        basis = Basis(
            _together(step.length_facts for step in steps),
            [name for name in assumed if name in PATH_LABELS],
        )
        return KeyFigure(
            "The full credential" if self.is_held_with_mark else "First credential",
            answer_sentences.format_first(self.answer, self.start),
            answer_sentences.describe_first(self.catalog, self.answer, self.start),
            basis,
        )

    @property
    def pay_title(self) -> str:
        """Whose pay is shown."""
        return f"Coders in {with_article(self.wage.area)}" if self.wage else "Pay in this work"

    @property
    def pay(self) -> str:
        """What coders earn."""
        return NOT_FOUND if self.wage is None else format_money(self.wage.p50)

    @property
    def pay_note(self) -> str:
        """What that pay is a figure of."""
        if self.wage is None:
            return "no government figure counts this work by itself"
        when = format_period(self.wage.as_of)
        return f"median a year, {when}, of all who do the work; what beginners earn was not found"

    @cached_property
    def wage(self) -> WageRow | None:
        """What coders earn in the person's state, or in the nation.

        None where not found, or for other work: the count of coders includes no auditors, billers
        or documentation specialists.
        """
        if Role.CODING not in self.catalog.credentials[self.target].roles:
            return None
        by_state = careers.state_medians(self.catalog, careers.CODER_SOC)
        home = self.asker.home_state
        row = by_state.get(home) if home else None
        return row or careers.newest_national_row(self.catalog, careers.CODER_SOC)

    # The bill

    @cached_property
    def bill(self) -> list[BillLine]:
        """The lines of what it costs to earn the credential."""
        return bill_lines(self.catalog, self.plan)

    @property
    def bill_table(self) -> dict[str, list[str]]:
        """The bill as a table to read, with its sum and what programs cost beside it."""
        return tables.bill_table(self.catalog, self.bill, self.cost, self.training)

    @property
    def training(self) -> str:
        """What programs for the credential cost, which the bill leaves out; empty if not found."""
        span = [
            offer.low
            for offer in careers.training_offers(self.catalog, [self.target])
            if offer.low is not None
        ]
        return format_money(min(span), max(span)) if span else ""

    # Payers, open points, first steps

    @cached_property
    def payers(self) -> Sequence[PlanPayer]:
        """Who may pay for something in the plan."""
        return payers_for(self.catalog, self.plan)

    @cached_property
    def open_points(self) -> list[OpenPoint]:
        """What is not known about the plan, and whom to ask."""
        return [
            *points_of_plan(self.catalog, self.plan),
            *points_of_rules(self.catalog, self.asker.profile, self.target),
            *points_of_credential(self.catalog, self.target),
        ]

    @cached_property
    def first_steps(self) -> list[FirstStep]:
        """What to do first."""
        return first_steps(self.catalog, self.answer)


def build(catalog: Catalog, visitor: Visitor, state: PlanState) -> PlanView | NoPlanView | None:
    """Return the view model for a visitor; None where no credential is chosen."""
    if state.target is None:
        return None
    asker = _asker(catalog, visitor)
    answer = decide_answer(
        catalog,
        asker.planned_for,
        state.target,
        state.order,
        asker.assumptions,
        state.way,
        asker.profile,
    )
    if answer is None:
        return NoPlanView(catalog, asker.profile, state.target)
    return PlanView(catalog, visitor, state, asker, answer)


def _asker(catalog: Catalog, visitor: Visitor) -> Asker:
    """The person as plans are made for them."""
    given = with_starting_answers(visitor.wishes.situation, visitor.answers)
    profile = parse_answers(catalog, given).profile
    home = State(visitor.home_state) if visitor.home_state in set(State) else None
    hours = visitor.hours_a_week or PathAssumptions().hours_a_week
    return Asker(profile, home, PathAssumptions(hours, works_already=works_already(profile)))


def _together(groups: Iterable[Sequence[T]]) -> list[T]:
    """What is in any of the groups, without repetition."""
    return list(dict.fromkeys(part for group in groups for part in group))
