"""Answers as tables for a terminal."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from cert_model.catalog import Catalog
from cert_model.catalog.overview import Overview
from cert_model.ordering import DEFAULT, in_words
from cert_model.wording import NOT_FOUND, dollars, hours

PIPED_WIDTH = 160


def _console() -> Console:
    console = Console()
    return console if console.is_terminal else Console(width=PIPED_WIDTH)


def print_list(catalog: Catalog, overviews: Sequence[Overview]) -> None:
    """The answer of the ``list`` command, a line each."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in (
        "id",
        "name",
        "level",
        "exam price",
        "questions",
        "time",
        "pass rate",
        "online",
    ):
        table.add_column(heading, overflow="fold")
    for it in overviews:
        table.add_row(
            it.id,
            it.name,
            it.level,
            dollars(it.exam_fee_low, it.exam_fee_high),
            _or_not_found(it.questions),
            hours(it.minutes),
            NOT_FOUND if it.pass_rate is None else f"{it.pass_rate:g} %",
            {True: "yes", False: "no", None: NOT_FOUND}[it.online],
        )
    console = _console()
    console.print(table)
    console.print(f"{len(overviews)} of {len(catalog.credentials)}, {in_words(DEFAULT)}.")


def print_sheet(catalog: Catalog, key: str) -> None:
    """One credential: what it is, then every statement with its age and sources."""
    sheet = catalog.credentials[key]
    console = _console()
    console.print(f"[bold]{sheet.code}[/bold]  {sheet.name} ({sheet.id})")
    console.print(sheet.summary)
    facts = catalog.facts
    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in ("fact", "value", "as of", "standing", "sources"):
        table.add_column(heading, overflow="fold")
    for row in facts[facts["subject"] == key].to_dict("records"):
        table.add_row(
            row["field"],
            _said(row),
            _or_not_found(row["as_of"]),
            row["standing"],
            ", ".join(row["sources"]),
        )
    console.print(table)


def _said(row: Mapping[Hashable, Any]) -> str:
    if isinstance(row["value"], str):
        return row["value"]
    ends = [end for end in (row["low"], row["high"]) if isinstance(end, str)]
    return " to ".join(ends) or NOT_FOUND


def _or_not_found(value: Any) -> str:
    return str(value) if isinstance(value, str | int) else NOT_FOUND
