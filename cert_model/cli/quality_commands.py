"""Commands for the people who keep the data: what is old, missing, disputed, and what changed."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from cert_model import export, quality
from cert_model.catalog import DATA, Catalog
from cert_model.cli import quality_tables
from cert_model.cli.frame import BadInput, Data, Json, open_catalog, past_day, print_json

Issuer = Annotated[str | None, typer.Option(help="Only this issuer and its credentials.")]
Limit = Annotated[int | None, typer.Option(help="At most so many, the first ones.")]
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
    data: Data = DATA,
) -> None:
    """List what rests on old evidence, most harm first, with the page to open."""
    loaded = open_catalog(data)
    found = quality.find_stale(loaded, _known(loaded, issuer))
    _answer(loaded, found, limit, as_json, export.stale_as_json, quality_tables.print_stale)


def missing(
    issuer: Issuer = None,
    limit: Limit = None,
    as_json: Json = False,
    data: Data = DATA,
) -> None:
    """List what was not found, most harm first, with what to ask and whom."""
    loaded = open_catalog(data)
    found = quality.find_missing(loaded, _known(loaded, issuer))
    _answer(loaded, found, limit, as_json, export.missing_as_json, quality_tables.print_missing)


def disputed(
    issuer: Issuer = None,
    limit: Limit = None,
    as_json: Json = False,
    data: Data = DATA,
) -> None:
    """List where sources disagree: the value taken, why, and what the others say."""
    loaded = open_catalog(data)
    found = quality.find_disputed(loaded, _known(loaded, issuer))
    _answer(loaded, found, limit, as_json, export.disputed_as_json, quality_tables.print_disputed)


def diff(
    old: Annotated[str, typer.Argument(help="A folder of data, or a day such as 2022-01-01.")],
    new: Annotated[str | None, typer.Argument(help="The same; --data where left out.")] = None,
    limit: Limit = None,
    as_json: Json = False,
    data: Data = DATA,
) -> None:
    """Say what changed from OLD to NEW, in words, what misleads most first."""
    after = open_catalog(data) if new is None else _side(new, data)
    found = quality.diff_catalogs(_side(old, data), after)
    _answer(after, found, limit, as_json, export.change_as_json, quality_tables.print_changes)


def _side(text: str, data: Path) -> Catalog:
    """The catalog in a folder, or that of ``data`` as at a day."""
    if Path(text).is_dir():
        return open_catalog(Path(text))
    if not _LOOKS_LIKE_A_DAY.fullmatch(text):
        raise BadInput(f'"{text[:80]}" is neither a folder nor a day such as 2022-01-01')
    loaded = open_catalog(data)
    return quality.as_at(loaded, past_day(text, loaded.today))


def _known(loaded: Catalog, issuer: str | None) -> str | None:
    if issuer is not None and issuer.lower() not in loaded.issuers:
        allowed = ", ".join(loaded.issuers)
        raise BadInput(f'--issuer: "{issuer}" is not known; expected one of: {allowed}')
    return issuer.lower() if issuer else None


def _answer(
    loaded: Catalog,
    found: Sequence[T],
    limit: int | None,
    as_json: bool,
    to_json: Callable[[Catalog, T], dict[str, Any]],
    to_table: Callable[[Catalog, Sequence[T]], None],
) -> None:
    if limit is not None and limit < 1:
        raise BadInput(f"--limit: expected 1 or more, found {limit}")
    shown = found[:limit]
    if as_json:
        print_json([to_json(loaded, each) for each in shown])
        return
    to_table(loaded, shown)
    typer.echo(f"{len(shown)} of {len(found)}.")
