"""The sections of a credential's page, each a list of figures that open to their sources."""

import streamlit as st

from cert_model import takeaways, wording
from cert_model.catalog import Catalog
from cert_model.catalog.inheritance import renewal_of
from cert_model.catalog.overview import exam_fee_span, exam_fees, newest_pass_rate
from cert_model.schema import Credential, Evidence, Exam, Fee
from cert_model.schema.exams import Outline, Retake
from cert_model.vocabulary import Currency, FeeKind, PassScale
from ui import charts, figures
from ui.credential_data import blueprint_rows, pass_rate_rows, price_rows
from ui.markdown import escape


def headline(catalog: Catalog, sheet: Credential) -> None:
    """The figures people come for, large."""
    prices = exam_fees(sheet)
    low, high = exam_fee_span(sheet)
    rate = newest_pass_rate(sheet.exam)
    minutes = sheet.exam.minutes
    ceus = renewal_of(sheet, catalog.issuers[sheet.issuer]).ceus
    attempts = max((fee.attempts or 1 for fee in prices), default=1)
    price = "Exam price" if attempts == 1 else f"Exam price, {attempts} attempts"
    _large(catalog, price, wording.dollars(low, high), prices[0].amount if prices else None)
    _large(catalog, "Time", wording.hours(minutes.top if minutes else None), minutes)
    _large(catalog, "Pass rate", f"{rate.percent:g} %" if rate else wording.NOT_FOUND, rate)
    _large(catalog, "CEUs a cycle", figures.said(ceus) if ceus else wording.NOT_FOUND, ceus)


def _large(catalog: Catalog, label: str, text: str, statement: Evidence | None) -> None:
    with st.container(gap="xsmall"):
        st.metric(label, text)
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


def exam(catalog: Catalog, sheet: Credential) -> None:
    """What sitting the exam is like."""
    found = sheet.exam
    figures.fact(catalog, "Questions", found.questions)
    if found.scored_questions:
        figures.fact(catalog, "Scored questions", found.scored_questions)
    if found.pretest_questions:
        figures.fact(catalog, "Unscored trial questions", found.pretest_questions)
    if found.cases:
        figures.fact(catalog, "Cases", found.cases)
    figures.fact(catalog, "Time", found.minutes, unit="minutes")
    _pass_mark(catalog, found)
    figures.fact(catalog, "Kinds of questions", found.item_types)
    figures.fact(catalog, "Books allowed", found.open_book)
    if found.books:
        figures.fact(catalog, "Which books", found.books)
    figures.fact(catalog, "Where it is taken", found.delivery)
    if found.vendor:
        figures.fact(catalog, "Testing company", found.vendor)
    if found.languages:
        figures.fact(catalog, "Languages", found.languages)
    if found.retake:
        _retake(catalog, found.retake)
    figures.notes(catalog, (*found.scheduling, *found.refund, *found.details))


def _pass_mark(catalog: Catalog, found: Exam) -> None:
    mark = found.pass_mark
    if mark is None or not mark.known:
        figures.fact(catalog, "To pass", mark)
        return
    text = figures.said(mark, "" if mark.scale is PassScale.PASS_FAIL else mark.scale.label)
    if mark.of:
        text += f" of {mark.of[0]:g} to {mark.of[1]:g}"
    with figures.row("To pass"):
        figures.figure(catalog, text, mark)


def _retake(catalog: Catalog, retake: Retake) -> None:
    if retake.wait_days:
        figures.fact(catalog, "Wait before a retake", retake.wait_days, unit="days")
    if retake.max_attempts:
        figures.fact(catalog, "Attempts allowed", retake.max_attempts)
    figures.notes(catalog, retake.rules)


def blueprint(catalog: Catalog, sheet: Credential) -> None:
    """What the exam asks about, as bars and as a table, and what it asked before."""
    if not sheet.exam.content:
        figures.not_found("The parts of this exam were not found.")
        return
    rows = blueprint_rows(catalog, sheet.id)
    takeaway = takeaways.blueprint(catalog.content_of(sheet.id))
    st.markdown(escape(takeaway))
    if rows["high"].notna().any():
        st.vega_lite_chart(rows, charts.blueprint(), alt=takeaway, key="blueprint")
    if sheet.exam.content_basis:
        figures.fact(catalog, "Where this comes from", sheet.exam.content_basis)
    with st.expander("Each part with its source"):
        for domain in sheet.exam.content:
            unit = "%" if domain.unit == "percent" else "questions"
            figures.fact(catalog, domain.domain, domain, unit=unit)
    for outline in sheet.exam.other_outlines:
        _outline(catalog, outline)


def _outline(catalog: Catalog, outline: Outline) -> None:
    with st.expander(escape(outline.label)):
        for domain in outline.domains:
            unit = "%" if domain.unit == "percent" else "questions"
            figures.fact(catalog, domain.domain, domain, unit=unit)


def fees(catalog: Catalog, sheet: Credential) -> None:
    """What the issuer charges now, what it charged, and how the exam price moved."""
    if not any(fee.kind is FeeKind.EXAM for fee in sheet.fees):
        figures.fact(catalog, "Exam", None)
    for fee in sheet.fees:
        _fee(catalog, fee)
    issuer = catalog.issuers[sheet.issuer]
    shared = (*issuer.dues, *issuer.fees)
    if shared:
        st.markdown(f"**Charged by {escape(issuer.letters)} for all of its credentials**")
        for fee in shared:
            _fee(catalog, fee)
    if sheet.former_fees:
        st.markdown("**No longer offered in this shape**")
        for fee in sheet.former_fees:
            _fee(catalog, fee)
    _price_history(catalog, sheet)


def _fee(catalog: Catalog, fee: Fee) -> None:
    parts = [
        fee.kind.label,
        fee.audience.label if fee.audience != "all" else "",
        _lower_first(fee.label),
    ]
    if fee.attempts:
        parts.append(wording.plural(fee.attempts, "attempt"))
    amount = fee.amount or fee.percent
    assert amount is not None, "a fee has an amount or a percentage"
    with figures.row(", ".join(filter(None, parts))):
        if not amount.known:
            figures.figure(catalog, "not known today", amount, money=True)
            return
        figures.figure(catalog, _price(fee), amount, money=True)


def _lower_first(label: str | None) -> str:
    """The label inside a sentence: an ordinary capital becomes small, letters stay."""
    if not label or label[1:2].isupper():
        return label or ""
    return label[0].lower() + label[1:]


def _price(fee: Fee) -> str:
    per = f" per {fee.per}" if fee.per else ""
    if fee.percent:
        return f"{figures.said(fee.percent)} %{per}"
    assert fee.amount is not None, "a fee has an amount or a percentage"
    sign = fee.currency.label if fee.currency is not Currency.USD else "$"
    return f"{wording.dollars(fee.amount.bottom, fee.amount.top, sign)}{per}"


def _price_history(catalog: Catalog, sheet: Credential) -> None:
    rows = price_rows(catalog, sheet.id)
    if rows["year"].nunique() < 2:
        return
    st.markdown("**The exam price over the years**")
    st.vega_lite_chart(
        rows,
        charts.over_the_years("Price", "$"),
        alt=f"Exam prices of {sheet.code} by year",
        key="prices",
    )
    st.dataframe(
        rows, hide_index=True, alt=f"Exam prices of {sheet.code} by year", key="price_table"
    )


def pass_rates(catalog: Catalog, sheet: Credential) -> None:
    """Pass rates over the years, or the word for not knowing them."""
    if sheet.exam.pass_rate_note:
        figures.fact(catalog, "What is published", sheet.exam.pass_rate_note)
    if not sheet.exam.pass_rates:
        figures.not_found("No pass rate was found.")
        return
    rows = pass_rate_rows(catalog, sheet.id)
    takeaway = takeaways.pass_rates(catalog.stated_rates_of(sheet.id))
    st.markdown(escape(takeaway))
    if rows["year"].nunique() > 1:
        chart = charts.over_the_years("Pass rate, percent", "%")
        st.vega_lite_chart(rows, chart, alt=takeaway, key="pass_rates")
    for rate in sorted(sheet.exam.pass_rates, key=lambda each: -(each.year or 0)):
        low = rate.percent if rate.percent is not None else rate.low
        high = rate.percent if rate.percent is not None else rate.high
        counted = f", n = {rate.n:,}" if rate.n else ""
        kind = (
            ", an outsider's estimate"
            if rate.estimate
            else ", superseded"
            if rate.superseded
            else ""
        )
        with figures.row(str(rate.year or "Year not stated")):
            text = f"{wording.span(low, high)} % of {rate.cohort.label}{counted}{kind}"
            figures.figure(catalog, text, rate)


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
        with st.container(border=True):
            st.markdown(f"**{escape(dispute.topic)}**")
            for rival in dispute.values:
                st.markdown(f"“{escape(rival.value)}”\n\n{figures.sources(catalog, rival.src)}")
            st.markdown(f"Taken here: **{escape(dispute.taken)}**. {escape(dispute.why)}")


def unknown(_: Catalog, sheet: Credential) -> None:
    """What could not be found out, and who could settle it."""
    for gap in sheet.unknown:
        ask = f"  \nAsk: {escape(gap.ask)}" if gap.ask else ""
        st.markdown(f"- {escape(gap.what)}{ask}")
