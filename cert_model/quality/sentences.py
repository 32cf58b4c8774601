"""Sentences on how good the data is, made from the very rows that are shown."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from cert_model.catalog import Catalog
from cert_model.formatting import format_count, format_day
from cert_model.frames import frames_of
from cert_model.quality.changes import Change, ChangeKind
from cert_model.quality.compared_fields import COMPARED_FIELDS
from cert_model.quality.coverage import Coverage, CoverageState
from cert_model.quality.worklist import OLD, DisputedFigure, MissingFigure, StaleStatement
from cert_model.vocabulary import Standing

_NOT_KNOWN = (CoverageState.UNSOURCED, CoverageState.NOT_FOUND, CoverageState.MOOT)
_ISSUERS = (Standing.ISSUER_CURRENT, Standing.ISSUER_OLD)


def describe_data(catalog: Catalog, found: Coverage, disputes: Sequence[DisputedFigure]) -> str:
    """How much is stated, by whom, how old it is, and what is disputed or missing."""
    facts = frames_of(catalog).facts
    current = facts[facts["state"] == "current"]["standing"]
    asked, lacking = found.asked, found.count(CoverageState.NOT_FOUND)
    return (
        f"{format_count(len(current), 'statement')} in force: "
        f"{_share(int(current.isin(_ISSUERS).sum()), len(current))} rest on an issuer's own page, "
        f"{_share(int((~current.isin(OLD)).sum()), len(current))} are current, and on "
        f"{format_count(len(disputes), 'point')} sources disagree. Of "
        f"{format_count(asked, 'figure')} that "
        f"people compare, {lacking:,} ({_share(lacking, asked)}) were not found."
    )


def _share(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} %" if whole else "none"


def describe_coverage(found: Coverage) -> str:
    """Which figure is known best and which least, over the credentials shown."""
    known = {field.label: _known(found, field.name) for field in COMPARED_FIELDS}
    asked = {field.label: _asked(found, field.name) for field in COMPARED_FIELDS}
    shares = {label: known[label] / asked[label] for label in known if asked[label]}
    if not shares:
        return "Nothing here is asked of these credentials."
    best, worst = max(shares, key=shares.__getitem__), min(shares, key=shares.__getitem__)
    who = format_count(len(found.states), "credential")
    if shares[best] == shares[worst]:
        return f"Each figure is known as often as the others, over {who}."
    return (
        f"Over {who}, known best is “{best}” ({known[best]} of {asked[best]}), "
        f"least “{worst}” ({known[worst]} of {asked[worst]})."
    )


def _states(found: Coverage, field: str) -> list[CoverageState]:
    return [row[field] for row in found.states.values()]


def _asked(found: Coverage, field: str) -> int:
    return sum(state is not CoverageState.MOOT for state in _states(found, field))


def _known(found: Coverage, field: str) -> int:
    return sum(state not in _NOT_KNOWN for state in _states(found, field))


def describe_stale(found: Sequence[StaleStatement]) -> str:
    """How many statements are old, and how the list is ordered."""
    if not found:
        return "Nothing here rests on old evidence."
    return (
        f"{format_count(len(found), 'statement')} on old evidence: most harm first, then the "
        "oldest."
    )


def describe_missing(found: Sequence[MissingFigure]) -> str:
    """How much is missing, and how the list is ordered."""
    if not found:
        return "Nothing here is missing."
    return f"{format_count(len(found), 'point')} not found, most harm first."


def describe_disputed(found: Sequence[DisputedFigure]) -> str:
    """How many disputes there are, and how the list is ordered."""
    if not found:
        return "No sources disagree here."
    return f"Sources disagree on {format_count(len(found), 'point')}, most harm first."


def describe_changes(found: Sequence[Change], since: date) -> str:
    """How many changes of each kind there were since a day."""
    if not found:
        return f"Nothing is known to have changed since {format_day(since)}."
    counts = Counter(change.kind for change in found)
    said = [f"{counts[kind]:,} {kind.label}" for kind in ChangeKind if counts[kind]]
    return f"{format_count(len(found), 'difference')} since {format_day(since)}: {', '.join(said)}."
