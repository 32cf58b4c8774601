"""A class: what the page takes and gives; a class itself is in no address."""

from markupsafe import Markup

from cert_model.catalog import Catalog
from first_screen.screen import Screen, join, paragraph, prose
from first_screen.screens.pieces import about_page, link
from ui.classroom import intake
from ui.classroom.state import ClassState


def screen(catalog: Catalog, state: ClassState) -> Screen:
    """The first screen of the page."""
    return Screen(
        title=state.title(catalog),
        description=about_page(catalog, state.page),
        heading=Markup(intake.QUESTION),
        answer=join(
            paragraph(intake.WHAT_TO_BRING),
            prose(intake.LIMITS),
            Markup("<p>{}</p>").format(
                link("Show an example class", state.page, {"example": "yes"})
            ),
        ),
    )
