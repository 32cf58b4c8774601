"""The plain rows behind each frame."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from cert_model.careers import release_year
from cert_model.catalog import Catalog
from cert_model.catalog.subjects import find_facts, sheets_by_subject
from cert_model.formatting.facts import charged_per
from cert_model.frames.evidence import Row, evidence_columns, format_any, state_of, value_of
from cert_model.overview import overviews
from cert_model.preparation import ProgramCriteria, find_programs
from cert_model.prices import amount_span, estimates_of
from cert_model.schema import Evidence, Fact, Model, Price, Reading
from cert_model.schema.facts import find_statements, top_of
from cert_model.vocabulary import Quantity


def credential_rows(catalog: Catalog) -> Iterator[Row]:
    """One row per credential with its headline figures."""
    for overview in overviews(catalog).values():
        yield {
            **asdict(overview),
            "first_year_cost": overview.to_earn,
            "settings": overview.settings or None,
        }


def content_rows(catalog: Catalog) -> Iterator[Row]:
    """One row per part of an exam's current blueprint."""
    for sheet in catalog.credentials.values():
        for position, domain in enumerate(sheet.exam.content, start=1):
            yield {
                "credential": sheet.id,
                "position": position,
                "domain": domain.domain,
                "low": domain.bottom,
                "high": domain.top,
                "unit": domain.unit,
                **evidence_columns(catalog, domain),
            }


def pass_rate_rows(catalog: Catalog) -> Iterator[Row]:
    """One row per published pass rate; a single figure is both ends of its range."""
    for sheet in catalog.credentials.values():
        for rate in sheet.exam.pass_rates:
            yield {
                "credential": sheet.id,
                "year": rate.year,
                "low": rate.percent if rate.percent is not None else rate.low,
                "high": rate.percent if rate.percent is not None else rate.high,
                "n": rate.n,
                "cohort": rate.cohort,
                "region": rate.region,
                "estimate": rate.estimate,
                "superseded": rate.superseded,
                "doubtful": rate.doubtful,
                **evidence_columns(catalog, rate),
            }


def scope_rows(catalog: Catalog) -> Iterator[Row]:
    """One row per credential and kind of work, place of work or code set that it covers."""
    for sheet in catalog.credentials.values():
        for kind, terms in (
            ("role", sheet.roles),
            ("setting", sheet.settings),
            ("code set", sheet.code_sets or ()),
        ):
            for term in terms:
                yield {
                    "credential": sheet.id,
                    "kind": kind,
                    "term": term,
                    "term_label": term.label,
                    "rank": list(type(term)).index(term),
                }


def fact_rows(
    catalog: Catalog, sheets: Mapping[str, Model] | None = None, *, borrowed: bool = False
) -> Iterator[Row]:
    """One row per sourced statement of these sheets by subject, or of the whole catalog."""
    chosen = sheets_by_subject(catalog) if sheets is None else sheets
    for subject, place, statement in find_facts(chosen, borrowed=borrowed):
        yield {
            "subject": subject,
            "field": ".".join(str(step) for step in place),
            "state": state_of(place),
            "value": format_any(value_of(statement)),
            "low": format_any(getattr(statement, "low", None)),
            "high": format_any(getattr(statement, "high", None)),
            **evidence_columns(catalog, statement),
        }


def price_rows(catalog: Catalog) -> Iterator[Row]:
    """One row per price of an issuer or credential, past and disputed ones among them."""
    for issuer in catalog.issuers.values():
        for fee in (*issuer.dues, *issuer.fees):
            yield from _readings_of_fee(catalog, fee, None, issuer.id, "current")
        for fee in (*issuer.former_dues, *issuer.former_fees):
            yield from _readings_of_fee(catalog, fee, None, issuer.id, "former")
    for sheet in catalog.credentials.values():
        for fee in sheet.fees:
            yield from _readings_of_fee(catalog, fee, sheet.id, sheet.issuer, "current")
        for fee in sheet.former_fees:
            yield from _readings_of_fee(catalog, fee, sheet.id, sheet.issuer, "former")


def _readings_of_fee(
    catalog: Catalog, fee: Price, credential: str | None, issuer: str, state: str
) -> Iterator[Row]:
    for reading_state, reading in _readings(fee.stated, state):
        is_amount = fee.amount is not None
        yield {
            "credential": credential,
            "issuer": issuer,
            "kind": fee.kind,
            "audience": fee.audience,
            "label": fee.label,
            "attempts": fee.attempts,
            "per": charged_per(fee),
            "currency": fee.currency,
            "low": reading.bottom if is_amount else None,
            "high": reading.top if is_amount else None,
            "percent": None if is_amount else reading.top,
            "state": reading_state,
            **evidence_columns(catalog, reading),
        }


def _readings(fact: Fact[Any], state: str) -> Iterator[tuple[str, Reading[Any]]]:
    if fact.known:
        yield state, fact
    for reading in fact.history:
        yield "history", reading
    for reading in fact.disputed:
        yield "disputed", reading


def source_rows(catalog: Catalog) -> Iterator[Row]:
    """One row per source."""
    for source in catalog.sources.values():
        yield source.model_dump()


def wage_rows(catalog: Catalog) -> Iterator[Row]:
    """One row per occupation, release and area."""
    for row in catalog.careers.wages.rows:
        yield {
            **row.model_dump(),
            "states": row.states or None,
            "year": release_year(row),
            **evidence_columns(catalog, row),
        }


def table_rows(catalog: Catalog, rows: Iterable[Evidence]) -> Iterator[Row]:
    """One row per row of a table in ``data/careers``."""
    for row in rows:
        yield {**row.model_dump(), **evidence_columns(catalog, row)}


def program_rows(catalog: Catalog) -> Iterator[Row]:
    """One row per training program, the cheapest first."""
    for offer in find_programs(catalog, ProgramCriteria()).fitting:
        program = offer.program
        yield {
            "id": program.id,
            "name": program.name,
            "provider": program.provider,
            "kind": program.kind,
            "prepares_for": program.prepares_for or None,
            "delivery": program.delivery.value if program.delivery else None,
            **_span("list_price", offer.list_prices),
            **_span("sale_price", offer.sale_prices),
            "months": offer.months,
            "includes": program.includes.value if program.includes else None,
            "exam_attempts": program.exam_attempts.top if program.exam_attempts else None,
            "accredited_by": tuple(approval.body for approval in program.accreditation) or None,
            "sources": _sources(offer.program),
        }


def _span(name: str, prices: Sequence[Price]) -> Row:
    low, high = amount_span(prices)
    return {f"{name}_low": low, f"{name}_high": high}


def funding_rows(catalog: Catalog) -> Iterator[Row]:
    """One row per body or program that may pay part of the cost."""
    for payer in catalog.preparation.funding.funding:
        yield {
            "id": payer.id,
            "name": payer.name,
            "payer": payer.payer,
            "pays": payer.pays.value if payer.pays else None,
            "does_not_pay": payer.does_not_pay.value if payer.does_not_pay else None,
            "most_per_test": top_of(payer.cap_per_test),
            "most_per_year": top_of(payer.cap_per_year),
            "most_in_all": top_of(payer.cap_total),
            "covers": payer.covers or None,
            "sources": _sources(payer) or None,
        }


def _sources(model: Model) -> tuple[str, ...]:
    statements = (statement for _, statement in find_statements(model))
    return tuple(dict.fromkeys(source for statement in statements for source in statement.src))


def estimate_rows(catalog: Catalog) -> Iterator[Row]:
    """One row per estimate; the dues of an issuer once, however many credentials it has."""
    estimates = {
        (sheet.issuer if quantity is Quantity.DUES else sheet.id, quantity): estimate
        for sheet in catalog.credentials.values()
        for quantity, estimate in estimates_of(catalog, sheet).items()
    }
    for (subject, quantity), estimate in sorted(estimates.items()):
        yield {
            "subject": subject,
            "quantity": quantity,
            "low": estimate.low,
            "high": estimate.high,
            "rule": estimate.rule,
            "facts": estimate.facts,
        }
