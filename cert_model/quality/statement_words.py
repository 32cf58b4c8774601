"""Statements in words: what each is called, and its value."""

from collections.abc import Sequence
from typing import Any

from cert_model.explore.sentences import format_weight
from cert_model.formatting import NOT_FOUND
from cert_model.formatting.facts import (
    format_pass_rate,
    format_price,
    format_price_name,
    format_reading,
    format_rule,
    format_value,
)
from cert_model.quality import harm
from cert_model.schema import (
    Credential,
    Domain,
    Exam,
    Issuer,
    Model,
    Note,
    PassMark,
    PassRate,
    Price,
    Reading,
)
from cert_model.schema.credentials import ExamGroup
from cert_model.schema.facts import FieldPath
from cert_model.schema.rules import AllOf, AnyOf
from cert_model.vocabulary import Term

_LABELS = {
    "status": "Status",
    "exam.content": "Parts of the exam",
    "exam.cases": "Cases",
    "exam.content_basis": "Where the parts of the exam come from",
    "exam.delivery": "Where the exam is taken",
    "exam.item_types": "Question types",
    "exam.minutes": "Time, minutes",
    "exam.open_book": "Books allowed",
    "exam.books": "Which books",
    "exam_groups.minutes": "Time, minutes",
    "exam.pass_mark": "Passing score",
    "exam.pass_rate_note": "What is published on pass rates",
    "exam.vendor": "Testing company",
    "exam.retake.wait_days": "Wait before a retake, days",
    "exam.retake.max_attempts": "Attempts allowed",
    "general_rule": "Eligibility for its exams in general",
    "eligibility.required": "Required for the exam",
    "eligibility.recommended": "Recommended before the exam",
    "eligibility.consequences": "What passing leads to",
    "eligibility.history": "The rule before",
    "membership.to_sit": "Membership to take the exam",
    "membership.to_hold": "Membership to keep it",
    "replaces": "Replaces",
    "priced_apart": "Priced apart from the issuer's other exams",
    "dues_in_general": "Yearly dues, all kinds of membership, dollars",
    "apprentice.meaning": "The apprentice designation",
    "renewal.cycle_months": "Cycle, months",
    "renewal.ceus": "Continuing education",
    "renewal.cycle": "When a cycle ends",
    "renewal.by_exam": "Renewed by passing an exam again",
    "renewal.first_cycle.ceus_a_month": "CEUs a month in a first cycle",
    "renewal.ceu_shares.percent": "Share of CEUs",
    "renewal.ceu_examples.ceus": "CEUs in the issuer's own example",
    "renewal.counts_twice": "One CEU counts for several credentials",
    "renewal.carried_over": "Surplus CEUs count in the next cycle",
    "renewal.providers": "Whose courses count",
    "renewal.reinstatement.possible": "It can be reinstated without an exam",
    "renewal.reinstatement.missed_dues": "What was missed is made up",
    "renewal.reinstatement.exam_again": "Only the exam brings it back",
    "renewal.ceus_by_number.ceus": "CEUs",
    "renewal.subject_ceus.ceus": "CEUs",
    "renewal.additional_ceus": "Continuing education for each further credential",
    "renewal.ceus_cap": "Most continuing education for several credentials",
    "renewal.grace_days": "Grace period, days",
    "renewal.reinstatement.fee": "Reinstatement fee, dollars",
    "renewal.reinstatement.window_years": "Reinstatement within, years",
}


def label_of(path: FieldPath, chain: Sequence[Any]) -> str:
    """The label of a statement, after the name of the entry that holds it, such as a program."""
    label = _own_label(path, chain)
    entry = next((model for model in reversed(chain[:-1]) if _is_named_entry(model)), None)
    return label if entry is None else f"{entry.name}: {label}"


def _is_named_entry(value: Any) -> bool:
    if isinstance(value, Credential | Issuer):
        return False
    return isinstance(value, ExamGroup) or (
        isinstance(value, Model) and hasattr(value, "name") and hasattr(value, "id")
    )


def _own_label(path: FieldPath, chain: Sequence[Any]) -> str:
    last, parent = chain[-1], chain[-2]
    if isinstance(last, Note):
        return f"{last.label}, {last.unit}" if last.unit else last.label
    if isinstance(parent, Price):
        return format_price_name(parent)
    if isinstance(last, PassRate):
        return f"Pass rate, {last.year or 'year not stated'}"
    for owner in (last, parent):
        for field in ("label", "topic", "option", "body"):
            if isinstance(name := getattr(owner, field, None), str):
                name = name.label if isinstance(name, Term) else name
                alone = owner is last or path[-1] == "amount"
                return name if alone else f"{name}: {_field_label(path)}"
    if isinstance(held := getattr(parent, "credentials", None), int):
        return f"{_field_label(path)}, when holding {held}"
    return _field_label(path)


def _field_label(path: FieldPath) -> str:
    """The label of a field; its name in words where it has none."""
    if label := _LABELS.get(harm.schema_path(path)):
        return label
    name = [step for step in path if isinstance(step, str)][-1]
    return name.replace("_", " ").capitalize().replace("ceu", "CEU")


def text_of(chain: Sequence[Any]) -> str:
    """The value at the end of a chain, in words."""
    last, parent = chain[-1], chain[-2]
    if isinstance(parent, Price):
        return format_price(parent) if isinstance(last, Reading) and last.known else NOT_FOUND
    domains = last if isinstance(parent, Exam) and isinstance(last, tuple) else None
    if domains or isinstance(domains := getattr(last, "domains", None), tuple):
        return _blueprint_text(domains)
    return _reading_text(last) if isinstance(last, Reading) else _other_text(last)


def _blueprint_text(domains: Sequence[Domain]) -> str:
    return "; ".join(
        f"{domain.domain}: {format_weight(domain.bottom or 0, domain.top, domain.unit)}"
        for domain in domains
    )


def _reading_text(reading: Reading[Any]) -> str:
    if not isinstance(reading, PassMark):
        return format_reading(reading)
    return format_reading(reading, reading.scale.label) if reading.known else reading.scale.label


_VALUES_OF_OTHERS = ("text", "value", "body", "program", "credential")
"""The fields that hold the value of a statement that is no reading."""


def _other_text(statement: Any) -> str:
    """A statement that is no reading: a pass rate, a rule, or a text."""
    if isinstance(statement, PassRate):
        return format_pass_rate(statement)
    if isinstance(statement, AllOf | AnyOf):
        return format_rule(statement)
    values = (getattr(statement, name, None) for name in _VALUES_OF_OTHERS)
    return next((format_value(value) for value in values if value is not None), NOT_FOUND)
