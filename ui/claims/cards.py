"""Claims as cards: what is said, whether it holds, and what is right."""

from collections.abc import Mapping, Sequence

import streamlit as st

from cert_model import wording
from cert_model.catalog import Catalog
from cert_model.claims import CheckedClaim
from cert_model.schema import Claim
from cert_model.vocabulary import ClaimVerdict
from ui import routes
from ui.markdown import escape

VERDICTS = {
    ClaimVerdict.WRONG: (":red[✕]", "the sources say otherwise"),
    ClaimVerdict.OUTDATED: (":yellow[↺]", "it was so once"),
    ClaimVerdict.IMPRECISE: (":blue[≈]", "a part of it holds"),
    ClaimVerdict.CANNOT_BE_TOLD: (":gray[?]", "no source settles it"),
    ClaimVerdict.CONFIRMED: (":green[✓]", "the sources bear it out"),
}
"""A mark and a meaning for each verdict, never color alone."""


def cards(catalog: Catalog, shown: Sequence[CheckedClaim], query: Mapping[str, str]) -> None:
    """A card for each claim; ``query`` keeps the list's choices for the way back."""
    with st.grid(2, min_column_width=340):
        for each in shown:
            with st.container(border=True, gap="xsmall"):
                _card(catalog, each, query)


def _card(catalog: Catalog, checked: CheckedClaim, query: Mapping[str, str]) -> None:
    claim = checked.claim
    st.markdown(f"{verdict(claim)} :small[· {escape(claim.topic.label)}{since(claim)}]")
    link(claim, quoted(claim), query)
    st.markdown(checked.right.markdown)
    concerned = ", ".join(catalog.labels[key] for key in claim.credentials)
    sources = wording.plural(len(checked.right.sources), "source")
    st.markdown(f":small[{escape(' · '.join(filter(None, (concerned, sources))))}]")


def meant(near: Sequence[CheckedClaim]) -> None:
    """The claims that a wrong address may have meant, if any."""
    if near:
        st.markdown("Did you mean one of these?")
    for each in near:
        link(each.claim, quoted(each.claim))


def link(claim: Claim, label: str, query: Mapping[str, str] | None = None) -> None:
    """A link to a claim alone."""
    st.page_link(routes.CLAIMS, label=label, query_params={**(query or {}), "claim": claim.id})


def quoted(claim: Claim) -> str:
    """The claim in quotation marks, as Markdown."""
    return f"“{escape(claim.claim)}”"


def verdict(claim: Claim) -> str:
    """The verdict with its mark, as Markdown."""
    mark, _ = VERDICTS[claim.verdict]
    return f"{mark} **{claim.verdict.label}**"


def since(claim: Claim) -> str:
    """From when on, as Markdown to go on a line with; nothing where it is not known."""
    return f" · since {escape(wording.when(claim.since))}" if claim.since else ""
