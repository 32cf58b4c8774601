"""Work and pay: what the work pays in the nation and in each state, and the other views."""

from markupsafe import Markup

from cert_model.catalog import Catalog
from first_screen.screen import Screen, Section, fold, join, lead, paragraph, table
from first_screen.screens.pieces import LEGEND, sourced
from ui.careers import view_model
from ui.careers.state import CareersState
from ui.careers.view_model import CareersView


def screen(catalog: Catalog, state: CareersState) -> Screen:
    """The first screen of the page, for the work of coders and the nation."""
    view = view_model.build(catalog, state)
    return Screen(
        title=state.title(catalog),
        description=view.headline,
        heading=Markup("{}").format(state.title(catalog)),
        answer=join(
            lead(view.headline),
            sourced(catalog, "headline", view.headline_figures),
            paragraph(view.workers_counted),
            Markup("<p><small>{}</small></p>").format(LEGEND),
        ),
        sections=[
            Section(
                "Pay over the years",
                join(paragraph(view.pay_takeaway), table(view.pay_table, view.pay_takeaway)),
            ),
            Section("State by state", _states(view)),
            Section("By industry", _industries(view)),
            Section("By credential, as people report it", _reported(view)),
            Section("How the work will grow", _outlook(view)),
        ],
    )


def _states(view: CareersView) -> Markup:
    if view.states is None:
        return paragraph("No state figures were found for this work.")
    takeaway = view.states.takeaway
    return join(paragraph(takeaway), table(view.states.table, takeaway))


def _industries(view: CareersView) -> Markup:
    takeaway = view.industries.takeaway
    if not takeaway:
        return paragraph("No industry figures were found for this work.")
    return join(paragraph(takeaway), table(view.industries.table, takeaway))


def _reported(view: CareersView) -> Markup:
    survey = view.surveys.by_credential
    caveats = (f"{publisher} {caveat}" for publisher, caveat in survey.caveats.items())
    return join(
        paragraph(survey.takeaway),
        *map(paragraph, caveats),
        fold(survey.title, table(survey.table, survey.takeaway)),
    )


def _outlook(view: CareersView) -> Markup:
    if not view.outlook.headlines:
        return paragraph("No outlook was found for this work.")
    return join(
        sourced(view.catalog, "outlook", view.outlook.headlines),
        table(view.outlook.table, view.outlook.takeaway),
    )
