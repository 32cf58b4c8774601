"""Worklists and changes as JSON: the answers of the commands for the data's maintainers."""

from collections.abc import Sequence
from typing import Any

from cert_model.catalog import Catalog
from cert_model.export.fact_sheets import source_as_json
from cert_model.quality import (
    Change,
    DisputedFigure,
    DisputeSide,
    MissingFigure,
    StaleStatement,
    Version,
)


def stale_as_json(catalog: Catalog, item: StaleStatement) -> dict[str, Any]:
    """One row of the ``stale`` command."""
    statement = item.statement
    return {
        "subject": statement.subject,
        "field": statement.field,
        "label": statement.label,
        "text": statement.text,
        "as_of": statement.as_of,
        "harm": statement.weight,
        "standing": item.standing.value,
        "age_months": item.age_months,
        "open": source_as_json(item.source),
        "issuer_page": item.issuer_page,
        "sources": _sources(catalog, statement.sources),
    }


def missing_as_json(_: Catalog, figure: MissingFigure) -> dict[str, Any]:
    """One row of the ``missing`` command."""
    return {
        "subject": figure.subject,
        "label": figure.label,
        "harm": figure.weight,
        "question": figure.question,
        "ask": figure.ask,
        "page": figure.page,
    }


def disputed_as_json(catalog: Catalog, figure: DisputedFigure) -> dict[str, Any]:
    """One row of the ``disputed`` command."""
    return {
        "subject": figure.subject,
        "label": figure.label,
        "harm": figure.weight,
        "taken": _side(catalog, figure.taken),
        "why": figure.why,
        "others": [_side(catalog, side) for side in figure.others],
    }


def _side(catalog: Catalog, side: DisputeSide) -> dict[str, Any]:
    return {
        "text": side.text,
        "as_of": side.as_of,
        "note": side.note,
        "sources": _sources(catalog, side.sources),
    }


def change_as_json(_: Catalog, change: Change) -> dict[str, Any]:
    """One row of the ``diff`` command; ``before`` is None for an addition, ``after`` a removal."""
    return {
        "kind": change.kind.value,
        "subject": change.subject,
        "label": change.label,
        "harm": change.weight,
        "before": _version(change.before),
        "after": _version(change.after),
        "sentence": change.sentence,
    }


def _version(version: Version | None) -> dict[str, Any] | None:
    if version is None:
        return None
    return {"text": version.text, "as_of": version.as_of, "sources": list(version.sources)}


def _sources(catalog: Catalog, ids: Sequence[str]) -> list[dict[str, Any]]:
    return [source_as_json(catalog.sources[source]) for source in ids]
