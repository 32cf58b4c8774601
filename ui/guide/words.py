"""The glossary: a term that was asked for, then all of them."""

import streamlit as st

from cert_model.content.guide import glossary_terms
from cert_model.formatting.markdown import escape
from ui.components import prose
from ui.guide.contents import PAGE, TERM, held
from ui.shell import old_address as address
from ui.shell.resources import catalog


def draw() -> None:
    """A box to find a term, its meaning with its sources, and the meaning of every term."""
    terms = glossary_terms(catalog())
    st.header("Glossary", anchor=False)
    st.selectbox(
        "Find a term, and its sources",
        list(terms),
        index=None,
        format_func=lambda name: terms[name].term.title,
        placeholder="Type letters or a word",
        key=address.key(PAGE, TERM),
        persist_state="session",
    )
    chosen = terms.get(held(TERM) or "")
    if chosen is not None:
        st.subheader(escape(chosen.term.title), anchor=False)
        prose.passage(catalog(), chosen.term.title, chosen.text)
        st.subheader("All terms", anchor=False)
    st.markdown("\n\n".join(term.line for term in terms.values()))
