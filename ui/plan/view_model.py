"""The view model of the page My plan: plain rows and sentences to draw."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, partial

import pyarrow as pa

from cert_model.candidates.asker import Asker
from cert_model.catalog import Catalog, FactRef, once_per_catalog
from cert_model.costs.sentences import format_program_price
from cert_model.eligibility import contradictions
from cert_model.paths import Plan, answer_sentences
from cert_model.paths.answer import Answer, decide_answer
from cert_model.paths.bill_lines import BillLine, bill_lines
from cert_model.paths.first_steps import FirstStep, first_steps
from cert_model.paths.open_points import (
    OpenPoint,
    points_of_credential,
    points_of_plan,
    points_of_rules,
)
from cert_model.paths.payers import (
    PlanPayer,
    describe_offers_to_ask_about,
    offers_to_ask_about,
    payers_for,
)
from cert_model.paths.rivals import Contest
from cert_model.paths.sentences import format_cost
from cert_model.paths.study import describe_all_assumed, describe_what_months_count
from ui.components.fact_list import Written
from ui.components.key_figures import KeyFigure
from ui.plan import tables
from ui.plan.key_figures import key_figures
from ui.plan.no_plan import NoPlanView
from ui.plan.person_line import describe_person
from ui.plan.state import PlanState
from ui.plan.why_not import WhyNot, explain_choice, find_contest
from ui.shell.address_fields import Options
from ui.shell.asker import asker_of
from ui.shell.file_address import format_visitor_query
from ui.shell.visitor import Visitor

_MOST_VIEWS = 64
"""Plans that are kept for each catalog."""


@dataclass(frozen=True, eq=False)
class Wanted:
    """Whom a plan is for, and what of it; equal where the same was said and chosen."""

    visitor: Visitor
    state: PlanState

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Wanted) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[object, ...]:
        return (self.visitor.key, self.state)


@dataclass(frozen=True)
class PlanView:
    """One person's plan for one credential; each part is worked out when it is first drawn."""

    catalog: Catalog
    visitor: Visitor
    state: PlanState
    asker: Asker
    """The person, with what follows from what they said."""
    answer: Answer

    @cached_property
    def lists(self) -> Written:
        """The lists of facts that were written of it so far, by name."""
        return {}

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

    @cached_property
    def person(self) -> str:
        """Whom the plan is for."""
        hours = self.asker.assumptions.hours_a_week
        return describe_person(self.catalog, self.visitor, self.asker.profile, hours)

    @cached_property
    def contradictions(self) -> list[str]:
        """What in the person's answers contradicts itself, a line each."""
        return list(contradictions(self.catalog, self.asker.profile))

    # Why this one

    @cached_property
    def contest(self) -> Contest | None:
        """The plan beside the best one for another credential; None where there is none."""
        return find_contest(self.catalog, self.visitor, self.asker, self.answer)

    @cached_property
    def why_not(self) -> WhyNot | None:
        """Why not another credential, or another way to the same one; None without either."""
        return explain_choice(self.catalog, self.contest, self.answer)

    # The plan

    @property
    def plan(self) -> Plan:
        """The plan that comes first."""
        return self.answer.plan

    @cached_property
    def title(self) -> str:
        """What one could hold first, by which month and for how much."""
        return answer_sentences.short_answer(self.catalog, self.answer, self.start)

    @cached_property
    def headline(self) -> str:
        """The answer in full, in a sentence or two."""
        return answer_sentences.headline(self.catalog, self.answer)

    @cached_property
    def months_count(self) -> str:
        """What the months of the headline count; empty where no exam is left to take."""
        is_untrained = self.answer.untrained_exam is not None
        return describe_what_months_count(
            self.catalog, self.plan, self.asker.assumptions, is_untrained=is_untrained
        )

    @cached_property
    def left_out(self) -> str:
        """What the sum pays for, and that upkeep on the way and training are not in it."""
        return answer_sentences.describe_sum_of(self.catalog, self.answer)

    @cached_property
    def advice(self) -> str:
        """What the issuer advises and the person may lack; empty for nothing."""
        return answer_sentences.format_advice(self.answer) if self.answer.advised else ""

    @cached_property
    def timeline_takeaway(self) -> str:
        """What the picture of the way shows."""
        return answer_sentences.describe_timeline(self.catalog, self.plan, self.start)

    @cached_property
    def timeline_rows(self) -> pa.Table:
        """The steps as the chart draws them."""
        return tables.timeline_rows(self.catalog, self.plan, self.start)

    @cached_property
    def step_table(self) -> dict[str, list[str]]:
        """The steps as a table to read."""
        return tables.step_table(self.plan, self.start)

    @cached_property
    def other_ways(self) -> dict[int, str]:
        """The further ways to the same credential, a sentence each, by their places from 1."""
        return {
            place: answer_sentences.describe_other_way(plan)
            for place, plan in self.answer.other_places.items()
        }

    @cached_property
    def assumed(self) -> str:
        """How long one studies for each exam of the plan, and what else it assumes."""
        return describe_all_assumed(self.catalog, self.plan, self.asker.assumptions)

    @property
    def holds_some(self) -> bool:
        """Whether the person holds a credential already."""
        return bool(self.asker.profile.credentials)

    # The figures

    @cached_property
    def cost(self) -> str:
        """What it costs to earn the credential in full."""
        return format_cost(self.plan.cost)

    @cached_property
    def key_figures(self) -> list[KeyFigure]:
        """What it costs to earn and to keep, when the first is held, and what the work pays."""
        return key_figures(self.catalog, self.asker, self.answer, self.bill, self.start)

    @cached_property
    def file_query(self) -> dict[str, str]:
        """The parameters of the address of this plan as a file."""
        return format_visitor_query(self.state, Options(self.catalog), self.visitor)

    @cached_property
    def facts(self) -> list[FactRef]:
        """Every fact that the plan and its upkeep rest on."""
        refs = (
            *(ref for step in self.plan.steps for ref in step.facts),
            *(ref for row in self.answer.upkeep_rows for ref in row.facts),
        )
        return list(dict.fromkeys(refs))

    @cached_property
    def credentials(self) -> list[str]:
        """The ids of the credentials that the plan earns, the target among them."""
        stops = (stop.credential for stop in self.plan.milestones)
        return list(dict.fromkeys((*stops, self.target)))

    @cached_property
    def is_of_an_earlier_day(self) -> bool:
        """Whether the plan was made before today."""
        return self.start < self.catalog.today

    @cached_property
    def bill(self) -> list[BillLine]:
        """The lines of what it costs to earn the credential."""
        return bill_lines(self.catalog, self.plan)

    @cached_property
    def bill_table(self) -> dict[str, list[str]]:
        """The bill as a table to read, with its sum and what programs cost beside it."""
        total = answer_sentences.cost_title(self.answer), self.cost
        return tables.bill_table(self.catalog, self.bill, total, self.training)

    @cached_property
    def training(self) -> str:
        """What programs for the first exam cost, beside the bill; empty for the trained."""
        exam = self.answer.untrained_exam
        return "" if exam is None else format_program_price(self.catalog, exam)

    # Payers, open points, first steps

    @cached_property
    def payers(self) -> Sequence[PlanPayer]:
        """Who may pay for something in the plan, or for the training beside it."""
        is_untrained = self.answer.untrained_exam is not None
        return payers_for(self.catalog, self.plan, with_training=is_untrained)

    @cached_property
    def to_ask_about(self) -> str:
        """What else everybody may ask about, in a sentence; empty for nothing."""
        return describe_offers_to_ask_about(offers_to_ask_about(self.catalog, self.plan))

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
    """Return the view model for a visitor; None where no credential is chosen.

    It is kept for a while: to find the ways takes long, and each look at the page asks again.
    """
    return None if state.target is None else _views(catalog)(Wanted(visitor, state))


@once_per_catalog
def _views(catalog: Catalog) -> Callable[[Wanted], PlanView | NoPlanView]:
    return lru_cache(_MOST_VIEWS)(partial(_build, catalog))


def _build(catalog: Catalog, wanted: Wanted) -> PlanView | NoPlanView:
    visitor, state = wanted.visitor, wanted.state
    assert state.target is not None, "a credential is chosen"
    asker = asker_of(catalog, visitor)
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
