"""A first screen as a document: Streamlit's page with our head, and the screen in its root."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from cert_model.catalog import Catalog
from cert_model.export.edition import describe_edition, stamp
from first_screen.screen import Screen
from first_screen.screens.pieces import address
from first_screen.streamlit_page import STARTER, streamlit_page
from ui.components import fact_list
from ui.shell import menu, routes, window

_HERE = Path(__file__).parent
_TEMPLATES = Environment(
    loader=FileSystemLoader(_HERE),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_STYLE = Markup((_HERE / "style.css").read_text(encoding="utf-8") + fact_list.STYLE)
_LONGEST_DESCRIPTION = 300
"""Characters; search engines and previews cut off what is longer."""
PICTURE = "preview.png"
"""The picture of a preview, by its name beside the pages."""
PICTURE_FILE = _HERE / PICTURE
FONT = "headings.woff2"
"""The font of headings, by its name beside the pages; the app has it by the same address."""
FONT_FILE = _HERE / FONT


class Site(NamedTuple):
    """Where the app is served."""

    start: str
    """The address of Home, with a slash at its end."""

    def address(self, relative: str) -> str:
        """The full address of a page."""
        return self.start + relative.removeprefix("./")


def render(catalog: Catalog | None, screen: Screen, site: Site, place: str) -> bytes:
    """The document of a screen.

    ``place`` is the address that it is known by, relative to Home; empty where it has none.
    ``catalog`` is None while there is none that could be shown.
    """
    full = site.address(place) if place else None
    description = _shorten(screen.description)
    values = {
        "around": streamlit_page(),
        "screen": screen,
        "description": description,
        "product": window.PRODUCT,
        "icon": window.MARK,
        "font": FONT,
        "style": _STYLE,
        "starter": Markup(STARTER),
        "address": full,
        "here": place,
        "picture": site.address(PICTURE),
        "sections": _menu() if catalog else [],
        "edition": describe_edition(catalog) if catalog else "",
        "linked_data": _linked_data(catalog, screen, site, full) if catalog and full else None,
    }
    return _TEMPLATES.get_template("page.html").render(values).encode()


def _shorten(text: str) -> str:
    """The text up to the last whole word that fits."""
    if len(text) <= _LONGEST_DESCRIPTION:
        return text
    return f"{text[:_LONGEST_DESCRIPTION].rpartition(' ')[0]} …"


def _menu() -> list[dict[str, Any]]:
    """The sections of the app's menu, each with the addresses of its pages."""
    names = {path: name for name, path in routes.PAGES.items()}
    return [
        {
            "name": section,
            "pages": [
                {"address": address(names.get(path, routes.START)), "label": label}
                for path, label in pages.items()
            ],
        }
        for section, pages in menu.SECTIONS.items()
    ]


def _linked_data(catalog: Catalog, screen: Screen, site: Site, full: str) -> Mapping[str, Any]:
    """The page in the terms of schema.org, with what it is about."""
    described = {
        "@context": "https://schema.org",
        "@type": screen.kind,
        "url": full,
        "name": screen.title,
        "description": screen.description,
        "dateModified": stamp(catalog)["date"],
        "isPartOf": {"@type": "WebSite", "name": window.PRODUCT, "url": site.start},
    }
    return described | ({"mainEntity": screen.subject} if screen.subject else {})
