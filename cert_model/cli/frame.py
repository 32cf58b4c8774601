"""What every command shares: the application, its options, and complaints in one line."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from cert_model import quality
from cert_model.catalog import Catalog, UnknownCredential, load_catalog

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Medical coding credentials, with a source and a date behind every figure.",
)

Json = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else.")]
Data = Annotated[
    Path,
    typer.Option(envvar="CERTLENS_DATA", help="The folder of the data.", show_default="data/"),
]
AsAt = Annotated[
    str | None,
    typer.Option("--as-at", help="An earlier day, such as 2022-01-01: what held then."),
]
Several = Annotated[list[str] | None, typer.Option(help="May be given more than once.")]


class BadInput(typer.TyperException):
    """Something the caller has to mend, said in one line."""


def open_catalog(folder: Path, as_at: str | None = None) -> Catalog:
    """The catalog in a folder, today or as it stood on an earlier day.

    Raises BadInput for a folder that is not there or a day that is none, and CatalogError.
    """
    if not folder.is_dir():
        raise BadInput(f"there is no folder {folder}; name one with --data")
    loaded = load_catalog(folder)
    return loaded if as_at is None else quality.as_at(loaded, past_day(as_at, loaded.today))


def past_day(text: str, today: date) -> date:
    """The day that a text names, today or before. Raises BadInput for any other text."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise BadInput(f'"{text[:40]}" is not a day; write it as 2022-01-01')
    if day > today:
        raise BadInput(f"{text} has not come yet; name a day up to {today.isoformat()}")
    return day


def resolve(loaded: Catalog, names: list[str]) -> list[str]:
    """The ids that the names stand for. Raises BadInput for one that stands for none."""
    try:
        return [loaded.resolve(name) for name in names]
    except UnknownCredential as error:
        raise BadInput(str(error)) from error


def print_json(answer: Any) -> None:
    """The answer, and nothing else."""
    typer.echo(json.dumps(answer, indent=2, ensure_ascii=False))
