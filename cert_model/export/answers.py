"""Answers of the command line as JSON, which other tools rely on: a contract."""

from collections.abc import Iterable, Sequence
from typing import Any

from cert_model.catalog import Catalog
from cert_model.costs import CostPlan, Total
from cert_model.eligibility import Changes, Explanation, Likelihood, Outcome
from cert_model.eligibility.questionnaire import Interview, NextQuestion
from cert_model.explore.comparison import ComparisonRow
from cert_model.overview import Overview
from cert_model.preparation import ExamOverlap, exam_overlaps
from cert_model.preparation.sentences import explain_overlap
from cert_model.prices import Money

LIST_COLUMNS = (
    "id",
    "code",
    "name",
    "issuer",
    "status",
    "level",
    "roles",
    "settings",
    "code_sets",
    "exam_fee_low",
    "exam_fee_high",
    "exam_fee_standing",
    "to_earn",
    "to_earn_complete",
    "to_earn_estimated",
    "first_year_cost",
    "yearly_upkeep",
    "yearly_upkeep_complete",
    "yearly_upkeep_estimated",
    "questions",
    "questions_standing",
    "minutes",
    "minutes_standing",
    "pass_rate",
    "online",
    "ceus",
    "cycle_months",
)


def list_row_as_json(overview: Overview) -> dict[str, Any]:
    """A row of the ``list`` command; a figure that is not known is None."""
    values = {name: getattr(overview, name) for name in LIST_COLUMNS}
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in values.items()
    }


def comparison_as_json(
    catalog: Catalog, ids: Sequence[str], rows: Sequence[ComparisonRow]
) -> dict[str, Any]:
    """The answer of the ``compare`` command."""
    return {
        "credentials": list(ids),
        "rows": [
            {
                "field": row.field,
                "label": row.label,
                "group": row.group,
                "values": list(row.values),
                "sources": [list(sources) for sources in row.sources],
                "differs": row.differs,
            }
            for row in rows
        ],
        "overlaps": [_overlap_as_json(catalog, overlap) for overlap in exam_overlaps(catalog, ids)],
    }


def _overlap_as_json(catalog: Catalog, overlap: ExamOverlap) -> dict[str, Any]:
    is_known = overlap.percent is not None
    return {
        "credentials": list(overlap.credentials),
        "percent": None if overlap.percent is None else round(overlap.percent, 1),
        "same_exam": overlap.same_exam,
        "subjects": [
            {"id": subject.id, "name": subject.name, "percent": round(subject.percent, 1)}
            for subject in overlap.subjects
        ],
        "none_because": None if is_known else explain_overlap(catalog, overlap),
    }


def cost_as_json(plan: CostPlan) -> dict[str, Any]:
    """The answer of the ``cost`` command; a fact is named ``subject:path``."""
    return {
        "total": total_as_json(plan.total),
        "to_earn": total_as_json(plan.to_earn),
        "each_year_after": total_as_json(plan.each_year_after),
        "rows": [
            {
                "year": row.year,
                "credential": row.credential,
                "issuer": row.issuer,
                "category": row.category.value,
                "phase": row.phase.value,
                "label": row.label,
                **_money(row.money),
                "estimate": row.estimate,
                "facts": [str(fact) for fact in row.facts],
                "assumptions": list(row.assumptions),
            }
            for row in plan.rows
        ],
        "assumptions": plan.request.assumptions.model_dump(),
        "missing": [
            {
                "credential": price.credential,
                "issuer": price.issuer,
                "category": price.category.value,
                "what": price.what,
            }
            for price in plan.missing
        ],
        "decisions": list(plan.decisions),
    }


def total_as_json(total: Total) -> dict[str, Any]:
    """A sum in dollars, with whether it lacks a price and has an estimate in it."""
    return {**_money(total.money), "complete": total.complete, "estimated": total.estimated}


def _money(money: Money) -> dict[str, float]:
    rounded = money.rounded()
    return {"low": rounded.low, "typical": rounded.typical, "high": rounded.high}


def eligibility_as_json(
    outcomes: Iterable[Outcome], interview: Interview, next_question: NextQuestion | None
) -> dict[str, Any]:
    """The answer of the ``eligibility`` command: a verdict by id, and what to ask next."""
    return {
        "verdicts": {
            outcome.id: _outcome_as_json(outcome, interview.open_questions_for(outcome.id))
            for outcome in outcomes
        },
        "next_question": _question_as_json(next_question),
    }


def _outcome_as_json(outcome: Outcome, deciding: Sequence[str]) -> dict[str, Any]:
    """What is answered on one credential; ``deciding`` are the questions that can change it."""
    return {
        "verdict": outcome.verdict.value,
        "likely": _likelihood(outcome.likely),
        "as": outcome.held_as,
        "consequences": [
            {
                "marks": possible.consequence.marks,
                "text": possible.consequence.text,
                "applies": possible.applies.name.lower(),
                "missing": [_changes(changes) for changes in possible.avoided_by],
            }
            for possible in outcome.consequences
        ],
        "formalities": [
            {
                "kind": step.kind.value,
                "text": step.text,
                "settled": step.settled,
                "cost": None if step.cost is None else _money(step.cost),
                "estimated": step.estimate is not None,
            }
            for step in outcome.formalities
        ],
        "missing": [_changes(changes) for changes in outcome.missing],
        "recommended_missing": [_changes(changes) for changes in outcome.recommended_missing],
        "deciding_questions": list(deciding),
        "ask": [
            {"question": inquiry.question, "page": inquiry.page} for inquiry in outcome.inquiries
        ],
        "because": {
            "held": None if outcome.holding is None else outcome.holding.by,
            "required": _reasons(outcome.required),
            "recommended": _reasons(outcome.recommended),
        },
    }


def _likelihood(likely: Likelihood | None) -> dict[str, Any] | None:
    if likely is None:
        return None
    return {
        "verdict": likely.verdict.value,
        "because": likely.because,
        "facts": [str(fact) for fact in likely.facts],
    }


def _changes(changes: Changes) -> list[dict[str, Any]]:
    return [
        {
            "test": change.test,
            "text": change.text,
            "cost": change.cost,
            "months": change.months,
        }
        for change in changes
    ]


def _reasons(explanation: Explanation | None) -> dict[str, Any] | None:
    if explanation is None:
        return None
    truth = explanation.truth.name.lower()
    if explanation.group is not None:
        return {"truth": truth, explanation.group: [_reasons(part) for part in explanation.parts]}
    assert explanation.condition is not None, "a part is a group or a condition"
    condition = explanation.condition.model_dump(mode="json", exclude_none=True)
    shown_by = explanation.shown_by.by if explanation.shown_by else None
    return {"truth": truth, **condition, **({"shown_by": shown_by} if shown_by else {})}


def _question_as_json(question: NextQuestion | None) -> dict[str, Any] | None:
    if question is None:
        return None
    return {
        **question.question.model_dump(mode="json"),
        "decides": list(question.decides),
        "still_open": question.still_open,
        "left_at_most": question.left_at_most,
    }
