"""Every price of the catalog as a table, past and present."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from cert_model.catalog.frames import table
from cert_model.catalog.standing import standing
from cert_model.schema import Credential, Fact, Fee, Issuer, Reading, Source

Credentials = Mapping[str, Credential]
Issuers = Mapping[str, Issuer]
Sources = Mapping[str, Source]


def fees(credentials: Credentials, issuers: Issuers, sources: Sources, today: date) -> pd.DataFrame:
    """One row per price: ``state`` is current, history, disputed, or former for lines dropped.

    ``credential`` is missing for a fee of the issuer as a whole.
    """
    return table(
        _fee_rows(credentials, issuers, sources, today),
        {
            "credential": "string",
            "issuer": "string",
            "kind": "string",
            "audience": "string",
            "label": "string",
            "attempts": "Int64",
            "per": "string",
            "currency": "string",
            "low": "Float64",
            "high": "Float64",
            "percent": "Float64",
            "state": "string",
            "as_of": "string",
            "standing": "string",
            "sources": "object",
        },
    )


def _fee_rows(
    credentials: Credentials, issuers: Issuers, sources: Sources, today: date
) -> Iterator[dict[str, Any]]:
    for issuer in issuers.values():
        for fee in (*issuer.dues, *issuer.fees):
            yield from _prices(fee, None, issuer.id, "current", sources, today)
        for fee in (*issuer.former_dues, *issuer.former_fees):
            yield from _prices(fee, None, issuer.id, "former", sources, today)
    for sheet in credentials.values():
        for fee in sheet.fees:
            yield from _prices(fee, sheet.id, sheet.issuer, "current", sources, today)
        for fee in sheet.former_fees:
            yield from _prices(fee, sheet.id, sheet.issuer, "former", sources, today)


def _prices(
    fee: Fee, credential: str | None, issuer: str, state: str, sources: Sources, today: date
) -> Iterator[dict[str, Any]]:
    line = {
        "credential": credential,
        "issuer": issuer,
        "kind": fee.kind,
        "audience": fee.audience,
        "label": fee.label,
        "attempts": fee.attempts,
        "per": fee.per,
        "currency": fee.currency,
    }
    fact = fee.amount or fee.percent
    assert fact is not None, "Fee._one_amount holds"
    for reading_state, reading in _readings(fact, state):
        amounts = (
            {"low": reading.bottom, "high": reading.top} if fee.amount else {"percent": reading.top}
        )
        yield {
            **line,
            **amounts,
            "state": reading_state,
            "as_of": reading.as_of,
            "standing": standing(reading, sources, today, money=True),
            "sources": list(reading.src),
        }


def _readings(fact: Fact[Any], state: str) -> Iterator[tuple[str, Reading[Any]]]:
    if fact.known:
        yield state, fact
    for reading in fact.history:
        yield "history", reading
    for reading in fact.disputed:
        yield "disputed", reading
