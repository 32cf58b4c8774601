"""The sections of the page Claims: one claim by itself, or the list."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.content.claims import CheckedClaim
from cert_model.formatting.markdown import escape
from cert_model.overview import overviews
from ui.claims.view_model import ClaimsState, ClaimsView
from ui.components import choices, claim_cards, facets, figures, glossary, prose, sharing
from ui.shell import browser, routes, session
from ui.shell.visitor import Visitor

PAGE = ClaimsState.page
READING_WIDTH = 820


def evidence(catalog: Catalog, checked: CheckedClaim) -> None:
    """What is right, what the verdict rests on, and where the claim is made."""
    claim = checked.claim
    st.header("What is right", anchor="right")
    glossary.style()
    glossary.draw(checked.right.markdown)
    if checked.right.figures:

        def draw() -> None:
            rests_on = prose.evidence(catalog, replace(checked.right, src=()))
            st.markdown("\n\n".join(rests_on))

        figures.on_demand("Where these figures come from", draw)
    st.header("What the verdict rests on", anchor="evidence")
    st.markdown(figures.sources(catalog, claim.src))
    st.header("Who says it", anchor="said")
    st.markdown(figures.sources(catalog, claim.said_by) or claim_cards.NO_PAGE)
    if claim.credentials:
        st.header("What it is about", anchor="credentials")
        with st.container(horizontal=True):
            for key in claim.credentials:
                overview = overviews(catalog)[key]
                st.page_link(
                    routes.CREDENTIAL,
                    label=escape(f"{overview.label}, {overview.name}"),
                    query_params={"id": key},
                )


def verdict(checked: CheckedClaim) -> None:
    """The verdict with its meaning."""
    _, meaning = claim_cards.VERDICTS[checked.claim.verdict]
    topic = escape(checked.claim.topic.label)
    st.markdown(f"{claim_cards.verdict(checked.claim)}: {meaning} :small[· {topic}]")


def back_and_link(link: str) -> None:
    """A button back to the list, and the address of this claim to send."""
    with st.container(horizontal=True, gap="small"):
        st.button("All claims", on_click=session.reset, args=(PAGE, "claim"))
        sharing.link("Share this claim", link, Visitor())


def suggestions(claims: Sequence[CheckedClaim]) -> None:
    """The claims that the address may have meant."""
    if claims:
        st.markdown("Did you mean one of these?")
        claim_cards.lines(claims, here=True)


def search_and_filters(view: ClaimsView) -> None:
    """What the list is narrowed by; on a phone the filters fold into a button."""
    st.markdown(
        "What people say about medical coding credentials, checked against the sources.",
        width=READING_WIDTH,
    )
    choices.search_box(
        PAGE,
        "Search claims, answers and abbreviations",
        "CPC, pass rate, two years …",
        READING_WIDTH,
    )
    folded = f"Filters ({len(view.active.names)} active)"
    with st.popover(folded, key="on-screen-filters") if browser.narrow() else st.container():
        facets.panel(PAGE, view.claims.filters)
        facets.counts_beside(PAGE, view.claims.filters, view.counts, view.active.choices)


def the_list(view: ClaimsView, link: str) -> None:
    """How many hold, the filters to drop, and a card for each claim."""
    if view.headline:
        st.markdown(view.headline)
    with st.container(horizontal=True, gap="small"):
        facets.chips(PAGE, view.active)
        sharing.link("Share this view", link, Visitor())
    if not view.matching:
        facets.explain_empty(PAGE, view.claims.filters, view.active, "claim")
    claim_cards.cards(view.catalog, view.shown)
    if len(view.matching) > len(view.shown):
        label = f"Show all {len(view.matching)}"
        st.button(label, on_click=session.choose, args=(PAGE, {"every": "yes"}))
