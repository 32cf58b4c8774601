"""The view model of the Start page: plain text to draw."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from cert_model.catalog import Catalog
from cert_model.formatting import format_amount
from ui.shell import routes
from ui.shell.page_state import PageState

STARTING_POINTS: Mapping[str, Mapping[str, str]] = {
    "No experience yet": {"level": "entry", "status": "active"},
    "Hospital inpatient coding": {"setting": "inpatient-facility", "role": "coding"},
    "Exams taken at home": {"online": "yes"},
}
"""Lists to begin with: the filters of Explore, by the words on the button."""
FIRST_COMPARISON = ("aapc/cpc", "ahima/ccs", "ahima/cca")
"""The credentials that newcomers ask about most."""


class HomeState(PageState):
    """Nothing of its own: what is chosen here is the visitor's profile."""

    page: ClassVar[str] = routes.START

    def title(self, _catalog: Catalog) -> str:
        """What the page is for."""
        return "Choose a medical coding credential"


@dataclass(frozen=True)
class HomeView:
    """How much data the product rests on, in figures."""

    catalog: Catalog

    @property
    def figures(self) -> dict[str, str]:
        """The numbers of credentials, issuers, statements and sources, by label."""
        counts = self.catalog.counts
        return {
            "Credentials": format_amount(counts["credentials"]),
            "Issuers": format_amount(counts["issuers"]),
            "Sourced statements": format_amount(counts["facts"]),
            "Sources": format_amount(counts["sources"]),
            "Newest evidence": f"{self.catalog.newest_evidence:%b %Y}",
        }

    @property
    def first_comparison(self) -> str:
        """The words on the button that compares the credentials asked about most."""
        *others, last = (self.catalog.labels[key] for key in FIRST_COMPARISON)
        return f"{', '.join(others)} and {last} side by side"


def build(catalog: Catalog) -> HomeView:
    """Return the view model of the page."""
    return HomeView(catalog)
