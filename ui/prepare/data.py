"""The rows behind the picture of a study plan, and the same as a table to read."""

from datetime import UTC, date, datetime, time, timedelta

import pyarrow as pa

from cert_model.formatting import format_day, format_duration, format_weeks
from cert_model.formatting.markdown import escape
from cert_model.preparation import PlanPart, PlanPhase, StudyPlan
from ui.charts.study_specs import PHASES

_PHASES = dict(zip((PlanPhase.SUBJECTS, PlanPhase.EXAM, PlanPhase.REVIEW), PHASES, strict=True))
_BARS = pa.schema(
    {
        "title": pa.string(),
        "place": pa.int64(),
        "phase": pa.string(),
        "first": pa.float64(),
        "until": pa.float64(),
        "words": pa.string(),
    }
)


def bars(plan: StudyPlan) -> pa.Table:
    """One row per part; ``ui.prepare.charts.study_weeks`` says what the columns mean."""
    rows = [
        {
            "title": f"{place}. {part.title}, {format_duration(part.minutes)}",
            "place": place,
            "phase": _PHASES[part.phase],
            "first": _instant(part.first),
            "until": _instant(part.last + timedelta(1)),
            "words": f"{format_day(part.first)} to {format_day(part.last)}",
        }
        for place, part in enumerate(plan.parts, start=1)
    ]
    return pa.Table.from_pylist(rows, schema=_BARS)


def _instant(given: date) -> float:
    return datetime.combine(given, time(), UTC).timestamp() * 1_000


def table(plan: StudyPlan) -> dict[str, list[str]]:
    """The parts of a plan in the order of their days."""
    return {
        "Part": [escape(part.title) for part in plan.parts],
        "Hours": [escape(format_duration(part.minutes)) for part in plan.parts],
        "When": [escape(_when(part)) for part in plan.parts],
    }


def _when(part: PlanPart) -> str:
    length = format_weeks((part.last - part.first).days + 1)
    return f"{format_day(part.first)} to {format_day(part.last)}, {length}"
