"""Home: what fits somebody new to the field, the map of the field, and the doors."""

from collections.abc import Iterator

from markupsafe import Markup

from cert_model.candidates import Situation
from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from first_screen.screen import (
    BigFigure,
    Screen,
    Section,
    big_figures,
    bullets,
    join,
    paragraph,
    table,
)
from first_screen.screens.pieces import credential_link, link
from ui.components import figures
from ui.home import card_sections, sections, view_model
from ui.home.cards import Card
from ui.home.view_model import HomeState, HomeView
from ui.shell import routes
from ui.shell.visitor import Visitor


def screen(catalog: Catalog, state: HomeState) -> Screen:
    """The first screen of Home."""
    view = view_model.build(catalog, state, Visitor())
    description = f"{view_model.INTRODUCTION} {view.field_takeaway}"
    return Screen(
        title=state.title(catalog),
        description=description,
        heading=Markup("{}").format(state.title(catalog)),
        answer=paragraph(description),
        sections=[
            Section("If you are new to the field", _for_the_new(catalog)),
            Section("The field", _field(view)),
            Section("Where to go", bullets(_doors())),
            Section("The data behind it", _foundations(view)),
            Section("How reliable a figure is", bullets(_meanings())),
        ],
        subject={"@type": "Dataset", "name": "CertLens", "description": view_model.NEUTRALITY},
    )


def _for_the_new(catalog: Catalog) -> Markup:
    """The candidates of somebody who says only that they are new: an example, and so called."""
    state = HomeState.model_construct(situation=Situation.NEW)
    view = view_model.build(catalog, state, Visitor())
    return join(
        paragraph(f"For somebody who says only that they are new to it. {view.order}"),
        *(_card(catalog, card) for card in view.cards),
        sections.shared_facts(view).html if view.below_cards else Markup(),
        table(view.others, "What else fits"),
    )


def _card(catalog: Catalog, card: Card) -> Markup:
    return Markup('<div class="card"><h3>{}</h3><p>{}</p>{}{}</div>').format(
        credential_link(catalog, card.id),
        card.admission,
        card_sections.card_facts(card).html,
        join(*map(paragraph, card.reasons)),
    )


def _field(view: HomeView) -> Markup:
    every = link("Every credential with its figures", "explore")
    return join(
        table(view.field_table, "Every credential by kind of work and level"),
        paragraph(view.field_counts),
        Markup("<p>{}</p>").format(every),
    )


def _doors() -> Iterator[Markup]:
    names = {path: name for name, path in routes.PAGES.items()}
    for path, (label, line) in sections.DOORS.items():
        yield Markup("{}: {}").format(link(label, names[path]), line)


def _foundations(view: HomeView) -> Markup:
    numbers = big_figures(BigFigure(label, text) for label, text in view.figures.items())
    return join(numbers, paragraph(view_model.NEUTRALITY))


def _meanings() -> Iterator[str]:
    return (f"{mark} {escape(text)}" for mark, text in figures.MEANINGS.items())
