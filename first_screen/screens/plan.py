"""My plan: for example the way to the credential that most people hold, for anybody."""

from collections.abc import Iterator

from markupsafe import Markup

from cert_model.catalog import Catalog
from cert_model.explore.ordering import most_held
from first_screen.screen import Screen, Section, join, opening, paragraph, table
from first_screen.screens.pieces import about_page, link
from ui.plan import sections, view_model
from ui.plan.state import PlanState
from ui.plan.view_model import PlanView
from ui.shell.address_fields import Options
from ui.shell.page_state import parse
from ui.shell.visitor import Visitor


def screen(catalog: Catalog, state: PlanState) -> Screen:
    """The first screen of the page."""
    about = about_page(catalog, state.page)
    return Screen(
        title=state.title(catalog),
        description=about,
        heading=Markup(sections.WHICH_CREDENTIAL),
        answer=paragraph(about),
        sections=list(_examples(catalog)),
    )


def _examples(catalog: Catalog) -> Iterator[Section]:
    """The plan to the credential that most people hold, for somebody of whom nothing is known."""
    for key in most_held(catalog, 1):
        state = parse(PlanState, {"target": key}, Options(catalog)).state
        view = view_model.build(catalog, Visitor(), state)
        if isinstance(view, PlanView):
            yield Section(f"For example to the {view.label}", _plan(view))


def _plan(view: PlanView) -> Markup:
    return join(
        opening(paragraph(view.headline)),
        paragraph(view.left_out),
        paragraph(view.advice),
        table(view.step_table, f"The steps to the {view.label}"),
        table(view.bill_table, f"What it costs to earn the {view.label}"),
        paragraph(view.assumed),
        Markup("<p>{}</p>").format(
            link(f"Plan the {view.label} for yourself", view.state.page, {"target": view.target})
        ),
    )
