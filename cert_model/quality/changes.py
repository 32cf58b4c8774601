"""The differences between two catalogs, in words."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from cert_model.catalog import Catalog, FactRef
from cert_model.catalog.subjects import sheets_by_subject
from cert_model.formatting import format_period
from cert_model.formatting.facts import charged_per, format_value
from cert_model.quality.harm import harm_weight
from cert_model.quality.statements import fact_sheets, statements_of
from cert_model.schema import Credential, Issuer, Model, Price
from cert_model.schema.facts import FieldPath
from cert_model.vocabulary.terms import Term


class ChangeKind(Term):
    """What happened; the kinds that mislead a reader of the old catalog most come first."""

    CREDENTIAL_REMOVED = "credential-removed", "no longer in the catalog"
    CREDENTIAL_ADDED = "credential-added", "new in the catalog"
    CHANGED = "changed", "changed"
    REMOVED = "removed", "no longer stated"
    ADDED = "added", "newly known"
    EVIDENCE = "evidence", "same value, other evidence"


@dataclass(frozen=True, slots=True)
class Version:
    """What one of the two catalogs states."""

    text: str
    as_of: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; ``before`` is None for an addition, ``after`` for a removal."""

    kind: ChangeKind
    subject: str
    name: str
    """What the statement is about; the same in both catalogs."""
    label: str
    weight: int
    before: Version | None
    after: Version | None

    @property
    def sentence(self) -> str:
        """The change in words, without its subject."""
        if self.before is None or self.after is None:
            only = _dated(self.before or self.after)
            return f"{self.label}: {self.kind.label}, {'was ' if self.before else ''}{only}"
        if self.kind is ChangeKind.EVIDENCE:
            old, new = format_period(self.before.as_of), format_period(self.after.as_of)
            return f"{self.label}: {self.after.text} still, as of {new} in place of {old}"
        return f"{self.label}: from {_dated(self.before)} to {_dated(self.after)}"


def _dated(version: Version | None) -> str:
    assert version is not None, "a change has at least one side"
    return f"{version.text} ({format_period(version.as_of)})"


def diff_catalogs(old: Catalog, new: Catalog) -> list[Change]:
    """The changes from ``old`` to ``new``: by kind of change, then most harm first.

    Statements are matched by what they are about (a fee by its kind and audience, a note by
    its label), not by their position in the file. Tables of pay are left out. Two equal catalogs
    have no changes, and exchanging the catalogs exchanges the sides of every change.
    """
    before, after = fact_sheets(old), fact_sheets(new)
    changes: list[Change] = []
    for subject in dict.fromkeys((*before, *after)):
        if subject not in before or subject not in after:
            changes.append(_sheet_change(subject, before.get(subject), after.get(subject)))
        elif before[subject] != after[subject]:
            changes += _statement_changes(subject, before[subject], after[subject])
    return sorted(changes, key=_by_harm)


def _by_harm(change: Change) -> tuple[Any, ...]:
    return list(ChangeKind).index(change.kind), -change.weight, change.subject, change.name


def _sheet_change(subject: str, before: Model | None, after: Model | None) -> Change:
    """The change for a sheet that only one of the catalogs has."""
    kind = ChangeKind.CREDENTIAL_ADDED if before is None else ChangeKind.CREDENTIAL_REMOVED
    sheet = after if before is None else before
    version = Version(str(getattr(sheet, "name", subject)))
    return Change(
        kind,
        subject,
        "",
        "Credential" if isinstance(sheet, Credential) else "Issuer",
        5,
        None if before is None else version,
        version if before is None else None,
    )


def _statement_changes(subject: str, before: Model, after: Model) -> Iterator[Change]:
    """The changes between two states of one sheet."""
    old, new = _comparables(subject, before), _comparables(subject, after)
    for name in dict.fromkeys((*old, *new)):
        before_version = old[name].version if name in old else None
        after_version = new[name].version if name in new else None
        if before_version != after_version:
            label, weight, _ = old.get(name) or new[name]
            kind = _kind(before_version, after_version)
            yield Change(kind, subject, name, label, weight, before_version, after_version)


def _kind(before: Version | None, after: Version | None) -> ChangeKind:
    if before is None:
        return ChangeKind.ADDED
    if after is None:
        return ChangeKind.REMOVED
    return ChangeKind.EVIDENCE if before.text == after.text else ChangeKind.CHANGED


class _Comparable(NamedTuple):
    """A statement as it is compared."""

    label: str
    weight: int
    version: Version


def _comparables(subject: str, sheet: Model) -> dict[str, _Comparable]:
    """Everything in a sheet that is compared, by what it is about."""
    comparables = dict(_undated_fields(sheet))
    occurrences: Counter[str] = Counter()
    for statement in statements_of(subject, sheet):
        if not statement.has_value:
            continue
        name = statement_name(sheet, statement.path)
        occurrences[name] += 1
        numbered = name if occurrences[name] == 1 else f"{name} #{occurrences[name]}"
        version = Version(statement.text, statement.as_of, statement.sources)
        comparables[numbered] = _Comparable(statement.label, statement.weight, version)
    return comparables


_UNDATED_FIELDS = {
    "name": "Name",
    "level": "Level",
    "roles": "Work",
    "settings": "Places of work",
    "code_sets": "Code sets",
    "same_exam_as": "Exam shared with",
}
"""Names and our own classification, which carry no date, with their labels."""


def _undated_fields(sheet: Model) -> Iterator[tuple[str, _Comparable]]:
    if not isinstance(sheet, Credential | Issuer):
        return
    for name, label in _UNDATED_FIELDS.items():
        value = getattr(sheet, name, None)
        if value is not None:
            version = Version(format_value(value) or "none")
            yield name, _Comparable(label, harm_weight(name), version)


def statement_name(sheet: Model, path: FieldPath) -> str:
    """What a statement is about: its path, with the name of each list entry for its position."""
    value: Any = sheet
    steps: list[str] = []
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
        steps.append(_entry_name(value, step) if isinstance(step, int) else step)
    return ".".join(steps)


_NAME_FIELDS = ("id", "label", "domain", "topic", "option", "body", "marks", "credentials", "year")


def _entry_name(entry: Any, position: int) -> str:
    """What an entry of a list is about; its position where no field tells."""
    if isinstance(entry, Price):
        parts = (entry.kind, entry.audience, entry.label, entry.attempts, charged_per(entry))
        return "/".join(str(part) for part in parts if part is not None)
    names = (getattr(entry, field, None) for field in _NAME_FIELDS)
    return next((str(name) for name in names if name is not None), str(position))


def changes_behind(
    changes: Iterable[Change], catalog: Catalog, refs: Iterable[FactRef], keys: Collection[str]
) -> list[Change]:
    """The changes that bear on a plan or a bill made from the catalog, in their order.

    ``refs`` are the facts that it rests on today, ``keys`` the credentials whose rules it
    follows. New evidence for the same value is left out.
    """
    sheets = sheets_by_subject(catalog)
    names = {(ref.subject, statement_name(sheets[ref.subject], ref.path)) for ref in refs}
    return [
        change
        for change in changes
        if change.kind is not ChangeKind.EVIDENCE
        and (
            (change.subject, change.name) in names
            or (change.subject in keys and _is_a_rule(change))
        )
    ]


def _is_a_rule(change: Change) -> bool:
    """Whether a change is about who may sit, the mark, or the status of a credential."""
    about = change.name.partition(".")[0]
    details = change.name.startswith(("eligibility.details", "apprentice.details"))
    return about in ("eligibility", "apprentice", "status", "") and not details
