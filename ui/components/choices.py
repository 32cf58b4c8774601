"""Controls that several pages draw alike, each kept among the choices of its page."""

from collections.abc import Container, Mapping
from typing import Any, Literal

import streamlit as st

from cert_model.candidates.targets import HOME_COUNTRY
from cert_model.catalog import Catalog, once_per_catalog
from cert_model.explore.filters import SEARCH
from cert_model.overview import overviews
from cert_model.search import LONGEST_QUERY
from ui.shell import parts, session

VIEW = "view"
"""The name of the choice of a page that shows one of several views."""


def choose_term(
    page: str,
    name: str,
    label: str,
    terms: Mapping[str, str],
    *,
    note: str | None = None,
    hidden: bool = False,
    part: str | None = None,
) -> str:
    """One of a few terms, each with its words; a ``hidden`` label is for screen readers alone.

    ``part`` is the key of the part of the page that the choice alone bears on.
    """
    st.segmented_control(
        label,
        list(terms),
        format_func=terms.__getitem__,
        key=session.key(page, name),
        required=True,
        persist_state="session",
        help=note,
        label_visibility="collapsed" if hidden else "visible",
        **parts.redrawing(part),
    )
    chosen: str = session.choice(page, name)
    return chosen


def search_box(
    page: str, label: str, placeholder: str, width: int | None = None, part: str | None = None
) -> None:
    """The box to search a list in, which answers as one types; as wide as its place, or less.

    ``part`` is the key of the part of the page that the search alone bears on.
    """
    st.text_input(
        label,
        type="search",
        live=True,
        max_chars=LONGEST_QUERY,
        placeholder=placeholder,
        key=session.key(page, SEARCH),
        persist_state="session",
        width=width or "stretch",
        **parts.redrawing(part),
    )


def choose_view(page: str, terms: Mapping[str, str]) -> None:
    """Draw a button for each view of a page, with the words on it."""
    choose_term(page, VIEW, "What to show", terms, hidden=True)


def choose_credential(page: str, name: str, catalog: Catalog) -> str | None:
    """Draw the box for the credential kept under ``name``; None where none is chosen."""
    return credential_box(catalog, list(catalog.credentials), "Credential", session.key(page, name))


def choose_credentials(
    page: str,
    name: str,
    catalog: Catalog,
    most: int,
    *,
    label: str = "Add a credential",
    width: int | Literal["stretch"] = 340,
) -> None:
    """Draw the list kept under ``name``, with a button to drop each and a box to add one.

    ``label`` and ``width`` are those of the box.
    """
    chosen: list[str] = list(session.choice(page, name))
    adding = session.key(page, f"{name}:add")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        for key in chosen:
            st.button(
                f"{catalog.labels[key]} ✕",
                key=f"{page}:{name}:drop:{key}",
                help=f"Drop {catalog.credentials[key].name}",
                on_click=drop_credential,
                args=(page, name, key),
            )
        if len(chosen) < most:
            credential_box(
                catalog,
                [key for key in catalog.credentials if key not in chosen],
                label,
                adding,
                on_change=add_credential,
                args=(page, name, catalog.credentials),
                width=width,
            )


def credential_box(
    catalog: Catalog, ids: list[str], label: str, key: str, **extra: Any
) -> str | None:
    """Draw a box in which to type an abbreviation or a name, and return the id chosen."""
    chosen: str | None = st.selectbox(
        label,
        ids,
        index=None,
        format_func=titles(catalog).__getitem__,
        placeholder="Type an abbreviation or a name",
        key=key,
        **({"persist_state": "session"} | extra),
    )
    return chosen


@once_per_catalog
def titles(catalog: Catalog) -> dict[str, str]:
    """What each credential is called in a box, by id.

    A box ranks what matches by where its letters stand: behind a word, those of another country
    come after the same letters at home.
    """
    return {
        key: overview.title if overview.country == HOME_COUNTRY else f"Abroad: {overview.title}"
        for key, overview in overviews(catalog).items()
    }


def drop_credential(page: str, name: str, key: str) -> None:
    """Callback: take a credential off the list."""
    session.choose(page, {name: [other for other in session.choice(page, name) if other != key]})


def add_credential(page: str, name: str, ids: Container[str]) -> None:
    """Callback: put what was chosen in the box on the list, once, and empty the box."""
    box = f"{name}:add"
    added, chosen = session.choice(page, box), session.choice(page, name)
    # A click that overtakes the clearing of the box sends the choice again, as its bare label.
    if added in ids and added not in chosen:
        chosen = [*chosen, added]
    session.choose(page, {name: chosen, box: None})
