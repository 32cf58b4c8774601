"""The command ``cost``: what it costs to earn credentials and to keep them."""

from collections.abc import Sequence

from cert_model.catalog import Catalog
from cert_model.commands.arguments import BadArgument, parse_past_day, resolve_ids
from cert_model.costs import (
    USUAL_YEARS,
    Assumptions,
    BadAssumption,
    BadPlan,
    CostPlan,
    CostRequest,
    HeldCredential,
    PlannedCredential,
    cost_plan,
    parse_assumptions,
)


def plan_costs(
    catalog: Catalog,
    names: Sequence[str],
    held: Sequence[str] = (),
    years: int = USUAL_YEARS,
    assume: Sequence[str] = (),
) -> CostPlan:
    """The bill of the credentials named.

    ``held`` has words such as ``cpc`` or ``cpc=2024-05-31``, ``assume`` such as ``ceu_price=15``.
    Raises BadArgument.
    """
    planned = tuple(PlannedCredential(key) for key in resolve_ids(catalog, "credentials", names))
    holdings = _held_credentials(catalog, held)
    try:
        assumptions = parse_assumptions(assume)
        return cost_plan(catalog, CostRequest(planned, years, assumptions, holdings))
    except BadAssumption as error:
        raise BadArgument("assume", str(error), Assumptions.model_fields) from error
    except BadPlan as error:
        raise BadArgument("credentials", str(error)) from error


def _held_credentials(catalog: Catalog, words: Sequence[str]) -> tuple[HeldCredential, ...]:
    """The held credentials that words name, each with the day it was earned if that is given."""
    named = [word.partition("=") for word in words]
    ids = resolve_ids(catalog, "held", [name for name, _, _ in named])
    return tuple(
        HeldCredential(key, parse_past_day("held", day, catalog.today) if equals else None)
        for key, (_, equals, day) in zip(ids, named, strict=True)
    )
