"""Boxes in which a person chooses credentials: one, or a short list."""

from collections.abc import Container, Mapping

import streamlit as st

from cert_model.overview import Overview
from ui.shell import address


def choose_one(page: str, name: str, known: Mapping[str, Overview]) -> str | None:
    """Draw the box for the credential kept under ``name``; None where none is chosen."""
    return st.selectbox(
        "Credential",
        list(known),
        index=None,
        format_func=lambda key: known[key].title,
        placeholder="Type letters or a name",
        key=address.key(page, name),
        persist_state="session",
    )


def choose(page: str, name: str, known: Mapping[str, Overview], most: int) -> list[str]:
    """Draw the list kept under ``name``, with a button to drop each and a box to add one."""
    chosen: list[str] = list(st.session_state[address.key(page, name)])
    adding = address.key(page, f"{name}:add")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        for key in chosen:
            st.button(
                f"{known[key].label} ✕",
                key=f"{page}:drop:{key}",
                help=f"Drop {known[key].name}",
                on_click=drop,
                args=(page, name, key),
            )
        if len(chosen) < most:
            st.selectbox(
                "Add a credential",
                [key for key in known if key not in chosen],
                index=None,
                format_func=lambda key: known[key].title,
                placeholder="Type letters or a name",
                key=adding,
                on_change=add,
                args=(page, name, adding, frozenset(known)),
                width=340,
            )
    return chosen


def drop(page: str, name: str, key: str) -> None:
    """Take a credential off the list."""
    held = address.key(page, name)
    st.session_state[held] = [each for each in st.session_state[held] if each != key]


def add(page: str, name: str, adding: str, known: Container[str]) -> None:
    """Put what was chosen in the box on the list, once, and empty the box."""
    added = st.session_state[adding]
    held = address.key(page, name)
    # A click that overtakes the clearing of the box sends the choice again, as its bare label.
    if added in known and added not in st.session_state[held]:
        st.session_state[held] = [*st.session_state[held], added]
    st.session_state[adding] = None
