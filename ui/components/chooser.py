"""Boxes in which a person chooses credentials: one, or a short list."""

from collections.abc import Container
from typing import Any

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.overview import overviews
from ui.shell import session


def choose_one(page: str, name: str, catalog: Catalog) -> str | None:
    """Draw the box for the credential kept under ``name``; None where none is chosen."""
    return _box(catalog, list(catalog.credentials), "Credential", session.key(page, name))


def choose(page: str, name: str, catalog: Catalog, most: int) -> None:
    """Draw the list kept under ``name``, with a button to drop each and a box to add one."""
    chosen: list[str] = list(session.choice(page, name))
    adding = session.key(page, f"{name}:add")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        for key in chosen:
            st.button(
                f"{catalog.labels[key]} ✕",
                key=f"{page}:drop:{key}",
                help=f"Drop {catalog.credentials[key].name}",
                on_click=drop,
                args=(page, name, key),
            )
        if len(chosen) < most:
            _box(
                catalog,
                [key for key in catalog.credentials if key not in chosen],
                "Add a credential",
                adding,
                on_change=add,
                args=(page, name, catalog.credentials),
                width=340,
            )


def _box(catalog: Catalog, ids: list[str], label: str, key: str, **extra: Any) -> str | None:
    """A box to type letters or a name in."""
    chosen: str | None = st.selectbox(
        label,
        ids,
        index=None,
        format_func=lambda key: overviews(catalog)[key].title,
        placeholder="Type letters or a name",
        key=key,
        **({"persist_state": "session"} | extra),
    )
    return chosen


def drop(page: str, name: str, key: str) -> None:
    """Callback: take a credential off the list."""
    session.choose(page, {name: [other for other in session.choice(page, name) if other != key]})


def add(page: str, name: str, ids: Container[str]) -> None:
    """Callback: put what was chosen in the box on the list, once, and empty the box."""
    box = f"{name}:add"
    added, chosen = session.choice(page, box), session.choice(page, name)
    # A click that overtakes the clearing of the box sends the choice again, as its bare label.
    if added in ids and added not in chosen:
        chosen = [*chosen, added]
    session.choose(page, {name: chosen, box: None})
