"""The command that says what keeping credentials takes, and by when."""

from collections.abc import Sequence
from datetime import date
from math import isnan, nan
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cert_model.catalog import Catalog
from cert_model.cli.application import (
    BadInput,
    Data,
    Json,
    open_catalog,
    parse_day,
    parse_past_day,
    print_json,
    resolve_ids,
)

if TYPE_CHECKING:
    from cert_model.renewal.plan import IssuerRenewal, RenewalPlan
    from cert_model.renewal.request import CalendarDay, RenewalRequest


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(renewal)


def renewal(  # noqa: PLR0913, PLR0917 (the options of the contract)
    credentials: list[str],
    passed: Annotated[
        list[str] | None,
        typer.Option(help="The day an exam was passed, as cpc=2024-05-31; once for a credential."),
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
        str | None, typer.Option(help="The day from which to look ahead; today if not named.")
    ] = None,
    ics: Annotated[
        Path | None, typer.Option(help="Write the dates to this calendar file as well.")
    ] = None,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """Say what keeping credentials takes: CEUs, fees, dates, and what follows a missed one."""
    from cert_model.export.renewal_answer import renewal_as_json
    from cert_model.renewal.plan import plan_renewal
    from cert_model.renewal.request import BadRenewal
    from cert_model.renewal.schedule import write_renewal_calendar

    catalog = open_catalog(data)
    day = catalog.today if today is None else parse_day(today)
    request = _request(catalog, credentials, passed, member, renews, earned, day)
    try:
        plan = plan_renewal(catalog, request)
    except BadRenewal as error:
        raise BadInput(str(error)) from error
    if ics is not None:
        _write(ics, write_renewal_calendar(catalog, plan))
    if as_json:
        print_json(renewal_as_json(catalog, plan))
    else:
        _print_plan(catalog, plan)


def _request(
    catalog: Catalog,
    credentials: Sequence[str],
    passed: Sequence[str] | None,
    members: Sequence[str] | None,
    renews: Sequence[str] | None,
    earned: Sequence[str] | None,
    today: date,
) -> "RenewalRequest":
    """Return what the options ask. Raises BadInput for words that mean nothing."""
    from cert_model.renewal.request import CalendarDay, Holding, RenewalRequest

    ids = resolve_ids(catalog, list(credentials))
    days: dict[str, CalendarDay] = {}
    for name, text in _pairs("--passed", "cpc=2024-05-31", passed):
        key = resolve_ids(catalog, [name])[0]
        if key not in ids:
            raise BadInput(f"--passed {name}: name {key} among the credentials as well")
        if key in days:
            raise BadInput(f"--passed {name}: give one day for each credential")
        days[key] = CalendarDay(parse_past_day(text, today))
    return RenewalRequest(
        tuple(Holding(key, days.get(key)) for key in ids),
        today,
        {_issuer(catalog, name): True for name in members or ()},
        {
            _issuer(catalog, name): _month_or_day(text)
            for name, text in _pairs("--renews", "aapc=2027-03", renews)
        },
        {
            _issuer(catalog, name): _number(name, text)
            for name, text in _pairs("--earned", "aapc=12", earned)
        },
    )


def _pairs(option: str, example: str, words: Sequence[str] | None) -> list[tuple[str, str]]:
    """Return the names and values of words such as ``aapc=12``. Raises BadInput without a "="."""
    pairs: list[tuple[str, str]] = []
    for word in words or ():
        name, equals, text = word.partition("=")
        if not equals:
            raise BadInput(f'{option} {word[:40]}: expected a name and a value, as "{example}"')
        if name in dict(pairs):
            raise BadInput(f"{option} {name}: given twice; give it once")
        pairs.append((name, text))
    return pairs


def _issuer(catalog: Catalog, name: str) -> str:
    """Return the id of an issuer. Raises BadInput for an unknown name, with the nearest."""
    from cert_model.formatting import did_you_mean

    key = name.strip().lower()
    if key not in catalog.issuers:
        hint = did_you_mean(key, catalog.issuers)
        raise BadInput(f'no issuer is called "{name[:40]}"{hint}')
    return key


def _month_or_day(text: str) -> "CalendarDay":
    """Return a day, or the last one of a month. Raises BadInput for any other text."""
    from cert_model.renewal.cycles import last_of_month
    from cert_model.renewal.request import CalendarDay

    try:
        is_month = len(text) == len("2027-03")
        day = parse_day(f"{text}-01" if is_month else text)
    except BadInput:
        message = f'"{text[:40]}" is no month; write it as 2027-03, or the day as 2027-03-15'
        raise BadInput(message) from None
    return CalendarDay(last_of_month(day), exact=False) if is_month else CalendarDay(day)


def _number(name: str, text: str) -> float:
    """Return a number of CEUs. Raises BadInput for any other text."""
    try:
        number = float(text)
    except ValueError:
        number = nan
    if isnan(number):
        raise BadInput(f'--earned {name}: "{text[:40]}" is not a number of CEUs; write it as 12')
    return number


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
