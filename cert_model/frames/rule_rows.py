"""The plain rows behind the frames on rules: a row per condition, and per rule of renewal."""

from collections.abc import Iterator, Mapping
from typing import Any

from cert_model.catalog import Catalog
from cert_model.frames.evidence import Row, evidence_columns, format_any, state_of, value_of
from cert_model.schema import Evidence, Model
from cert_model.schema.facts import FieldPath, Note, find_statements
from cert_model.schema.renewal import (
    CeuExample,
    CeusByNumber,
    CeuShare,
    CycleRule,
    LapseStep,
    Renewal,
    SubjectCeus,
)
from cert_model.schema.rules import Rule, ways_to_meet

_NOT_CURRENT = ("history", "disputed")


def condition_rows(catalog: Catalog) -> Iterator[Row]:
    """One row per condition of each way to meet a rule on who may sit."""
    for issuer in catalog.issuers.values():
        if issuer.general_rule is not None:
            owner = {"credential": None, "issuer": issuer.id, "leads_to": None}
            yield from _conditions(catalog, {**owner, "rule": "general"}, issuer.general_rule)
    for sheet in catalog.credentials.values():
        rules = sheet.eligibility
        owner = {"credential": sheet.id, "issuer": sheet.issuer, "leads_to": None}
        for name, rule in (("required", rules.required), ("recommended", rules.recommended)):
            if rule is not None:
                yield from _conditions(catalog, {**owner, "rule": name}, rule)
        for consequence in rules.consequences:
            leads_to = consequence.marks or consequence.text
            described = {**owner, "rule": "consequence", "leads_to": leads_to}
            yield from _conditions(catalog, described, consequence.unless)


_TERMS = {
    "education": "at_least",
    "experience": "kind",
    "credential": "any",
    "training": "subject",
    "course": "all",
    "him-program": "any",
    "license": "any",
}
"""The field with the terms that meet a test, by the test."""

_LEAST = {"experience": "months", "credential": "at_least", "age": "at_least"}
"""The field with the least number that a test asks for, by the test."""

_OF_SOME_TESTS = ("role", "stage", "within_years", "under_years")


def _conditions(catalog: Catalog, described: Row, rule: Rule) -> Iterator[Row]:
    for way, tests in enumerate(ways_to_meet(rule), start=1):
        for position, test in enumerate(tests, start=1):
            yield {
                **described,
                "way": way,
                "position": position,
                "test": test.test,
                "text": test.text,
                "terms": getattr(test, _TERMS.get(test.test, ""), None) or None,
                "least": getattr(test, _LEAST.get(test.test, ""), None),
                **{
                    name: getattr(test, name, None)
                    for name in (*_OF_SOME_TESTS, "question", "page")
                },
                "approved_by": getattr(test, "approved_by", None) or None,
                "limit": test.unasked,
                "note": test.note,
                **evidence_columns(catalog, test),
            }


_UNITS = {
    "cycle_months": "months",
    "ceus": "CEUs",
    "ceus_a_month": "CEUs a month",
    "additional_ceus": "CEUs",
    "ceus_cap": "CEUs",
    "percent": "percent",
    "grace_days": "days",
    "window_years": "years",
    "fee": "USD",
}
"""The unit of a number under ``renewal``, by the field that has it."""


def renewal_rows(catalog: Catalog) -> Iterator[Row]:
    """One row per rule of renewal, of a credential or of all those of an issuer."""
    for issuer in catalog.issuers.values():
        names = {"credential": None, "issuer": issuer.id}
        yield from _renewal_rows(catalog, issuer.renewal, names)
    for sheet in catalog.credentials.values():
        names = {"credential": sheet.id, "issuer": sheet.issuer}
        yield from _renewal_rows(catalog, sheet.renewal, names)


def _renewal_rows(catalog: Catalog, renewal: Renewal, names: Row) -> Iterator[Row]:
    for place, statement in find_statements(renewal):
        entry, position = _entry_at(renewal, place)
        fields = [step for step in place if isinstance(step, str) and step not in _NOT_CURRENT]
        yield {
            **names,
            "rule": ".".join(fields),
            "position": position,
            **_told_apart(entry),
            "value": format_any(value_of(statement)),
            **_ends(statement),
            "unit": _unit(fields[-1], entry),
            "state": state_of(place),
            "note": statement.note,
            **evidence_columns(catalog, statement),
        }


def _entry_at(renewal: Renewal, place: FieldPath) -> tuple[Model, int | None]:
    """The rule that a statement belongs to, and its place among several, from 1."""
    entry: Any = getattr(renewal, str(place[0]))
    if not isinstance(entry, tuple):
        return entry, None
    position = place[1]
    assert isinstance(position, int), "a place in a list is a number"
    return entry[position], position + 1


_TOLD_APART: Mapping[type[Model], Mapping[str, str]] = {
    SubjectCeus: {"topic": "topic", "topic_is": "part"},
    CeuShare: {"topic": "topic", "topic_is": "part", "since": "since"},
    CeusByNumber: {"credentials": "credentials", "or_more": "or_more"},
    CeuExample: {"for_credentials": "credentials"},
    CycleRule: {"month": "month", "day": "day", "year_follows_month": "year_follows_month"},
    LapseStep: {"topic": "label", "becomes": "state", "fee": "fee"},
    Note: {"topic": "label"},
}
"""By kind of rule, the columns that tell it from others of its kind, and its fields with them."""

_TELL_APART = tuple(dict.fromkeys(name for names in _TOLD_APART.values() for name in names))


def _told_apart(entry: Model) -> Row:
    """What tells a rule from others of its kind."""
    fields = _TOLD_APART.get(type(entry), {})
    return {
        column: getattr(entry, fields[column]) if column in fields else None
        for column in _TELL_APART
    }


def _ends(statement: Evidence) -> Row:
    """Both ends of a statement that is a number or a range of numbers."""
    ends = {
        "low": getattr(statement, "bottom", None),
        "high": getattr(statement, "top", None),
    }
    are_numbers = all(isinstance(end, int | float) for end in ends.values())
    return ends if are_numbers and not isinstance(ends["low"], bool) else dict.fromkeys(ends)


def _unit(field: str, entry: Model) -> str | None:
    """The unit of a number."""
    if isinstance(entry, LapseStep) and entry.counted_in is not None:
        return entry.counted_in
    return entry.unit if isinstance(entry, Note) else _UNITS.get(field)
