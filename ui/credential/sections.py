"""The sections of the page Credential, which open to their sources, and their outline."""

from collections.abc import Callable, Mapping

import streamlit as st

from cert_model import careers, formatting
from cert_model.careers import sentences, survey_sentences
from cert_model.catalog import Catalog
from cert_model.content.claims import checked_claims
from cert_model.eligibility import is_retired
from cert_model.formatting.facts import format_price, format_price_name
from cert_model.formatting.markdown import escape, heading_anchor
from cert_model.schema import Credential, Price
from cert_model.vocabulary import PriceKind, Quantity
from ui.charts import exam_specs
from ui.components import claim_cards, downloads, earlier_day, estimates, exam, figures, glossary
from ui.credential import rules
from ui.credential.view_model import CredentialState, CredentialView, HeadlineFigure
from ui.shell import routes
from ui.shell.resources import catalog


def fees(view: CredentialView) -> None:
    """What the issuer charges now, what it charged, and how the exam price moved."""
    catalog, sheet = view.catalog, view.sheet
    if Quantity.EXAM_PRICE in view.estimates:
        estimates.row(catalog, "Exam, 1 attempt", Quantity.EXAM_PRICE, view.estimates)
    elif not any(fee.kind is PriceKind.EXAM for fee in sheet.fees):
        figures.fact(catalog, "Exam", None)
    for fee in sheet.fees:
        _fee(catalog, fee)
    _charged_for_all(view)
    if sheet.former_fees:
        st.markdown("**No longer offered in this form**")
        for fee in sheet.former_fees:
            _fee(catalog, fee)
    _price_history(view)


def _charged_for_all(view: CredentialView) -> None:
    """What the issuer charges for all of its credentials, and for some of them in general."""
    catalog, issuer = view.catalog, view.issuer
    letters = escape(issuer.letters)
    shared = (*issuer.dues, *issuer.fees)
    if shared or issuer.dues_in_general:
        st.markdown(f"**Charged by {letters} for all of its credentials**")
    if Quantity.DUES in view.estimates:
        estimates.row(catalog, "Dues a year", Quantity.DUES, view.estimates)
    for fee in shared:
        _fee(catalog, fee)
    if issuer.dues_in_general:
        label = "Dues a year, all kinds of membership"
        figures.fact(catalog, label, issuer.dues_in_general, unit="USD")
    for group in issuer.exam_groups:
        if view.sheet.level not in group.levels:
            continue
        if group.fees:
            st.markdown(f"**{letters}'s {escape(group.name)} in general**")
        for fee in group.fees:
            _fee(catalog, fee)


def _fee(catalog: Catalog, fee: Price) -> None:
    text = format_price(fee) if fee.stated.known else "not known today"
    with figures.row(format_price_name(fee)):
        figures.figure(catalog, text, fee.stated)


def _price_history(view: CredentialView) -> None:
    rows = view.price_history
    if rows is None:
        return
    takeaway = f"Exam prices of {view.sheet.code} by year"
    st.markdown("**The exam price over the years**")
    st.vega_lite_chart(rows, exam_specs.over_the_years("Price", "$"), alt=takeaway, key="prices")
    table = rows.select(["year", "series", "words"]).rename_columns(["Year", "For", "Price"])
    st.table(table, hide_index=True, alt=takeaway)


def earnings(view: CredentialView) -> None:
    """Every survey figure on the holders, newest first, with how to read it."""
    for row in view.survey_rows:
        with figures.row(f"{row.publisher}, {row.year}"):
            count = careers.survey_respondents(view.catalog, row)
            text = f"{row.measure.label} {sentences.format_per_year(row.amount)}"
            figures.figure(view.catalog, text, row)
            st.markdown(f":small[{escape(survey_sentences.format_respondents(count))}]")
    if not view.survey_rows:
        figures.not_found("No survey that names its holders was found.")
    for caveat in view.survey_caveats:
        st.markdown(f":small[{caveat}]")
    if st.button("Does it pay?", key="does_it_pay"):
        routes.careers([view.id])


_WRAPPED_METRICS = "<style>[data-testid='stMetricValue'] * {white-space: normal !important}</style>"
"""Lets a large figure of several words, such as a verdict, wrap rather than be cut off."""


def headline(view: CredentialView) -> None:
    """The figures people come for, large; what is worked out for a person, only of today."""
    st.html(_WRAPPED_METRICS)
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
    classification = sheet.classification
    for label, terms, sources in (
        ("Work", sheet.roles, classification.roles),
        ("Where", sheet.settings, classification.settings),
        ("Code sets", sheet.code_sets, classification.code_sets),
    ):
        with figures.row(label):
            if terms is None or (not terms and label == "Where"):
                figures.not_found()
                continue
            st.markdown(", ".join(escape(term.label) for term in terms) or "none")
        if sources:
            st.markdown(f":small[From:]\n{figures.sources(catalog, sources)}")
    st.markdown(":small[Level, work and places are our classification, not the issuer's wording.]")
    if sheet.scope:
        figures.fact(catalog, "In short", sheet.scope)


def more(catalog: Catalog, sheet: Credential) -> None:
    """Holders, accreditation, and facts without a section of their own."""
    if sheet.introduced:
        figures.fact(catalog, "Introduced", sheet.introduced)
    for former in sheet.former_names:
        figures.fact(catalog, former.label, former)
    for count in sheet.holders:
        with figures.row(f"Holders, {count.as_of or 'undated'}"):
            figures.figure(catalog, f"{count.value:,}", count)
    with figures.row("Accreditation"):
        if sheet.accreditation is None:
            figures.not_found()
        elif not sheet.accreditation:
            st.markdown("none")
        for body in sheet.accreditation or ():
            figures.figure(catalog, body.body, body)
    figures.notes(catalog, sheet.details)


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
    if body.founded:
        figures.fact(catalog, "Founded", body.founded)
    figures.notes(catalog, (*body.size, *body.membership_rules))
    for accreditation in body.accreditation or ():
        with figures.row("Accreditation"):
            figures.figure(catalog, accreditation.body, accreditation)
    if not (body.details or body.disputed or body.unknown):
        return

    def draw() -> None:
        figures.notes(catalog, body.details)
        for dispute in body.disputed:
            figures.draw_dispute(catalog, dispute)
        figures.draw_gaps(body.unknown)

    figures.on_demand(f"More about {body.letters}", draw)


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
        ("What it costs", fees, True),
        ("Keeping it", _of_sheet(rules.renewal), True),
        ("Who passes", _of_sheet(exam.pass_rates), True),
        ("What people with it report earning", earnings, True),
        ("What it covers", _of_sheet(scope), True),
        ("More about it", _of_sheet(more), True),
        (f"About {view.issuer.letters}", _of_sheet(issuer), True),
        (
            "Claims about it",
            _of_sheet(claim_cards.about_credential),
            bool(checked_claims(catalog()).about(sheet.id)),
        ),
        ("Where sources disagree", _of_sheet(disputes), bool(sheet.disputed)),
        (
            "What we do not know, and whom to ask",
            _of_sheet(gaps),
            bool(sheet.unknown),
        ),
    ]
    return {title: section for title, section, applies in every if applies}


def table_of_contents(view: CredentialView) -> None:
    """The list of contents, each entry leading to its section."""
    st.markdown("**On this page**")
    st.markdown("\n".join(f"- [{title}](#{heading_anchor(title)})" for title in _sections(view)))


def every_section(view: CredentialView) -> None:
    """Every section under its heading."""
    for title, section in _sections(view).items():
        st.header(title, anchor=heading_anchor(title), help=glossary.for_label(title))
        with st.container(gap="xsmall"):
            section(view)
