"""The rows of the frames on facts, prices and sources."""

from collections.abc import Iterator, Mapping
from typing import Any

from cert_model.catalog import Catalog
from cert_model.catalog.subjects import find_facts, is_money, sheets_by_subject
from cert_model.frames.credential_rows import Row, evidence_columns
from cert_model.schema import Evidence, Fact, Fee, Model, Reading
from cert_model.schema.walk import FieldPath

_VALUE_FIELDS = ("value", "percent", "text", "body", "program")
"""The fields in which one kind of statement or another says what it states."""


def fact_rows(
    catalog: Catalog, sheets: Mapping[str, Model] | None = None, *, borrowed: bool = False
) -> Iterator[Row]:
    """One row per sourced statement of these sheets by subject, or of the whole catalog."""
    chosen = sheets_by_subject(catalog) if sheets is None else sheets
    for subject, place, statement in find_facts(chosen, borrowed=borrowed):
        yield {
            "subject": subject,
            "field": ".".join(str(step) for step in place),
            "state": _state(place),
            "value": _format_any(_value(statement)),
            "low": _format_any(getattr(statement, "low", None)),
            "high": _format_any(getattr(statement, "high", None)),
            **evidence_columns(catalog, statement, money=is_money(place)),
        }


def _state(place: FieldPath) -> str:
    return next((str(step) for step in place if step in ("history", "disputed")), "current")


def _value(statement: Evidence) -> Any:
    values = (getattr(statement, name, None) for name in _VALUE_FIELDS)
    return next((value for value in values if value is not None), None)


def _format_any(value: Any) -> str | None:
    """A number, word, list or yes-no as text."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


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
    catalog: Catalog, fee: Fee, credential: str | None, issuer: str, state: str
) -> Iterator[Row]:
    fact = fee.amount or fee.percent
    assert fact is not None, "Fee._one_amount holds"
    for reading_state, reading in _readings(fact, state):
        is_amount = fee.amount is not None
        yield {
            "credential": credential,
            "issuer": issuer,
            "kind": fee.kind,
            "audience": fee.audience,
            "label": fee.label,
            "attempts": fee.attempts,
            "per": fee.per,
            "currency": fee.currency,
            "low": reading.bottom if is_amount else None,
            "high": reading.top if is_amount else None,
            "percent": None if is_amount else reading.top,
            "state": reading_state,
            **evidence_columns(catalog, reading, money=True),
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
