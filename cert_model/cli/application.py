"""The Typer application, the options its commands share, and what they do with them."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from cert_model import __version__
from cert_model.catalog import Catalog, data_folder, load_catalog
from cert_model.cli.installed import Commands
from cert_model.cli.streams import takes
from cert_model.commands.arguments import parse_past_day

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Medical coding credentials, with a source and a date behind every figure.",
)

Json = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else.")]
Data = Annotated[
    Path | None,
    typer.Option(envvar="CERTLENS_DATA", help="The data folder; by default CertLens's own."),
]
AsAt = Annotated[
    str | None,
    typer.Option("--as-at", help="Show what held on an earlier day, such as 2022-01-01."),
]
Terms = Annotated[
    list[str] | None, typer.Option(help="Keep only these; may be given more than once.")
]


class BadInput(typer.TyperException):
    """Bad input from the caller; the message is one line that says how to fix it."""


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"certlens {__version__}")
        raise typer.Exit


@app.callback()
def _options_before_the_command(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    pass


def open_catalog(
    folder: Path | None, as_at: str | None = None, *, complete: bool = False
) -> Catalog:
    """Return the catalog in a folder, today or as it stood on an earlier day.

    Without a folder, CertLens's own data are read. ``complete`` is that of ``load_catalog``.
    Raises BadInput for a folder that does not exist or cannot be read, BadArgument for a text that
    is no day, and CatalogError for data with errors in them.
    """
    folder = existing_folder(folder)
    try:
        catalog = load_catalog(folder, complete=complete)
    except OSError as error:  # of a file below it, an error of that file says so
        raise BadInput(f"{folder} cannot be read: {error.strerror or error}") from error
    return catalog if as_at is None else catalog_as_at(catalog, as_at)


def existing_folder(folder: Path | None) -> Path:
    """Return the folder of the data, by default CertLens's own. Raises BadInput without one."""
    folder = folder or data_folder()
    if not folder.is_dir():
        raise BadInput(f"there is no folder {folder}; name one with --data")
    return folder


def catalog_as_at(catalog: Catalog, day: str, field: str = "as_at") -> Catalog:
    """Return the catalog as it stood on a day such as 2022-01-01. Raises BadArgument for no day."""
    from cert_model.quality.past import as_at

    return as_at(catalog, parse_past_day(field, day, catalog.today))


def print_json(answer: Any) -> None:
    """Print the answer as JSON on standard output."""
    text = json.dumps(answer, indent=2, ensure_ascii=False)
    typer.echo(text if takes(text) else json.dumps(answer, indent=2))
