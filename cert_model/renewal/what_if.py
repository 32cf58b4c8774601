"""What one credential more, or one less, changes about keeping what is held."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from cert_model.catalog import Catalog
from cert_model.costs import (
    Assumptions,
    CostRequest,
    HeldCredential,
    PlannedCredential,
    Total,
    cost_plan,
)
from cert_model.formatting import NOT_FOUND, format_money, format_total, join_words
from cert_model.renewal.plan import RenewalPlan, plan_renewal
from cert_model.renewal.request import CalendarDay, Holding, RenewalRequest


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes when a credential is added to, or dropped from, what is held."""

    id: str
    before: RenewalPlan
    after: RenewalPlan | None
    """None where nothing is left."""
    to_earn: Total | None
    """What it costs to earn an added one; None for one that is dropped."""

    @property
    def ceus_a_year(self) -> float | None:
        """The CEUs of a year that are added; negative for fewer, None where that is not known."""
        before = self.before.ceus_a_year
        after = 0.0 if self.after is None else self.after.ceus_a_year
        return None if before is None or after is None else after - before

    @property
    def cost_a_year(self) -> float:
        """The dollars of a year that are added, in the usual case; negative for fewer."""
        after = 0.0 if self.after is None else self.after.cost_a_year.typical
        return after - self.before.cost_a_year.typical

    @property
    def is_complete(self) -> bool:
        """Whether every price and number behind the differences is known."""
        plans = [plan for plan in (self.before, self.after) if plan is not None]
        return all(plan.cost_a_year.complete and plan.ceus_are_complete for plan in plans)


def if_added(
    catalog: Catalog, plan: RenewalPlan, key: str, assumptions: Assumptions | None = None
) -> Difference:
    """What adding a credential, passed today, would change. Raises BadRenewal for one held."""
    request = plan.request
    holding = Holding(key, CalendarDay(request.today))
    after = replace(request, holdings=(*request.holdings, holding))
    held = tuple(HeldCredential(held.id) for held in request.holdings)
    planned = plan_renewal(catalog, after, assumptions)
    assumed = assumptions or Assumptions()
    cost = cost_plan(
        catalog, CostRequest((PlannedCredential(key),), assumptions=assumed, held=held)
    )
    return Difference(key, plan, planned, cost.to_earn)


def if_dropped(
    catalog: Catalog, plan: RenewalPlan, key: str, assumptions: Assumptions | None = None
) -> Difference:
    """What dropping a credential would change. Raises KeyError for one that is not held."""
    request = plan.request
    if key not in request.ids:
        raise KeyError(key)
    rest = tuple(holding for holding in request.holdings if holding.id != key)
    after = plan_renewal(catalog, _without(catalog, request, rest), assumptions) if rest else None
    return Difference(key, plan, after, None)


def _without(
    catalog: Catalog, request: RenewalRequest, holdings: Sequence[Holding]
) -> RenewalRequest:
    """The request for fewer credentials, without what was said of issuers that are left."""
    issuers = {catalog.credentials[holding.id].issuer for holding in holdings}
    members = {name: value for name, value in request.members.items() if name in issuers}
    renews = {name: day for name, day in request.renews.items() if name in issuers}
    earned = {name: ceus for name, ceus in request.earned.items() if name in issuers}
    return replace(
        request,
        holdings=tuple(holdings),
        members=MappingProxyType(members),
        renews=MappingProxyType(renews),
        earned=MappingProxyType(earned),
    )


def difference_sentence(catalog: Catalog, difference: Difference) -> str:
    """What changes in one sentence: ``Adding the CRC: 2 more CEUs and $20 more a year.``"""
    is_added = difference.to_earn is not None
    ceus, changes = difference.ceus_a_year, []
    if ceus is not None:
        changes.append(f"{abs(ceus):.3g} {'fewer' if ceus < 0 else 'more'} CEUs")
    if difference.is_complete:
        dollars = round(difference.cost_a_year)
        changes.append(f"{format_money(abs(dollars))} {'less' if dollars < 0 else 'more'}")
    change = f"{join_words(changes)} a year" if changes else "what changes was not found"
    label = catalog.labels[difference.id]
    sentence = f"{'Adding' if is_added else 'Dropping'} the {label}: {change}"
    if difference.to_earn is not None:
        total = difference.to_earn
        amount = format_total(total.typical, total.complete, total.estimated)
        is_found = amount != NOT_FOUND
        sentence += (
            f"; {amount} to earn it" if is_found else "; what it costs to earn was not found"
        )
    return f"{sentence}."
