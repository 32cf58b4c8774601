"""The glossary: a term that was asked for, then all of them."""

import streamlit as st

from cert_model.formatting.markdown import escape
from ui.components import glossary, prose
from ui.guide.contents import PAGE, TERM, held
from ui.shell import old_address as address
from ui.shell.resources import catalog


def draw() -> None:
    """A box to find a term, its meaning with its sources, and the meaning of every term."""
    known = glossary.terms()
    st.header("Glossary", anchor=False)
    st.selectbox(
        "Find a term, and its sources",
        list(known),
        index=None,
        format_func=lambda name: known[name].term.title,
        placeholder="Type letters or a word",
        key=address.key(PAGE, TERM),
        persist_state="session",
    )
    chosen = known.get(held(TERM) or "")
    if chosen is not None:
        st.subheader(escape(chosen.term.title), anchor=False)
        prose.passage(catalog(), chosen.term.title, chosen.text)
        st.subheader("All terms", anchor=False)
    st.markdown("\n\n".join(explained.line for explained in known.values()))
