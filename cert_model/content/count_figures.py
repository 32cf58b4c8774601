"""Figures that are counted or added up: credentials that match, programs, costs."""

from collections import defaultdict
from typing import Any

from cert_model import formatting
from cert_model.catalog import UnknownCredential
from cert_model.content import fact_figures
from cert_model.content.field_paths import did_you_mean
from cert_model.content.figures import BadText, Figure, Reference
from cert_model.costs import BadPlan, CostRequest, PlannedCredential, cost_plan
from cert_model.costs.plan import USUAL_YEARS, CostPlan
from cert_model.formatting.markdown import escape
from cert_model.preparation import ProgramCriteria, ProgramOffer, find_programs
from cert_model.schema import Evidence
from cert_model.vocabulary import ProgramDelivery, ProgramKind

_RESTS_ON = {
    "online": "exam.delivery",
    "open_book": "exam.open_book",
    "length": "exam.minutes",
    "ceus": "renewal.ceus",
    "status": "status",
}
"""By facet, the fact that decides whether a credential fits; the others are our sorting."""

Terms = str | tuple[str, ...]


def credentials(reference: Reference) -> Figure:
    """How many credentials the catalog holds."""
    return Figure(f"{len(reference.catalog.credentials):,}")


def issuers(reference: Reference) -> Figure:
    """How many issuers the catalog holds."""
    return Figure(f"{len(reference.catalog.issuers):,}")


def count(reference: Reference, **facets: Terms) -> Figure:
    """How many credentials fit, by the facets of the Explore page."""
    found = _matching(reference, facets)
    return Figure(f"{len(found):,}", _evidence(reference, found, facets))


def names(reference: Reference, **facets: Terms) -> Figure:
    """The letters of the credentials that fit, as a list in a sentence."""
    found = _matching(reference, facets)
    labels = [reference.catalog.labels[key] for key in found]
    return Figure(in_a_row(labels) or "none", _evidence(reference, found, facets))


def by_issuer(reference: Reference, **facets: Terms) -> Figure:
    """The letters of the credentials that fit, as a list with a line for each issuer."""
    found = _matching(reference, facets)
    grouped: dict[str, list[str]] = defaultdict(list)
    for key in found:
        sheet = reference.catalog.credentials[key]
        grouped[reference.catalog.issuers[sheet.issuer].letters].append(sheet.code)
    lines = [f"- **{escape(who)}**: {escape(', '.join(codes))}" for who, codes in grouped.items()]
    return Figure("\n".join(lines) or "none", _evidence(reference, found, facets), is_markdown=True)


def in_a_row(parts: list[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    *before, last = parts or [""]
    return f"{', '.join(before)} and {last}" if before else last


def first_year(reference: Reference, credential: str) -> Figure:
    """What the first year comes to under the usual assumptions, or at least."""
    key = _resolved(reference, credential)
    overview = reference.overviews[key]
    plan = cost_plan(reference.catalog, CostRequest((PlannedCredential(key),), years=1))
    said = formatting.format_total(overview.first_year_cost, overview.first_year_complete)
    return Figure(said, _facts_of(reference, plan), money=True)


def upkeep(reference: Reference, credential: str) -> Figure:
    """What a year costs after the first, on average, or at least."""
    key = _resolved(reference, credential)
    overview = reference.overviews[key]
    plan = cost_plan(reference.catalog, CostRequest((PlannedCredential(key),)))
    said = formatting.format_total(overview.yearly_upkeep, overview.upkeep_complete)
    return Figure(said, _facts_of(reference, plan), money=True)


def cost(reference: Reference, *credentials: str, years: int = USUAL_YEARS) -> Figure:
    """What credentials cost together over the years under the usual assumptions."""
    planned = tuple(PlannedCredential(_resolved(reference, each)) for each in credentials)
    try:
        plan = cost_plan(reference.catalog, CostRequest(planned, years))
    except BadPlan as error:
        raise BadText(str(error)) from None
    said = formatting.format_total(plan.total.typical, plan.complete)
    return Figure(said, _facts_of(reference, plan), money=True)


def programs(reference: Reference, **wanted: Terms) -> Figure:
    """How many programs fit, by ``credential``, ``delivery``, ``kind`` or ``approved_by``."""
    return Figure(f"{len(find_programs(reference.catalog, _wanted(reference, wanted)).fitting):,}")


def program_prices(reference: Reference, **wanted: Terms) -> Figure:
    """The lowest and the highest known price of the programs that fit."""
    offers = find_programs(reference.catalog, _wanted(reference, wanted)).priced
    evidence = tuple(price.amount for offer in offers for price in offer.program.tuition)
    low = min((offer.low for offer in offers if offer.low is not None), default=None)
    high = max((offer.high for offer in offers if offer.high is not None), default=None)
    return Figure(formatting.format_money(low, high), evidence, money=True)


def program_months(reference: Reference, **wanted: Terms) -> Figure:
    """The shortest and the longest of the programs that fit, in months."""
    offers = [
        offer
        for offer in find_programs(reference.catalog, _wanted(reference, wanted)).fitting
        if offer.months is not None
    ]
    lengths = [round(offer.months, 1) for offer in offers if offer.months is not None]
    evidence = tuple(length for offer in offers for length in _lengths(offer))
    span = formatting.format_range(min(lengths, default=None), max(lengths, default=None))
    return Figure(span if not lengths else f"{span} months", evidence)


def _lengths(offer: ProgramOffer) -> list[Evidence]:
    return [length for length in (offer.program.weeks, offer.program.months) if length is not None]


def _wanted(reference: Reference, given: dict[str, Terms]) -> ProgramCriteria:
    allowed = ("credential", "delivery", "kind", "approved_by")
    for name in given:
        if name not in allowed:
            raise BadText(f'programs are not found by "{name}"{did_you_mean(name, allowed)}')
    credential = given.get("credential")
    try:
        return ProgramCriteria(
            credential=None if credential is None else _resolved(reference, str(credential)),
            deliveries=frozenset(map(ProgramDelivery, _several(given.get("delivery", ())))),
            kinds=frozenset(map(ProgramKind, _several(given.get("kind", ())))),
            approved_by=frozenset(_several(given.get("approved_by", ()))),
        )
    except ValueError as error:
        raise BadText(str(error)) from None


def _resolved(reference: Reference, name: str) -> str:
    try:
        return reference.catalog.resolve(name)
    except UnknownCredential as error:
        raise BadText(str(error)) from None


def _facts_of(reference: Reference, plan: CostPlan) -> tuple[Evidence, ...]:
    refs = dict.fromkeys(ref for row in plan.rows for ref in row.facts)
    return tuple(ref.find(reference.catalog) for ref in refs)


def _matching(reference: Reference, facets: dict[str, Terms]) -> list[str]:
    known = reference.filters.facets
    chosen: dict[str, frozenset[str]] = {}
    for name, given in facets.items():
        if name not in known:
            raise BadText(f'credentials are not filtered by "{name}"{did_you_mean(name, known)}')
        for term in _several(given):
            if term not in known[name].terms:
                raise BadText(f'{name}: unknown "{term}"{did_you_mean(term, known[name].terms)}')
        chosen[name] = frozenset(_several(given))
    return reference.filters.matching(chosen)


def _several(given: Terms) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _evidence(
    reference: Reference, found: list[str], facets: dict[str, Any]
) -> tuple[Evidence, ...]:
    places = [place for name, place in _RESTS_ON.items() if name in facets]
    return tuple(
        statement
        for key in found
        for place in places
        for statement in fact_figures.fact(reference, key, place).evidence
    )
