"""Files to take away: links to the files that the service makes, and pages to print."""

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from urllib.parse import urlencode

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ui.shell import routes

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
"""The templates of pages to print, each beside the page that offers it. All values are escaped."""


def render_page(template: str, **values: object) -> bytes:
    """A page to print, as HTML that needs no other file; ``template`` is a path below ``ui``."""
    return _TEMPLATES.get_template(template).render(values).encode()


def link(label: str, file: str, query: Mapping[str, str] | None = None) -> None:
    """A link that looks like a button and downloads a file of the service.

    ``query`` says of what: the address of the page, whose own file it is. The file is made when
    it is fetched, so nothing is kept that the end of a session could take away. The address is
    relative to the page's, as the service may be behind a path of its own.
    """
    parameters = urlencode(query or {}, safe=",/")
    st.link_button(label, "?".join(filter(None, (f"{routes.FILES}/{file}", parameters))))


def links(name: str, kinds: tuple[str, ...], query: Mapping[str, str] | None = None) -> None:
    """A link for each kind of file of ``name``, such as csv, json or xlsx."""
    for kind in kinds:
        link(f"Download {kind.upper()}", f"{name}.{kind}", query)


def made(
    label: str,
    body: str | bytes | Callable[[], bytes],
    file_name: str,
    mime: str = "text/plain",
) -> None:
    """A button for a file that stands in the session alone, so that no address can have it.

    A function as ``body`` makes the file once somebody presses the button.
    """
    made_when_asked = MadeOnce(body) if callable(body) else body
    st.download_button(label, made_when_asked, file_name=file_name, mime=mime, on_click="ignore")


class MadeOnce:
    """A file that is made when it is first asked for, and never again however often it is.

    A client may ask a thousand times for a table that takes a second to write. Thread-safe.
    """

    def __init__(self, make: Callable[[], bytes]) -> None:
        self._make = make
        self._lock = Lock()
        self._file: bytes | None = None

    def __call__(self) -> bytes:
        """The file."""
        with self._lock:
            if self._file is None:
                self._file = self._make()
            return self._file


def text(label: str, body: str, file_name: str, mime: str) -> None:
    """A text to download, and below the button to read and copy."""
    made(label, body, file_name, mime)
    st.code(body, language=None, wrap_lines=True)


def catalog() -> None:
    """The links to the whole catalog."""
    links("certlens", ("csv", "json"))
