"""Sentences about the single changes that would open an exam, for the table of them."""

from collections.abc import Sequence
from dataclasses import replace

from cert_model.eligibility import Unlock
from cert_model.eligibility.sentences import format_changes
from cert_model.formatting import format_count

_MAY_HAVE_ALL = "You may have any of them already: your answers do not say."


def unlock_summary(unlocks: Sequence[Unlock]) -> str:
    """How many single changes would open an exam, and how many of them open the most exams.

    That the person may have them already is said here once where it holds for all.
    """
    if not unlocks:
        return "No single change would make you eligible for another exam."
    counts = [len(unlock.opens) for unlock in unlocks]
    most = max(counts)
    if len(unlocks) == 1:
        return f"One change would open {format_count(most, 'more exam')}."
    summary = f"{len(unlocks)} changes would each open {_how_many(counts)}."
    return f"{summary} {_MAY_HAVE_ALL}" if _may_have_all(unlocks) else summary


def _how_many(counts: Sequence[int]) -> str:
    least, most = min(counts), max(counts)
    if least == most:
        return format_count(most, "more exam")
    widest = counts.count(most)
    return f"at least {format_count(least, 'more exam')}; {widest} of them {_opens(widest)} {most}"


def _opens(count: int) -> str:
    return "opens" if count == 1 else "open"


def unlock_texts(unlocks: Sequence[Unlock]) -> list[str]:
    """Each change in words, without what the summary says of all of them."""
    changes = [unlock.change for unlock in unlocks]
    if _may_have_all(unlocks):
        changes = [replace(change, may_be_met=False) for change in changes]
    return [format_changes((change,)) for change in changes]


def _may_have_all(unlocks: Sequence[Unlock]) -> bool:
    return len(unlocks) > 1 and all(unlock.change.may_be_met for unlock in unlocks)
