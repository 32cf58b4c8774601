"""Credentials side by side: labeled rows, and which of them differ."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cert_model.catalog import Catalog
from cert_model.catalog.derived import newest_pass_rate, renewal_of
from cert_model.formatting import NOT_FOUND, format_duration, format_months
from cert_model.formatting.facts import (
    format_pass_mark,
    format_prices_by_audience,
    format_reading,
    format_rule,
)
from cert_model.overview import Overview, overviews
from cert_model.prices import estimates_of, exam_attempts, exam_prices
from cert_model.prices.sentences import format_estimate
from cert_model.schema import Credential, Evidence, Exam, Issuer, Reading, top_of
from cert_model.schema.credentials import Membership
from cert_model.schema.facts import find_models
from cert_model.schema.renewal import Renewal
from cert_model.schema.rules import Eligibility, Rule
from cert_model.vocabulary import Quantity, Status

MIN_COMPARED = 2
MAX_COMPARED = 5
_SITTING = "Eligibility"


class BadComparison(ValueError):
    """A comparison that cannot be made, said in one line."""


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One field of every credential compared."""

    group: str
    field: str
    label: str
    values: tuple[str, ...]
    evidence: tuple[tuple[Evidence, ...], ...]
    """For each value what it rests on; nothing for our own classification or if not found."""
    estimated: tuple[bool, ...] = ()
    """For each value whether a rule made it from facts of others."""

    @property
    def sources(self) -> tuple[tuple[str, ...], ...]:
        """For each value the ids of its sources, each once."""
        return tuple(map(source_ids, self.evidence))

    @property
    def differs(self) -> bool:
        """Whether the credentials differ here; an unknown value differs from a known one."""
        return len(set(self.values)) > 1


@dataclass(frozen=True, slots=True)
class _Cell:
    """A value as it is written, and the statements that it rests on."""

    text: str
    evidence: tuple[Evidence, ...] = ()
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class _Subject:
    """What the rows read of one credential."""

    catalog: Catalog
    sheet: Credential
    issuer: Issuer

    @property
    def overview(self) -> Overview:
        return overviews(self.catalog)[self.sheet.id]

    @property
    def exam(self) -> Exam:
        return self.sheet.exam

    @property
    def rules(self) -> Eligibility:
        return self.sheet.eligibility

    @property
    def membership(self) -> Membership:
        return self.sheet.membership

    @property
    def renewal(self) -> Renewal:
        return renewal_of(self.sheet, self.issuer)


@dataclass(frozen=True, slots=True)
class _Field:
    """One field of the comparison, and how its cell is made."""

    name: str
    label: str
    cell: Callable[[_Subject], _Cell]


def check_ids(ids: Sequence[str]) -> None:
    """Raise BadComparison for too few ids, too many, or the same one twice."""
    twice = next((key for key in ids if list(ids).count(key) > 1), None)
    if twice:
        raise BadComparison(f"{twice} is named twice; name it once")
    if not MIN_COMPARED <= len(ids) <= MAX_COMPARED:
        raise BadComparison(f"compare {MIN_COMPARED} to {MAX_COMPARED} credentials, not {len(ids)}")


def compare(
    catalog: Catalog, ids: Sequence[str], may_sit: Mapping[str, str] | None = None
) -> list[ComparisonRow]:
    """Every row of the comparison of two to five credentials.

    ``may_sit`` says by id, in words, whether the person who asks may sit; without it the row
    is left out. Raises BadComparison, or KeyError for an unknown id.
    """
    check_ids(ids)
    subjects = [_subject(catalog, key) for key in ids]
    rows: list[ComparisonRow] = []
    for group, fields in _FIELDS.items():
        if group == _SITTING and may_sit is not None:
            rows.append(_row(group, "sit", "My eligibility", [_Cell(may_sit[key]) for key in ids]))
        for field in fields:
            cells = [field.cell(subject) for subject in subjects]
            rows.append(_row(group, field.name, field.label, cells))
    return rows


def field_sources(catalog: Catalog, key: str) -> dict[str, tuple[str, ...]]:
    """The ids of the sources behind each field that a comparison shows of one credential."""
    subject = _subject(catalog, key)
    return {
        field.name: source_ids(field.cell(subject).evidence)
        for fields in _FIELDS.values()
        for field in fields
    }


def source_ids(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """The ids of the sources of some statements, each once."""
    return tuple(dict.fromkeys(source for statement in evidence for source in statement.src))


def _row(group: str, name: str, label: str, cells: Sequence[_Cell]) -> ComparisonRow:
    values = tuple(cell.text for cell in cells)
    evidence = tuple(cell.evidence for cell in cells)
    estimated = tuple(cell.estimated for cell in cells)
    return ComparisonRow(group, name, label, values, evidence, estimated)


def _subject(catalog: Catalog, key: str) -> _Subject:
    sheet = catalog.credentials[key]
    return _Subject(catalog, sheet, catalog.issuers[sheet.issuer])


def _fact(fact: Reading[Any] | None, text: str | None = None) -> _Cell:
    """The cell of a fact, written as usual or as ``text``."""
    return _Cell(format_reading(fact) if text is None else text, () if fact is None else (fact,))


def _terms(terms: Sequence[Any] | None) -> _Cell:
    return _Cell(NOT_FOUND if terms is None else ", ".join(term.label for term in terms) or "none")


def _estimated(subject: _Subject, quantity: Quantity) -> _Cell | None:
    """The cell of an estimate, which rests on facts of others; None where there is none."""
    estimate = estimates_of(subject.catalog, subject.sheet).get(quantity)
    if estimate is None:
        return None
    facts = tuple(subject.catalog.find_fact(ref) for ref in estimate.facts)
    return _Cell(format_estimate(quantity, estimate.low, estimate.high), facts, estimated=True)


def _price(subject: _Subject) -> _Cell:
    return _estimated(subject, Quantity.EXAM_PRICE) or _known_price(subject)


def _known_price(subject: _Subject) -> _Cell:
    lines, attempts = exam_prices(subject.sheet), exam_attempts(subject.sheet)
    price = format_prices_by_audience([line.price for line in lines])
    text = f"{price}, {attempts} attempts" if attempts > 1 else price
    return _Cell(text, tuple(line.amount for line in lines))


def _status(subject: _Subject) -> _Cell:
    status = subject.sheet.status
    return _fact(status, (status.value or Status.UNKNOWN).label)


def _questions(subject: _Subject) -> _Cell:
    return _estimated(subject, Quantity.QUESTIONS) or _fact(subject.exam.questions)


def _minutes(subject: _Subject) -> _Cell:
    return _estimated(subject, Quantity.MINUTES) or _known_minutes(subject)


def _known_minutes(subject: _Subject) -> _Cell:
    return _fact(subject.exam.minutes, format_duration(top_of(subject.exam.minutes)))


def _pass_mark(subject: _Subject) -> _Cell:
    mark = subject.exam.pass_mark
    return _fact(mark, format_pass_mark(mark) if mark else None)


def _pass_rate(subject: _Subject) -> _Cell:
    rate = newest_pass_rate(subject.exam)
    if rate is None:
        return _Cell(NOT_FOUND)
    text = f"{rate.percent:g}% ({rate.year})" if rate.year else f"{rate.percent:g}%"
    return _Cell(text, (rate,))


def _cycle(subject: _Subject) -> _Cell:
    cycle = subject.renewal.cycle_months
    months = top_of(cycle)
    return _fact(cycle, format_months(months) if months else NOT_FOUND)


def _ceus(subject: _Subject) -> _Cell:
    ceus = subject.renewal.ceus
    return _fact(ceus, format_reading(ceus, subject.renewal.ceu_unit))


def _rule(rule: Rule | None) -> _Cell:
    if rule is None:
        return _Cell(NOT_FOUND)
    return _Cell(format_rule(rule), tuple(evidence for _, evidence in find_models(rule, Evidence)))


def _consequences(subject: _Subject) -> _Cell:
    consequences = subject.rules.consequences
    return _Cell("; ".join(item.text for item in consequences) or "none was found", consequences)


_FIELDS: Mapping[str, tuple[_Field, ...]] = {
    "What it is": (
        _Field("name", "Name", lambda subject: _Cell(subject.sheet.name)),
        _Field("issuer", "Issuer", lambda subject: _Cell(subject.issuer.letters)),
        _Field("status", "Status", _status),
        _Field("level", "Level", lambda subject: _Cell(subject.sheet.level.label)),
    ),
    "What it costs": (
        _Field("to_earn", "To earn it", lambda subject: _Cell(subject.overview.to_earn_text)),
        _Field(
            "yearly_upkeep",
            "Each year after",
            lambda subject: _Cell(subject.overview.upkeep_text),
        ),
    ),
    "What it covers": (
        _Field("roles", "Work", lambda subject: _terms(subject.sheet.roles)),
        _Field("settings", "Where", lambda subject: _terms(subject.sheet.settings or None)),
        _Field("code_sets", "Code sets", lambda subject: _terms(subject.sheet.code_sets)),
    ),
    "Exam": (
        _Field("exam_fee", "Price", _price),
        _Field("questions", "Questions", _questions),
        _Field(
            "scored_questions",
            "Scored questions",
            lambda subject: _fact(subject.exam.scored_questions),
        ),
        _Field("minutes", "Time", _minutes),
        _Field("pass_mark", "Passing score", _pass_mark),
        _Field("open_book", "Books allowed", lambda subject: _fact(subject.exam.open_book)),
        _Field("delivery", "Where it is taken", lambda subject: _fact(subject.exam.delivery)),
        _Field("pass_rate", "Pass rate", _pass_rate),
    ),
    _SITTING: (
        _Field("required", "Required", lambda subject: _rule(subject.rules.required)),
        _Field("recommended", "Recommended", lambda subject: _rule(subject.rules.recommended)),
        _Field("consequences", "If the recommendation is not met", _consequences),
        _Field(
            "to_sit",
            "Membership to take the exam",
            lambda subject: _fact(subject.membership.to_sit),
        ),
    ),
    "Keeping it": (
        _Field("cycle_months", "Cycle", _cycle),
        _Field("ceus", "Continuing education", _ceus),
        _Field(
            "to_hold",
            "Membership to keep it",
            lambda subject: _fact(subject.membership.to_hold),
        ),
    ),
}
"""The fields by group, in the order of the rows."""

COMPARED_FIELDS = tuple(field.name for fields in _FIELDS.values() for field in fields)
"""The names of the fields, in the order of the rows."""
