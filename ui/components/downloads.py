"""Files to take away: buttons that make one when pressed, and pages to print."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cert_model.catalog import Catalog
from cert_model.export.files import write_catalog_csv, write_catalog_json

_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
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


def buttons(name: str, **makers: Callable[[], bytes]) -> None:
    """A button for each kind of file of ``name``: csv, json or xlsx."""
    for kind, make in makers.items():
        st.download_button(
            f"Download {kind.upper()}",
            make,
            file_name=f"{name}.{kind}",
            mime=_TYPES[kind],
            on_click="ignore",
            key=f"download:{name}:{kind}",
        )


def text(label: str, body: str, file_name: str, mime: str) -> None:
    """A text to download, and below the button to read and copy."""
    st.download_button(label, body, file_name=file_name, mime=mime, on_click="ignore")
    st.code(body, language=None, wrap_lines=True)


def catalog(data: Catalog) -> None:
    """The buttons for the whole catalog."""
    buttons(
        "certlens",
        csv=partial(write_catalog_csv, data),
        json=partial(write_catalog_json, data),
    )
