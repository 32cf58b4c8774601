"""The outline of the page Credential: its sections in order, and the list of contents."""

from collections.abc import Callable

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.content.claims import checked_claims
from cert_model.formatting.markdown import heading_anchor
from cert_model.schema import Credential
from ui.components import claim_cards, exam, glossary
from ui.credential import money, rules, sections
from ui.credential.view_model import CredentialView
from ui.shell.resources import catalog

Section = Callable[[CredentialView], None]


def _of_sheet(draw: Callable[[Catalog, Credential], None]) -> Section:
    """A section that draws from the fact sheet alone."""
    return lambda view: draw(view.catalog, view.sheet)


def _sections(view: CredentialView) -> dict[str, Section]:
    """The sections that the credential has something for, by title, in order."""
    sheet = view.sheet
    every: list[tuple[str, Section, bool]] = [
        ("The exam", _of_sheet(exam.exam), True),
        ("What the exam asks about", _of_sheet(exam.blueprint), True),
        ("Who may sit", rules.eligibility, True),
        ("The apprentice mark", _of_sheet(rules.apprentice), bool(sheet.apprentice)),
        ("What it costs", money.fees, True),
        ("Keeping it", _of_sheet(rules.renewal), True),
        ("Who passes", _of_sheet(exam.pass_rates), True),
        ("What people with it report earning", money.earnings, True),
        ("What it covers", _of_sheet(sections.scope), True),
        ("More about it", _of_sheet(sections.more), True),
        (f"About {view.issuer.letters}", _of_sheet(sections.issuer), True),
        (
            "Claims about it",
            _of_sheet(claim_cards.about_credential),
            bool(checked_claims(catalog()).about(sheet.id)),
        ),
        ("Where sources disagree", _of_sheet(sections.disputes), bool(sheet.disputed)),
        (
            "What we do not know, and whom to ask",
            _of_sheet(sections.gaps),
            bool(sheet.unknown),
        ),
    ]
    return {title: section for title, section, applies in every if applies}


def contents(view: CredentialView) -> None:
    """The list of contents, each entry leading to its section."""
    st.markdown("**On this page**")
    st.markdown("\n".join(f"- [{title}](#{heading_anchor(title)})" for title in _sections(view)))


def draw(view: CredentialView) -> None:
    """Every section under its heading."""
    for title, section in _sections(view).items():
        st.header(title, anchor=heading_anchor(title), help=glossary.for_label(title))
        with st.container(gap="xsmall"):
            section(view)
