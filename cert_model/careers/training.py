"""The training programs of a plan, and what one of them would add to the raise needed."""

from collections.abc import Sequence
from dataclasses import dataclass

from cert_model.careers.payback import needed_raise, outlay_of
from cert_model.catalog import Catalog
from cert_model.costs import Assumptions, CostPlan, CostRequest, PlannedCredential, cost_plan
from cert_model.preparation import ProgramCriteria, ProgramOffer, find_programs


@dataclass(frozen=True, slots=True)
class TrainingRange:
    """What the programs with a known price would add to a plan without training."""

    programs: int
    """How many programs have a known price; with none, all else is 0."""
    low: float = 0.0
    """Dollars that the cheapest program adds; ``high`` is that of the dearest."""
    high: float = 0.0
    needed_low: float = 0.0
    """The raise needed with the cheapest program, in percent; ``needed_high`` with the dearest."""
    needed_high: float = 0.0


def training_offers(catalog: Catalog, ids: Sequence[str]) -> list[ProgramOffer]:
    """The programs that prepare for any of these credentials, the cheapest first.

    Those without a known price come last.
    """
    matches = [find_programs(catalog, ProgramCriteria(credential=key)).fitting for key in ids]
    offers = {offer.program.id: offer for of_credential in matches for offer in of_credential}
    return sorted(
        offers.values(),
        key=lambda offer: (offer.low is None, offer.low or 0.0, offer.program.name),
    )


def plan_with_training(
    catalog: Catalog, ids: Sequence[str], years: int, program: str | None
) -> CostPlan:
    """The cost of earning these credentials in the first year and keeping them for the years.

    ``program`` is the id of the training program that is paid for; None for none.
    """
    planned = tuple(PlannedCredential(key) for key in ids)
    return cost_plan(
        catalog, CostRequest(planned, years=years + 1, assumptions=Assumptions(training=program))
    )


def training_range(catalog: Catalog, ids: Sequence[str], years: int, pay: float) -> TrainingRange:
    """What the programs with a known price would add, and the raise needed with one of them.

    What the price of a program includes, such as the exam, is not counted twice. ``pay`` is in
    dollars a year.
    """
    without = plan_with_training(catalog, ids, years, None)
    plans = [
        plan_with_training(catalog, ids, years, offer.program.id)
        for offer in training_offers(catalog, ids)
        if offer.low is not None
    ]
    if not plans:
        return TrainingRange(0)
    added = [plan.total.typical - without.total.typical for plan in plans]
    needed = [needed_raise(outlay_of(plan), pay).typical for plan in plans]
    return TrainingRange(len(plans), min(added), max(added), min(needed), max(needed))
