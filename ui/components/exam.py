"""The exam: what sitting it is like, what it asks about, and who passes."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from cert_model import formatting
from cert_model.catalog import Catalog
from cert_model.formatting.facts import format_reading
from cert_model.formatting.markdown import escape
from cert_model.prices import estimates_of
from cert_model.schema import Credential, Exam, Fact, PassRate
from cert_model.schema.exams import Domain, Retake
from cert_model.vocabulary import PassScale, Quantity
from ui.charts import exam_specs
from ui.components import chart_rows, estimates, figures


def exam(catalog: Catalog, sheet: Credential) -> None:
    """What sitting the exam is like."""
    rules, estimated = sheet.exam, estimates_of(catalog, sheet)
    if Quantity.QUESTIONS in estimated:
        estimates.row(catalog, "Questions", Quantity.QUESTIONS, estimated)
    else:
        figures.fact(catalog, "Questions", rules.questions)
    _if_there(catalog, "Scored questions", rules.scored_questions)
    _if_there(catalog, "Unscored trial questions", rules.pretest_questions)
    _if_there(catalog, "Cases", rules.cases)
    if Quantity.MINUTES in estimated:
        estimates.row(catalog, "Time", Quantity.MINUTES, estimated)
    else:
        figures.fact(catalog, "Time", rules.minutes, unit="minutes")
    _pass_mark(catalog, rules)
    figures.fact(catalog, "Question types", rules.item_types)
    figures.fact(catalog, "Books allowed", rules.open_book)
    _if_there(catalog, "Which books", rules.books)
    figures.fact(catalog, "Where it is taken", rules.delivery)
    _if_there(catalog, "Testing company", rules.vendor)
    _if_there(catalog, "Languages", rules.languages)
    if rules.retake:
        _retake(catalog, rules.retake)
    figures.notes(catalog, (*rules.scheduling, *rules.refund, *rules.details))
    issuer = catalog.issuers[sheet.issuer]
    groups = [group for group in issuer.exam_groups if sheet.level in group.levels]
    if issuer.exam == Exam() and not groups:
        return

    def draw() -> None:
        _shared_rules(catalog, issuer.exam)
        for group in groups:
            name = f"of {group.name} in general"
            _if_there(catalog, f"Questions {name}", group.questions)
            _if_there(catalog, f"Time {name}", group.minutes, unit="minutes")

    figures.on_demand(f"Rules of {issuer.letters} for all of its exams", draw)


def _shared_rules(catalog: Catalog, rules: Exam) -> None:
    """What an issuer says of all its exams; only what is there."""
    _if_there(catalog, "Where they are taken", rules.delivery)
    _if_there(catalog, "Testing company", rules.vendor)
    _if_there(catalog, "Languages", rules.languages)
    _if_there(catalog, "Books allowed", rules.open_book)
    _if_there(catalog, "Which books", rules.books)
    if rules.pass_mark:
        _pass_mark(catalog, rules)
    if rules.retake:
        _retake(catalog, rules.retake)
    figures.notes(catalog, (*rules.scheduling, *rules.refund, *rules.details))


def _if_there(catalog: Catalog, label: str, fact: Fact[Any] | None, unit: str = "") -> None:
    if fact is not None:
        figures.fact(catalog, label, fact, unit=unit)


def _pass_mark(catalog: Catalog, rules: Exam) -> None:
    mark = rules.pass_mark
    if mark is None or not (mark.known or mark.scale is PassScale.PASS_FAIL):
        figures.fact(catalog, "Passing score", mark)
        return
    text = format_reading(mark, mark.scale.label) if mark.known else mark.scale.label
    if mark.of:
        text += f" of {mark.of[0]:g} to {mark.of[1]:g}"
    with figures.row("Passing score"):
        figures.figure(catalog, text, mark)


def _retake(catalog: Catalog, retake: Retake) -> None:
    _if_there(catalog, "Wait before a retake", retake.wait_days, unit="days")
    _if_there(catalog, "Attempts allowed", retake.max_attempts)
    figures.notes(catalog, retake.rules)


def blueprint(catalog: Catalog, sheet: Credential) -> None:
    """What the exam asks about, as bars and as a table, and what it asked before."""
    if not sheet.exam.content:
        figures.not_found("The parts of this exam were not found.")
        return
    rows = chart_rows.blueprint_rows(catalog, sheet.id)
    takeaway = chart_rows.blueprint_takeaway(catalog, sheet.id)
    st.markdown(escape(takeaway))
    if chart_rows.weights_are_known(rows):
        st.vega_lite_chart(rows, exam_specs.blueprint(), alt=takeaway, key="blueprint")
    if sheet.exam.content_basis:
        figures.fact(catalog, "Where this comes from", sheet.exam.content_basis)
    with st.expander("Each part with its source"):
        _parts(catalog, sheet.exam.content)
    for outline in sheet.exam.other_outlines:
        with st.expander(escape(outline.label)):
            _parts(catalog, outline.domains)


def _parts(catalog: Catalog, domains: Sequence[Domain]) -> None:
    for domain in domains:
        unit = "%" if domain.unit == "percent" else "questions"
        figures.fact(catalog, domain.domain, domain, unit=unit)


def pass_rates(catalog: Catalog, sheet: Credential) -> None:
    """Pass rates over the years, or the word for not knowing them."""
    if sheet.exam.pass_rate_note:
        figures.fact(catalog, "What is published", sheet.exam.pass_rate_note)
    if not sheet.exam.pass_rates:
        figures.not_found("No pass rate was found.")
        return
    rows = chart_rows.pass_rate_rows(catalog, sheet.id)
    takeaway = chart_rows.pass_rate_takeaway(catalog, sheet.id)
    st.markdown(escape(takeaway))
    if chart_rows.spans_years(rows):
        chart = exam_specs.over_the_years("Pass rate, percent", "%")
        st.vega_lite_chart(rows, chart, alt=takeaway, key="pass_rates")
    for rate in sorted(sheet.exam.pass_rates, key=lambda rate: -(rate.year or 0)):
        with figures.row(str(rate.year or "Year not stated")):
            figures.figure(catalog, _rate_in_words(rate), rate)


def _rate_in_words(rate: PassRate) -> str:
    low = rate.percent if rate.percent is not None else rate.low
    high = rate.percent if rate.percent is not None else rate.high
    remarks = [
        f", n = {rate.n:,}" if rate.n else "",
        f", {rate.region}" if rate.region else "",
        ", a third party's estimate" if rate.estimate else "",
        ", superseded" if rate.superseded else "",
        ", doubtful" if rate.doubtful else "",
    ]
    return f"{formatting.format_range(low, high)} % of {rate.cohort.label}{''.join(remarks)}"
