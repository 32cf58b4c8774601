"""Pieces that several first screens have."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from cert_model.catalog import Catalog
from cert_model.overview import overviews
from cert_model.site_search import Place
from ui.components import figures
from ui.components.fact_list import FactList
from ui.components.figures import SourcedText
from ui.shell.search import format_address


def address(page: str, query: Mapping[str, str] | None = None) -> str:
    """The address of a page relative to the others."""
    return format_address(Place(page, query or {}))


def link(text: str, page: str, query: Mapping[str, str] | None = None) -> Markup:
    """A link to a page of the app."""
    return Markup('<a href="{}">{}</a>').format(address(page, query), text)


def credential_link(catalog: Catalog, key: str) -> Markup:
    """A link to a credential by its letters and name."""
    return link(overviews(catalog)[key].title, "credential", {"id": key})


def sourced(catalog: Catalog, name: str, texts: Iterable[SourcedText]) -> Markup:
    """Figures that each open to their sources; ``name`` tells the list from others."""
    facts = FactList(catalog, name)
    for text, evidence in texts:
        facts.figure(text, evidence)
    return facts.html


LEGEND = f"{figures.LEGEND} · {figures.NOT_FOUND_MARK} not found. Press a figure for its sources."
"""What the marks mean."""


def about_page(catalog: Catalog, page: str) -> str:
    """What a page is for, in a sentence."""
    return next(item.text for item in catalog.search.pages if item.page == page and not item.query)
