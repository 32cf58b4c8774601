"""The commands for those who maintain the data: stale, missing, disputed and diff."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from cert_model.catalog import Catalog
from cert_model.cli.application import (
    BadInput,
    Data,
    Json,
    catalog_as_at,
    open_catalog,
    print_json,
)

Issuer = Annotated[str | None, typer.Option(help="Only this issuer and its credentials.")]
Limit = Annotated[int | None, typer.Option(help="Print at most this many.")]
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
    from cert_model.cli.tables import print_stale
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
    from cert_model.cli.tables import print_missing
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
    from cert_model.cli.tables import print_disputed
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
    from cert_model.cli.tables import print_changes
    from cert_model.export.worklists import change_as_json
    from cert_model.quality import diff_catalogs

    after = open_catalog(data) if new is None else _catalog_of("new", new, data)
    changes = diff_catalogs(_catalog_of("old", old, data), after)
    _print_entries(after, changes, limit, as_json, change_as_json, print_changes)


def _catalog_of(field: str, text: str, data: Path | None) -> Catalog:
    """Return the catalog in the folder that a text names, or that of ``data`` as at a day.

    Raises BadInput for a text that is neither, BadArgument for a day that is none.
    """
    if Path(text).is_dir():
        return open_catalog(Path(text))
    if not _LOOKS_LIKE_A_DAY.fullmatch(text):
        raise BadInput(f'"{text[:80]}" is neither a folder nor a day such as 2022-01-01')
    return catalog_as_at(open_catalog(data), text, field)


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
