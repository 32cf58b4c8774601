"""What sources disagree on, and what could not be found out."""

from collections.abc import Iterable, Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from cert_model.schema import Dispute, Gap
from ui.components import figures


def dispute(catalog: Catalog, found: Dispute) -> None:
    """Each side of a dispute with its sources, and what is taken."""
    with st.container(border=True):
        st.markdown(f"**{escape(found.topic)}**")
        for rival in found.values:
            st.markdown(f"“{escape(rival.value)}”\n\n{figures.sources(catalog, rival.src)}")
        st.markdown(f"Taken here: **{escape(found.taken)}**. {escape(found.why)}")


def not_known(found: Sequence[Gap]) -> None:
    """The gaps under a heading of their own, if there are any."""
    if found:
        st.markdown("**Not known**")
        gaps(found)


def gaps(found: Iterable[Gap]) -> None:
    """What is not known, and who could settle it."""
    for gap in found:
        ask = f"  \nAsk: {escape(gap.ask)}" if gap.ask else ""
        st.markdown(f"- {escape(gap.what)}{ask}")
