"""Claims as cards: what is said, whether it holds, and what is right."""

from collections.abc import Callable, Sequence
from typing import NoReturn

import streamlit as st

from cert_model import wording
from cert_model.catalog import Catalog
from cert_model.claims import CheckedClaim
from cert_model.schema import Claim
from cert_model.vocabulary import ClaimVerdict
from ui import address
from ui.markdown import escape

PAGE = "claims"
VERDICTS = {
    ClaimVerdict.WRONG: (":red[✕]", "the sources say otherwise"),
    ClaimVerdict.OUTDATED: (":yellow[↺]", "it was so once"),
    ClaimVerdict.IMPRECISE: (":blue[≈]", "a part of it holds"),
    ClaimVerdict.CANNOT_BE_TOLD: (":gray[?]", "no source settles it"),
    ClaimVerdict.CONFIRMED: (":green[✓]", "the sources bear it out"),
}
"""A mark and a meaning for each verdict, never color alone."""


Go = Callable[[str], object]
"""Shows a claim by itself, given its id."""


def here(key: str) -> NoReturn:
    """Show a claim by itself, from elsewhere on the page of claims."""
    st.session_state[address.key(PAGE, "claim")] = key
    st.rerun()


def cards(catalog: Catalog, shown: Sequence[CheckedClaim]) -> None:
    """A card for each claim."""
    with st.grid(2, min_column_width=340):
        for each in shown:
            with st.container(border=True, gap="xsmall"):
                _card(catalog, each)


def _card(catalog: Catalog, checked: CheckedClaim) -> None:
    claim = checked.claim
    st.markdown(f"{verdict(claim)} :small[· {escape(claim.topic.label)}]")
    st.markdown(f"**{quoted(claim)}**")
    st.markdown(checked.right.markdown)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _evidence(checked, "card", here)
        concerned = ", ".join(catalog.labels[key] for key in claim.credentials)
        st.markdown(f":small[{escape(concerned)}]")


def lines(shown: Sequence[CheckedClaim], go: Go) -> None:
    """The claims in a line each, with their verdicts."""
    for each in shown:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"{verdict(each.claim)}: {quoted(each.claim)}", width="stretch")
            _evidence(each, "line", go)


def _evidence(checked: CheckedClaim, place: str, go: Go) -> None:
    """A button that leads to a claim by itself, with all that bears on it.

    ``place`` tells it from the button of the same claim elsewhere on the page.
    """
    sources = wording.plural(len(checked.right.sources), "source")
    if st.button(
        f"Evidence, {sources}",
        key=f"{place}:{checked.claim.id}",
        help=escape(checked.claim.claim),
        type="tertiary",
        icon=":material/chevron_right:",
        icon_position="right",
    ):
        go(checked.claim.id)


def quoted(claim: Claim) -> str:
    """The claim in quotation marks, as Markdown."""
    return f"“{escape(claim.claim)}”"


def verdict(claim: Claim) -> str:
    """The verdict with its mark, and since when where that is known, as Markdown."""
    mark, _ = VERDICTS[claim.verdict]
    since = f" since {escape(wording.when(claim.since))}" if claim.since else ""
    return f"{mark} **{claim.verdict.label}**{since}"
