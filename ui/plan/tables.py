"""The steps of a plan as rows for the chart and as a table to read."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time

import pyarrow as pa

from cert_model.catalog import Catalog
from cert_model.formatting import NOT_FOUND, format_money, format_month
from cert_model.formatting.markdown import escape
from cert_model.paths import Action, Plan, Step
from cert_model.paths.months import day_after
from cert_model.paths.sentences import format_span
from ui.charts.plan_specs import KINDS

_STUDY, _SCHOOL, _WORK = KINDS
_KIND_OF = {
    Action.EXAM: _STUDY,
    Action.PROGRAM: _SCHOOL,
    Action.DEGREE: _SCHOOL,
    Action.WORK: _WORK,
    Action.APPRENTICE_REMOVAL: _STUDY,
    Action.FORMALITY: _STUDY,
}
_BARS = pa.schema(
    {
        "title": pa.string(),
        "place": pa.int64(),
        "kind": pa.string(),
        "first": pa.float64(),
        "until": pa.float64(),
        "words": pa.string(),
        "letters": pa.string(),
    }
)


def timeline_rows(catalog: Catalog, plan: Plan, start: date) -> pa.Table:
    """One row per step that takes time or after which a credential is held."""
    held = letters_by_step(catalog, plan)
    steps = [step for step in by_start(plan) if step.brief or step.what in held]
    rows = [
        {
            "title": f"{place}. {step.what}",
            "place": place,
            "kind": _KIND_OF[step.action],
            "first": _instant(day_after(start, step.starts.typical)),
            "until": _instant(day_after(start, step.ends.typical)),
            "words": format_when(step, start),
            "letters": held.get(step.what, ""),
        }
        for place, step in enumerate(steps, start=1)
    ]
    return pa.Table.from_pylist(rows, schema=_BARS)


def letters_by_step(catalog: Catalog, plan: Plan) -> dict[str, str]:
    """By the text of a step, the letters that the person holds after it."""
    earned = {milestone.at: milestone.credential for milestone in plan.milestones}
    earned[plan.months] = plan.target
    return {
        step.what: catalog.labels[earned[step.ends]]
        for step in plan.steps
        if step.action in (Action.EXAM, Action.APPRENTICE_REMOVAL) and step.ends in earned
    }


def by_start(plan: Plan) -> list[Step]:
    """The steps in the order in which they begin."""
    return sorted(plan.steps, key=lambda step: (step.starts.typical, step.ends.typical))


def _instant(day: date) -> float:
    """The beginning of a day, in milliseconds since 1970."""
    return datetime.combine(day, time(), UTC).timestamp() * 1_000


def format_when(step: Step, start: date) -> str:
    """The months in which a step begins and ends: "November 2026 to April 2027"."""
    ends = (step.starts.typical, step.ends.typical)
    first, last = (format_month(day_after(start, months)) for months in ends)
    return first if first == last else f"{first} to {last}"


def step_table(plan: Plan, start: date) -> dict[str, list[str]]:
    """Every step in the order in which it begins: when, what, how long, and what it costs."""
    steps = by_start(plan)
    return {
        "When": [escape(when) for when in _times(plan, steps, start)],
        "What": [escape(step.what) for step in steps],
        "How long": [escape(_length(step)) for step in steps],
        "Cost": [escape(format_step_cost(step)) for step in steps],
    }


def _times(plan: Plan, steps: Sequence[Step], start: date) -> Iterator[str]:
    """When each step is done; without a date from the first step of unknown length on."""
    for step in steps:
        unknown = [other for other in plan.steps if not other.length_is_known]
        waits = any(
            other is not step and other.ends.typical <= step.ends.typical for other in unknown
        )
        yield "not known" if waits else format_when(step, start)


def _length(step: Step) -> str:
    if step.months is None:
        return NOT_FOUND
    return format_span(step.months) if step.months.high else ""


def format_step_cost(step: Step) -> str:
    """What a step costs: "$229", "at least $380–530", "not found"; empty for nothing."""
    if step.cost is None or (step.missing and not step.cost):
        return NOT_FOUND if step.missing else ""
    if not step.cost:
        return ""
    low, high = round(step.cost.low), round(step.cost.high)
    return f"{'at least ' * bool(step.missing)}{format_money(low, high)}"
