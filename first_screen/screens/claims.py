"""Claims: one with what is right and the evidence, or all of them in a list."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from cert_model.catalog import Catalog
from cert_model.content.claims import CheckedClaim, checked_claims
from cert_model.site_search.documents import sentences_of
from first_screen.screen import Screen, Section, bullets, fold, join, opening, prose
from first_screen.screens.credential import claim_line
from first_screen.screens.pieces import about_page, credential_link, link
from ui.claims import view_model
from ui.claims.view_model import ClaimsState
from ui.components import claim_cards, figures
from ui.components import prose as evidence
from ui.components.markdown_html import to_html, to_inline_html


def screen(catalog: Catalog, state: ClaimsState) -> Screen:
    """The first screen of a claim, or of the list."""
    view = view_model.build(catalog, checked_claims(catalog), state)
    if view.chosen is not None:
        return _claim(catalog, state, view.chosen)
    return Screen(
        title=state.title(catalog),
        description=about_page(catalog, state.page),
        heading=Markup("{}").format(state.title(catalog)),
        answer=join(opening(prose(view.headline)), bullets(map(claim_line, view.matching))),
    )


def queries(catalog: Catalog) -> Iterator[Mapping[str, str]]:
    """The choices of every claim."""
    return ({"claim": key} for key in checked_claims(catalog).by_id)


def _claim(catalog: Catalog, state: ClaimsState, checked: CheckedClaim) -> Screen:
    claim, right = checked.claim, checked.right
    _, meaning = claim_cards.VERDICTS[claim.verdict]
    rests_on = "\n\n".join(evidence.evidence(catalog, replace(right, src=())))
    about = bullets(credential_link(catalog, key) for key in claim.credentials)
    sections = [
        Section(
            "What is right",
            join(
                to_html(right.markdown),
                fold("Where these figures come from", to_html(rests_on)),
            ),
        ),
        Section("What the verdict rests on", to_html(figures.sources(catalog, claim.src))),
        Section("Who says it", _said_by(catalog, checked)),
        Section("What it is about", about),
    ]
    return Screen(
        title=state.title(catalog),
        description=f"{claim.verdict.label}. {' '.join(sentences_of(right.markdown))}",
        heading=to_inline_html(claim_cards.quoted(claim)),
        answer=Markup("<p>{}: {} · {}</p>").format(
            to_inline_html(claim_cards.verdict(claim)),
            meaning,
            link("All claims", ClaimsState.page),
        ),
        sections=[section for section in sections if section.body],
        subject=_review(checked),
    )


def _said_by(catalog: Catalog, checked: CheckedClaim) -> Markup:
    return to_html(figures.sources(catalog, checked.claim.said_by) or claim_cards.NO_PAGE)


def _review(checked: CheckedClaim) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "claimReviewed": checked.claim.claim,
        "author": {"@type": "Organization", "name": "CertLens"},
        "reviewRating": {"@type": "Rating", "alternateName": checked.claim.verdict.label},
    }
