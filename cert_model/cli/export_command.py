"""The command that writes the data package."""

from pathlib import Path
from typing import Annotated

import typer

from cert_model.cli.application import BadInput, Data, open_catalog


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(export)


def export(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="A new or empty folder, or that of an earlier export."),
    ],
    data: Data = None,
) -> None:
    """Write the data package into DIR: tables, fact sheets, schemas, and what describes them."""
    from cert_model.export.package import BadFolder, build_package, check_folder, write_folder

    try:
        check_folder(folder)
        files = build_package(open_catalog(data))
        write_folder(files, folder)
    except BadFolder as error:
        raise BadInput(str(error)) from error
    typer.echo(f"{folder}: {len(files)} files; README.md says what they hold.")
