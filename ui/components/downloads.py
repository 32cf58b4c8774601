"""Buttons that hand out a file, which is made only when one is pressed."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from cert_model import export
from cert_model.catalog import Catalog

_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


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
        csv=partial(export.write_catalog_csv, data),
        json=partial(export.write_catalog_json, data),
    )
