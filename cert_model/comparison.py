"""Credentials side by side: labelled rows, and which of them differ."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cert_model.catalog import Catalog
from cert_model.catalog.inheritance import renewal_of
from cert_model.catalog.overview import Overview
from cert_model.readings import rule_in_words, said
from cert_model.schema import Credential, Exam
from cert_model.schema.renewals import Renewal
from cert_model.vocabulary import PassScale
from cert_model.wording import NOT_FOUND, dollars, hours, years

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

    @property
    def differs(self) -> bool:
        """Whether the credentials differ here; an unknown value differs from a known one."""
        return len(set(self.values)) > 1


@dataclass(frozen=True, slots=True)
class _Subject:
    """Everything that a row may want to know of one credential."""

    sheet: Credential
    figures: Overview
    renewal: Renewal

    @property
    def exam(self) -> Exam:
        return self.sheet.exam


Read = Callable[[_Subject], str]


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
        Row(group, field, label, tuple(read(each) for each in subjects))
        for group, rows in _ROWS.items()
        for field, label, read in rows
    ]
    if may_sit is not None:
        first = next(at for at, row in enumerate(rows) if row.group == SITTING)
        rows.insert(first, Row(SITTING, "sit", "May I sit", tuple(may_sit[key] for key in ids)))
    return rows


def _subject(catalog: Catalog, key: str) -> _Subject:
    sheet = catalog.credentials[key]
    renewal = renewal_of(sheet, catalog.issuers[sheet.issuer])
    return _Subject(sheet, catalog.overviews[key], renewal)


def _terms(terms: Sequence[Any] | None) -> str:
    return NOT_FOUND if terms is None else ", ".join(term.label for term in terms) or "none"


def _price(it: _Subject) -> str:
    price = dollars(it.figures.exam_fee_low, it.figures.exam_fee_high)
    several = it.figures.exam_attempts > 1
    return f"{price} for {it.figures.exam_attempts} attempts" if several else price


def _pass_mark(it: _Subject) -> str:
    mark = it.exam.pass_mark
    if mark is not None and mark.scale is PassScale.PASS_FAIL and not mark.known:
        return mark.scale.label
    return said(mark, mark.scale.label if mark else "")


def _pass_rate(it: _Subject) -> str:
    rate, year = it.figures.pass_rate, it.figures.pass_rate_year
    if rate is None:
        return NOT_FOUND
    return f"{rate:g} % ({year})" if year else f"{rate:g} %"


def _cycle(it: _Subject) -> str:
    return years(it.figures.cycle_months) if it.figures.cycle_months else NOT_FOUND


def _consequences(it: _Subject) -> str:
    found = it.sheet.eligibility.consequences
    return "; ".join(each.text for each in found) or "none was found"


_ROWS: dict[str, tuple[tuple[str, str, Read], ...]] = {
    "What it is": (
        ("name", "Name", lambda it: it.figures.name),
        ("issuer", "Issuer", lambda it: it.figures.issuer_letters),
        ("status", "Status", lambda it: it.figures.status.label),
        ("level", "Level", lambda it: it.figures.level.label),
    ),
    "What it covers": (
        ("roles", "Work", lambda it: _terms(it.figures.roles)),
        ("settings", "Where", lambda it: _terms(it.figures.settings or None)),
        ("code_sets", "Code sets", lambda it: _terms(it.figures.code_sets)),
    ),
    "Exam": (
        ("exam_fee", "Price", _price),
        ("questions", "Questions", lambda it: said(it.exam.questions)),
        ("scored_questions", "Of these scored", lambda it: said(it.exam.scored_questions)),
        ("minutes", "Time", lambda it: hours(it.figures.minutes)),
        ("pass_mark", "To pass", _pass_mark),
        ("open_book", "Books allowed", lambda it: said(it.exam.open_book)),
        ("delivery", "Where it is taken", lambda it: said(it.exam.delivery)),
        ("pass_rate", "Pass rate", _pass_rate),
    ),
    SITTING: (
        ("required", "Required", lambda it: rule_in_words(it.sheet.eligibility.required)),
        ("recommended", "Advised", lambda it: rule_in_words(it.sheet.eligibility.recommended)),
        ("consequences", "Without it", _consequences),
        ("to_sit", "Membership to sit", lambda it: said(it.sheet.membership.to_sit)),
    ),
    "Keeping it": (
        ("cycle_months", "Cycle", _cycle),
        ("ceus", "Continuing education", lambda it: said(it.renewal.ceus)),
        ("to_hold", "Membership to hold", lambda it: said(it.sheet.membership.to_hold)),
    ),
}
