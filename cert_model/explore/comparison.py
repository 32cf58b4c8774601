"""Credentials side by side: labelled rows, and which of them differ."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cert_model.catalog import Catalog
from cert_model.catalog.derived import newest_pass_rate, renewal_of
from cert_model.formatting import NOT_FOUND, format_duration, format_money, format_months
from cert_model.formatting.facts import format_reading, format_rule
from cert_model.prices import exam_attempts, exam_fee_span, exam_fees
from cert_model.schema import Credential, Evidence, Exam, Issuer, Reading
from cert_model.schema.renewals import Renewal
from cert_model.schema.rules import Rule
from cert_model.schema.walk import find_models
from cert_model.vocabulary import PassScale, Status

SITTING = "Who may sit"
MOST = 5
FEWEST = 2


class BadComparison(ValueError):
    """A comparison that cannot be made, said in one line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field of all credentials compared."""

    group: str
    field: str
    label: str
    values: tuple[str, ...]
    sources: tuple[tuple[str, ...], ...]
    """For each value the ids of its sources; none where it is our own sorting, or not found."""

    @property
    def differs(self) -> bool:
        """Whether the credentials differ here; an unknown value differs from a known one."""
        return len(set(self.values)) > 1


@dataclass(frozen=True, slots=True)
class _Cell:
    """A value as it is written, and the statements it comes from."""

    text: str
    rests_on: tuple[Evidence, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(source for each in self.rests_on for source in each.src))


@dataclass(frozen=True, slots=True)
class _Subject:
    """What the rows read of one credential."""

    sheet: Credential
    issuer: Issuer

    @property
    def exam(self) -> Exam:
        return self.sheet.exam

    @property
    def renewal(self) -> Renewal:
        return renewal_of(self.sheet, self.issuer)


CellOf = Callable[[_Subject], _Cell]


def check(ids: Sequence[str]) -> None:
    """Raises BadComparison for too few, too many, or the same credential twice."""
    twice = next((key for key in ids if list(ids).count(key) > 1), None)
    if twice:
        raise BadComparison(f"{twice} is named twice; name it once")
    if not FEWEST <= len(ids) <= MOST:
        raise BadComparison(f"compare {FEWEST} to {MOST} credentials, not {len(ids)}")


def compare(
    catalog: Catalog, ids: Sequence[str], may_sit: Mapping[str, str] | None = None
) -> list[Row]:
    """Every row of the comparison. Raises BadComparison, or KeyError for an unknown id.

    ``may_sit`` says by id, in words, whether the person who asks may sit.
    """
    check(ids)
    subjects = [_subject(catalog, key) for key in ids]
    rows = [
        _row(group, field, label, [read(each) for each in subjects])
        for group, rows in _ROWS.items()
        for field, label, read in rows
    ]
    if may_sit is not None:
        first = next(at for at, row in enumerate(rows) if row.group == SITTING)
        rows.insert(first, _row(SITTING, "sit", "May I sit", [_Cell(may_sit[key]) for key in ids]))
    return rows


def sources_of(catalog: Catalog, key: str) -> dict[str, tuple[str, ...]]:
    """The ids of the sources behind each field that a comparison shows of one credential."""
    subject = _subject(catalog, key)
    return {field: read(subject).sources for rows in _ROWS.values() for field, _, read in rows}


def _row(group: str, field: str, label: str, cells: Sequence[_Cell]) -> Row:
    values = tuple(cell.text for cell in cells)
    return Row(group, field, label, values, tuple(cell.sources for cell in cells))


def _subject(catalog: Catalog, key: str) -> _Subject:
    sheet = catalog.credentials[key]
    return _Subject(sheet, catalog.issuers[sheet.issuer])


def _fact(fact: Reading[Any] | None, text: str | None = None) -> _Cell:
    """A fact in its usual words, or in these."""
    return _Cell(format_reading(fact) if text is None else text, () if fact is None else (fact,))


def _terms(terms: Sequence[Any] | None) -> _Cell:
    return _Cell(NOT_FOUND if terms is None else ", ".join(term.label for term in terms) or "none")


def _price(subject: _Subject) -> _Cell:
    price, attempts = format_money(*exam_fee_span(subject.sheet)), exam_attempts(subject.sheet)
    text = f"{price} for {attempts} attempts" if attempts > 1 else price
    return _Cell(text, tuple(fee.amount for fee in exam_fees(subject.sheet) if fee.amount))


def _status(subject: _Subject) -> _Cell:
    status = subject.sheet.status
    return _fact(status, (status.value or Status.UNKNOWN).label)


def _scored_questions(subject: _Subject) -> _Cell:
    return _fact(subject.exam.scored_questions)


def _minutes(subject: _Subject) -> _Cell:
    minutes = subject.exam.minutes
    return _fact(minutes, format_duration(minutes.top if minutes else None))


def _pass_mark(subject: _Subject) -> _Cell:
    mark = subject.exam.pass_mark
    if mark is not None and mark.scale is PassScale.PASS_FAIL and not mark.known:
        return _fact(mark, mark.scale.label)
    return _fact(mark, format_reading(mark, mark.scale.label if mark else ""))


def _pass_rate(subject: _Subject) -> _Cell:
    rate = newest_pass_rate(subject.exam)
    if rate is None:
        return _Cell(NOT_FOUND)
    text = f"{rate.percent:g} % ({rate.year})" if rate.year else f"{rate.percent:g} %"
    return _Cell(text, (rate,))


def _cycle(subject: _Subject) -> _Cell:
    cycle = subject.renewal.cycle_months
    months = cycle.top if cycle else None
    return _fact(cycle, format_months(months) if months else NOT_FOUND)


def _rule(rule: Rule | None) -> _Cell:
    if rule is None:
        return _Cell(NOT_FOUND)
    return _Cell(format_rule(rule), tuple(evidence for _, evidence in find_models(rule, Evidence)))


def _consequences(subject: _Subject) -> _Cell:
    consequences = subject.sheet.eligibility.consequences
    texts = [consequence.text for consequence in consequences]
    return _Cell("; ".join(texts) or "none was found", consequences)


_ROWS: dict[str, tuple[tuple[str, str, CellOf], ...]] = {
    "What it is": (
        ("name", "Name", lambda subject: _Cell(subject.sheet.name)),
        ("issuer", "Issuer", lambda subject: _Cell(subject.issuer.letters)),
        ("status", "Status", _status),
        ("level", "Level", lambda subject: _Cell(subject.sheet.level.label)),
    ),
    "What it covers": (
        ("roles", "Work", lambda subject: _terms(subject.sheet.roles)),
        ("settings", "Where", lambda subject: _terms(subject.sheet.settings or None)),
        ("code_sets", "Code sets", lambda subject: _terms(subject.sheet.code_sets)),
    ),
    "Exam": (
        ("exam_fee", "Price", _price),
        ("questions", "Questions", lambda subject: _fact(subject.exam.questions)),
        (
            "scored_questions",
            "Of these scored",
            lambda subject: _fact(subject.exam.scored_questions),
        ),
        ("minutes", "Time", _minutes),
        ("pass_mark", "To pass", _pass_mark),
        ("open_book", "Books allowed", lambda subject: _fact(subject.exam.open_book)),
        ("delivery", "Where it is taken", lambda subject: _fact(subject.exam.delivery)),
        ("pass_rate", "Pass rate", _pass_rate),
    ),
    SITTING: (
        ("required", "Required", lambda subject: _rule(subject.sheet.eligibility.required)),
        ("recommended", "Advised", lambda subject: _rule(subject.sheet.eligibility.recommended)),
        ("consequences", "Without it", _consequences),
        ("to_sit", "Membership to sit", lambda subject: _fact(subject.sheet.membership.to_sit)),
    ),
    "Keeping it": (
        ("cycle_months", "Cycle", _cycle),
        ("ceus", "Continuing education", lambda subject: _fact(subject.renewal.ceus)),
        ("to_hold", "Membership to hold", lambda subject: _fact(subject.sheet.membership.to_hold)),
    ),
}
