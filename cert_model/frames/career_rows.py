"""The rows of the frames on pay, outlook, surveys and training programs."""

from collections.abc import Iterable, Iterator

from cert_model.careers import release_year
from cert_model.catalog import Catalog
from cert_model.frames.credential_rows import Row, evidence_columns
from cert_model.preparation import ProgramCriteria, ProgramOffer, find_programs
from cert_model.schema import Evidence
from cert_model.schema.preparation import Price
from cert_model.schema.walk import find_statements


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
            "sources": _sources(offer),
        }


def _span(name: str, prices: Iterable[Price]) -> Row:
    amounts = [price.amount for price in prices]
    lows = [amount.bottom for amount in amounts if amount.bottom is not None]
    highs = [amount.top for amount in amounts if amount.top is not None]
    return {f"{name}_low": min(lows, default=None), f"{name}_high": max(highs, default=None)}


def _sources(offer: ProgramOffer) -> tuple[str, ...]:
    statements = (statement for _, statement in find_statements(offer.program))
    return tuple(dict.fromkeys(source for statement in statements for source in statement.src))
