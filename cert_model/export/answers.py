"""Answers as JSON for other tools: the contract of the command line."""

from collections.abc import Sequence
from typing import Any

from cert_model.costs import CostPlan
from cert_model.eligibility import Changes, Explanation, Outcome
from cert_model.eligibility.questionnaire import NextQuestion
from cert_model.explore.comparison import Row as ComparedRow
from cert_model.overview import Overview
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
    "first_year_cost",
    "yearly_upkeep",
    "questions",
    "minutes",
    "pass_rate",
    "online",
    "ceus",
    "cycle_months",
)


def list_row_as_json(overview: Overview) -> dict[str, Any]:
    """A credential as a row of the ``list`` command; unknown is None."""
    return {name: _value_of(getattr(overview, name)) for name in LIST_COLUMNS}


def _value_of(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def comparison_as_json(ids: Sequence[str], rows: Sequence[ComparedRow]) -> dict[str, Any]:
    """The answer of the ``compare`` command."""
    return {
        "credentials": list(ids),
        "rows": [
            {
                "field": row.field,
                "label": row.label,
                "group": row.group,
                "values": list(row.values),
                "sources": [list(ids) for ids in row.sources],
                "differs": row.differs,
            }
            for row in rows
        ],
    }


def cost_as_json(plan: CostPlan) -> dict[str, Any]:
    """The answer of the ``cost`` command; a fact is named as ``subject:place``."""
    return {
        "total": {**_money(plan.total), "complete": plan.complete},
        "rows": [
            {
                "year": row.year,
                "credential": row.credential,
                "issuer": row.issuer,
                "category": row.category.value,
                "label": row.label,
                **_money(row.money),
                "facts": [str(fact) for fact in row.facts],
                "assumptions": list(row.assumptions),
            }
            for row in plan.rows
        ],
        "assumptions": plan.request.assumptions.model_dump(),
        "missing": [
            {
                "credential": each.credential,
                "issuer": each.issuer,
                "category": each.category.value,
                "what": each.what,
            }
            for each in plan.missing
        ],
        "decisions": list(plan.decisions),
    }


def _money(money: Money) -> dict[str, float]:
    rounded = money.rounded()
    return {"low": rounded.low, "typical": rounded.typical, "high": rounded.high}


def eligibility_as_json(outcome: Outcome, deciding: Sequence[str]) -> dict[str, Any]:
    """One credential's part of the answer of the ``eligibility`` command.

    ``deciding`` are the ids of the questions that could still change it.
    """
    return {
        "verdict": outcome.verdict.value,
        "consequences": [
            {
                "marks": each.consequence.marks,
                "text": each.consequence.text,
                "applies": each.applies.name.lower(),
                "missing": [_changes(some) for some in each.avoided_by],
            }
            for each in outcome.consequences
        ],
        "formalities": [
            {
                "kind": step.kind.value,
                "text": step.text,
                "settled": step.settled,
                "cost": None if step.cost is None else _money(step.cost),
            }
            for step in outcome.formalities
        ],
        "missing": [_changes(each) for each in outcome.missing],
        "recommended_missing": [_changes(each) for each in outcome.recommended_missing],
        "deciding_questions": list(deciding),
        "ask": [{"question": each.question, "page": each.page} for each in outcome.inquiries],
        "because": {
            "retired": outcome.retired,
            "required": _reasons(outcome.required),
            "recommended": _reasons(outcome.recommended),
        },
    }


def _changes(changes: Changes) -> list[dict[str, Any]]:
    return [
        {
            "test": each.test,
            "text": each.text,
            "cost": each.cost,
            "months": each.months,
        }
        for each in changes
    ]


def _reasons(explained: Explanation | None) -> dict[str, Any] | None:
    if explained is None:
        return None
    truth = explained.truth.name.lower()
    if explained.group is not None:
        return {"truth": truth, explained.group: [_reasons(part) for part in explained.parts]}
    assert explained.condition is not None, "a part is a group or a condition"
    condition = explained.condition.model_dump(mode="json", exclude_none=True)
    return {"truth": truth, **condition}


def question_as_json(asked: NextQuestion | None) -> dict[str, Any] | None:
    """The question to put next, as the ``eligibility`` command gives it."""
    if asked is None:
        return None
    return {
        **asked.question.model_dump(mode="json"),
        "decides": list(asked.decides),
        "still_open": asked.still_open,
        "left_at_most": asked.left_at_most,
    }
