"""The search box of every page: a button at the top, and a dialog with what was found.

What is typed goes to the service (``service/search.py``) and not through the session, so that no
page is drawn anew while somebody types. Only a result that was chosen comes here.
"""

from pathlib import Path
from typing import NoReturn
from urllib.parse import urlencode

import streamlit as st

from cert_model import site_search
from cert_model.catalog import Catalog
from cert_model.site_search import Place
from ui.shell import address, routes, session

PATH = "search.json"
"""Where the service answers queries, beside the pages."""
_KEY, _CHOSEN = "search", "search:chosen"
_HERE = Path(__file__).parent


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


_component = st.components.v2.component(
    "search", html=_read("search.html"), css=_read("search.css"), js=_read("search.js")
)


def draw(catalog: Catalog) -> None:
    """Draw the box, and leave for the result that was just chosen; once a run, before the page."""
    _component(key=_KEY, on_go_change=_choose)
    chosen = session.take_note(_CHOSEN)
    document = site_search.with_id(catalog, chosen) if chosen else None
    if document is not None:
        open_place(document.place)


def _choose() -> None:
    """Callback: keep in mind which result was chosen; a client may send anything."""
    chosen = session.part_of(_KEY, "go")
    if isinstance(chosen, str):
        session.keep_note(_CHOSEN, chosen)


def open_place(place: Place) -> NoReturn:
    """Leave for a place; where it is a view of this page, by the choices in its address."""
    address.open_anew()
    st.switch_page(routes.PAGES.get(place.page, routes.HOME), query_params=dict(place.query))


def format_address(place: Place) -> str:
    """The address of a place, relative to where the app is served."""
    name = "./" if place.page == routes.START else place.page
    query = f"?{urlencode(place.query, safe=',/')}" if place.query else ""
    return f"{name}{query}" + (f"#{place.anchor}" if place.anchor else "")
