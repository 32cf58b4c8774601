"""Commands, and what a person sees when one goes wrong.

Standard output carries the answer alone, standard error the messages. Exit codes: 0, 1 for
a check that failed, 2 for bad input with one line that says what to fix.
"""

import contextlib
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from cert_model.catalog import CatalogError
from cert_model.cli import (
    cost_command,
    export_command,
    plan_command,
    quality_commands,
    renewal_command,
    screen_command,
    serve_command,
)
from cert_model.cli.application import (
    AsAt,
    BadInput,
    Data,
    Json,
    Terms,
    app,
    existing_folder,
    open_catalog,
    print_json,
)
from cert_model.cli.streams import give_up_output, prepare_streams
from cert_model.commands.arguments import BadArgument, resolve_ids

__all__ = ["app", "main"]

BAD_INPUT = 2
_GIVEN_BY_PLACE = {"credentials", "credential", "profile", "old", "new"}
"""The arguments whose names the caller does not write; the others are options."""


def main() -> NoReturn:
    """Run the command that the arguments name, and exit.

    A complaint is one line on standard error, but for the report on data with errors in them.
    """
    prepare_streams()
    try:
        status = _run()
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads the answer has seen enough
        give_up_output()
        sys.exit(0)
    except OSError as error:
        give_up_output()
        _complain(f"the answer cannot be written: {error.strerror or error}")
        sys.exit(BAD_INPUT)
    sys.exit(status)


def _run() -> int:
    """Run the command and return its exit code, having said what is wrong."""
    try:
        return int(app(standalone_mode=False) or 0)
    except CatalogError as error:
        _complain(error.report())
        return 1
    except BadArgument as error:
        option = f"--{error.field.replace('_', '-')}: "
        _complain(f"{'' if error.field in _GIVEN_BY_PLACE else option}{error}")
    except BadInput as error:
        _complain(str(error))
    except typer.TyperException as error:
        line = " ".join(str(error).split())
        _complain(f"{line} See {_program()} --help.")
    return BAD_INPUT


def _complain(message: str) -> None:
    with contextlib.suppress(OSError):  # there is nowhere left to say so
        typer.echo(message, err=True)


def _program() -> str:
    """Return how this program was called: by its command, or as a module of Python."""
    return "certlens" if Path(sys.argv[0]).stem == "certlens" else "python -m cert_model"


@app.command()
def check(as_json: Json = False, data: Data = None) -> int:
    """Check the data: errors, warnings, how much there is, and how far estimates miss."""
    from dataclasses import asdict

    from cert_model.catalog.suspicions import suspicions
    from cert_model.content import check_texts
    from cert_model.prices.held_out import check_estimates
    from cert_model.prices.sentences import describe_held_out

    try:
        catalog = check_texts(open_catalog(data, complete=True))
    except CatalogError as error:
        if not as_json:
            raise
        errors = [problem.as_dict() for problem in error.problems]
        counts = {"credentials": 0, "facts": 0, "sources": 0}
        print_json({"errors": errors, "warnings": [], "counts": counts, "estimates": []})
        return 1
    warnings = suspicions(catalog)
    if as_json:
        rows = [problem.as_dict() for problem in warnings]
        estimates = [asdict(result) for result in check_estimates(catalog)]
        answer = {"errors": [], "warnings": rows, "counts": catalog.counts}
        print_json({**answer, "estimates": estimates})
        return 0
    for problem in warnings:
        typer.echo(f"warning: {problem}", err=True)
    amounts = ", ".join(f"{count:,} {kind}" for kind, count in catalog.counts.items())
    typer.echo(f"No errors, {len(warnings)} warnings: {amounts}.")
    for result in check_estimates(catalog):
        typer.echo(f"Estimates. {describe_held_out(result)}.")
    return 0


@app.command(name="list")
def list_command(  # noqa: PLR0913, PLR0917 (each option of a command is a parameter)
    issuer: Terms = None,
    role: Terms = None,
    setting: Terms = None,
    code_set: Terms = None,
    level: Terms = None,
    status: Terms = None,
    online: Annotated[
        bool | None,
        typer.Option(
            "--online/--no-online", help="Keep exams that can, or cannot, be taken online."
        ),
    ] = None,
    max_first_year_cost: Annotated[
        float | None,
        typer.Option(
            min=0,
            help="Highest cost to earn, in dollars; without a known price, it is left out.",
        ),
    ] = None,
    order: Annotated[
        str,
        typer.Option(help="Such as name, to_earn or price; put - in front to reverse it."),
    ] = "name",
    search: Annotated[
        str,
        typer.Option(
            help="Keep credentials that match these words: a name, an abbreviation or a synonym."
        ),
    ] = "",
    as_at: AsAt = None,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """List the credentials that match; in an order by money incomplete totals come last."""
    from cert_model.cli.tables import print_list
    from cert_model.commands.listing import ListRequest, list_credentials
    from cert_model.export.answers import list_row_as_json

    catalog = open_catalog(data, as_at)
    terms = {
        "issuer": issuer or (),
        "role": role or (),
        "setting": setting or (),
        "code_set": code_set or (),
        "level": level or (),
        "status": status or (),
    }
    request = ListRequest(terms, online, max_first_year_cost, order, search)
    rows = list_credentials(catalog, request)
    if as_json:
        print_json([list_row_as_json(row) for row in rows])
    else:
        print_list(catalog, rows, order)


@app.command()
def show(credential: str, as_at: AsAt = None, as_json: Json = False, data: Data = None) -> None:
    """Show everything known about one credential, such as aapc/cpc or CCS."""
    catalog = open_catalog(data, as_at)
    (key,) = resolve_ids(catalog, "credential", [credential])
    if as_json:
        from cert_model.export.fact_sheets import sheet_as_json

        print_json(sheet_as_json(catalog, key))
    else:
        from cert_model.cli.tables import print_sheet

        print_sheet(catalog, key)


@app.command()
def compare(credentials: list[str], as_json: Json = False, data: Data = None) -> None:
    """Compare two to five credentials side by side."""
    from cert_model.cli.tables import print_comparison
    from cert_model.commands.comparing import compare_credentials
    from cert_model.export.answers import comparison_as_json

    catalog = open_catalog(data)
    ids, rows = compare_credentials(catalog, credentials)
    if as_json:
        print_json(comparison_as_json(catalog, ids, rows))
    else:
        print_comparison(catalog, ids, rows)


@app.command()
def eligibility(
    profile: Annotated[Path, typer.Argument(help="A YAML or JSON file that describes a person.")],
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--for", help="Only this credential, with the reasons; may be given more than once."
        ),
    ] = None,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """Say which exams a person may sit for, why, and what would change that."""
    from cert_model.cli.tables import print_eligibility
    from cert_model.commands.judging import judge
    from cert_model.eligibility import BadProfile, read_profile
    from cert_model.export.answers import eligibility_as_json

    catalog = open_catalog(data)
    ids = resolve_ids(catalog, "for", only or [])
    try:
        person = read_profile(catalog, profile)
    except BadProfile as error:
        raise BadInput(str(error)) from error
    judgment = judge(catalog, person, ids, exams_only=not as_json)
    answer = judgment.outcomes, judgment.interview, judgment.next_question
    if as_json:
        print_json(eligibility_as_json(*answer))
    else:
        print_eligibility(*answer, reasons=bool(only))


@app.command()
def schema(data: Data = None) -> None:
    """Write the JSON Schemas with which an editor completes and checks the data files."""
    from cert_model.export.json_schemas import write_schemas

    folder = existing_folder(data) / "schema"
    try:
        written = write_schemas(folder)
    except OSError as error:
        raise BadInput(f"{folder} cannot be written: {error.strerror or error}") from error
    for path in written:
        typer.echo(str(path), err=True)


cost_command.register(app)
plan_command.register(app)
renewal_command.register(app)
export_command.register(app)
screen_command.register(app)
serve_command.register(app)
quality_commands.register(app)
