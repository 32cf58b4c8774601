"""The command that adds up what credentials cost."""

from typing import Annotated

import typer

from cert_model.cli.application import Data, Json, open_catalog, print_json
from cert_model.costs import MOST_YEARS, USUAL_YEARS


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(cost)


def cost(
    credentials: list[str],
    held: Annotated[
        list[str] | None,
        typer.Option(
            help="A credential that you already hold, such as cpc or cpc=2024-05-31 with the day "
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
    from cert_model.commands.costing import plan_costs
    from cert_model.export.answers import cost_as_json

    catalog = open_catalog(data)
    plan = plan_costs(catalog, credentials, held or (), years, assume or ())
    if as_json:
        print_json(cost_as_json(plan))
    else:
        print_cost(catalog, plan)
