"""The catalog as tidy tables with nullable dtypes: what is not known is pd.NA."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

import pandas as pd

from cert_model.catalog.overview import Overview
from cert_model.schema import Credential, Source

Credentials = Mapping[str, Credential]


def table(rows: Iterable[Mapping[str, Any]], dtypes: Mapping[str, str]) -> pd.DataFrame:
    """The rows with nullable dtypes, also where there are none."""
    frame = pd.DataFrame(list(rows), columns=list(dtypes))
    return frame.astype(dict(dtypes))


def credential_rows(overviews: Mapping[str, Overview]) -> pd.DataFrame:
    """One row per credential with the figures of its ``Overview``; lists stay lists."""
    return table(
        (_plain_row(overview) for overview in overviews.values()),
        {
            "id": "string",
            "code": "string",
            "label": "string",
            "name": "string",
            "issuer": "string",
            "issuer_letters": "string",
            "status": "string",
            "level": "string",
            "roles": "object",
            "settings": "object",
            "code_sets": "object",
            "exam_fee_low": "Float64",
            "exam_fee_high": "Float64",
            "exam_attempts": "Int64",
            "first_year_cost": "Float64",
            "yearly_upkeep": "Float64",
            "questions": "Int64",
            "minutes": "Int64",
            "pass_rate": "Float64",
            "pass_rate_year": "Int64",
            "online": "boolean",
            "open_book": "boolean",
            "ceus": "Float64",
            "cycle_months": "Int64",
            "exam_fee_standing": "string",
            "exam_standing": "string",
            "pass_rate_standing": "string",
            "ceus_standing": "string",
        },
    )


def _plain_row(overview: Overview) -> dict[str, Any]:
    return {
        name: [str(term) for term in value] if isinstance(value, tuple) else value
        for name, value in asdict(overview).items()
    }


def exam_content(credentials: Credentials) -> pd.DataFrame:
    """One row per domain of the current blueprint; ``low`` and ``high`` in ``unit``."""
    return table(
        (
            {
                "credential": sheet.id,
                "position": position,
                "domain": domain.domain,
                "low": domain.bottom,
                "high": domain.top,
                "unit": domain.unit,
            }
            for sheet in credentials.values()
            for position, domain in enumerate(sheet.exam.content, start=1)
        ),
        {
            "credential": "string",
            "position": "Int64",
            "domain": "string",
            "low": "Float64",
            "high": "Float64",
            "unit": "string",
        },
    )


def pass_rates(credentials: Credentials) -> pd.DataFrame:
    """One row per pass rate with a year; ``percent`` is the middle where a range is given."""
    return table(
        (
            {
                "credential": sheet.id,
                "year": rate.year,
                "low": rate.percent if rate.percent is not None else rate.low,
                "high": rate.percent if rate.percent is not None else rate.high,
                "n": rate.n,
                "cohort": rate.cohort,
                "region": rate.region,
                "estimate": rate.estimate,
                "superseded": rate.superseded,
                "sources": list(rate.src),
            }
            for sheet in credentials.values()
            for rate in sheet.exam.pass_rates
        ),
        {
            "credential": "string",
            "year": "Int64",
            "low": "Float64",
            "high": "Float64",
            "n": "Int64",
            "cohort": "string",
            "region": "string",
            "estimate": "boolean",
            "superseded": "boolean",
            "sources": "object",
        },
    )


def scope(credentials: Credentials) -> pd.DataFrame:
    """One row per credential and setting or code set.

    ``kind`` tells which of the two, ``rank`` is the term's place in its vocabulary.
    """
    return table(
        (
            {
                "credential": sheet.id,
                "kind": kind,
                "term": term,
                "term_label": term.label,
                "rank": list(type(term)).index(term),
            }
            for sheet in credentials.values()
            for kind, terms in (("setting", sheet.settings), ("code set", sheet.code_sets or ()))
            for term in terms
        ),
        {
            "credential": "string",
            "kind": "string",
            "term": "string",
            "term_label": "string",
            "rank": "Int64",
        },
    )


def source_rows(sources: Mapping[str, Source]) -> pd.DataFrame:
    """One row per source."""
    return table(
        (source.model_dump(mode="json") for source in sources.values()),
        {
            "id": "string",
            "title": "string",
            "publisher": "string",
            "url": "string",
            "kind": "string",
            "date": "string",
            "seen": "string",
            "quality": "string",
            "note": "string",
        },
    )
