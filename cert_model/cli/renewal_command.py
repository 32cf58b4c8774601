"""The command that says what keeping credentials takes, and by when."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cert_model.catalog import Catalog
from cert_model.cli.application import BadInput, Data, Json, open_catalog, print_json

if TYPE_CHECKING:
    from cert_model.renewal.plan import IssuerRenewal, RenewalPlan


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(renewal)


def renewal(  # noqa: PLR0913, PLR0917 (the options of the contract)
    credentials: list[str],
    passed: Annotated[
        list[str] | None,
        typer.Option(
            help="The day an exam was passed, as cpc=2024-05-31; once for each credential."
        ),
    ] = None,
    member: Annotated[
        list[str] | None, typer.Option(help="An issuer of which you are a member, such as ahima.")
    ] = None,
    renews: Annotated[
        list[str] | None,
        typer.Option(
            help="The month in which your membership or cycle at an issuer ends next, as "
            "aapc=2027-03; or the day."
        ),
    ] = None,
    earned: Annotated[
        list[str] | None,
        typer.Option(help="The CEUs that you have for the current cycle, as aapc=12."),
    ] = None,
    today: Annotated[
        str | None, typer.Option(help="The day from which to look ahead; today by default.")
    ] = None,
    ics: Annotated[
        Path | None, typer.Option(help="Write the dates to this calendar file as well.")
    ] = None,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """Say what keeping credentials takes: CEUs, fees, dates, and what follows a missed one."""
    from cert_model.commands.renewing import RenewalWords, plan_renewals
    from cert_model.export.renewal_answer import renewal_as_json
    from cert_model.renewal.schedule import write_renewal_calendar

    catalog = open_catalog(data)
    words = RenewalWords(credentials, passed or (), member or (), renews or (), earned or (), today)
    plan = plan_renewals(catalog, words)
    if ics is not None:
        _write(ics, write_renewal_calendar(catalog, plan))
    if as_json:
        print_json(renewal_as_json(catalog, plan))
    else:
        _print_plan(catalog, plan)


def _write(path: Path, calendar: bytes) -> None:
    try:
        path.write_bytes(calendar)
    except OSError as error:
        raise BadInput(f"{path}: cannot be written: {error.strerror or error}") from error


def _print_plan(catalog: Catalog, plan: "RenewalPlan") -> None:
    """Print the answer, then what each issuer asks for."""
    from rich.markup import escape

    from cert_model.cli.tables import console
    from cert_model.formatting import format_total
    from cert_model.renewal.sentences import ASSUMPTION, answer_sentences

    out = console()
    for sentence in answer_sentences(catalog, plan):
        out.print(f"[bold]{escape(sentence)}[/bold]")
    total = plan.cost_a_year
    out.print(f"{format_total(total.typical, total.complete, total.estimated)} a year.")
    for part in plan.issuers:
        _print_issuer(catalog, part)
    out.print(ASSUMPTION)


def _print_issuer(catalog: Catalog, part: "IssuerRenewal") -> None:
    from rich.markup import escape

    from cert_model.cli.tables import console
    from cert_model.renewal.rule_lines import rule_lines
    from cert_model.renewal.sentences import fee_sentence, step_sentence
    from cert_model.renewal.unknown import unknown_points

    out = console()
    out.print(f"\n[bold]{escape(part.issuer.letters)}[/bold]")
    for line in rule_lines(catalog, part):
        out.print(escape(line.text))
    for fee in part.fees:
        out.print(escape(fee_sentence(fee)))
    if part.ladder:
        out.print("After a missed date:")
    for step in part.ladder:
        out.print(f"  {escape(step_sentence(step))}")
    points = unknown_points(catalog, part)
    if points:
        out.print("What is not known:")
    for point in points:
        where = f" Ask: {point.ask}" if point.ask else ""
        out.print(f"  {escape(point.what)}{escape(where)}")
