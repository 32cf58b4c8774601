"""The four figures of What I hold that people come for, each with what it rests on."""

from collections.abc import Sequence

from cert_model.costs import Assumptions
from cert_model.costs.sentences import format_sum
from cert_model.formatting import NOT_FOUND, format_day, format_money
from cert_model.renewal import sentences
from cert_model.renewal.plan import RenewalPlan
from cert_model.renewal.schedule import DueEvent
from ui.components.amounts import Basis, without_repetition
from ui.components.key_figures import KeyFigure
from ui.keep.tables import NOT_SAID
from ui.shell import routes


def key_figures(plan: RenewalPlan, coming: Sequence[DueEvent]) -> list[KeyFigure]:
    """The pace from now on, the next date, and what a year takes in CEUs and dollars.

    ``coming`` are the dates that are not past, in order.
    """
    cycles = [due for part in plan.issuers for due in part.cycles]
    ceus = Basis(without_repetition(due.ceus.facts for due in cycles))
    a_year = NOT_FOUND if plan.ceus_a_year is None else f"{plan.ceus_a_year:.3g}"
    price = format_money(Assumptions().ceu_price)
    cost_note = f"six-year average of dues, fees, and CEUs, counted as bought at {price} each"
    costs = KeyFigure(
        *("Cost a year", format_sum(plan.cost_a_year), cost_note, Basis()),
        leads_to=(routes.COSTS, "Costs line by line"),
    )
    return [
        _pace(plan, ceus),
        _next_date(plan, coming),
        KeyFigure("CEUs a year", a_year, "in full cycles, at all issuers", ceus),
        costs,
    ]


def _pace(plan: RenewalPlan, basis: Basis) -> KeyFigure:
    title, pace = "CEUs a month", plan.ceus_a_month
    if pace is not None:
        words = "from now to the end of each cycle"
        return KeyFigure(title, sentences.rounded_pace(pace), words, basis)
    left = [part.left for part in plan.issuers if part.ends is not None]
    if left and not any(left):
        return KeyFigure(title, "0", "you have what this cycle requires", basis)
    return KeyFigure(title, NOT_SAID, "enter below when your cycle ends", Basis())


def _next_date(plan: RenewalPlan, coming: Sequence[DueEvent]) -> KeyFigure:
    """The next day to act on; after a missed date that is the next step, not the next payment."""
    title = "Next date"
    step = sentences.nearest_step(plan)
    if step is not None and step.earliest is not None:
        words = sentences.step_on_its_day(step)
        return KeyFigure(title, format_day(step.earliest), words, Basis(step.facts))
    if not coming:
        return KeyFigure(title, NOT_SAID, "no date is known yet", Basis())
    return KeyFigure(title, sentences.day_in_words(coming[0].day), coming[0].what, Basis())
