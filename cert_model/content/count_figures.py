"""Figures that are counted or added up: matching credentials, programs, costs."""

from collections import defaultdict
from collections.abc import Mapping

from cert_model import formatting
from cert_model.catalog import Catalog, UnknownCredential
from cert_model.content import fact_figures
from cert_model.content.figures import BadText, Figure, suggest_name
from cert_model.costs import BadPlan, CostPlan, CostRequest, PlannedCredential, cost_plan
from cert_model.costs import sentences as cost_sentences
from cert_model.costs.plan import USUAL_YEARS
from cert_model.explore.credential_filters import credential_filters
from cert_model.formatting.markdown import escape
from cert_model.overview import overviews
from cert_model.preparation import ProgramCriteria, ProgramOffer, find_programs
from cert_model.schema import Evidence
from cert_model.vocabulary import ProgramDelivery, ProgramKind

_DECIDING_FACTS = {
    "online": "exam.delivery",
    "open_book": "exam.open_book",
    "length": "exam.minutes",
    "ceus": "renewal.ceus",
    "status": "status",
}
"""By facet, the fact that decides whether a credential matches; the others are our sorting."""

Terms = str | tuple[str, ...]
"""One term of a facet, or several alternatives."""


def credentials(catalog: Catalog) -> Figure:
    """The number of credentials in the catalog."""
    return Figure(f"{len(catalog.credentials):,}")


def issuers(catalog: Catalog) -> Figure:
    """The number of issuers in the catalog."""
    return Figure(f"{len(catalog.issuers):,}")


def count(catalog: Catalog, **facets: Terms) -> Figure:
    """The number of credentials that match, by the facets of the Explore page."""
    keys = _matching(catalog, facets)
    return Figure(f"{len(keys):,}", _evidence(catalog, keys, facets))


def names(catalog: Catalog, **facets: Terms) -> Figure:
    """The labels of the credentials that match, as a list within a sentence."""
    keys = _matching(catalog, facets)
    labels = [catalog.labels[key] for key in keys]
    return Figure(formatting.join_words(labels) or "none", _evidence(catalog, keys, facets))


def by_issuer(catalog: Catalog, **facets: Terms) -> Figure:
    """The labels of the credentials that match, as a list with a line for each issuer."""
    keys = _matching(catalog, facets)
    codes: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        sheet = catalog.credentials[key]
        codes[catalog.issuers[sheet.issuer].letters].append(sheet.code)
    lines = [f"- **{escape(issuer)}**: {escape(', '.join(own))}" for issuer, own in codes.items()]
    return Figure("\n".join(lines) or "none", _evidence(catalog, keys, facets), is_markdown=True)


def to_earn(catalog: Catalog, credential: str) -> Figure:
    """The cost of earning it under the usual assumptions; "at least" without every price."""
    key = _resolve(catalog, credential)
    overview = overviews(catalog)[key]
    plan = cost_plan(catalog, CostRequest((PlannedCredential(key),)))
    text = overview.to_earn_text
    return Figure(text, _facts_behind(catalog, plan))


def upkeep(catalog: Catalog, credential: str) -> Figure:
    """The average cost of a year after the first; "at least" without every price."""
    key = _resolve(catalog, credential)
    overview = overviews(catalog)[key]
    plan = cost_plan(catalog, CostRequest((PlannedCredential(key),)))
    text = overview.upkeep_text
    return Figure(text, _facts_behind(catalog, plan))


def cost(catalog: Catalog, *credentials: str, years: int = USUAL_YEARS) -> Figure:
    """The cost of several credentials over the years under the usual assumptions."""
    planned = tuple(PlannedCredential(_resolve(catalog, name)) for name in credentials)
    try:
        plan = cost_plan(catalog, CostRequest(planned, years))
    except BadPlan as error:
        raise BadText(str(error)) from None
    text = cost_sentences.format_sum(plan.total)
    return Figure(text, _facts_behind(catalog, plan))


def programs(catalog: Catalog, **criteria: Terms) -> Figure:
    """The number of programs that fit a ``credential``, ``delivery``, ``kind``, ``approved_by``."""
    return Figure(f"{len(find_programs(catalog, _criteria(catalog, criteria)).fitting):,}")


def program_prices(catalog: Catalog, **criteria: Terms) -> Figure:
    """The lowest and the highest known price of the programs that fit."""
    offers = find_programs(catalog, _criteria(catalog, criteria)).priced
    evidence = tuple(price.stated for offer in offers for price in offer.prices)
    low = min((offer.low for offer in offers if offer.low is not None), default=None)
    high = max((offer.high for offer in offers if offer.high is not None), default=None)
    return Figure(formatting.format_money(low, high), evidence)


def program_months(catalog: Catalog, **criteria: Terms) -> Figure:
    """The shortest and the longest known length of the programs that fit, in months."""
    fitting = find_programs(catalog, _criteria(catalog, criteria)).fitting
    offers = [offer for offer in fitting if offer.months is not None]
    months = [round(offer.months, 1) for offer in offers if offer.months is not None]
    evidence = tuple(length for offer in offers for length in _lengths(offer))
    text = formatting.format_range(min(months, default=None), max(months, default=None))
    return Figure(f"{text} months" if months else text, evidence)


def _lengths(offer: ProgramOffer) -> list[Evidence]:
    return [length for length in (offer.program.weeks, offer.program.months) if length is not None]


def _criteria(catalog: Catalog, terms: Mapping[str, Terms]) -> ProgramCriteria:
    allowed = ("credential", "delivery", "kind", "approved_by")
    for name in terms:
        if name not in allowed:
            raise BadText(f'programs are not found by "{name}"{suggest_name(name, allowed)}')
    credential = terms.get("credential")
    try:
        return ProgramCriteria(
            credential=None if credential is None else _resolve(catalog, str(credential)),
            deliveries=frozenset(map(ProgramDelivery, _as_tuple(terms.get("delivery", ())))),
            kinds=frozenset(map(ProgramKind, _as_tuple(terms.get("kind", ())))),
            approved_by=frozenset(_as_tuple(terms.get("approved_by", ()))),
        )
    except ValueError as error:
        raise BadText(str(error)) from None


def _resolve(catalog: Catalog, name: str) -> str:
    try:
        return catalog.resolve(name)
    except UnknownCredential as error:
        raise BadText(str(error)) from None


def _facts_behind(catalog: Catalog, plan: CostPlan) -> tuple[Evidence, ...]:
    refs = dict.fromkeys(ref for row in plan.rows for ref in row.facts)
    return tuple(catalog.find_fact(ref) for ref in refs)


def _matching(catalog: Catalog, terms_by_facet: Mapping[str, Terms]) -> list[str]:
    """The ids of the credentials that match. Raises BadText for an unknown facet or term."""
    filters = credential_filters(catalog)
    choices: dict[str, frozenset[str]] = {}
    for name, terms in terms_by_facet.items():
        if name not in filters.facets:
            hint = suggest_name(name, filters.facets)
            raise BadText(f'credentials are not filtered by "{name}"{hint}')
        allowed = filters.facets[name].terms
        for term in _as_tuple(terms):
            if term not in allowed:
                raise BadText(f'{name}: unknown "{term}"{suggest_name(term, allowed)}')
        choices[name] = frozenset(_as_tuple(terms))
    return filters.matching(choices)


def _as_tuple(terms: Terms) -> tuple[str, ...]:
    return (terms,) if isinstance(terms, str) else tuple(terms)


def _evidence(
    catalog: Catalog, keys: list[str], facets: Mapping[str, Terms]
) -> tuple[Evidence, ...]:
    """The facts that decided, for the matching credentials, whether they match."""
    paths = [path for facet, path in _DECIDING_FACTS.items() if facet in facets]
    return tuple(
        statement
        for key in keys
        for path in paths
        for statement in fact_figures.fact(catalog, key, path).evidence
    )
