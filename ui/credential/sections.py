"""The sections of the page Credential, which open to their sources, and their outline."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from functools import partial

import streamlit as st
from markupsafe import Markup

from cert_model import careers
from cert_model.careers import sentences, survey_sentences
from cert_model.catalog import Catalog
from cert_model.eligibility import is_retired
from cert_model.formatting import NOT_FOUND, format_count
from cert_model.formatting.markdown import escape, heading_anchor
from cert_model.schema import Credential, Dispute, Issuer
from cert_model.vocabulary import SheetSection
from ui.components import (
    claim_cards,
    downloads,
    earlier_day,
    exam,
    fact_list,
    figures,
    glossary,
    key_figures,
    shortlist,
)
from ui.components.fact_list import FactList
from ui.credential import fees, rules
from ui.credential.view_model import CredentialState, CredentialView
from ui.shell import routes


def _earnings(view: CredentialView, facts: FactList) -> None:
    """Every survey figure on the holders, newest first, with how to read it."""
    for row in view.survey_rows:
        text = f"{row.measure.label} {sentences.format_per_year(row.amount)}"
        count = careers.survey_respondents(view.catalog, row)
        respondents = fact_list.small(survey_sentences.format_respondents(count))
        facts.row(f"{row.publisher}, {row.year}", facts.cell(text, row), respondents)
    if not view.survey_rows:
        facts.not_found("No survey that names its holders was found.")
    for caveat in view.survey_caveats:
        facts.remark(caveat)


_STYLE = """<style>
.st-key-sections > :has(h2):not(:first-child) { margin-top: 0.5rem }
.st-key-sections > :has(h2) { margin-bottom: 0.5rem }
.st-key-sections { --between: 0.5rem }
</style>"""
"""A heading stands apart from the sections around it, within which everything is close together."""


def style() -> None:
    """What the lists and the spaces between sections look like."""
    fact_list.style()
    st.html(_STYLE)


def key_figure_facts(view: CredentialView) -> Markup:
    """The figures that people come for, as a written list."""

    def add(facts: FactList) -> None:
        key_figures.add(facts, view.key_figures)

    return fact_list.write(view.catalog, f"key figures {view.id}", add)


def next_actions(view: CredentialView, today: Catalog, query: Mapping[str, str]) -> None:
    """Where to go on from here; ``today`` is the present catalog.

    ``query`` holds the parameters of the page's address, which are those of its files too.
    """
    with st.container(horizontal=True):
        shortlist.pick_button(today, view.id)
        if view.has_open_questions and st.button("Am I eligible?"):
            routes.eligibility([view.id])
        if not is_retired(view.sheet):
            if st.button("Prepare for it"):
                routes.prepare(view.id)
            if st.button("What it costs"):
                routes.costs([view.id])
        if view.survey_rows and st.button("Does it pay?"):
            routes.careers([view.id])
    with st.container(horizontal=True):
        if st.button("Report a correction", type="tertiary"):
            routes.correct(view.id)
        with st.popover("See an earlier day", type="tertiary", key="on-screen-day"):
            earlier_day.choose(CredentialState.page, "at", "Day", today)
        with st.popover("Download this sheet", type="tertiary", key="on-screen-files"):
            downloads.links("sheet", ("csv", "json"), query)


def scope(catalog: Catalog, sheet: Credential) -> None:
    """Work, places and code sets, and what that classification rests on."""
    fact_list.show(scope_facts(catalog, sheet))


def scope_facts(catalog: Catalog, sheet: Credential) -> Markup:
    """Work, places and code sets, as a written list."""
    return fact_list.write(catalog, f"scope {sheet.id}", partial(_scope, sheet))


def _scope(sheet: Credential, facts: FactList) -> None:
    """Work, places and code sets, and what that classification rests on."""
    for label, terms in (
        ("Work", sheet.roles),
        ("Where", sheet.settings),
        ("Code sets", sheet.code_sets),
    ):
        if terms is None or (not terms and label == "Where"):
            facts.row(label, fact_list.not_found())
        else:
            listed = ", ".join(term.label for term in terms) or "none"
            facts.row(label, fact_list.words(listed))
    facts.if_there("In short", sheet.scope)
    classification = sheet.classification
    with facts.fold("Where this comes from"):
        facts.text("Level, work and places are our classification, not the issuer's wording.")
        for label, sources in (
            ("Work", classification.roles),
            ("Where", classification.settings),
            ("Code sets", classification.code_sets),
        ):
            if sources:
                facts.text(f"**{label}**\n\n{figures.sources(facts.catalog, sources)}")


def _more(sheet: Credential, facts: FactList) -> None:
    """Holders, accreditation, and facts without a section of their own."""
    facts.if_there("Introduced", sheet.introduced)
    for former in sheet.former_names:
        facts.fact(former.label, former)
    for count in sheet.holders:
        facts.row(f"Holders, {count.as_of or 'undated'}", facts.cell(f"{count.value:,}", count))
    if sheet.accreditation is None:
        bodies = [fact_list.not_found()]
    else:
        bodies = [facts.cell(body.body, body) for body in sheet.accreditation]
    facts.row("Accreditation", *(bodies or [fact_list.words("none")]))
    facts.notes(sheet.details)


def _disputes(disputed: Iterable[Dispute], facts: FactList) -> None:
    """Questions on which sources disagree: each side, and what is taken."""
    for dispute in disputed:
        with facts.box():
            facts.text(figures.describe_dispute(facts.catalog, dispute))


def _issuer(body: Issuer, facts: FactList) -> None:
    """The body behind the credential, and what it says of all of its credentials."""
    if body.summary:
        facts.text(escape(body.summary))
    facts.if_there("Founded", body.founded)
    facts.notes((*body.size, *body.membership_rules))
    for accreditation in body.accreditation or ():
        facts.row("Accreditation", facts.cell(accreditation.body, accreditation))
    facts.notes(body.details)
    _disputes(body.disputed, facts)
    if body.unknown:
        facts.text(f"**Not known of {escape(body.letters)}**\n\n{figures.list_gaps(body.unknown)}")


def more_facts(view: CredentialView) -> Markup:
    """What fewer people come for, as a written list of folds."""
    return fact_list.write(view.catalog, f"more on {view.id}", partial(_more_about, view))


def _more_about(view: CredentialView, facts: FactList) -> None:
    """What fewer people come for: a fold each, which says what is inside."""
    sheet, issuer = view.sheet, view.issuer

    def fold(section: SheetSection, contents: str) -> AbstractContextManager[None]:
        title = section.heading(issuer.letters)
        return facts.fold(title, contents, heading_anchor(title))

    earnings = format_count(len(view.survey_rows), "figure") if view.survey_rows else NOT_FOUND
    with fold(SheetSection.EARNINGS, earnings):
        _earnings(view, facts)
    with fold(SheetSection.MORE, "holders, accreditation, history"):
        _more(sheet, facts)
    with fold(SheetSection.ISSUER, "membership, size, accreditation"):
        _issuer(issuer, facts)
    if sheet.disputed:
        with fold(SheetSection.DISPUTES, format_count(len(sheet.disputed), "question")):
            _disputes(sheet.disputed, facts)
    if sheet.unknown:
        with fold(SheetSection.GAPS, format_count(len(sheet.unknown), "question")):
            facts.text(figures.list_gaps(sheet.unknown))


Section = Callable[[CredentialView], None]


def _of_sheet(draw: Callable[[Catalog, Credential], None]) -> Section:
    """A section that draws from the fact sheet alone."""
    return lambda view: draw(view.catalog, view.sheet)


_SECTIONS: Mapping[SheetSection, Section] = {
    SheetSection.SCOPE: _of_sheet(scope),
    SheetSection.EXAM: _of_sheet(exam.exam),
    SheetSection.BLUEPRINT: _of_sheet(exam.blueprint),
    SheetSection.PASS_RATES: _of_sheet(exam.pass_rates),
    SheetSection.ELIGIBILITY: rules.eligibility,
    SheetSection.FEES: fees.fees,
    SheetSection.RENEWAL: _of_sheet(rules.renewal),
}
"""The sections that are open, in order; the rest are folds under a heading of their own."""


def table_of_contents(view: CredentialView) -> None:
    """The list of contents, each entry leading to its section."""
    titles = [*(section.label for section in _SECTIONS), more_title(view)]
    st.markdown("**On this page**")
    st.markdown("\n".join(f"- [{title}](#{heading_anchor(title)})" for title in titles))


def more_title(view: CredentialView) -> str:
    """The heading above the folds."""
    return f"More about the {view.sheet.code}"


def every_section(view: CredentialView) -> None:
    """Every section under its heading, and the rest in folds."""
    for section, draw in _SECTIONS.items():
        title = section.label
        st.header(title, anchor=heading_anchor(title), help=glossary.for_label(title))
        draw(view)
    title = more_title(view)
    st.header(escape(title), anchor=heading_anchor(title))
    fact_list.show(more_facts(view))
    claim_cards.about_credential(view.sheet)
