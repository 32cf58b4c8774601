"""What a fact sheet states today, one statement for what a reader takes as one thing.

A blueprint of sixteen parts or a rule of five conditions is one statement: it is read, found
old and corrected as a whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cert_model.catalog import Catalog
from cert_model.catalog.derived import newest_pass_rate
from cert_model.catalog.subjects import PREPARATION, is_borrowed, is_money
from cert_model.explore import sentences
from cert_model.formatting import NOT_FOUND, format_range
from cert_model.formatting.facts import (
    format_fee_name,
    format_price,
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
    Fact,
    Fee,
    Issuer,
    Model,
    Note,
    PassMark,
    PassRate,
    Reading,
)
from cert_model.schema.rules import AllOf, AnyOf
from cert_model.schema.walk import FieldPath, find_statements
from cert_model.vocabulary import Status

WHOLES: tuple[tuple[str, ...], ...] = (
    ("exam", "content"),
    ("eligibility", "required"),
    ("eligibility", "recommended"),
)
"""Places below which everything is one statement."""
LISTS_OF_WHOLES: tuple[tuple[str, ...], ...] = (
    ("eligibility", "consequences"),
    ("exam", "other_outlines"),
)
"""Places in which everything below each entry is one statement."""

_NOT_CURRENT = {"history", "disputed"}
_LABELS = {
    "status": "Status",
    "exam.content": "Parts of the exam",
    "exam.cases": "Cases",
    "exam.content_basis": "Where the parts of the exam come from",
    "exam.delivery": "Where the exam is taken",
    "exam.item_types": "Kinds of questions",
    "exam.minutes": "Time, minutes",
    "exam.open_book": "Books allowed",
    "exam.books": "Which books",
    "exam.pass_mark": "To pass",
    "exam.pass_rate_note": "What is published on pass rates",
    "exam.vendor": "Testing company",
    "exam.retake.wait_days": "Wait before a retake, days",
    "exam.retake.max_attempts": "Attempts allowed",
    "eligibility.required": "Required to sit",
    "eligibility.recommended": "Advised before sitting",
    "eligibility.consequences": "What passing leads to",
    "eligibility.history": "The rule before",
    "membership.to_sit": "Membership to sit",
    "membership.to_hold": "Membership to hold",
    "apprentice.meaning": "The apprentice mark",
    "renewal.cycle_months": "Cycle, months",
    "renewal.ceus": "Continuing education",
    "renewal.ceus_by_number.ceus": "CEUs",
    "renewal.subject_ceus.ceus": "CEUs",
    "renewal.additional_ceus": "Continuing education for each further credential",
    "renewal.ceus_cap": "Most continuing education for several credentials",
    "renewal.grace_days": "Grace, days",
    "renewal.reinstatement.fee": "Reinstatement fee, dollars",
    "renewal.reinstatement.window_years": "Reinstatement within, years",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is stated today of ``subject`` (a credential, an issuer, preparation)."""

    subject: str
    place: FieldPath
    label: str
    text: str
    """The value in words."""
    parts: tuple[Evidence, ...]
    """What it rests on, at least one."""
    schema_path: str
    """The place without positions, as the table of harms names it."""

    @property
    def field(self) -> str:
        """Its place in the file, as the table of facts names it."""
        return ".".join(str(step) for step in self.place)

    @property
    def money(self) -> bool:
        """Whether it is a price."""
        return is_money(self.place)

    @property
    def weight(self) -> int:
        """How much harm a fault in it does."""
        return harm.harm_weight(self.schema_path)

    @property
    def as_of(self) -> str | None:
        """When it held: the oldest date among its parts, as far as they have one."""
        return min((part.as_of for part in self.parts if part.as_of), default=None)

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of all its sources, in the order named."""
        return tuple(dict.fromkeys(source for part in self.parts for source in part.src))

    @property
    def says_something(self) -> bool:
        """Whether a value is known, rather than that none is."""
        values = [getattr(part, "value", part) for part in self.parts]
        return values != [Status.UNKNOWN] and self.text != NOT_FOUND

    @property
    def disputed(self) -> bool:
        """Whether a source says otherwise."""
        return any(isinstance(part, Fact) and part.disputed for part in self.parts)


def of_catalog(catalog: Catalog) -> Iterator[Statement]:
    """Every statement on credentials, issuers and preparation."""
    for subject, sheet in fact_sheets(catalog).items():
        yield from statements_of(subject, sheet)


def fact_sheets(catalog: Catalog) -> Mapping[str, Model]:
    """What the fact sheets hold, by subject.

    Tables of pay are left out: their rows belong to a release, and a new one stands beside them.
    """
    return {**catalog.credentials, **catalog.issuers, PREPARATION: catalog.preparation}


def statements_of(subject: str, sheet: Model, *, borrowed: bool = False) -> Iterator[Statement]:
    """The statements of one sheet; with ``borrowed``, also those of an exam that it shares."""
    units: dict[FieldPath, list[Evidence]] = {}
    for place, found in find_statements(sheet):
        if not _NOT_CURRENT & set(place) and (borrowed or not is_borrowed(sheet, place)):
            units.setdefault(_unit(place), []).append(found)
    for place, parts in units.items():
        chain = _chain(sheet, place)
        yield Statement(
            subject,
            place,
            _label(place, chain),
            _text(chain),
            tuple(parts),
            harm.schema_path(place, [each.kind.value for each in chain if isinstance(each, Fee)]),
        )


def _unit(place: FieldPath) -> FieldPath:
    if place[:2] in WHOLES:
        return place[:2]
    return place[:3] if place[:2] in LISTS_OF_WHOLES else place


def _chain(sheet: Model, place: FieldPath) -> list[Any]:
    """Everything from the sheet down to what stands at ``place``."""
    chain: list[Any] = [sheet]
    for step in place:
        chain.append(chain[-1][step] if isinstance(step, int) else getattr(chain[-1], step))
    return chain


def _label(place: FieldPath, chain: Sequence[Any]) -> str:
    named = _own_name(place, chain)
    owner = next((each for each in reversed(chain[:-1]) if _is_entry(each)), None)
    return f"{owner.name}: {named}" if owner is not None else named


def _is_entry(part: Any) -> bool:
    """Whether a part is an entry with a name of its own, such as a program."""
    return (
        isinstance(part, Model)
        and hasattr(part, "name")
        and hasattr(part, "id")
        and not isinstance(part, Credential | Issuer)
    )


def _own_name(place: FieldPath, chain: Sequence[Any]) -> str:
    last, parent = chain[-1], chain[-2]
    if isinstance(last, Note):
        return f"{last.label}, {last.unit}" if last.unit else last.label
    if isinstance(parent, Fee):
        return format_fee_name(parent)
    if isinstance(last, PassRate):
        return f"Pass rate, {last.year or 'year not stated'}"
    for owner in (last, parent):
        for name in ("label", "topic", "option", "body"):
            if isinstance(found := getattr(owner, name, None), str):
                alone = owner is last or place[-1] == "amount"
                return found if alone else f"{found}: {_words(place)}"
    if isinstance(found := getattr(parent, "credentials", None), int):
        return f"{_words(place)}, when holding {found}"
    return _words(place)


def _words(place: FieldPath) -> str:
    known = _LABELS.get(harm.schema_path(place))
    steps = [step for step in place if isinstance(step, str)]
    return known or steps[-1].replace("_", " ").capitalize().replace("ceu", "CEU")


def _text(chain: Sequence[Any]) -> str:
    last, parent = chain[-1], chain[-2]
    if isinstance(parent, Fee):
        return format_price(parent) if isinstance(last, Reading) and last.known else NOT_FOUND
    domains = last if isinstance(parent, Exam) and isinstance(last, tuple) else None
    if domains or isinstance(domains := getattr(last, "domains", None), tuple):
        return _blueprint(domains)
    return _reading(last) if isinstance(last, Reading) else _other(last)


def _reading(reading: Reading[Any]) -> str:
    if not isinstance(reading, PassMark):
        return format_reading(reading)
    return format_reading(reading, reading.scale.label) if reading.known else reading.scale.label


def _other(statement: Any) -> str:
    """What a statement says that is no reading."""
    if isinstance(statement, PassRate):
        low, high = statement.low, statement.high
        exact = statement.percent
        return f"{format_range(low, high) if exact is None else format_range(exact, exact)} %"
    if isinstance(statement, AllOf | AnyOf):
        return format_rule(statement)
    named = (getattr(statement, name, None) for name in ("text", "value", "body", "program"))
    return next((format_value(each) for each in named if each is not None), NOT_FOUND)


def _blueprint(domains: Sequence[Domain]) -> str:
    return "; ".join(f"{each.domain}: {_share(each)}" for each in domains)


def _share(domain: Domain) -> str:
    if domain.top is None:
        return "weight not found"
    return sentences.format_weight(domain.bottom or 0, domain.top, domain.unit)


def can_go_stale(statement: Statement, sheet: Model) -> bool:
    """Whether a statement can go out of date: history, origins and rates of past years cannot."""
    origins = {"introduced", "founded", "former_names", "former_fees", "former_dues", "holders"}
    if origins & set(statement.place) or statement.schema_path.startswith(
        ("exam.other_outlines", "eligibility.history", "size")
    ):
        return False
    if statement.schema_path == "exam.pass_rates":
        exam = getattr(sheet, "exam", None)
        newest = newest_pass_rate(exam) if isinstance(exam, Exam) else None
        return statement.parts == (newest,)
    return True
