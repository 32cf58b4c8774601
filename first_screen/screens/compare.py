"""Compare: what two credentials cost and how they differ, the example that the page shows."""

from markupsafe import Markup

from cert_model.catalog import Catalog
from cert_model.formatting import format_count, join_words
from first_screen.screen import Screen, Section, fold, join, paragraph, table
from first_screen.screens.pieces import about_page, link
from ui.compare import view_model
from ui.compare.view_model import CompareState
from ui.shell.file_address import view_of_nobody


def screen(catalog: Catalog, state: CompareState) -> Screen:
    """The first screen of Compare."""
    about = about_page(catalog, state.page)
    example = view_model.with_example(catalog, CompareState())
    if not example.can_compare:
        return Screen(state.title(catalog), about, Markup("Compare credentials"), paragraph(about))
    view = view_model.build(catalog, view_of_nobody(catalog), example)
    names = join_words(list(view.labels.values()))
    years = format_count(example.years, "year")
    return Screen(
        title=state.title(catalog),
        description=f"{about} For example: {view.cost_takeaway}",
        heading=Markup("{}").format(state.title(catalog)),
        answer=join(
            paragraph(about),
            Markup("<p>{} · {}</p>").format(
                link("Find a credential", "explore"),
                link(f"Open this example: {names}", "compare", {"ids": ",".join(example.ids)}),
            ),
        ),
        sections=[
            Section(
                f"For example {names}: cost over {years}",
                join(
                    paragraph(f"{view.cost_summary} {view.costs_basis}"),
                    table(view.cost_table, f"Costs of {names} by category"),
                    *map(paragraph, view.incomplete_totals),
                ),
            ),
            Section(
                "Side by side",
                join(
                    table(view.side_by_side, f"{names} side by side"),
                    fold("Sources of every row", table(view.sources, "Sources of every row")),
                ),
            ),
            Section(
                "What their exams ask about",
                join(*map(paragraph, view.overlap_sentences)),
            ),
        ],
    )
