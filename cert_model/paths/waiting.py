"""What keeping the credentials on the way costs until the target of a plan is held.

The cost of a plan is what it takes to earn, with the dues of its issuer. Whoever waits with an
apprentice designation, or with the credential that comes first, keeps that meanwhile: its CEUs
and renewals fall due as for everybody who holds it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cert_model.catalog import Catalog
from cert_model.costs import (
    UPKEEP_YEARS,
    Category,
    CostPlan,
    CostRequest,
    CostRow,
    HeldCredential,
    MissingPrice,
    PlannedCredential,
    Total,
    add_up,
    cost_plan,
)
from cert_model.eligibility import Profile
from cert_model.paths.plan import Plan
from cert_model.prices import sum_money


@dataclass(frozen=True, slots=True)
class Waiting:
    """What keeping what is held on the way costs until the target is held."""

    total: Total
    categories: tuple[Category, ...]
    """What is paid for."""

    def __bool__(self) -> bool:
        """Whether anything has to be paid, or a price was not found."""
        return bool(self.total.money or self.total.missing)


def upkeep_until_held(catalog: Catalog, profile: Profile, plan: Plan) -> Waiting:
    """What keeping what is held on the way costs until the end, beyond the cost of the plan.

    A yearly average of all that is held so far, for the usual months of waiting; dues of the
    issuer of the target are in the cost of the plan. Nothing where nothing is held on the way.
    """
    parts = list(_by_stretch(catalog, profile, plan))
    total = Total(
        sum_money(part.total.money for part in parts).rounded(),
        tuple(dict.fromkeys(gap for part in parts for gap in part.total.missing)),
        any(part.total.estimated for part in parts),
    )
    return Waiting(total, tuple(dict.fromkeys(what for part in parts for what in part.categories)))


def _by_stretch(catalog: Catalog, profile: Profile, plan: Plan) -> Iterator[Waiting]:
    """The upkeep from each credential on the way to the next, and from the last to the target."""
    ends = [*(milestone.at.typical for milestone in plan.milestones), plan.months.typical]
    issuer = catalog.credentials[plan.target].issuer
    for number, (since, until) in enumerate(pairwise(ends), start=1):
        keeping = _keeping(catalog, profile, plan, number)
        rows = [row for row in keeping.later_rows if not _are_dues(row, issuer)]
        missing = [gap for gap in keeping.later_missing if not _are_dues(gap, issuer)]
        total = add_up(rows, missing, years=UPKEEP_YEARS)
        years = (until - since) / 12
        yield Waiting(
            Total(total.money.times(years), total.missing, total.estimated),
            tuple(dict.fromkeys(row.category for row in rows)),
        )


def _are_dues(entry: CostRow | MissingPrice, issuer: str) -> bool:
    """Whether a line or gap of a bill is about the dues of an issuer."""
    return entry.category is Category.MEMBERSHIP and entry.issuer == issuer


def _keeping(catalog: Catalog, profile: Profile, plan: Plan, count: int) -> CostPlan:
    """The bill of the first so many credentials that the plan earns."""
    earned = list(dict.fromkeys(stop.credential for stop in plan.milestones[:count]))
    held = [key for key in dict.fromkeys(profile.credentials or ()) if key not in earned]
    request = CostRequest(
        tuple(map(PlannedCredential, earned)), held=tuple(map(HeldCredential, held))
    )
    return cost_plan(catalog, request)
