"""The catalog as tidy tables with nullable dtypes: what is not known is pd.NA."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from cert_model.schema import Credential, Source

Credentials = Mapping[str, Credential]


def table(rows: Iterable[Mapping[str, Any]], dtypes: Mapping[str, str]) -> pd.DataFrame:
    """The rows with nullable dtypes, also where there are none."""
    frame = pd.DataFrame(list(rows), columns=list(dtypes))
    return frame.astype(dict(dtypes))


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
