"""Costs: what earning and keeping each credential costs, and one bill line by line."""

from markupsafe import Markup

from cert_model.catalog import Catalog
from cert_model.formatting import join_words
from cert_model.formatting.markdown import escape
from cert_model.overview import overviews
from first_screen.screen import Screen, Section, fold, join, opening, paragraph, table
from first_screen.screens.pieces import about_page, credential_link, link
from ui.components.fact_list import FactList
from ui.costs import sections, view_model
from ui.costs.view_model import CostsState, CostsView
from ui.shell.address_fields import Options
from ui.shell.page_state import parse


def screen(catalog: Catalog, state: CostsState) -> Screen:
    """The first screen of Costs."""
    example = view_model.with_example(catalog, parse(CostsState, {}, Options(catalog)).state)
    view = view_model.build(catalog, example)
    about = about_page(catalog, state.page)
    names = join_words([catalog.labels[key] for key in example.ids])
    return Screen(
        title=state.title(catalog),
        description=f"{about} For example: {view.answer}",
        heading=Markup("{}").format(state.title(catalog)),
        answer=paragraph(about),
        sections=[
            Section(f"For example the {names}", _bill(view)),
            Section("What each credential costs", _of_each(catalog)),
        ],
        is_beside_controls=True,
    )


def _bill(view: CostsView) -> Markup:
    """The answer, what it rests on, and every line by year."""
    query = {"ids": ",".join(view.state.ids)}
    return join(
        paragraph(view.answer),
        opening(paragraph(view.total)),
        *map(paragraph, view.plan.decisions),
        *(_year(view, year) for year in view.lines_by_year),
        Markup("<p>{}</p>").format(link("Open this example", CostsState.page, query)),
    )


def _year(view: CostsView, year: int) -> Markup:
    facts = FactList(view.catalog, f"year {year}")
    sections.add_lines(facts, view.lines_by_year[year])
    return fold(view.year_title(year), facts.html)


def _of_each(catalog: Catalog) -> Markup:
    rows = overviews(catalog)
    columns: dict[str, list[object]] = {
        "Credential": [credential_link(catalog, key) for key in rows],
        "To earn it": [escape(row.to_earn_text) for row in rows.values()],
        "Each year after": [escape(row.upkeep_text) for row in rows.values()],
    }
    return table(columns, "What earning and keeping each credential costs")
