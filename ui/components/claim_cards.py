"""Claims as cards: what is said, whether it holds, and what is right."""

from collections.abc import Sequence

import streamlit as st

from cert_model import formatting
from cert_model.catalog import Catalog
from cert_model.content.claims import CheckedClaim, checked_claims, describe_claims
from cert_model.formatting import as_phrase
from cert_model.formatting.markdown import escape
from cert_model.schema import Claim, Credential
from cert_model.vocabulary import ClaimVerdict, SheetSection
from ui.components import figures
from ui.shell import routes, session
from ui.shell.resources import catalog

PAGE = "claims"
NO_PAGE = "People say this, but we recorded no page that does."
"""What is said of a claim of which no page is known that makes it."""
VERDICTS = {
    ClaimVerdict.WRONG: (":red[✕]", "the sources say otherwise"),
    ClaimVerdict.OUTDATED: (":yellow[↺]", "it was true once; newer sources say otherwise"),
    ClaimVerdict.IMPRECISE: (":blue[≈]", "the sources support part of it"),
    ClaimVerdict.CANNOT_BE_TOLD: (":gray[?]", "the sources do not settle it"),
    ClaimVerdict.CONFIRMED: (":green[✓]", "the sources support it"),
}
"""A mark and a meaning for each verdict, never color alone."""


def show(key: str) -> None:
    """Callback: show a claim by itself on the page of claims."""
    session.choose(PAGE, {"claim": key})


def cards(catalog: Catalog, shown: Sequence[CheckedClaim]) -> None:
    """A card for each claim."""
    with st.grid(2, min_column_width=340):
        for checked in shown:
            with st.container(border=True, gap="xsmall"):
                _card(catalog, checked)


def _card(catalog: Catalog, checked: CheckedClaim) -> None:
    claim = checked.claim
    st.markdown(
        f"{verdict(claim)} :small[· {escape(claim.topic.label)}]\n\n"
        f"**{quoted(claim)}**\n\n"
        f"{checked.right.markdown}"
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _evidence(checked, "card", here=True)
        concerned = ", ".join(catalog.labels[key] for key in claim.credentials)
        st.markdown(f":small[{escape(concerned)}]")


def lines(shown: Sequence[CheckedClaim], *, here: bool) -> None:
    """The claims in a line each, with their verdicts; ``here`` on the page of claims itself."""
    for checked in shown:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"{verdict(checked.claim)}: {quoted(checked.claim)}", width="stretch")
            _evidence(checked, "line", here=here)


def _evidence(checked: CheckedClaim, place: str, *, here: bool) -> None:
    """A button that opens the page of a single claim, with its evidence.

    ``place`` tells it from the button of the same claim elsewhere on the page.
    """
    key = checked.claim.id
    pressed = st.button(
        f"Evidence, {formatting.format_count(len(checked.right.sources), 'source')}",
        key=f"{place}:{key}",
        help=escape(checked.claim.claim),
        type="tertiary",
        icon=":material/chevron_right:",
        icon_position="right",
        # By the next run the line that offered it may be gone.
        on_click=show if here else None,
        args=(key,) if here else None,
    )
    if pressed and not here:
        routes.claim(key)


def quoted(claim: Claim) -> str:
    """The claim in quotation marks, as Markdown."""
    return f"“{escape(claim.claim)}”"


def verdict(claim: Claim) -> str:
    """The verdict with its mark, and since when where that is known, as Markdown."""
    mark, _ = VERDICTS[claim.verdict]
    since = f" since {escape(formatting.format_period(claim.since))}" if claim.since else ""
    return f"{mark} **{claim.verdict.label}**{since}"


def about_credential(sheet: Credential) -> None:
    """The claims that concern a credential in a fold, which says how many hold; or nothing."""
    concerned = checked_claims(catalog()).about(sheet.id)
    if concerned:
        title = f"{SheetSection.CLAIMS.label}: {as_phrase(describe_claims(concerned)).rstrip('.')}"
        figures.on_demand(title, lambda: lines(concerned, here=False), key=f"claims:{sheet.id}")
