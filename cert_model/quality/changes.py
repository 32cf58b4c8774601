"""Two catalogs held against each other, and what changed, in words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cert_model.catalog import Catalog
from cert_model.formatting import format_period
from cert_model.formatting.facts import format_value
from cert_model.quality import harm, statements
from cert_model.schema import Credential, Fee, Issuer, Model
from cert_model.vocabulary.terms import Term


class ChangeKind(Term):
    """What happened; in the order of how much a reader who relied on the old is misled."""

    CREDENTIAL_REMOVED = "credential-removed", "no longer in the catalog"
    CREDENTIAL_ADDED = "credential-added", "new in the catalog"
    CHANGED = "changed", "changed"
    REMOVED = "removed", "no longer stated"
    ADDED = "added", "newly known"
    EVIDENCE = "evidence", "same value, other evidence"


@dataclass(frozen=True, slots=True)
class Version:
    """What one of the two catalogs says."""

    text: str
    as_of: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: ``before`` is missing for what was added, ``after`` for what was removed."""

    kind: ChangeKind
    subject: str
    name: str
    """What was compared, written alike in both catalogs."""
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
            since, until = format_period(self.before.as_of), format_period(self.after.as_of)
            return f"{self.label}: {self.after.text} still, as of {until} in place of {since}"
        return f"{self.label}: from {_dated(self.before)} to {_dated(self.after)}"


def _dated(version: Version | None) -> str:
    assert version is not None, "a change has at least one side"
    return f"{version.text} ({format_period(version.as_of)})"


def diff_catalogs(old: Catalog, new: Catalog) -> list[Change]:
    """What is different in ``new``: by kind of change, then most harm first.

    Statements are matched by what they are about (a fee by its kind and audience, a note by
    its label), not by their position in the file. Tables of pay are left out. ``diff(a, a)``
    is empty, and ``diff(b, a)`` is ``diff(a, b)`` with the two sides exchanged.
    """
    before, after = statements.fact_sheets(old), statements.fact_sheets(new)
    found: list[Change] = []
    for subject in dict.fromkeys((*before, *after)):
        if subject not in before or subject not in after:
            found.append(_whole_sheet(subject, before.get(subject), after.get(subject)))
        elif before[subject] != after[subject]:
            found += _of_sheet(subject, before[subject], after[subject])
    return sorted(found, key=_by_harm)


def _by_harm(change: Change) -> tuple[Any, ...]:
    return list(ChangeKind).index(change.kind), -change.weight, change.subject, change.name


def _whole_sheet(subject: str, before: Model | None, after: Model | None) -> Change:
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


def _of_sheet(subject: str, before: Model, after: Model) -> Iterator[Change]:
    old, new = _versions(subject, before), _versions(subject, after)
    for name in dict.fromkeys((*old, *new)):
        label, weight, _ = old.get(name) or new[name]
        was = old[name][2] if name in old else None
        now = new[name][2] if name in new else None
        if was != now:
            yield Change(_kind(was, now), subject, name, label, weight, was, now)


def _kind(before: Version | None, after: Version | None) -> ChangeKind:
    if before is None:
        return ChangeKind.ADDED
    if after is None:
        return ChangeKind.REMOVED
    return ChangeKind.EVIDENCE if before.text == after.text else ChangeKind.CHANGED


Named = dict[str, tuple[str, int, Version]]
"""By what is compared: its label, its weight, and what is said."""


def _versions(subject: str, sheet: Model) -> Named:
    found: Named = dict(_sorting(sheet))
    times: Counter[str] = Counter()
    for each in statements.statements_of(subject, sheet):
        if not each.says_something:
            continue
        name = _identity(sheet, each.place)
        times[name] += 1
        numbered = name if times[name] == 1 else f"{name} #{times[name]}"
        version = Version(each.text, each.as_of, each.sources)
        found[numbered] = (each.label, each.weight, version)
    return found


_SORTED = {
    "name": "Name",
    "level": "Level",
    "roles": "Work",
    "settings": "Places of work",
    "code_sets": "Code sets",
    "same_exam_as": "Exam shared with",
}


def _sorting(sheet: Model) -> Iterator[tuple[str, tuple[str, int, Version]]]:
    """Names and our own sorting, which carry no date."""
    if not isinstance(sheet, Credential | Issuer):
        return
    for name, label in _SORTED.items():
        value = getattr(sheet, name, None)
        if value is not None:
            version = Version(format_value(value) or "none")
            yield name, (label, harm.harm_weight(name), version)


def _identity(sheet: Model, place: Iterable[str | int]) -> str:
    """The place with each position replaced by what the entry there is about."""
    part: Any = sheet
    steps: list[str] = []
    for step in place:
        part = part[step] if isinstance(step, int) else getattr(part, step)
        steps.append(_about(part, step) if isinstance(step, int) else step)
    return ".".join(steps)


_IDENTIFYING = ("id", "label", "domain", "topic", "option", "body", "marks", "credentials", "year")


def _about(entry: Any, position: int) -> str:
    if isinstance(entry, Fee):
        parts = (entry.kind, entry.audience, entry.label, entry.attempts, entry.per)
        return "/".join(str(part) for part in parts if part is not None)
    named = (getattr(entry, name, None) for name in _IDENTIFYING)
    return next((str(each) for each in named if each is not None), str(position))
