"""The text of a correction, to copy or to download."""

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from cert_model.quality import HOW_TO_CORRECT, correctable_figures, write_correction
from ui.components import chooser, downloads
from ui.shell import old_address as address

LONGEST_FIELD = 120


def drop_what_is_not_there(page: str, catalog: Catalog) -> list[address.Refused]:
    """Take out a figure that the chosen credential does not have, and name it."""
    held = address.key(page, "fact")
    credential, field = st.session_state[address.key(page, "id")], st.session_state[held]
    if not field or (credential and field in correctable_figures(catalog, credential)):
        return []
    st.session_state[held] = None
    return [address.Refused("fact", field)]


def draw(page: str, catalog: Catalog) -> None:
    """Choose a credential and a figure, and read what to send."""
    credential = chooser.choose_one(page, "id", catalog)
    if credential is None:
        st.markdown("Choose the credential, then the figure that is wrong.")
        return
    found = correctable_figures(catalog, credential)
    field = st.selectbox(
        "Figure",
        list(found),
        index=None,
        format_func=lambda each: f"{found[each].label}: {_short(found[each].text)}",
        placeholder="Which figure is wrong?",
        key=address.key(page, "fact"),
        persist_state="session",
    )
    if field is None:
        st.markdown("Choose the figure that is wrong; what is not found stands at the end.")
        return
    st.markdown(escape(HOW_TO_CORRECT))
    downloads.text(
        "Download the correction (.md)",
        write_correction(catalog, credential, field),
        f"correction-{credential.replace('/', '-')}.md",
        "text/markdown",
    )


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_FIELD else f"{text[:LONGEST_FIELD]}…"
