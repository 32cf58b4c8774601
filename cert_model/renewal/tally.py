"""What the log of CEUs comes to: how much counts in the current cycle at each issuer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cert_model.catalog import Catalog
from cert_model.renewal.ceus import CeuMinimum
from cert_model.renewal.log import LogEntry
from cert_model.renewal.log.entries import fold_text
from cert_model.renewal.plan import IssuerRenewal, RenewalPlan, plan_renewal
from cert_model.renewal.request import RenewalRequest
from cert_model.vocabulary import CeuPart


@dataclass(frozen=True, slots=True)
class Tally:
    """The CEUs of a log at one issuer."""

    issuer: str
    counted: float
    """Of entries that name the issuer and lie in its current cycle."""
    outside: float
    """Of entries that name it and lie before or after."""


def tally_log(part: IssuerRenewal, entries: Iterable[LogEntry]) -> Tally:
    """The CEUs that a log has for an issuer; entries that name no issuer count at none.

    The current cycle is that which ends first. Where its end is not known, all entries count.
    """
    named = [entry for entry in entries if part.issuer.id in entry.issuers]
    counted = _in_cycle(part, named)
    total = sum(entry.ceus for entry in counted)
    return Tally(part.issuer.id, total, sum(entry.ceus for entry in named) - total)


def _in_cycle(part: IssuerRenewal, entries: Iterable[LogEntry]) -> list[LogEntry]:
    """The entries that lie in the cycle that ends first, and after the first exam."""
    cycle = part.cycles[0].cycle
    begins, ends = cycle.begins, cycle.ends
    if begins is None or ends is None:
        return list(entries)
    if cycle.since is not None:
        begins = max(begins, cycle.since.day)
    return [entry for entry in entries if begins <= entry.day <= ends.day]


def logged_toward(part: IssuerRenewal, minimum: CeuMinimum, entries: Sequence[LogEntry]) -> float:
    """The CEUs of the log toward a minimum: entries that name its subject or provider.

    The words are compared without regard to case and accents; what the issuer takes it alone
    decides.
    """
    wanted = fold_text(minimum.topic)
    named = [entry for entry in entries if part.issuer.id in entry.issuers]
    return sum(
        entry.ceus for entry in _in_cycle(part, named) if wanted in _folded_words(entry, minimum)
    )


def _folded_words(entry: LogEntry, minimum: CeuMinimum) -> list[str]:
    words = (entry.provider,) if minimum.part is CeuPart.PROVIDER else entry.subjects
    return [fold_text(word) for word in words]


def plan_with_log(
    catalog: Catalog, request: RenewalRequest, entries: Sequence[LogEntry]
) -> RenewalPlan:
    """The plan with what the log has earned, wherever the person stated no number themselves.

    Its request is as it was asked. Raises as ``plan_renewal``.
    """
    plan = plan_renewal(catalog, request)
    tallies = [tally_log(part, entries) for part in plan.issuers]
    logged = {tally.issuer: tally.counted for tally in tallies if tally.counted}
    earned = {**logged, **request.earned}
    parts = (replace(part, earned=earned.get(part.issuer.id)) for part in plan.issuers)
    return replace(plan, issuers=tuple(parts))
