"""The statements of a fact sheet today, each a unit that a reader takes as one.

A blueprint of sixteen parts or a rule of five conditions is one statement: it is read, goes
out of date and is corrected as a whole.
"""

from collections.abc import Iterator, Mapping
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
from cert_model.formatting import NOT_FOUND, as_phrase
from cert_model.quality import harm
from cert_model.quality.statement_words import label_of, text_of
from cert_model.schema import (
    Evidence,
    Exam,
    Model,
    Price,
)
from cert_model.schema.facts import FieldPath, find_statements
from cert_model.vocabulary import Status

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
            label_of(path, chain),
            text_of(chain),
            tuple(parts),
            harm.schema_path(path, fee_kinds),
        )


def name_fact(catalog: Catalog, ref: FactRef) -> str:
    """What a fact is about and its value: "AAPC, membership dues, individual: $229 per year"."""
    path = _unit_of(ref.path)
    chain = _chain(sheets_by_subject(catalog)[ref.subject], path)
    label = label_of(path, chain)
    if ref.subject in catalog.labels or ref.subject in catalog.issuers:
        label = f"{subject_label(catalog, ref.subject)}, {as_phrase(label)}"
    return f"{label}: {text_of(chain)}"


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
