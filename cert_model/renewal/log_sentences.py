"""What a log of CEUs comes to, in words."""

from collections.abc import Sequence

from cert_model.catalog import Catalog
from cert_model.formatting import format_count, join_words
from cert_model.renewal.ceus import CeuMinimum
from cert_model.renewal.log import LogEntry
from cert_model.renewal.plan import RenewalPlan
from cert_model.renewal.tally import logged_toward, tally_log


def log_sentence(catalog: Catalog, plan: RenewalPlan, entries: Sequence[LogEntry]) -> str:
    """What a log has for the current cycles, and what in it counts for none of them.

    Entries that name no issuer are left to ``no_issuer_sentence``.
    """
    if not entries:
        return "Your log is empty."
    tallies = [tally_log(part, entries) for part in plan.issuers]
    counted = [f"{tally.counted:g} at {catalog.issuers[tally.issuer].letters}" for tally in tallies]
    parts = [f"{_count(len(entries))}: {join_words(counted)} this cycle"]
    outside = sum(tally.outside for tally in tallies)
    if outside:
        parts.append(f"{outside:g} in other cycles")
    issuers = {tally.issuer for tally in tallies}
    elsewhere = sum(issuers.isdisjoint(entry.issuers) for entry in entries if entry.issuers)
    if elsewhere:
        parts.append(f"{_count(elsewhere)} for none of these issuers")
    return f"{'; '.join(parts)}."


def no_issuer_sentence(entries: Sequence[LogEntry]) -> str:
    """How many entries of a log name no issuer, and so count nowhere; empty for none."""
    number = sum(not entry.issuers for entry in entries)
    if not number:
        return ""
    verbs = "names no issuer, so it counts" if number == 1 else "name no issuer, so they count"
    return f"{_count(number)} {verbs} nowhere."


def _count(number: int) -> str:
    return format_count(number, "entry", "entries")


def progress_sentences(plan: RenewalPlan, entries: Sequence[LogEntry]) -> dict[CeuMinimum, str]:
    """How far a log goes toward each minimum of which it names the subject or provider."""
    sentences: dict[CeuMinimum, str] = {}
    for part in plan.issuers:
        for due in part.cycles:
            for minimum in due.ceus.minimums:
                logged = logged_toward(part, minimum, entries)
                if logged:
                    sentences[minimum] = f"Your log has {logged:g} of the {minimum.ceus:g}."
    return sentences
