"""The worklists of the people who keep the data, as JSON."""

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


def stale_as_json(catalog: Catalog, found: StaleStatement) -> dict[str, Any]:
    """One row of the ``stale`` command."""
    said = found.statement
    return {
        "subject": said.subject,
        "field": said.field,
        "label": said.label,
        "text": said.text,
        "as_of": said.as_of,
        "harm": said.weight,
        "standing": found.standing.value,
        "age_months": found.age_months,
        "open": source_as_json(found.source),
        "issuer_page": found.issuer_page,
        "sources": _sources(catalog, said.sources),
    }


def missing_as_json(_: Catalog, found: MissingFigure) -> dict[str, Any]:
    """One row of the ``missing`` command."""
    return {
        "subject": found.subject,
        "label": found.label,
        "harm": found.weight,
        "question": found.question,
        "ask": found.ask,
        "page": found.page,
    }


def disputed_as_json(catalog: Catalog, found: DisputedFigure) -> dict[str, Any]:
    """One row of the ``disputed`` command."""
    return {
        "subject": found.subject,
        "label": found.label,
        "harm": found.weight,
        "taken": _side(catalog, found.taken),
        "why": found.why,
        "others": [_side(catalog, each) for each in found.others],
    }


def _side(catalog: Catalog, side: DisputeSide) -> dict[str, Any]:
    return {
        "text": side.text,
        "as_of": side.as_of,
        "note": side.note,
        "sources": _sources(catalog, side.sources),
    }


def change_as_json(_: Catalog, found: Change) -> dict[str, Any]:
    """One row of the ``diff`` command; ``before`` or ``after`` is None where there is none."""
    return {
        "kind": found.kind.value,
        "subject": found.subject,
        "label": found.label,
        "harm": found.weight,
        "before": _version(found.before),
        "after": _version(found.after),
        "sentence": found.sentence,
    }


def _version(version: Version | None) -> dict[str, Any] | None:
    if version is None:
        return None
    return {"text": version.text, "as_of": version.as_of, "sources": list(version.sources)}


def _sources(catalog: Catalog, ids: Sequence[str]) -> list[dict[str, Any]]:
    return [source_as_json(catalog.sources[each]) for each in ids]
