"""Explore: every credential in one table, each row leading to its sources."""

from collections.abc import Sequence

from markupsafe import Markup

from cert_model.catalog import Catalog
from first_screen.screen import Screen, join, paragraph, prose, table
from first_screen.screens.pieces import LEGEND
from ui.explore import view_model
from ui.explore.result_rows import COLUMNS, Cell, Row
from ui.explore.view_model import ExploreState
from ui.shell.file_address import view_of_nobody


def screen(catalog: Catalog, state: ExploreState) -> Screen:
    """The first screen of Explore, without a filter."""
    view = view_model.build(catalog, view_of_nobody(catalog), state)
    return Screen(
        title=state.title(catalog),
        description=f"{view.caption}, with a source and a date behind every figure.",
        heading=Markup("{}").format(state.title(catalog)),
        answer=join(
            prose(view.headline),
            paragraph(view.effort_takeaway),
            paragraph(f"{LEGEND} The sources stand on the page of each credential."),
            table(_columns(view.rows(view.shown)), view.caption),
        ),
        is_beside_controls=True,
    )


def _columns(rows: Sequence[Row]) -> dict[str, list[Markup]]:
    cells = {
        column.title: [_cell(row["cells"][place]) for row in rows]
        for place, column in enumerate(COLUMNS)
    }
    return {"Credential": list(map(_name, rows)), **cells}


def _name(row: Row) -> Markup:
    return Markup('<a href="{}">{}</a> {} <small>{}</small>').format(
        row["href"], row["label"], row["name"], row["remark"]
    )


def _cell(cell: Cell) -> Markup:
    if not cell["mark"]:
        return Markup("{}").format(cell["text"])
    return Markup('{} <abbr title="{}">{}</abbr>').format(
        cell["text"], cell["standing"], cell["mark"]
    )
