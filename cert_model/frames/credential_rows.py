"""The rows of the frames on credentials and their exams."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from cert_model.catalog import Catalog
from cert_model.catalog.standing import standing
from cert_model.overview import overviews
from cert_model.schema import Evidence

Row = dict[str, Any]


def evidence_columns(catalog: Catalog, statement: Evidence, *, money: bool = False) -> Row:
    """The three columns that say when a statement held, how good it is and where it was read."""
    return {
        "as_of": statement.as_of,
        "standing": standing(statement, catalog.sources, catalog.today, money=money),
        "sources": statement.src,
    }


def credential_rows(catalog: Catalog) -> Iterator[Row]:
    """One row per credential with its headline figures."""
    for overview in overviews(catalog).values():
        yield {**asdict(overview), "settings": overview.settings or None}


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
