"""One claim by itself: what is right, what the verdict rests on, and where the claim is made."""

from dataclasses import replace

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.content.claims import CheckedClaim
from cert_model.formatting.markdown import escape
from cert_model.overview import overviews
from ui.components import claim_cards as cards
from ui.components import figures, glossary, prose
from ui.shell import address, routes


def draw(catalog: Catalog, checked: CheckedClaim) -> None:
    """What is right, then the evidence."""
    claim = checked.claim
    st.header("What is right", anchor="right")
    glossary.style()
    glossary.draw(checked.right.markdown)
    if checked.right.figures:
        with figures.on_demand("Where these figures come from") as opened:
            if opened:
                drawn = prose.evidence(catalog, replace(checked.right, src=()))
                st.markdown("\n\n".join(drawn))
    st.header("What the verdict rests on", anchor="evidence")
    st.markdown(figures.sources(catalog, claim.src))
    st.header("Where it is said", anchor="said")
    st.markdown(
        figures.sources(catalog, claim.said_by)
        or "It goes around; no single page that says it was noted down."
    )
    if claim.credentials:
        st.header("What it is about", anchor="credentials")
        with st.container(horizontal=True):
            for key in claim.credentials:
                sheet = overviews(catalog)[key]
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
