"""Commands, and what a person sees when one goes wrong.

Standard output carries the answer alone, standard error the messages. Exit codes: 0, 1 for
a check that failed, 2 for bad input with one line that says what to mend.
"""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from cert_model import content, export
from cert_model.catalog import DATA, CatalogError, suspicions
from cert_model.cli import quality_commands, tables
from cert_model.cli.frame import (
    AsAt,
    BadInput,
    Data,
    Json,
    Several,
    app,
    open_catalog,
    print_json,
    resolve,
)
from cert_model.cli.json_schemas import write_schemas
from cert_model.costs import (
    MOST_YEARS,
    USUAL_YEARS,
    BadAssumption,
    BadPlan,
    CostRequest,
    PlannedCredential,
    cost_plan,
    parse_assumptions,
)
from cert_model.eligibility import BadProfile, assess, read_profile
from cert_model.eligibility.questionnaire import Interview, answers_from_profile
from cert_model.explore import comparison
from cert_model.explore.credential_filters import credential_filters
from cert_model.explore.filters import Filters
from cert_model.explore.ordering import DEFAULT, sort_overviews
from cert_model.overview import first_year_costs, overviews

__all__ = ["app", "main"]

BAD_INPUT = 2

quality_commands.register(app)


def main() -> NoReturn:
    """Run a command; every complaint is one line on standard error."""
    try:
        status = app(standalone_mode=False)
    except CatalogError as error:
        typer.echo(error.report(), err=True)
        sys.exit(1)
    except BadInput as error:
        typer.echo(str(error), err=True)
        sys.exit(BAD_INPUT)
    except typer.TyperException as error:
        line = " ".join(str(error).split())
        typer.echo(f"{line} See python -m cert_model --help.", err=True)
        sys.exit(BAD_INPUT)
    sys.exit(status or 0)


@app.command()
def check(as_json: Json = False, data: Data = DATA) -> int:
    """Check the data: errors, things worth a second look, and how much there is."""
    try:
        loaded = content.check_texts(open_catalog(data))
    except CatalogError as error:
        if not as_json:
            raise
        errors = [problem.as_dict() for problem in error.problems]
        counts = {"credentials": 0, "facts": 0, "sources": 0}
        print_json({"errors": errors, "warnings": [], "counts": counts})
        return 1
    warnings = suspicions(loaded)
    if as_json:
        listed = [problem.as_dict() for problem in warnings]
        print_json({"errors": [], "warnings": listed, "counts": loaded.counts})
        return 0
    for problem in warnings:
        typer.echo(f"warning: {problem}", err=True)
    counted = ", ".join(f"{count:,} {what}" for what, count in loaded.counts.items())
    typer.echo(f"No errors, {len(warnings)} warnings: {counted}.")
    return 0


@app.command(name="list")
def list_command(  # noqa: PLR0913, PLR0917 (each option of a command is a parameter)
    issuer: Several = None,
    role: Several = None,
    setting: Several = None,
    code_set: Several = None,
    level: Several = None,
    status: Several = None,
    online: Annotated[
        bool | None,
        typer.Option("--online/--no-online", help="Whether the exam can be taken online."),
    ] = None,
    max_first_year_cost: Annotated[
        float | None, typer.Option(min=0, help="In dollars; an unknown cost never passes.")
    ] = None,
    search: Annotated[str, typer.Option(help="Words in names, letters and synonyms.")] = "",
    as_at: AsAt = None,
    as_json: Json = False,
    data: Data = DATA,
) -> None:
    """List the credentials that match, ordered by first-year cost, lowest first."""
    loaded = open_catalog(data, as_at)
    index = credential_filters(loaded)
    given = {
        "issuer": issuer,
        "role": role,
        "setting": setting,
        "code_set": code_set,
        "level": level,
        "status": status,
        "online": None if online is None else ["yes" if online else "no"],
    }
    choices = {name: _terms(index, name, terms or []) for name, terms in given.items()}
    matching = [overviews(loaded)[key] for key in index.matching(choices, search)]
    if max_first_year_cost is not None:
        matching = [
            it
            for it in matching
            if it.first_year_cost is not None and it.first_year_cost <= max_first_year_cost
        ]
    shown = sort_overviews(matching, DEFAULT)
    if as_json:
        print_json([export.list_row_as_json(overview) for overview in shown])
    else:
        tables.print_list(loaded, shown)


def _terms(index: Filters, name: str, terms: list[str]) -> frozenset[str]:
    known = {term.lower(): term for term in index.facets[name].terms}
    for term in terms:
        if term.lower() not in known:
            option = name.replace("_", "-")
            allowed = ", ".join(known.values())
            raise BadInput(f'--{option}: "{term}" is not known; expected one of: {allowed}')
    return frozenset(known[term.lower()] for term in terms)


@app.command()
def show(credential: str, as_at: AsAt = None, as_json: Json = False, data: Data = DATA) -> None:
    """Show everything known about one credential, such as aapc/cpc or CCS."""
    loaded = open_catalog(data, as_at)
    (key,) = resolve(loaded, [credential])
    if as_json:
        print_json(export.sheet_as_json(loaded, key))
    else:
        tables.print_sheet(loaded, key)


@app.command()
def compare(credentials: list[str], as_json: Json = False, data: Data = DATA) -> None:
    """Hold two to five credentials side by side."""
    loaded = open_catalog(data)
    ids = resolve(loaded, credentials)
    try:
        rows = comparison.compare(loaded, ids)
    except comparison.BadComparison as error:
        raise BadInput(str(error)) from error
    if as_json:
        print_json(export.comparison_as_json(ids, rows))
    else:
        tables.print_comparison(loaded, ids, rows)


@app.command()
def cost(
    credentials: list[str],
    years: Annotated[
        int, typer.Option(help=f"How long to add up, 1 to {MOST_YEARS}.")
    ] = USUAL_YEARS,
    assume: Annotated[
        list[str] | None, typer.Option(help="name=value; may be given more than once.")
    ] = None,
    as_json: Json = False,
    data: Data = DATA,
) -> None:
    """Add up what credentials cost over the years, line by line."""
    loaded = open_catalog(data)
    planned = tuple(PlannedCredential(key) for key in resolve(loaded, credentials))
    try:
        request = CostRequest(planned, years, parse_assumptions(assume or []))
        plan = cost_plan(loaded, request)
    except (BadAssumption, BadPlan) as error:
        raise BadInput(str(error)) from error
    if as_json:
        print_json(export.cost_as_json(plan))
    else:
        tables.print_cost(loaded, plan)


@app.command()
def eligibility(
    profile: Annotated[Path, typer.Argument(help="A YAML or JSON file that describes a person.")],
    only: Annotated[
        list[str] | None,
        typer.Option("--for", help="Only this credential, with the reasons; may be repeated."),
    ] = None,
    as_json: Json = False,
    data: Data = DATA,
) -> None:
    """Say for which exams a person may sit, why, and what would change it."""
    loaded = open_catalog(data)
    ids = resolve(loaded, only) if only else list(loaded.credentials)
    try:
        person = read_profile(loaded, profile)
    except BadProfile as error:
        raise BadInput(str(error)) from error
    interview = Interview(loaded, answers_from_profile(loaded, person))
    asked = interview.next_question(ids)
    costs = first_year_costs(loaded)
    outcomes = [assess(loaded, key, interview.person, costs) for key in ids]
    if as_json:
        verdicts = {
            each.id: export.eligibility_as_json(each, interview.open_questions_for(each.id))
            for each in outcomes
        }
        print_json({"verdicts": verdicts, "next_question": export.question_as_json(asked)})
    else:
        tables.print_eligibility(interview, outcomes, asked, reasons=bool(only))


@app.command()
def schema(data: Data = DATA) -> None:
    """Write the JSON Schemas with which an editor completes and checks the data files."""
    for path in write_schemas(data / "schema"):
        typer.echo(str(path), err=True)
