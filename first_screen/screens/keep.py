"""What I hold: an example, and the cycle of each credential."""

from markupsafe import Markup

from cert_model.catalog import Catalog
from first_screen.screen import (
    BigFigure,
    Screen,
    Section,
    big_figures,
    join,
    paragraph,
    table,
)
from first_screen.screens.pieces import about_page
from ui.keep import sections, view_model
from ui.keep.requests import EXAMPLE_IDS, example_labels
from ui.keep.state import KeepState
from ui.shell.visitor import Visitor


def screen(catalog: Catalog, state: KeepState) -> Screen:
    """The first screen of the page."""
    about = about_page(catalog, state.page)
    return Screen(
        title=state.title(catalog),
        description=about,
        heading=Markup(sections.WHAT_IT_TAKES),
        answer=paragraph(about),
        sections=_example(catalog, state)
        if EXAMPLE_IDS.keys() <= catalog.credentials.keys()
        else [],
    )


def _example(catalog: Catalog, state: KeepState) -> list[Section]:
    example = state.model_copy(update={"example": "yes"})
    view = view_model.build(catalog, Visitor(), example)
    assert view is not None, "the example holds something"
    figures = (
        BigFigure(figure.title, figure.text, paragraph(figure.note)) for figure in view.key_figures
    )
    return [
        Section(
            f"For example somebody who holds the {example_labels(catalog)}",
            join(
                paragraph(view.headline),
                *map(paragraph, view.further),
                big_figures(figures),
                table(view.overview, "What each issuer asks for"),
            ),
        ),
        Section(
            "Dates of the example",
            join(
                paragraph(view.strip_takeaway),
                table(view.event_table, "The dates of the next two years"),
            ),
        ),
    ]
