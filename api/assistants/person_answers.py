"""What is answered about a person: which exams they may sit, and the ways to a credential."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from api.assistants.answer import AnswerDraft, ShortAnswer
from api.assistants.money_answers import evidence_of
from cert_model.catalog import Catalog
from cert_model.commands.arguments import resolve_ids
from cert_model.commands.judging import judge
from cert_model.commands.planning import (
    plan_paths,
    read_path_assumptions,
    read_targets,
    refuse_contradictions,
)
from cert_model.eligibility import MAY_SIT, Outcome, Profile, ids_by_verdict, parse_profile
from cert_model.eligibility.designation_sentences import next_step_toward
from cert_model.eligibility.sentences import (
    format_verdict,
    question_reach,
    verdict_summary,
)
from cert_model.formatting import NOT_FOUND, format_money, join_words
from cert_model.paths import Plan, PlanOrder, Step
from cert_model.paths.sentences import (
    describe_assumptions,
    describe_plan,
    format_span,
    what_is_missing,
)
from cert_model.schema import Evidence
from cert_model.schema.facts import find_statements


def read_posted_profile(catalog: Catalog, posted: Mapping[str, Any]) -> Profile:
    """A profile that came as JSON, read as one in a file is. Raises BadProfile."""
    return parse_profile(catalog, json.dumps(posted).encode())


def eligibility(catalog: Catalog, posted: Mapping[str, Any], names: Sequence[str]) -> ShortAnswer:
    """For which exams a person may sit, and why. Raises BadArgument and BadProfile."""
    ids = resolve_ids(catalog, "ids", names)
    judgment = judge(catalog, read_posted_profile(catalog, posted), ids, exams_only=True)
    verdicts = {outcome.id: outcome.verdict for outcome in judgment.outcomes}
    by_verdict = ids_by_verdict(verdicts, verdicts)
    draft = AnswerDraft(catalog, "Name ids to get the reasons for these.")
    draft.say(verdict_summary(by_verdict))
    if not ids:
        open_now = [key for verdict in MAY_SIT for key in by_verdict[verdict]]
        draft.say(f"Open now: {join_words(open_now)}." if open_now else "None is open now.")
    if judgment.next_question is not None:
        question = judgment.next_question
        draft.say(f"Ask next: {question.question.ask} {question_reach(question)}")
    for outcome in _nearest_first(judgment.outcomes):
        questions = judgment.interview.question_texts_for(outcome.id)
        verdict = format_verdict(outcome.verdict, outcome.likely, outcome.holding)
        draft.state(
            "Eligibility",
            f"{verdict}. {next_step_toward(catalog, outcome, questions)}",
            _rules_of(catalog, outcome.id),
            credential=outcome.id,
            worked_out=True,
        )
    return draft.finish()


def _nearest_first(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes, those first in which the person may sit."""
    return sorted(outcomes, key=lambda outcome: outcome.verdict not in MAY_SIT)


def _rules_of(catalog: Catalog, key: str) -> list[Evidence]:
    """The statements on who may sit for an exam; none where no rule was found."""
    rule = catalog.credentials[key].eligibility.required
    return [] if rule is None else [statement for _, statement in find_statements(rule)]


def plan(
    catalog: Catalog,
    posted: Mapping[str, Any],
    targets: Sequence[str],
    role: str | None,
    by: PlanOrder,
    hours_a_week: float,
) -> ShortAnswer:
    """The ways from a person to a credential. Raises BadArgument and BadProfile."""
    profile = read_posted_profile(catalog, posted)
    refuse_contradictions(catalog, profile)
    assumptions = read_path_assumptions(hours_a_week)
    ids = read_targets(catalog, targets, role)
    planned = plan_paths(catalog, profile, ids, by, assumptions)
    draft = AnswerDraft(catalog, "Ask for one target at a time to get all steps.")
    draft.say(*planned.without_plan.values())
    for number, explained in enumerate(planned.explained, start=1):
        sentence = f"Plan {number}: {describe_plan(catalog, explained.plan)}."
        draft.say(" ".join((sentence, *explained.remarks)))
    if planned.plans:
        draft.say(describe_assumptions(assumptions, planned.plans))
    for number, way in enumerate(planned.plans, start=1):
        _state_plan(draft, catalog, f"Plan {number}", way)
    return draft.finish()


def _state_plan(draft: AnswerDraft, catalog: Catalog, name: str, way: Plan) -> None:
    for step in way.steps:
        draft.state(
            f"{name}, from month {step.starts.rounded().typical:g}",
            _describe_step(step),
            evidence_of(catalog, step.facts),
            credential=step.credential,
            estimated=step.is_estimated,
            worked_out=True,
        )
    for missing in what_is_missing(way):
        draft.state(f"{name}: {missing}", NOT_FOUND, credential=way.target)


def _describe_step(step: Step) -> str:
    """What a step is, with its length and its price as far as they are known."""
    parts = [step.what]
    if step.months is None:
        parts.append(f"length: {NOT_FOUND}")
    elif step.months.high:
        parts.append(f"length: {format_span(step.months)}")
    if step.cost is not None:
        at_least = "at least " if step.missing else ""
        about = "about " if step.is_estimated else ""
        price = format_money(round(step.cost.low), round(step.cost.high))
        parts.append(f"price: {at_least}{about}{price}")
    return "; ".join(parts)
