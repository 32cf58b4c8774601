"""The command that says of many people for which exams they may sit."""

import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from cert_model.cli.application import BadInput, Data, Json, open_catalog, print_json
from cert_model.formatting import format_count

if TYPE_CHECKING:
    from cert_model.screening import Screener, TableFiles, Tally


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(screen)


def screen(  # noqa: PLR0913, PLR0917 (each option of a command is a parameter)
    file: Annotated[
        Path | None, typer.Argument(help="A table of people: .csv, .xlsx or .parquet.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="The file for the verdicts: .csv, .xlsx or .parquet."),
    ] = None,
    complete: Annotated[
        bool,
        typer.Option("--complete", help="Treat empty cells as known to be absent, not as unknown."),
    ] = False,
    wide: Annotated[
        bool,
        typer.Option(
            "--wide", help="A row per person and a column per credential; best for many people."
        ),
    ] = False,
    engine: Annotated[
        Literal["local", "dask"],
        typer.Option(help="Work in this process, or on a Dask cluster."),
    ] = "local",
    scheduler: Annotated[
        str | None,
        typer.Option(
            help="The address of a Dask scheduler; by default --engine dask uses this machine."
        ),
    ] = None,
    errors: Annotated[
        Path | None,
        typer.Option(
            help="The CSV file for rows with errors; by default named after the verdicts."
        ),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            help="Write a table with every column and three sample people to fill in, then stop."
        ),
    ] = None,
    as_json: Json = False,
    data: Data = None,
) -> int:
    """Say of many people for which exams they may sit: a table in, verdicts out."""
    from cert_model.screening import BadTable, TableFiles, screener_of

    try:
        if template is not None:
            _write_template(template)
            return 0
        if file is None or out is None:
            raise BadInput("name a table of people, and with -o the file for the verdicts")
        files = TableFiles(file, out, errors or out.with_suffix(".errors.csv"), wide)
        screener = screener_of(open_catalog(data), complete)
        tally = _screen_file(screener, files, engine, scheduler)
    except BadTable as error:
        raise BadInput(str(error)) from error
    if as_json:
        print_json(_answer(tally, files, screener))
    _report(tally, files)
    return 1 if tally.rows_left_out else 0


def _write_template(path: Path) -> None:
    from cert_model.screening import kind_of, write_template

    content = write_template(kind_of(path))
    try:
        path.write_bytes(content)
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error.strerror or error}") from error
    typer.echo(f"{path}: put one person in each row; leave unknown cells empty.", err=True)


def _screen_file(
    screener: "Screener", files: "TableFiles", engine: str, scheduler: str | None
) -> "Tally":
    """Return how many were judged, and how; raise BadTable as ``screen_file`` does."""
    from cert_model.screening import open_dask_engine, screen_file

    progress = _Progress()
    if engine == "local" and scheduler is None:
        return screen_file(screener, files, on_progress=progress.show)
    with open_dask_engine(scheduler) as screen_there:
        return screen_file(screener, files, screen_there, progress.show)


class _Progress:
    """Says every second how many people were judged, where somebody watches."""

    def __init__(self) -> None:
        self._began = self._shown = monotonic()
        self._is_watched = sys.stderr.isatty()

    def show(self, tally: "Tally") -> None:
        now = monotonic()
        if self._is_watched and now - self._shown >= 1:
            self._shown = now
            a_second = tally.people / (now - self._began)
            line = f"\r{tally.people:,} people, {a_second:,.0f} a second"
            typer.echo(line, err=True, nl=False)


def _answer(tally: "Tally", files: "TableFiles", screener: "Screener") -> dict[str, Any]:
    """Return the answer of the command as JSON."""
    return {
        "people": tally.people,
        "credentials": len(screener.judge.ids),
        "verdicts": {verdict.value: count for verdict, count in tally.by_verdict().items()},
        "out": str(files.out),
        "rows_left_out": tally.rows_left_out,
        "errors": str(files.errors) if tally.rows_left_out else None,
    }


def _report(tally: "Tally", files: "TableFiles") -> None:
    """Say on standard error what was written."""
    typer.echo(f"{format_count(tally.people, 'person', 'people')}: {files.out}", err=True)
    if tally.rows_left_out:
        rows = format_count(tally.rows_left_out, "row")
        typer.echo(f"{rows} left out, with the reasons: {files.errors}", err=True)
