"""What a renewal plan does not know, and who could say it."""

from collections.abc import Iterator
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.formatting import format_month, format_months, join_words
from cert_model.renewal.cycles import renewals_of
from cert_model.renewal.plan import CycleDue, IssuerRenewal
from cert_model.vocabulary import CycleKind, LapseState

_WAYS_BACK = {LapseState.REINSTATEMENT, LapseState.EXAM_AGAIN}


@dataclass(frozen=True, slots=True)
class Unknown:
    """One thing that is not known about keeping credentials."""

    what: str
    """A full sentence."""
    ask: str | None
    """The page or body that should know; None where only the person does."""


def unknown_points(catalog: Catalog, part: IssuerRenewal) -> tuple[Unknown, ...]:
    """What is not known about an issuer's part of a plan, what the person can say first."""
    points = {point.what: point for point in _points(catalog, part)}
    return tuple(sorted(points.values(), key=lambda point: point.ask is not None))


def _points(catalog: Catalog, part: IssuerRenewal) -> Iterator[Unknown]:
    issuer, letters = part.issuer, part.issuer.letters
    for due in part.cycles:
        yield from _about_its_end(catalog, part, due)
        yield from _about_ceus(catalog, part, due)
    for fee in part.fees:
        if fee.money is None:
            yield Unknown(f"The price was not found: {fee.what}.", issuer.website)
    states = {step.state for step in part.ladder}
    if LapseState.REVOKED in states and not states & _WAYS_BACK:
        yield Unknown(
            f"How to get a credential back after {letters} revokes it was not found.",
            issuer.website,
        )
    if not states:
        yield Unknown(f"What {letters} does after a missed date was not found.", issuer.website)


def _about_its_end(catalog: Catalog, part: IssuerRenewal, due: CycleDue) -> Iterator[Unknown]:
    cycle, letters = due.cycle, part.issuer.letters
    label = join_words(catalog.labels[key] for key in cycle.ids)
    rule = renewals_of(catalog, cycle.ids)[cycle.ids[0]].cycle
    if cycle.ends is not None:
        if not cycle.ends.exact:
            month = format_month(cycle.ends.day)
            yield Unknown(
                f"The day in {month} is not known. Your {letters} account shows it.", None
            )
    elif cycle.months is None:
        yield Unknown(f"The length of the {label} cycle was not found.", part.issuer.website)
    elif rule is not None and rule.kind is CycleKind.MEMBERSHIP_MONTH:
        years = ", in even years for even months" if rule.year_follows_month else ""
        yield Unknown(
            f"CEUs are due when your {letters} membership renews{years}. Enter that month.", None
        )
    elif rule is not None and cycle.since is not None:
        yield Unknown(
            f"If you earned several of its credentials, {letters} sets your cycle. Enter the end "
            f"date shown in your {letters} account.",
            None,
        )
    elif rule is not None:
        yield Unknown(
            f"The cycle starts on the day you passed. Enter that day for the {label}.", None
        )
    else:
        length = format_months(cycle.months)
        yield Unknown(
            f"The day on which the {length} of the {label} begin was not found. Enter the end date "
            f"shown on your certificate or in your {letters} account.",
            part.issuer.website,
        )


def _about_ceus(catalog: Catalog, part: IssuerRenewal, due: CycleDue) -> Iterator[Unknown]:
    cycle, letters, website = due.cycle, part.issuer.letters, part.issuer.website
    for key in due.ceus.without_number:
        yield Unknown(f"The number of CEUs for the {catalog.labels[key]} was not found.", website)
    if due.ceus.due is None or due.ceus.due_this_cycle is not None or cycle.ends is None:
        return
    if cycle.later_ids is None:
        yield Unknown(
            "A first cycle, or one in which a credential was added, may require fewer CEUs than a "
            f"full one. Enter the days on which you passed the {letters} exams.",
            None,
        )
    elif cycle.later_ids:
        label = join_words(catalog.labels[key] for key in cycle.later_ids)
        yield Unknown(
            f"How many CEUs the {label} adds to the cycle in which you earned it was not found; at "
            "most it is the number for a full cycle.",
            website,
        )
    else:
        yield Unknown(
            f"Whether {letters} requires fewer CEUs in a first cycle was not found; at most it is "
            "the number for a full cycle.",
            website,
        )
