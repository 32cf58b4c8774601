"""Credentials side by side: labelled rows, and which of them differ."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cert_model.catalog import Catalog
from cert_model.catalog.inheritance import renewal_of
from cert_model.catalog.overview import Overview, exam_fees, newest_pass_rate
from cert_model.formatting import NOT_FOUND, format_duration, format_money, format_months
from cert_model.formatting.facts import format_reading, format_rule
from cert_model.schema import Credential, Evidence, Exam, Reading
from cert_model.schema.renewals import Renewal
from cert_model.schema.rules import Rule
from cert_model.schema.walk import find_models
from cert_model.vocabulary import PassScale

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
    """Everything that a row may want to know of one credential."""

    sheet: Credential
    figures: Overview
    renewal: Renewal

    @property
    def exam(self) -> Exam:
        return self.sheet.exam


Read = Callable[[_Subject], _Cell]


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
    renewal = renewal_of(sheet, catalog.issuers[sheet.issuer])
    return _Subject(sheet, catalog.overviews[key], renewal)


def _fact(fact: Reading[Any] | None, text: str | None = None) -> _Cell:
    """A fact in its usual words, or in these."""
    return _Cell(format_reading(fact) if text is None else text, () if fact is None else (fact,))


def _terms(terms: Sequence[Any] | None) -> _Cell:
    return _Cell(NOT_FOUND if terms is None else ", ".join(term.label for term in terms) or "none")


def _price(it: _Subject) -> _Cell:
    price = format_money(it.figures.exam_fee_low, it.figures.exam_fee_high)
    several = it.figures.exam_attempts > 1
    text = f"{price} for {it.figures.exam_attempts} attempts" if several else price
    return _Cell(text, tuple(fee.amount for fee in exam_fees(it.sheet) if fee.amount))


def _pass_mark(it: _Subject) -> _Cell:
    mark = it.exam.pass_mark
    if mark is not None and mark.scale is PassScale.PASS_FAIL and not mark.known:
        return _fact(mark, mark.scale.label)
    return _fact(mark, format_reading(mark, mark.scale.label if mark else ""))


def _pass_rate(it: _Subject) -> _Cell:
    rate = newest_pass_rate(it.exam)
    if rate is None:
        return _Cell(NOT_FOUND)
    text = f"{rate.percent:g} % ({rate.year})" if rate.year else f"{rate.percent:g} %"
    return _Cell(text, (rate,))


def _cycle(it: _Subject) -> _Cell:
    months = it.figures.cycle_months
    return _fact(it.renewal.cycle_months, format_months(months) if months else NOT_FOUND)


def _rule(rule: Rule | None) -> _Cell:
    if rule is None:
        return _Cell(NOT_FOUND)
    return _Cell(format_rule(rule), tuple(each for _, each in find_models(rule, Evidence)))


def _consequences(it: _Subject) -> _Cell:
    found = it.sheet.eligibility.consequences
    return _Cell("; ".join(each.text for each in found) or "none was found", found)


_ROWS: dict[str, tuple[tuple[str, str, Read], ...]] = {
    "What it is": (
        ("name", "Name", lambda it: _Cell(it.figures.name)),
        ("issuer", "Issuer", lambda it: _Cell(it.figures.issuer_letters)),
        ("status", "Status", lambda it: _fact(it.sheet.status, it.figures.status.label)),
        ("level", "Level", lambda it: _Cell(it.figures.level.label)),
    ),
    "What it covers": (
        ("roles", "Work", lambda it: _terms(it.figures.roles)),
        ("settings", "Where", lambda it: _terms(it.figures.settings or None)),
        ("code_sets", "Code sets", lambda it: _terms(it.figures.code_sets)),
    ),
    "Exam": (
        ("exam_fee", "Price", _price),
        ("questions", "Questions", lambda it: _fact(it.exam.questions)),
        ("scored_questions", "Of these scored", lambda it: _fact(it.exam.scored_questions)),
        ("minutes", "Time", lambda it: _fact(it.exam.minutes, format_duration(it.figures.minutes))),
        ("pass_mark", "To pass", _pass_mark),
        ("open_book", "Books allowed", lambda it: _fact(it.exam.open_book)),
        ("delivery", "Where it is taken", lambda it: _fact(it.exam.delivery)),
        ("pass_rate", "Pass rate", _pass_rate),
    ),
    SITTING: (
        ("required", "Required", lambda it: _rule(it.sheet.eligibility.required)),
        ("recommended", "Advised", lambda it: _rule(it.sheet.eligibility.recommended)),
        ("consequences", "Without it", _consequences),
        ("to_sit", "Membership to sit", lambda it: _fact(it.sheet.membership.to_sit)),
    ),
    "Keeping it": (
        ("cycle_months", "Cycle", _cycle),
        ("ceus", "Continuing education", lambda it: _fact(it.renewal.ceus)),
        ("to_hold", "Membership to hold", lambda it: _fact(it.sheet.membership.to_hold)),
    ),
}
