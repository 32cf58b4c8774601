"""The browser's window: its title and icon, where a page opens, and the menu when it is narrow."""

from base64 import b64encode
from pathlib import Path
from typing import Any, NoReturn

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.shell import menu

PRODUCT = "CertLens"
_HERE = Path(__file__).parent
_STYLES = ("window.css", "paper.css", "print.css")
_STYLE = "".join((_HERE / name).read_text(encoding="utf-8") for name in _STYLES)
_component = st.components.v2.component(
    "window", js=(_HERE / "window.js").read_text(encoding="utf-8")
)


def _as_url(picture: Path) -> str:
    """A picture as an address that holds it all, as Streamlit would make one on every run."""
    return f"data:image/svg+xml;base64,{b64encode(picture.read_bytes()).decode()}"


MARK = _as_url(_HERE / "mark.svg")
"""The icon of every page, as an address."""
_NAME = _as_url(_HERE / "name.svg")


def dress() -> None:
    """Give the window the product's name and its style; once per run, first."""
    st.logo(_NAME)
    st.html(f"<style>{_STYLE}</style>")


def begin(page: str, title: str, shown: str = "") -> None:
    """Begin a page: title and mark the window, and scroll to where a reader of it belongs.

    A page opens at its top, and where it was left if the browser's buttons lead back to it.
    ``shown`` tells apart what one page shows in turn and what is read from the top, such as the
    chapters of a guide; a choice that only changes figures is none of it.

    The sidebar of a wide window stays open. Streamlit notes in the browser that the menu of a
    narrow window was closed, and would hide the controls of each wide window there as well.
    """
    st.set_page_config(
        page_title=f"{title} – {PRODUCT}",
        page_icon=MARK,
        layout="wide",
        initial_sidebar_state="locked",
    )
    _component(key="window", data={"shown": f"{page}/{shown}", "section": menu.section_of(page)})


def on_screen(name: str, **layout: Any) -> DeltaGenerator:
    """A container for what is pressed or filled in, which a printed page leaves out.

    ``name`` tells it from the others of a page; ``layout`` is what ``st.container`` takes. Single
    controls need none: no printed page has any. A popover of controls has such a key itself.
    """
    return st.container(key=f"on-screen-{name}", **layout)


class PageEnds(Exception):
    """The page has nothing more to draw; what stands below every page follows."""


def end() -> NoReturn:
    """End a page early, such as one that first asks for a choice.

    After ``st.stop`` nothing could be drawn below the page.
    """
    raise PageEnds
