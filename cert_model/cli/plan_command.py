"""The command that plans the way from a person to a credential."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cert_model.catalog import Catalog
from cert_model.cli.application import BadInput, Data, Json, open_catalog, print_json

if TYPE_CHECKING:
    from cert_model.commands.planning import PlannedPaths
    from cert_model.paths import Step


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(plan)


def plan(
    profile: Annotated[Path, typer.Argument(help="A YAML or JSON file that describes a person.")],
    target: Annotated[
        list[str] | None,
        typer.Option(help="The credential to hold in the end; may be given more than once."),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(help='Or the work wanted, such as auditing or "inpatient coder".'),
    ] = None,
    by: Annotated[
        Literal["cost", "months"],
        typer.Option(help="What the first plan minimizes: cost or months."),
    ] = "cost",
    hours_a_week: Annotated[
        float, typer.Option("--hours-a-week", help="Hours of study a week, 1 to 60.")
    ] = 8,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """Plan the way to a credential: what to do in which month, and what it costs."""
    from cert_model.commands.planning import (
        plan_paths,
        read_path_assumptions,
        read_targets,
        refuse_contradictions,
    )
    from cert_model.eligibility import BadProfile, read_profile
    from cert_model.export.plan_answer import plans_as_json
    from cert_model.paths import PlanOrder

    catalog = open_catalog(data)
    try:
        person = read_profile(catalog, profile)
    except BadProfile as error:
        raise BadInput(str(error)) from error
    refuse_contradictions(catalog, person)
    assumptions = read_path_assumptions(hours_a_week)
    targets = read_targets(catalog, target or (), role)
    planned = plan_paths(catalog, person, targets, PlanOrder(by), assumptions)
    if as_json:
        print_json(
            plans_as_json(planned.explained, planned.by, planned.without_plan, planned.assumptions)
        )
    else:
        _print_plans(catalog, planned)


def _print_plans(catalog: Catalog, planned: "PlannedPaths") -> None:
    """Print each plan as a sentence, a table of its steps and what was not found."""
    from rich.markup import escape

    from cert_model.cli.tables import console, new_table
    from cert_model.paths.sentences import describe_assumptions, describe_plan, what_is_missing

    out = console()
    for explained in planned.explained:
        way = explained.plan
        out.print(f"[bold]{describe_plan(catalog, way)}[/bold]")
        table = new_table("from month", "months", "what", "cost")
        for step in way.steps:
            table.add_row(*map(escape, _cells(step)))
        out.print(table)
        for remark in explained.remarks:
            out.print(escape(remark))
        for missing in what_is_missing(way):
            out.print(f"Not found: {escape(missing)}")
    for reason in planned.without_plan.values():
        out.print(escape(reason))
    if planned.plans:
        out.print(describe_assumptions(planned.assumptions, planned.plans))


def _cells(step: "Step") -> tuple[str, str, str, str]:
    from cert_model.formatting import NOT_FOUND, format_money
    from cert_model.paths.sentences import format_span

    months = NOT_FOUND if step.months is None else format_span(step.months)
    if step.cost is None:
        cost = NOT_FOUND if step.missing else ""
    else:
        at_least = "at least " if step.missing else ""
        cost = at_least + format_money(round(step.cost.low), round(step.cost.high))
    return f"{step.starts.typical:.0f}", months, step.what, cost
