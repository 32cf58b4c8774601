"""The worklists as tables for a terminal."""

from collections.abc import Sequence

from rich.markup import escape
from rich.table import Table

from cert_model.catalog import Catalog
from cert_model.cli.tables import console, new_table
from cert_model.formatting import format_period
from cert_model.quality import Change, DisputedFigure, DisputeSide, MissingFigure, StaleStatement


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
