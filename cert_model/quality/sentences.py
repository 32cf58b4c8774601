"""Sentences on how good the data is, made from the rows on screen."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from cert_model.catalog import Catalog
from cert_model.formatting import format_count, format_day
from cert_model.frames import frames_of
from cert_model.quality.changes import Change, ChangeKind
from cert_model.quality.compared_fields import COMPARED_FIELDS
from cert_model.quality.coverage import Coverage, CoverageState
from cert_model.quality.worklist import DisputedFigure, MissingFigure, StaleStatement
from cert_model.vocabulary import Standing

_UNKNOWN_STATES = (CoverageState.UNSOURCED, CoverageState.NOT_FOUND, CoverageState.NOT_APPLICABLE)
_FROM_ISSUER = (Standing.ISSUER_CURRENT, Standing.ISSUER_OLD)
_OLD = tuple(grade for grade in Standing if grade.is_old)


def describe_data(catalog: Catalog, coverage: Coverage, disputes: Sequence[DisputedFigure]) -> str:
    """How much is stated, by whom, how recent it is, and what is disputed or missing."""
    facts = frames_of(catalog).facts
    standings = facts[facts["state"] == "current"]["standing"]
    from_issuer = int(standings.isin(_FROM_ISSUER).sum())
    recent = int((~standings.isin(_OLD)).sum())
    missing = coverage.count(CoverageState.NOT_FOUND)
    return (
        f"Of {format_count(len(standings), 'current statement')}, "
        f"{_format_share(from_issuer, len(standings))} rest on an issuer's own page and "
        f"{_format_share(recent, len(standings))} on recent evidence. Sources disagree on "
        f"{format_count(len(disputes), 'point')}. Of "
        f"{format_count(coverage.applicable, 'figure')} that people compare, {missing:,} "
        f"({_format_share(missing, coverage.applicable)}) were not found."
    )


def _format_share(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}%" if whole else "none"


def describe_coverage(coverage: Coverage) -> str:
    """Which figure is known for most credentials shown, and which for the fewest."""
    known = {field.label: _count_known(coverage, field.name) for field in COMPARED_FIELDS}
    applicable = {field.label: _count_applicable(coverage, field.name) for field in COMPARED_FIELDS}
    shares = {label: known[label] / applicable[label] for label in known if applicable[label]}
    if not shares:
        return "None of these figures applies to these credentials."
    best, worst = max(shares, key=shares.__getitem__), min(shares, key=shares.__getitem__)
    credentials = format_count(len(coverage.states), "credential")
    if shares[best] == shares[worst]:
        return f"Across {credentials}, every figure is known equally often."
    return (
        f"Across {credentials}, “{best}” is known most often ({known[best]} of {applicable[best]}) "
        f"and “{worst}” least often ({known[worst]} of {applicable[worst]})."
    )


def _states(coverage: Coverage, field: str) -> list[CoverageState]:
    return [row[field] for row in coverage.states.values()]


def _count_applicable(coverage: Coverage, field: str) -> int:
    return sum(state is not CoverageState.NOT_APPLICABLE for state in _states(coverage, field))


def _count_known(coverage: Coverage, field: str) -> int:
    return sum(state not in _UNKNOWN_STATES for state in _states(coverage, field))


def describe_stale(stale: Sequence[StaleStatement]) -> str:
    """How many statements have old evidence, and how the list is ordered."""
    if not stale:
        return "Nothing here rests on old evidence."
    count = format_count(len(stale), "statement rests", "statements rest")
    return f"{count} on old evidence. The most harmful come first, then the oldest."


def describe_missing(missing: Sequence[MissingFigure]) -> str:
    """How much was not found, and how the list is ordered."""
    if not missing:
        return "Nothing here is missing."
    count = format_count(len(missing), "point was", "points were")
    return f"{count} not found. The most harmful come first."


def describe_disputed(disputed: Sequence[DisputedFigure]) -> str:
    """How many disputes there are, and how the list is ordered."""
    if not disputed:
        return "No sources disagree here."
    count = format_count(len(disputed), "point")
    return f"Sources disagree on {count}. The most harmful come first."


def describe_changes(changes: Sequence[Change], since: date) -> str:
    """How many changes of each kind there were since a day."""
    day = format_day(since)
    if not changes:
        return f"Nothing is known to have changed since {day}."
    counts = Counter(change.kind for change in changes)
    kinds = [f"{counts[kind]:,} {kind.label}" for kind in ChangeKind if counts[kind]]
    return f"{format_count(len(changes), 'difference')} since {day}: {', '.join(kinds)}."
