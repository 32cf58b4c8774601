"""The command that adds up what credentials cost."""

from typing import TYPE_CHECKING, Annotated

import typer

from cert_model.catalog import Catalog
from cert_model.cli.application import (
    BadInput,
    Data,
    Json,
    open_catalog,
    parse_past_day,
    print_json,
    resolve_ids,
)
from cert_model.costs import MOST_YEARS, USUAL_YEARS

if TYPE_CHECKING:
    from cert_model.costs import HeldCredential


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(cost)


def cost(
    credentials: list[str],
    held: Annotated[
        list[str] | None,
        typer.Option(
            help="A credential that you hold already, such as cpc or cpc=2024-05-31 with the day "
            "it was earned; may be given more than once."
        ),
    ] = None,
    years: Annotated[
        int, typer.Option(help=f"How many years to add up, 1 to {MOST_YEARS}.")
    ] = USUAL_YEARS,
    assume: Annotated[
        list[str] | None,
        typer.Option(
            help="An assumption as name=value, once for each name; may be given more than once."
        ),
    ] = None,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """Add up what it costs to earn credentials and to keep them, line by line."""
    from cert_model.cli.tables import print_cost
    from cert_model.costs import (
        BadAssumption,
        BadPlan,
        CostRequest,
        PlannedCredential,
        cost_plan,
        parse_assumptions,
    )
    from cert_model.export.answers import cost_as_json

    catalog = open_catalog(data)
    planned = tuple(PlannedCredential(key) for key in resolve_ids(catalog, credentials))
    try:
        request = CostRequest(
            planned, years, parse_assumptions(assume or []), _held_credentials(catalog, held or [])
        )
        plan = cost_plan(catalog, request)
    except (BadAssumption, BadPlan) as error:
        raise BadInput(str(error)) from error
    if as_json:
        print_json(cost_as_json(plan))
    else:
        print_cost(catalog, plan)


def _held_credentials(catalog: Catalog, words: list[str]) -> "tuple[HeldCredential, ...]":
    """Return the held credentials that words such as ``cpc=2024-05-31`` name.

    Raises BadInput for an unknown credential, and for what is no day or a day to come.
    """
    from cert_model.costs import HeldCredential

    named = [word.partition("=") for word in words]
    ids = resolve_ids(catalog, [name for name, _, _ in named])
    return tuple(
        HeldCredential(key, parse_past_day(day, catalog.today) if equals else None)
        for key, (_, equals, day) in zip(ids, named, strict=True)
    )
