"""The sections of the page Credential, which open to their sources, and their outline."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from cert_model import careers, formatting
from cert_model.careers import sentences, survey_sentences
from cert_model.catalog import Catalog
from cert_model.content.claims import checked_claims
from cert_model.eligibility import is_retired
from cert_model.formatting.markdown import escape, heading_anchor
from cert_model.schema import Credential, Issuer
from cert_model.vocabulary import SheetSection
from ui.components import (
    claim_cards,
    downloads,
    earlier_day,
    estimates,
    exam,
    fact_list,
    figures,
    glossary,
    shortlist,
)
from ui.components.fact_list import FactList
from ui.credential import fees, rules
from ui.credential.view_model import CredentialState, CredentialView, HeadlineFigure
from ui.shell import routes
from ui.shell.resources import catalog


def earnings(view: CredentialView) -> None:
    """Every survey figure on the holders, newest first, with how to read it."""
    fact_list.show(earning_facts(view))
    if not view.survey_rows:
        figures.not_found("No survey that names its holders was found.")
    for caveat in view.survey_caveats:
        st.markdown(f":small[{caveat}]")
    if st.button("Does it pay?", key="does_it_pay"):
        routes.careers([view.id])


def earning_facts(view: CredentialView) -> str:
    """Every survey figure on the holders, newest first, as a written list."""
    return fact_list.write(view.catalog, f"earnings {view.id}", partial(_survey_rows, view))


def _survey_rows(view: CredentialView, facts: FactList) -> None:
    for row in view.survey_rows:
        text = f"{row.measure.label} {sentences.format_per_year(row.amount)}"
        count = careers.survey_respondents(view.catalog, row)
        respondents = fact_list.small(survey_sentences.format_respondents(count))
        facts.row(f"{row.publisher}, {row.year}", facts.cell(text, row), respondents)


_STYLE = """<style>
[data-testid="stMetricValue"] * { white-space: normal !important }
.st-key-sections > :has(h2):not(:first-child) { margin-top: 0.5rem }
.st-key-sections > :has(h2) { margin-bottom: 0.5rem }
</style>"""
"""A large figure of several words, such as a verdict, wraps rather than be cut off. A heading
stands apart from the sections around it, within which everything is close together."""


def headline(view: CredentialView) -> None:
    """The figures people come for, large; what is worked out for a person, only of today."""
    fact_list.style()
    st.html(_STYLE)
    with st.grid(3, min_column_width=150, border=True):
        _sourced(view, view.exam_price)
        if view.is_of_today:
            for label, text in view.computed_costs.items():
                _computed(view, label, text)
            _may_sit(view)
        _sourced(view, view.exam_time)
        _sourced(view, view.pass_rate)


def _sourced(view: CredentialView, figure: HeadlineFigure) -> None:
    statement = figure.statement
    with st.container(gap="xsmall"):
        st.metric(figure.label, figure.text, help=glossary.for_label(figure.label))
        if statement is not None and not view.is_of_today:
            st.markdown(f":small[as of {escape(formatting.format_period(statement.as_of))}]")
        if figure.estimate is not None:
            estimates.evidence_button(view.catalog, figure.text, figure.estimate)
        elif statement is None:
            figures.not_found("no source")
        else:
            figures.evidence_button(view.catalog, figure.text, statement)


def _computed(view: CredentialView, label: str, text: str) -> None:
    with st.container(gap="xsmall"):
        st.metric(label, text, help=glossary.for_label(label))
        if st.button("arithmetic", type="tertiary", key=f"arithmetic:{label}"):
            routes.costs([view.id])


def _may_sit(view: CredentialView) -> None:
    with st.container(gap="xsmall"):
        st.metric("May I sit", view.verdict_text)
        label = "answer them" if view.has_open_questions else "my answers"
        if st.button(label, type="tertiary", key="may_sit"):
            routes.eligibility([view.id])


def next_actions(view: CredentialView, today: Catalog, query: Mapping[str, str]) -> None:
    """Where to go on from here; ``today`` is the present catalog.

    ``query`` holds the parameters of the page's address, which are those of its files too.
    """
    with st.container(horizontal=True):
        shortlist.pick_button(today, view.id)
        if not is_retired(view.sheet) and st.button("Prepare for it"):
            routes.prepare(view.id)
        if st.button("Report a correction"):
            routes.correct(view.id)
        with st.popover("See an earlier day"):
            earlier_day.choose(CredentialState.page, "at", "Day", today)
        with st.popover("Download this sheet", type="tertiary"):
            downloads.links("sheet", ("csv", "json"), query)


def scope(catalog: Catalog, sheet: Credential) -> None:
    """Work, places and code sets, and what that classification rests on."""
    fact_list.show(scope_facts(catalog, sheet))


def scope_facts(catalog: Catalog, sheet: Credential) -> str:
    """Work, places and code sets, as a written list."""
    return fact_list.write(catalog, f"scope {sheet.id}", partial(_scope, sheet))


def _scope(sheet: Credential, facts: FactList) -> None:
    classification = sheet.classification
    for label, terms, sources in (
        ("Work", sheet.roles, classification.roles),
        ("Where", sheet.settings, classification.settings),
        ("Code sets", sheet.code_sets, classification.code_sets),
    ):
        if terms is None or (not terms and label == "Where"):
            facts.row(label, fact_list.not_found())
        else:
            listed = ", ".join(term.label for term in terms) or "none"
            facts.row(label, fact_list.words(listed))
        if sources:
            facts.text(f":small[From:]\n{figures.sources(facts.catalog, sources)}")
    facts.text(":small[Level, work and places are our classification, not the issuer's wording.]")
    facts.if_there("In short", sheet.scope)


def more(catalog: Catalog, sheet: Credential) -> None:
    """Holders, accreditation, and facts without a section of their own."""
    fact_list.show(more_facts(catalog, sheet))


def more_facts(catalog: Catalog, sheet: Credential) -> str:
    """Holders, accreditation, and facts without a section of their own, as a written list."""
    return fact_list.write(catalog, f"more {sheet.id}", partial(_more, sheet))


def _more(sheet: Credential, facts: FactList) -> None:
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


def disputes(catalog: Catalog, sheet: Credential) -> None:
    """Questions on which sources disagree: each side, and what is taken."""
    for dispute in sheet.disputed:
        figures.draw_dispute(catalog, dispute)


def gaps(_: Catalog, sheet: Credential) -> None:
    """What could not be found out, and who could settle it."""
    figures.draw_gaps(sheet.unknown)


def issuer(catalog: Catalog, sheet: Credential) -> None:
    """The body behind the credential, and what it says of all of its credentials."""
    body = catalog.issuers[sheet.issuer]
    if body.summary:
        st.markdown(escape(body.summary))
    fact_list.show(issuer_facts(catalog, body))
    if not (body.details or body.disputed or body.unknown):
        return

    def draw() -> None:
        fact_list.draw(catalog, f"more {body.id}", lambda facts: facts.notes(body.details))
        for dispute in body.disputed:
            figures.draw_dispute(catalog, dispute)
        figures.draw_gaps(body.unknown)

    figures.on_demand(f"More about {body.letters}", draw)


def issuer_facts(catalog: Catalog, body: Issuer) -> str:
    """What an issuer says of all of its credentials, as a written list."""
    return fact_list.write(catalog, f"issuer {body.id}", partial(_issuer, body))


def _issuer(body: Issuer, facts: FactList) -> None:
    facts.if_there("Founded", body.founded)
    facts.notes((*body.size, *body.membership_rules))
    for accreditation in body.accreditation or ():
        facts.row("Accreditation", facts.cell(accreditation.body, accreditation))


Section = Callable[[CredentialView], None]


def _of_sheet(draw: Callable[[Catalog, Credential], None]) -> Section:
    """A section that draws from the fact sheet alone."""
    return lambda view: draw(view.catalog, view.sheet)


def _sections(view: CredentialView) -> dict[str, Section]:
    """The sections that the credential has something for, by title, in order."""
    sheet = view.sheet
    every: list[tuple[SheetSection, Section, bool]] = [
        (SheetSection.EXAM, _of_sheet(exam.exam), True),
        (SheetSection.BLUEPRINT, _of_sheet(exam.blueprint), True),
        (SheetSection.ELIGIBILITY, rules.eligibility, True),
        (SheetSection.APPRENTICE, _of_sheet(rules.apprentice), bool(sheet.apprentice)),
        (SheetSection.FEES, fees.fees, True),
        (SheetSection.RENEWAL, _of_sheet(rules.renewal), True),
        (SheetSection.PASS_RATES, _of_sheet(exam.pass_rates), True),
        (SheetSection.EARNINGS, earnings, True),
        (SheetSection.SCOPE, _of_sheet(scope), True),
        (SheetSection.MORE, _of_sheet(more), True),
        (SheetSection.ISSUER, _of_sheet(issuer), True),
        (
            SheetSection.CLAIMS,
            _of_sheet(claim_cards.about_credential),
            bool(checked_claims(catalog()).about(sheet.id)),
        ),
        (SheetSection.DISPUTES, _of_sheet(disputes), bool(sheet.disputed)),
        (SheetSection.GAPS, _of_sheet(gaps), bool(sheet.unknown)),
    ]
    letters = view.issuer.letters
    return {part.heading(letters): section for part, section, applies in every if applies}


def table_of_contents(view: CredentialView) -> None:
    """The list of contents, each entry leading to its section."""
    st.markdown("**On this page**")
    st.markdown("\n".join(f"- [{title}](#{heading_anchor(title)})" for title in _sections(view)))


def every_section(view: CredentialView) -> None:
    """Every section under its heading."""
    for title, section in _sections(view).items():
        st.header(title, anchor=heading_anchor(title), help=glossary.for_label(title))
        section(view)
