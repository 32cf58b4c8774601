"""The exam: what sitting it is like, what it asks about, and who passes."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from cert_model import formatting
from cert_model.catalog import Catalog
from cert_model.formatting.facts import format_pass_mark, format_pass_rate
from cert_model.formatting.markdown import escape
from cert_model.prices import estimates_of
from cert_model.schema import Credential, Exam, Fact
from cert_model.schema.exams import Domain, Retake, have_weights
from cert_model.vocabulary import PassScale, Quantity
from ui.charts import exam_specs
from ui.components import chart_rows, estimates, fact_list, figures, line_names
from ui.components.fact_list import Bar, FactList


def exam(catalog: Catalog, sheet: Credential) -> None:
    """What sitting the exam is like."""
    fact_list.show(exam_facts(catalog, sheet))


def exam_facts(catalog: Catalog, sheet: Credential) -> Markup:
    """What sitting the exam is like, as a written list."""
    return fact_list.write(catalog, f"exam {sheet.id}", partial(_exam, sheet))


def _exam(sheet: Credential, facts: FactList) -> None:
    rules, estimated = sheet.exam, estimates_of(facts.catalog, sheet)
    if Quantity.QUESTIONS in estimated:
        estimates.row(facts, "Questions", Quantity.QUESTIONS, estimated)
    else:
        facts.fact("Questions", rules.questions)
    facts.if_there("Scored questions", rules.scored_questions)
    facts.if_there("Unscored trial questions", rules.pretest_questions)
    facts.if_there("Cases", rules.cases)
    if Quantity.MINUTES in estimated:
        estimates.row(facts, "Time", Quantity.MINUTES, estimated)
    else:
        _time(facts, rules.minutes)
    _pass_mark(facts, rules)
    facts.fact("Question types", rules.item_types)
    facts.fact("Books allowed", rules.open_book)
    facts.if_there("Which books", rules.books)
    facts.fact("Where it is taken", rules.delivery)
    facts.if_there("Testing company", rules.vendor)
    facts.if_there("Languages", rules.languages)
    if rules.retake:
        _retake(facts, rules.retake)
    with facts.fold("Booking, refunds and other rules"):
        facts.notes((*rules.scheduling, *rules.refund, *rules.details))
    issuer = facts.catalog.issuers[sheet.issuer]
    with facts.fold(f"{issuer.letters} rules for all of its exams"):
        _shared_rules(facts, issuer.exam)
        for group in issuer.exam_groups:
            if sheet.level in group.levels:
                name = f"of {group.name} in general"
                facts.if_there(f"Questions {name}", group.questions)
                facts.if_there(f"Time {name}", group.minutes, "minutes")


def _shared_rules(facts: FactList, rules: Exam) -> None:
    """What an issuer says of all its exams; only what is there."""
    facts.if_there("Where they are taken", rules.delivery)
    facts.if_there("Testing company", rules.vendor)
    facts.if_there("Languages", rules.languages)
    facts.if_there("Books allowed", rules.open_book)
    facts.if_there("Which books", rules.books)
    if rules.pass_mark:
        _pass_mark(facts, rules)
    if rules.retake:
        _retake(facts, rules.retake)
    facts.notes((*rules.scheduling, *rules.refund, *rules.details))


def _time(facts: FactList, minutes: Fact[int] | None) -> None:
    """How long the exam takes, in the words of the figure at the top of the page."""
    if minutes is None or minutes.value is None:
        facts.fact("Time", minutes, "minutes")
    else:
        facts.row("Time", facts.cell(formatting.format_duration(minutes.value), minutes, "minutes"))


def _pass_mark(facts: FactList, rules: Exam) -> None:
    mark = rules.pass_mark
    if mark is None or not (mark.known or mark.scale is PassScale.PASS_FAIL):
        facts.fact("Passing score", mark)
        return
    facts.row("Passing score", facts.cell(format_pass_mark(mark), mark))


def _retake(facts: FactList, retake: Retake) -> None:
    facts.if_there("Wait before a retake", retake.wait_days, "days")
    facts.if_there("Attempts allowed", retake.max_attempts)
    facts.notes(retake.rules)


def blueprint(catalog: Catalog, sheet: Credential) -> None:
    """What the exam asks about, as bars that open to their sources, and what it asked before."""
    if not sheet.exam.content:
        figures.not_found("The parts of this exam were not found.")
        return
    st.markdown(escape(chart_rows.blueprint_takeaway(catalog, sheet.id)))
    fact_list.show(outline_facts(catalog, sheet))


def outline_facts(catalog: Catalog, sheet: Credential) -> Markup:
    """The parts of the exam, now and in folds before, as a written list."""
    return fact_list.write(catalog, f"parts {sheet.id}", partial(_outlines, sheet.exam))


def part_facts(catalog: Catalog, sheet: Credential) -> Markup:
    """The parts of the exam alone, as a written list."""
    return fact_list.write(catalog, f"parts alone {sheet.id}", partial(_parts, sheet.exam.content))


def _outlines(exam: Exam, facts: FactList) -> None:
    _parts(exam.content, facts)
    facts.if_there("Where this comes from", exam.content_basis)
    for outline in exam.other_outlines:
        with facts.fold(outline.label):
            _parts(outline.domains, facts)


def _parts(domains: Sequence[Domain], facts: FactList) -> None:
    """Each part with its weight; bars only where a weight is known."""
    if not have_weights(domains):
        for domain in domains:
            facts.fact(domain.domain, domain)
        return
    facts.bars([_bar(domain, facts) for domain in domains])


def _bar(domain: Domain, facts: FactList) -> Bar:
    """A part with the range of its weight; of no length where that is not known."""
    high = domain.top or 0
    low = high if domain.bottom is None else domain.bottom
    unit = "%" if domain.unit == "percent" else "questions"
    return Bar(domain.domain, low, high, facts.cell_of(domain, unit))


def pass_rates(catalog: Catalog, sheet: Credential) -> None:
    """Pass rates over the years, or the word for not knowing them."""
    fact_list.show(published_facts(catalog, sheet))
    if not sheet.exam.pass_rates:
        figures.not_found("No pass rate was found.")
        return
    rows = chart_rows.pass_rate_rows(catalog, sheet.id)
    takeaway = chart_rows.pass_rate_takeaway(catalog, sheet.id)
    st.markdown(escape(takeaway))
    if chart_rows.spans_years(rows):
        letters = line_names.widest(rows["name"])
        chart = exam_specs.over_the_years("Pass rate, percent", "%", letters)
        st.vega_lite_chart(rows, chart, alt=takeaway, key="pass_rates")
    fact_list.show(rate_facts(catalog, sheet))


def published_facts(catalog: Catalog, sheet: Credential) -> Markup:
    """What the issuer publishes of pass rates, as a written list; empty where that is not known."""

    def add(facts: FactList) -> None:
        facts.if_there("What is published", sheet.exam.pass_rate_note)

    return fact_list.write(catalog, f"pass rates {sheet.id}", add)


def rate_facts(catalog: Catalog, sheet: Credential) -> Markup:
    """The pass rates over the years, newest first, as a written list."""
    return fact_list.write(catalog, f"rates {sheet.id}", partial(_rates, sheet))


def _rates(sheet: Credential, facts: FactList) -> None:
    for rate in sorted(sheet.exam.pass_rates, key=lambda rate: -(rate.year or 0)):
        label = str(rate.year or "Year not stated")
        facts.row(label, facts.cell(format_pass_rate(rate), rate))
