"""One claim by itself: what is right, what the verdict rests on, and where the claim is made."""

import streamlit as st

from cert_model import wording
from cert_model.catalog import Catalog
from cert_model.claims import CheckedClaim
from ui import address, figures, routes
from ui.claims import cards
from ui.markdown import escape


def draw(catalog: Catalog, checked: CheckedClaim) -> None:
    """What is right, then the evidence."""
    claim = checked.claim
    st.header("What is right", anchor="right")
    st.markdown(checked.right.markdown)
    st.header("What the verdict rests on", anchor="evidence")
    st.markdown(figures.sources(catalog, claim.src))
    if checked.more_sources:
        count = wording.plural(len(checked.more_sources), "more source")
        with figures.on_demand(f"{count} of the figures named") as opened:
            if opened:
                st.markdown(figures.sources(catalog, checked.more_sources))
    st.header("Where it is said", anchor="said")
    st.markdown(
        figures.sources(catalog, claim.said_by)
        or "It goes around; no single page that says it was noted down."
    )
    if claim.credentials:
        st.header("What it is about", anchor="credentials")
        with st.container(horizontal=True):
            for key in claim.credentials:
                sheet = catalog.overviews[key]
                st.page_link(
                    routes.CREDENTIAL,
                    label=escape(f"{sheet.label}, {sheet.name}"),
                    query_params={"id": key},
                )


def verdict(checked: CheckedClaim) -> None:
    """The verdict with its meaning."""
    _, meaning = cards.VERDICTS[checked.claim.verdict]
    topic = escape(checked.claim.topic.label)
    st.markdown(f"{cards.verdict(checked.claim)}: {meaning} :small[· {topic}]")


def ways_on(page: str, params: list[address.Param], checked: CheckedClaim) -> None:
    """Back to the list, and the address of this claim to send."""
    with st.container(horizontal=True, gap="small"):
        st.button("All claims", on_click=address.forget, args=(page, "claim", params))
        with st.popover("Link to this claim", type="tertiary"):
            st.code(address.link(page, [], claim=checked.claim.id), language=None, wrap_lines=True)
