"""Am I eligible: which exams are open to everybody, and which depend on answers."""

from collections.abc import Iterator

from markupsafe import Markup

from cert_model.catalog import Catalog
from first_screen.screen import Screen, Section, bullets, join, paragraph
from first_screen.screens.pieces import about_page, credential_link
from ui.components import reasons
from ui.components.markdown_html import to_inline_html
from ui.eligibility import sections, view_model
from ui.eligibility.state import EligibilityState
from ui.eligibility.view_model import EligibilityView
from ui.shell.file_address import view_of_nobody


def screen(catalog: Catalog, state: EligibilityState) -> Screen:
    """The first screen of the questionnaire, before any answer."""
    view = view_model.build(catalog, view_of_nobody(catalog), state)
    about = about_page(catalog, state.page)
    return Screen(
        title=state.title(catalog),
        description=f"{about} Before any answer: {view.standing}",
        heading=Markup("{}").format(state.title(catalog)),
        answer=join(paragraph(f"{about} {sections.ABOUT_ANSWERS}"), *_question(view)),
        sections=[Section("Before any answer", join(paragraph(view.standing), *_groups(view)))],
    )


def _question(view: EligibilityView) -> Iterator[Markup]:
    """The first question, which the page asks."""
    if view.asked is not None:
        yield paragraph(f"The first question: {view.asked.question.ask}")


def _groups(view: EligibilityView) -> Iterator[Markup]:
    """The exams by verdict, each leading to its rule with the sources."""
    for group in view.groups:
        mark, meaning = reasons.VERDICTS[group.verdict]
        yield Markup("<h3>{} {}</h3>").format(to_inline_html(mark), group.verdict.label)
        yield paragraph(meaning)
        yield bullets(credential_link(view.catalog, row.id) for row in group.overviews)
