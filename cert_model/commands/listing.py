"""The command ``list``: the credentials that match, in an order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cert_model.catalog import Catalog
from cert_model.commands.arguments import LONGEST_QUOTE, BadArgument
from cert_model.explore.credential_filters import credential_filters
from cert_model.explore.filters import Facet
from cert_model.explore.ordering import ORDERS, parse_order, sort_overviews
from cert_model.overview import Overview, overviews

FACETS = ("issuer", "role", "setting", "code_set", "level", "status")
"""The facets of which terms can be named."""


@dataclass(frozen=True)
class ListRequest:
    """What a list is narrowed to and ordered by."""

    terms: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By facet, the terms of which a credential has one; a facet without any is open."""
    online: bool | None = None
    """Whether the exam can be taken online; None for both."""
    max_first_year_cost: float | None = None
    """Dollars at most to earn it; what lacks a price is left out."""
    order: str = "name"
    search: str = ""


def list_credentials(catalog: Catalog, request: ListRequest) -> list[Overview]:
    """The credentials that match, in the order asked for. Raises BadArgument."""
    filters = credential_filters(catalog)
    choices = {
        name: spell_terms(filters.facets[name], terms) for name, terms in request.terms.items()
    }
    if request.online is not None:
        choices["online"] = frozenset({"yes" if request.online else "no"})
    if parse_order(request.order) is None:
        quoted = request.order[:LONGEST_QUOTE]
        message = f'"{quoted}" is not known; expected one of: {", ".join(ORDERS)}'
        raise BadArgument("order", message, ORDERS)
    matching = [overviews(catalog)[key] for key in filters.matching(choices, request.search)]
    limit = request.max_first_year_cost
    if limit is not None:
        matching = [overview for overview in matching if _costs_at_most(overview, limit)]
    return sort_overviews(matching, request.order)


def spell_terms(facet: Facet, chosen: Sequence[str]) -> frozenset[str]:
    """The chosen terms as the facet itself spells them. Raises BadArgument for an unknown one."""
    spelling = {term.lower(): term for term in facet.terms}
    for term in chosen:
        if term.lower() not in spelling:
            quoted, allowed = term[:LONGEST_QUOTE], spelling.values()
            message = f'"{quoted}" is not known; expected one of: {", ".join(allowed)}'
            raise BadArgument(facet.name, message, allowed)
    return frozenset(spelling[term.lower()] for term in chosen)


def _costs_at_most(overview: Overview, limit: float) -> bool:
    cost = overview.to_earn
    return cost is not None and overview.to_earn_complete and cost <= limit
