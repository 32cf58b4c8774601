"""The command that serves the app: it hands over to what is in the checkout beside the model."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from cert_model.cli.application import BadInput, Data, existing_folder

CHECKOUT = Path(__file__).resolve().parents[2]
"""The folder of the project, where the model was not installed without the screens."""


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(serve)


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=1, max=65_535, help="The port, or the first of several.")
    ] = 8501,
    workers: Annotated[
        int, typer.Option(min=1, max=64, help="How many processes, each on a port of its own.")
    ] = 1,
    data: Data = None,
) -> None:
    """Serve the app; several processes need a proxy before them that keeps a visitor to one."""
    if not (CHECKOUT / "app.py").is_file():
        raise BadInput("the screens are not installed here; run this in a checkout of the project")
    options = ["--host", host, "--port", str(port), "--workers", str(workers)]
    settings = {
        "CERTLENS_DATA": str(existing_folder(data).resolve()),
        "PYTHONPATH": os.pathsep.join(filter(None, [str(CHECKOUT), os.environ.get("PYTHONPATH")])),
    }
    command = [sys.executable, "-m", "service.serve", *options]
    os.execve(sys.executable, command, {**os.environ, **settings})
