"""The statements of a fact sheet today, each a unit that a reader takes as one.

A blueprint of sixteen parts or a rule of five conditions is one statement: it is read, goes
out of date and is corrected as a whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cert_model.catalog import Catalog
from cert_model.catalog.derived import newest_pass_rate
from cert_model.catalog.subjects import (
    PREPARATION,
    FactRef,
    is_borrowed,
    sheets_by_subject,
    subject_label,
)
from cert_model.explore.sentences import format_weight
from cert_model.formatting import NOT_FOUND, as_phrase, format_range
from cert_model.formatting.facts import (
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
    Evidence,
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
from cert_model.schema.facts import FieldPath, find_statements
from cert_model.schema.rules import AllOf, AnyOf
from cert_model.vocabulary import Status, Term

_UNITS: tuple[tuple[str, ...], ...] = (
    ("general_rule",),
    ("exam", "content"),
    ("eligibility", "required"),
    ("eligibility", "recommended"),
)
"""Paths below which everything is one statement."""
_LISTS_OF_UNITS: tuple[tuple[str, ...], ...] = (
    ("eligibility", "consequences"),
    ("exam", "other_outlines"),
)
"""Paths of lists in which everything below an entry is one statement."""

_NOT_CURRENT = {"history", "disputed"}
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
    "general_rule": "Who may sit for its exams in general",
    "eligibility.required": "Required to sit",
    "eligibility.recommended": "Advised before sitting",
    "eligibility.consequences": "What passing leads to",
    "eligibility.history": "The rule before",
    "membership.to_sit": "Membership needed to sit",
    "membership.to_hold": "Membership needed to hold it",
    "replaces": "Takes the place of",
    "priced_apart": "Priced apart from the issuer's other exams",
    "dues_in_general": "Dues a year, all kinds of membership, dollars",
    "apprentice.meaning": "The apprentice mark",
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


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the catalog states today about a credential, an issuer or preparation."""

    subject: str
    """The id of the credential or issuer, or ``preparation``."""
    path: FieldPath
    label: str
    text: str
    """The value in words."""
    parts: tuple[Evidence, ...]
    """The statements of the data that it is made of, at least one."""
    schema_path: str
    """Its path as ``harm.schema_path`` writes it."""

    @property
    def field(self) -> str:
        """Its path with positions, as the table of facts has it: ``fees.0.amount``."""
        return ".".join(str(step) for step in self.path)

    @property
    def money(self) -> bool:
        """Whether it is a price."""
        return any(part.is_price for part in self.parts)

    @property
    def weight(self) -> int:
        """How much harm a fault in it does, from 1 to 5."""
        return harm.harm_weight(self.schema_path)

    @property
    def as_of(self) -> str | None:
        """When it held: the oldest date among its parts; None where they have none."""
        return min((part.as_of for part in self.parts if part.as_of), default=None)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of all its sources, in order and without repetition."""
        return tuple(dict.fromkeys(source for part in self.parts for source in part.src))

    @property
    def has_value(self) -> bool:
        """Whether it states a value, rather than that none is known."""
        values = [getattr(part, "value", part) for part in self.parts]
        return values != [Status.UNKNOWN] and self.text != NOT_FOUND


def fact_sheets(catalog: Catalog) -> Mapping[str, Model]:
    """The fact sheets of credentials, issuers and preparation, by subject.

    Tables of pay are left out: their rows belong to a release and are never updated.
    """
    return {**catalog.credentials, **catalog.issuers, PREPARATION: catalog.preparation}


def statements_of(subject: str, sheet: Model, *, borrowed: bool = False) -> Iterator[Statement]:
    """The statements of one sheet; with ``borrowed``, also those of an exam that it shares."""
    units: dict[FieldPath, list[Evidence]] = {}
    for path, statement in find_statements(sheet):
        if not _NOT_CURRENT & set(path) and (borrowed or not is_borrowed(sheet, path)):
            units.setdefault(_unit_of(path), []).append(statement)
    for path, parts in units.items():
        chain = _chain(sheet, path)
        fee_kinds = [model.kind.value for model in chain if isinstance(model, Price)]
        yield Statement(
            subject,
            path,
            _label(path, chain),
            _text(chain),
            tuple(parts),
            harm.schema_path(path, fee_kinds),
        )


def name_fact(catalog: Catalog, ref: FactRef) -> str:
    """What a fact is about and its value: "AAPC, membership dues, individual: $229 per year"."""
    path = _unit_of(ref.path)
    chain = _chain(sheets_by_subject(catalog)[ref.subject], path)
    label = _label(path, chain)
    if ref.subject in catalog.labels or ref.subject in catalog.issuers:
        label = f"{subject_label(catalog, ref.subject)}, {as_phrase(label)}"
    return f"{label}: {_text(chain)}"


def _unit_of(path: FieldPath) -> FieldPath:
    """The path of the statement to which a path belongs."""
    for unit in (path[:1], path[:2]):
        if unit in _UNITS:
            return unit
    return path[:3] if path[:2] in _LISTS_OF_UNITS else path


def _chain(sheet: Model, path: FieldPath) -> list[Any]:
    """Everything along a path, from the sheet to the value at its end."""
    chain: list[Any] = [sheet]
    for step in path:
        chain.append(chain[-1][step] if isinstance(step, int) else getattr(chain[-1], step))
    return chain


def _label(path: FieldPath, chain: Sequence[Any]) -> str:
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


def _text(chain: Sequence[Any]) -> str:
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
        exact = statement.percent
        low, high = (statement.low, statement.high) if exact is None else (exact, exact)
        return f"{format_range(low, high)} %"
    if isinstance(statement, AllOf | AnyOf):
        return format_rule(statement)
    values = (getattr(statement, name, None) for name in _VALUES_OF_OTHERS)
    return next((format_value(value) for value in values if value is not None), NOT_FOUND)


_TIMELESS_FIELDS = {
    "introduced",
    "founded",
    "former_names",
    "former_fees",
    "former_dues",
    "holders",
    "priced_apart",
}
_TIMELESS_PATHS = ("exam.other_outlines", "eligibility.history", "size")


def can_go_stale(statement: Statement, sheet: Model) -> bool:
    """Whether a statement can go out of date; history, origins and past pass rates cannot."""
    if _TIMELESS_FIELDS & set(statement.path):
        return False
    if statement.schema_path.startswith(_TIMELESS_PATHS):
        return False
    if statement.schema_path == "exam.pass_rates":
        exam = getattr(sheet, "exam", None)
        newest = newest_pass_rate(exam) if isinstance(exam, Exam) else None
        return statement.parts == (newest,)
    return True
