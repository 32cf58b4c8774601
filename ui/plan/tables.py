"""The steps of a plan as rows for the chart and as a table to read."""

from collections.abc import Iterable, Sequence
from datetime import date

import pyarrow as pa

from cert_model.catalog import Catalog
from cert_model.formatting import ESTIMATE_MARK, NOT_FOUND, format_money, format_month
from cert_model.formatting.markdown import escape
from cert_model.paths import Action, Plan, Step
from cert_model.paths.bill_lines import BillLine
from cert_model.paths.calendar import dated_steps
from cert_model.paths.months import day_after
from cert_model.paths.sentences import format_span
from ui.charts.plan_specs import KINDS
from ui.components import figures
from ui.components.amounts import format_usual
from ui.components.chart_rows import milliseconds
from ui.components.figures import NOT_FOUND_MARK

STEP_COLUMNS = ("When", "What", "How long", "Cost")
BILL_COLUMNS = ("For", "Cost", "Sources")
PROGRAM = "Training, if you need it"
_MOST_SOURCES = 2
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
        "is_held": pa.bool_(),
    }
)


def timeline_rows(catalog: Catalog, plan: Plan, start: date) -> pa.Table:
    """One row per step that takes time or after which a credential is held."""
    steps = [step for step in by_start(plan) if step.brief or step.gives]
    rows = [
        {
            "title": _title(catalog, place, step, start),
            "place": place,
            "kind": _KIND_OF[step.action],
            "first": milliseconds(day_after(start, step.starts.typical)),
            "until": milliseconds(day_after(start, step.ends.typical)),
            "words": format_when(step, start),
            "is_held": step.gives is not None,
        }
        for place, step in enumerate(steps, start=1)
    ]
    return pa.Table.from_pylist(rows, schema=_BARS)


def _title(catalog: Catalog, place: int, step: Step, start: date) -> str:
    """A step with its number, and with the letters that are held after it and from when."""
    if step.gives is None:
        return f"{place}. {step.what}"
    letters = catalog.labels[step.gives]
    return f"{place}. {step.what}: {letters}, {format_month(day_after(start, step.ends.typical))}"


def by_start(plan: Plan) -> list[Step]:
    """The steps in the order in which they begin."""
    return sorted(plan.steps, key=lambda step: (step.starts.typical, step.ends.typical))


def format_when(step: Step, start: date) -> str:
    """The months in which a step begins and ends: "November 2026 to April 2027"."""
    ends = (step.starts.typical, step.ends.typical)
    first, last = (format_month(day_after(start, months)) for months in ends)
    return first if first == last else f"{first} to {last}"


def step_rows(plan: Plan, start: date) -> list[tuple[str, str, str, str]]:
    """Every step in the order in which it begins: when, what, how long, and what it costs."""
    dated = dated_steps(plan)
    return [
        (
            format_when(step, start) if step in dated else "not known",
            step.what,
            _length(step),
            format_step_cost(step),
        )
        for step in by_start(plan)
    ]


def step_table(plan: Plan, start: date) -> dict[str, list[str]]:
    """The same as a table to read."""
    return _columns(STEP_COLUMNS, step_rows(plan, start))


def _columns(names: Sequence[str], rows: Iterable[Sequence[str]]) -> dict[str, list[str]]:
    columns = zip(*(map(escape, row) for row in rows), strict=True)
    return dict(zip(names, map(list, columns), strict=True))


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


def bill_table(
    catalog: Catalog, lines: Sequence[BillLine], total: tuple[str, str], training: str
) -> dict[str, list[str]]:
    """A row for each line of the bill, the sum with its name, and beside it what programs cost."""
    name, amount = total
    rows = [
        *(
            (escape(line.what), escape(format_amount_of(line)), _basis(catalog, line))
            for line in lines
        ),
        (f"**{escape(name)}**", f"**{escape(amount)}**", ""),
    ]
    if training:
        rows.append((PROGRAM, escape(training), "not included"))
    return dict(zip(BILL_COLUMNS, map(list, zip(*rows, strict=True)), strict=True))


def format_amount_of(line: BillLine) -> str:
    """The usual amount of a line with its range; "not found" for none."""
    return NOT_FOUND if line.money is None else format_usual(line.money)


def _basis(catalog: Catalog, line: BillLine) -> str:
    """The mark and the sources of the first fact behind a line, or that it is estimated.

    Then how the amount follows from it, where its words leave that open.
    """
    if line.estimate is not None:
        return f"{ESTIMATE_MARK} {escape(line.estimate)}"
    if line.money is None:
        return NOT_FOUND_MARK
    facts = map(catalog.find_fact, line.facts)
    cells = (figures.marked_sources(catalog, fact, most=_MOST_SOURCES) for fact in facts)
    return ". ".join(filter(None, (next(cells, ""), escape(line.how))))
