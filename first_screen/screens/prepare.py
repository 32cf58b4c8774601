"""Prepare: for an exam its study plan, programs, payers and day; else the exams to choose from."""

from collections.abc import Iterator

from markupsafe import Markup

from cert_model.catalog import Catalog
from cert_model.preparation import BadStudyPlan
from first_screen.screen import Screen, Section, bullets, join, opening, paragraph, table
from first_screen.screens.pieces import about_page, credential_link, link
from ui.components.fact_list import FactList
from ui.prepare import sections, view_model
from ui.prepare.state import PrepareState
from ui.prepare.view_model import PrepareView
from ui.shell.file_address import view_of_nobody


def screen(catalog: Catalog, state: PrepareState) -> Screen:
    """The first screen for an exam, or of the page where none is named."""
    about = about_page(catalog, state.page)
    if state.id is None:
        return Screen(
            title=state.title(catalog),
            description=about,
            heading=Markup(sections.WHICH_EXAM),
            answer=join(opening(paragraph(sections.WHAT_A_CHOICE_SHOWS)), bullets(_exams(catalog))),
        )
    view = view_model.build(catalog, view_of_nobody(catalog), state)
    return Screen(
        title=state.title(catalog),
        description=" ".join((view.first_subjects_summary, view.programs_headline)),
        heading=Markup("{}").format(state.title(catalog)),
        answer=join(
            opening(paragraph(view.first_subjects_summary)),
            Markup("<p>{}</p>").format(credential_link(catalog, view.id)),
        ),
        sections=[
            Section("Plan", _plan(view)),
            Section(
                "Programs",
                join(
                    paragraph(view.programs_headline),
                    table(view.program_table, view.programs_headline),
                ),
            ),
            Section(
                "Who may pay",
                join(
                    paragraph(view.payers_headline), table(view.payer_table, view.payers_headline)
                ),
            ),
            Section("Exam day", _exam_day(view)),
        ],
        is_beside_controls=True,
        is_below_a_box=True,
    )


def _exams(catalog: Catalog) -> Iterator[Markup]:
    for key, sheet in catalog.credentials.items():
        yield link(f"{catalog.labels[key]}, {sheet.name}", PrepareState.page, {"id": key})


def _plan(view: PrepareView) -> Markup:
    """A plan that begins today, at the usual hours a week."""
    try:
        return join(
            paragraph(view.plan_headline),
            *map(paragraph, view.remarks),
            table(view.plan_table, view.plan_headline),
        )
    except BadStudyPlan as error:
        return paragraph(str(error))


def _exam_day(view: PrepareView) -> Markup:
    facts = FactList(view.catalog, f"exam day {view.id}")
    for line in (line for lines in view.exam_day.values() for line in lines):
        label = f"{line.label} ({view.issuer}, all exams)" if line.general else line.label
        facts.fact(label, line.fact, line.unit)
    return join(paragraph(view.exam_day_headline), facts.html)
