"""The data: how much is known and how well, where sources disagree, and how to take the data."""

from markupsafe import Markup

from cert_model.catalog import Catalog
from cert_model.quality import changes_since
from first_screen.screen import Screen, Section, bullets, fold, join, lead, paragraph, prose, table
from ui.data_health import tables, view_model
from ui.data_health.about import ABOUT
from ui.data_health.view_model import DataHealthState, Listing


def screen(catalog: Catalog, state: DataHealthState) -> Screen:
    """The first screen of the page."""
    view = view_model.build(catalog, state, lambda day: changes_since(catalog, day))
    return Screen(
        title=state.title(catalog),
        description=view.headline,
        heading=Markup(view_model.QUESTION),
        answer=lead(view.headline),
        sections=[
            Section(
                "Coverage",
                join(
                    paragraph(view.coverage_takeaway),
                    paragraph(tables.STATE_LEGEND),
                    fold("Coverage as a table", table(view.coverage_table, view.coverage_takeaway)),
                ),
            ),
            Section("Where sources disagree", _listing(view.disputes)),
            Section("Estimates", paragraph(view.estimates_takeaway)),
            Section(view_model.VIEWS["about"], prose(ABOUT)),
            Section("Use the data", bullets(_ways_to_the_data())),
        ],
    )


def _listing(listing: Listing) -> Markup:
    """A list of which the first rows are shown, and the others folded away."""
    first = table(listing.first, listing.takeaway) if listing.first else Markup()
    folds = (fold(title, table(rows, title)) for title, rows in listing.folds.items())
    return join(paragraph(listing.takeaway), first, *folds)


def _ways_to_the_data() -> list[Markup]:
    ways = {
        "api/openapi.json": "the JSON API, described for programs",
        "api/v1/credentials": "every credential as JSON",
        "api/v1/facts.csv": "every fact as CSV, with its sources",
        "llms.txt": "where to find what, for language models",
    }
    return [Markup('<a href="{0}">{0}</a>: {1}').format(path, text) for path, text in ways.items()]
