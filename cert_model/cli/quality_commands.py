"""The commands for those who keep the data: stale, missing, disputed and diff."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from rich.markup import escape
from rich.table import Table

from cert_model.catalog import Catalog
from cert_model.cli.application import (
    BadInput,
    Data,
    Json,
    catalog_as_at,
    open_catalog,
    print_json,
)
from cert_model.cli.tables import console, new_table
from cert_model.formatting import format_period
from cert_model.quality import Change, DisputedFigure, DisputeSide, MissingFigure, StaleStatement

Issuer = Annotated[str | None, typer.Option(help="Only this issuer and its credentials.")]
Limit = Annotated[int | None, typer.Option(help="Print only the first so many.")]
T = TypeVar("T")
_LOOKS_LIKE_A_DAY = re.compile(r"[\d-]+")


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    for command in (stale, missing, disputed, diff):
        app.command()(command)


def stale(
    issuer: Issuer = None,
    limit: Limit = None,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """List the figures with old evidence, most harm first, with the page to open."""
    from cert_model.cli.quality_commands import print_stale
    from cert_model.export.worklists import stale_as_json
    from cert_model.quality import find_stale

    catalog = open_catalog(data)
    entries = find_stale(catalog, _known_issuer(catalog, issuer))
    _print_entries(catalog, entries, limit, as_json, stale_as_json, print_stale)


def missing(
    issuer: Issuer = None,
    limit: Limit = None,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """List the figures that were not found, most harm first, with whom to ask what."""
    from cert_model.cli.quality_commands import print_missing
    from cert_model.export.worklists import missing_as_json
    from cert_model.quality import find_missing

    catalog = open_catalog(data)
    entries = find_missing(catalog, _known_issuer(catalog, issuer))
    _print_entries(catalog, entries, limit, as_json, missing_as_json, print_missing)


def disputed(
    issuer: Issuer = None,
    limit: Limit = None,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """List where sources disagree: the value taken, why, and what the others say."""
    from cert_model.cli.quality_commands import print_disputed
    from cert_model.export.worklists import disputed_as_json
    from cert_model.quality import find_disputed

    catalog = open_catalog(data)
    entries = find_disputed(catalog, _known_issuer(catalog, issuer))
    _print_entries(catalog, entries, limit, as_json, disputed_as_json, print_disputed)


def diff(
    old: Annotated[str, typer.Argument(help="A folder of data, or a day such as 2022-01-01.")],
    new: Annotated[
        str | None, typer.Argument(help="Another folder or day; by default the data of today.")
    ] = None,
    limit: Limit = None,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """Say in words what changed from OLD to NEW, most harm first."""
    from cert_model.cli.quality_commands import print_changes
    from cert_model.export.worklists import change_as_json
    from cert_model.quality import diff_catalogs

    after = open_catalog(data) if new is None else _catalog_of(new, data)
    changes = diff_catalogs(_catalog_of(old, data), after)
    _print_entries(after, changes, limit, as_json, change_as_json, print_changes)


def _catalog_of(text: str, data: Path | None) -> Catalog:
    """Return the catalog in the folder that a text names, or that of ``data`` as at a day.

    Raises BadInput for a text that is neither.
    """
    if Path(text).is_dir():
        return open_catalog(Path(text))
    if not _LOOKS_LIKE_A_DAY.fullmatch(text):
        raise BadInput(f'"{text[:80]}" is neither a folder nor a day such as 2022-01-01')
    return catalog_as_at(open_catalog(data), text)


def _known_issuer(catalog: Catalog, issuer: str | None) -> str | None:
    """Return the issuer's id in lower case. Raises BadInput for an unknown issuer."""
    if issuer is not None and issuer.lower() not in catalog.issuers:
        allowed = ", ".join(catalog.issuers)
        raise BadInput(f'--issuer: "{issuer}" is not known; expected one of: {allowed}')
    return issuer.lower() if issuer else None


def _print_entries(
    catalog: Catalog,
    entries: Sequence[T],
    limit: int | None,
    as_json: bool,
    to_json: Callable[[Catalog, T], dict[str, Any]],
    to_table: Callable[[Catalog, Sequence[T]], None],
) -> None:
    """Print the first ``limit`` entries as JSON, or as a table that ends with their number."""
    if limit is not None and limit < 1:
        raise BadInput(f"--limit: expected 1 or more, found {limit}")
    shown = entries[:limit]
    if as_json:
        print_json([to_json(catalog, entry) for entry in shown])
        return
    to_table(catalog, shown)
    typer.echo(f"{len(shown)} of {len(entries)}.")


def print_stale(_: Catalog, entries: Sequence[StaleStatement]) -> None:
    """Print what is old, a line each, with the page to open."""
    table = new_table("harm", "of", "what", "value", "months", "page")
    for entry in entries:
        figure = entry.statement
        months = "undated" if entry.age_months is None else str(entry.age_months)
        page = entry.source.url or entry.source.title
        _add(table, str(figure.weight), figure.subject, figure.label, figure.text, months, page)
    console().print(table)


def print_missing(_: Catalog, entries: Sequence[MissingFigure]) -> None:
    """Print what was not found, a line each, with whom to ask."""
    table = new_table("harm", "of", "what", "question", "ask")
    for entry in entries:
        _add(table, str(entry.weight), entry.subject, entry.label, entry.question, entry.ask)
    console().print(table)


def print_disputed(_: Catalog, entries: Sequence[DisputedFigure]) -> None:
    """Print where sources disagree, a line each."""
    table = new_table("harm", "of", "what", "taken", "others say", "why")
    for entry in entries:
        taken = _format_side(entry.taken)
        others = "; ".join(map(_format_side, entry.others))
        _add(table, str(entry.weight), entry.subject, entry.label, taken, others, entry.why)
    console().print(table)


def _format_side(side: DisputeSide) -> str:
    """Return a value with its date and those who say so: ``100 (2026), says demo-abc``."""
    since = f" ({format_period(side.as_of)})" if side.as_of else ""
    by = f", says {', '.join(side.sources)}" if side.sources else ""
    return f"{side.text}{since}{by}"


def print_changes(_: Catalog, changes: Sequence[Change]) -> None:
    """Print what changed, a line each."""
    table = new_table("of", "change")
    for change in changes:
        _add(table, change.subject, change.sentence)
    console().print(table)


def _add(table: Table, *cells: str) -> None:
    """Add a row whose brackets are text, not markup."""
    table.add_row(*map(escape, cells))
