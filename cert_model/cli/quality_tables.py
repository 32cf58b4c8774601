"""The worklists as tables for a terminal."""

from collections.abc import Sequence

from rich.markup import escape
from rich.table import Table

from cert_model.catalog import Catalog
from cert_model.cli.tables import console
from cert_model.formatting import format_period
from cert_model.quality import Change, DisputedFigure, DisputeSide, MissingFigure, StaleStatement


def print_stale(_: Catalog, found: Sequence[StaleStatement]) -> None:
    """What is old, a line each, with the page to open."""
    table = _table("harm", "of", "what", "value", "months", "page")
    for each in found:
        said = each.statement
        months = "undated" if each.age_months is None else str(each.age_months)
        page = each.source.url or each.source.title
        _add(table, str(said.weight), said.subject, said.label, said.text, months, page)
    console().print(table)


def print_missing(_: Catalog, found: Sequence[MissingFigure]) -> None:
    """What was not found, a line each, with whom to ask."""
    table = _table("harm", "of", "what", "question", "ask")
    for each in found:
        _add(table, str(each.weight), each.subject, each.label, each.question, each.ask)
    console().print(table)


def print_disputed(_: Catalog, found: Sequence[DisputedFigure]) -> None:
    """Where sources disagree, a line each."""
    table = _table("harm", "of", "what", "taken", "others say", "why")
    for each in found:
        others = "; ".join(map(_side, each.others))
        _add(table, str(each.weight), each.subject, each.label, _side(each.taken), others, each.why)
    console().print(table)


def _side(side: DisputeSide) -> str:
    since = f" ({format_period(side.as_of)})" if side.as_of else ""
    by = f", says {', '.join(side.sources)}" if side.sources else ""
    return f"{side.text}{since}{by}"


def print_changes(_: Catalog, found: Sequence[Change]) -> None:
    """What changed, a line each."""
    table = _table("of", "change")
    for each in found:
        _add(table, each.subject, each.sentence)
    console().print(table)


def _table(*headings: str) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _add(table: Table, *cells: str) -> None:
    """A row whose brackets are text, not markup."""
    table.add_row(*map(escape, cells))
