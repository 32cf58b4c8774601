"""What sources disagree on, and what could not be found out."""

from collections.abc import Iterable, Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from cert_model.schema import Dispute, Gap
from ui.components import figures


def draw_dispute(catalog: Catalog, dispute: Dispute) -> None:
    """Each side of a dispute with its sources, and what is taken."""
    with st.container(border=True):
        st.markdown(f"**{escape(dispute.topic)}**")
        for side in dispute.values:
            st.markdown(f"“{escape(side.value)}”\n\n{figures.sources(catalog, side.src)}")
        st.markdown(f"Taken here: **{escape(dispute.taken)}**. {escape(dispute.why)}")


def draw_unknown(gaps: Sequence[Gap]) -> None:
    """The gaps under a heading of their own, if there are any."""
    if gaps:
        st.markdown("**Not known**")
        draw_gaps(gaps)


def draw_gaps(gaps: Iterable[Gap]) -> None:
    """What is not known, and who could settle it."""
    for gap in gaps:
        ask = f"  \nAsk: {escape(gap.ask)}" if gap.ask else ""
        st.markdown(f"- {escape(gap.what)}{ask}")
