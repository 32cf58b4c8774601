"""The headline figures, what a credential covers, its issuer, and what is not known."""

import streamlit as st

from cert_model import formatting
from cert_model.catalog import Catalog
from cert_model.catalog.derived import newest_pass_rate
from cert_model.formatting.markdown import escape
from cert_model.overview import overviews
from cert_model.prices.price_lists import exam_attempts, exam_fee_span, exam_fees
from cert_model.schema import Credential, Evidence
from ui.components import figures, glossary, open_questions
from ui.shell import person, routes
from ui.shell.resources import is_of_today

_WHOLE = "<style>[data-testid='stMetricValue'] * {white-space: normal !important}</style>"
"""Lets a large figure of several words, such as a verdict, wrap rather than be cut off."""


def headline(catalog: Catalog, sheet: Credential) -> None:
    """The figures people come for, large; what is worked out for a person, only of today."""
    st.html(_WHOLE)
    prices = exam_fees(sheet)
    low, high = exam_fee_span(sheet)
    rate = newest_pass_rate(sheet.exam)
    minutes = sheet.exam.minutes
    attempts = exam_attempts(sheet)
    price = "Exam price" if attempts == 1 else f"Exam price, {attempts} attempts"
    _large(catalog, price, formatting.format_money(low, high), prices[0].amount if prices else None)
    if is_of_today(catalog):
        costs = overviews(catalog)[sheet.id]
        _computed(sheet, "First year", costs.first_year_cost, costs.first_year_complete)
        _computed(sheet, "Upkeep a year", costs.yearly_upkeep, costs.upkeep_complete)
        _may_sit(catalog, sheet)
    _large(catalog, "Time", formatting.format_duration(minutes.top if minutes else None), minutes)
    _large(catalog, "Pass rate", f"{rate.percent:g} %" if rate else formatting.NOT_FOUND, rate)


def _may_sit(catalog: Catalog, sheet: Credential) -> None:
    mine = person.personal_view(catalog)
    with st.container(gap="xsmall"):
        st.metric("May I sit", mine.verdict_texts[sheet.id])
        left = mine.interview.open_questions_for(sheet.id)
        if st.button("answer them" if left else "my answers", type="tertiary", key="may_sit"):
            routes.eligibility([sheet.id])


def _computed(sheet: Credential, label: str, cost: float | None, complete: bool) -> None:
    with st.container(gap="xsmall"):
        st.metric(label, formatting.format_total(cost, complete), help=glossary.for_label(label))
        if st.button("arithmetic", type="tertiary", key=f"arithmetic:{label}"):
            routes.costs([sheet.id])


def _large(catalog: Catalog, label: str, text: str, statement: Evidence | None) -> None:
    with st.container(gap="xsmall"):
        st.metric(label, text, help=glossary.for_label(label))
        if statement is not None and not is_of_today(catalog):
            st.markdown(f":small[as of {escape(formatting.format_period(statement.as_of))}]")
        if statement is None:
            figures.not_found("no source")
        else:
            figures.evidence_button(catalog, text, statement, money=label.startswith("Exam price"))


def scope(catalog: Catalog, sheet: Credential) -> None:
    """Work, places and code sets, and what that sorting rests on."""
    held = sheet.classification
    for label, terms, named in (
        ("Work", sheet.roles, held.roles),
        ("Where", sheet.settings, held.settings),
        ("Code sets", sheet.code_sets, held.code_sets),
    ):
        with figures.row(label):
            if terms is None or (not terms and label == "Where"):
                figures.not_found()
                continue
            st.markdown(", ".join(escape(term.label) for term in terms) or "none")
        if named:
            st.markdown(f":small[From:]\n{figures.sources(catalog, named)}")
    st.markdown(":small[Level, work and places are our sorting, not the issuer's wording.]")
    if sheet.scope:
        figures.fact(catalog, "In short", sheet.scope)


def more(catalog: Catalog, sheet: Credential) -> None:
    """Holders, accreditation, and facts without a section of their own."""
    if sheet.introduced:
        figures.fact(catalog, "Introduced", sheet.introduced)
    for former in sheet.former_names:
        figures.fact(catalog, former.label, former)
    for held in sheet.holders:
        with figures.row(f"Holders, {held.as_of or 'undated'}"):
            figures.figure(catalog, f"{held.value:,}", held)
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
        open_questions.dispute(catalog, dispute)


def unknown(_: Catalog, sheet: Credential) -> None:
    """What could not be found out, and who could settle it."""
    open_questions.gaps(sheet.unknown)


def issuer(catalog: Catalog, sheet: Credential) -> None:
    """The body behind the credential, and what it says of all of its credentials."""
    body = catalog.issuers[sheet.issuer]
    if body.summary:
        st.markdown(escape(body.summary))
    if body.founded:
        figures.fact(catalog, "Founded", body.founded)
    figures.notes(catalog, (*body.size, *body.membership_rules))
    for each in body.accreditation or ():
        with figures.row("Accreditation"):
            figures.figure(catalog, each.body, each)
    if not (body.details or body.disputed or body.unknown):
        return
    with figures.on_demand(f"More about {body.letters}") as opened:
        if opened:
            figures.notes(catalog, body.details)
            for dispute in body.disputed:
                open_questions.dispute(catalog, dispute)
            open_questions.gaps(body.unknown)
