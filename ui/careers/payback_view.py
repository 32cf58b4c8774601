"""Whether credentials pay: their cost against the reader's pay and raises that are assumed."""

from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

from cert_model import careers
from cert_model.careers import CostScenarios, Outlay, Payback, StartingPay, sentences
from cert_model.catalog import Catalog
from cert_model.costs import CostPlan, CostRequest, PlannedCredential, cost_plan
from cert_model.costs import sentences as cost_sentences
from ui.careers import chart_rows, tables
from ui.careers.state import CASES, CareersState
from ui.careers.tables import Table
from ui.components.figures import SourcedText


@dataclass(frozen=True)
class PaybackView:
    """The raise that recovers the cost of a plan, and how long the assumed raises take."""

    catalog: Catalog
    state: CareersState
    pay: float
    """Dollars a year: the reader's own, or those of ``starting_pay``."""
    starting_pay: StartingPay | None
    """The figure used in place of the reader's own pay; None where the reader entered it."""

    @cached_property
    def plan(self) -> CostPlan:
        """The cost of earning the credentials and of holding them for the chosen years."""
        planned = tuple(PlannedCredential(key) for key in self.state.ids)
        return cost_plan(self.catalog, CostRequest(planned, years=self.state.years + 1))

    @cached_property
    def outlay(self) -> Outlay:
        """The cost at first, with training, and a year after that."""
        return careers.outlay_of(self.plan, self.state.training_cost)

    @cached_property
    def break_even(self) -> CostScenarios:
        """The raise that just recovers the cost, in percent."""
        return careers.compute_break_even(self.outlay, self.pay)

    @property
    def headline(self) -> str:
        """The raise that just recovers the cost."""
        labels = " and ".join(self.catalog.labels[key] for key in self.state.ids)
        return sentences.describe_break_even(labels, self.outlay, self.break_even, self.pay)

    @property
    def basis(self) -> str:
        """The cost and the pay behind the headline."""
        return sentences.describe_break_even_basis(self.outlay, self.break_even, self.pay)

    @property
    def missing_prices(self) -> str:
        """Which prices the cost lacks; empty where it lacks none."""
        if not self.plan.missing:
            return ""
        not_found = cost_sentences.format_missing_prices(self.catalog, self.plan)
        return f"The cost is a minimum. Not found: {not_found}."

    @property
    def assumed_pay(self) -> SourcedText | None:
        """The figure used in place of the reader's own pay; None where the reader entered it."""
        if self.starting_pay is None:
            return None
        text = sentences.describe_assumed_pay(self.starting_pay, self.state.place)
        return SourcedText(text, self.starting_pay.row)

    @cached_property
    def paybacks(self) -> dict[str, Payback]:
        """How long each assumed raise takes, by the name of the case."""
        return {
            label: careers.compute_payback(self.outlay, self.pay, self.state.raises[case])
            for case, label in CASES.items()
        }

    @property
    def payback_table(self) -> Table:
        """How long each assumed raise takes, as a table to read."""
        return tables.payback(self.paybacks, self.outlay.years)

    @property
    def balance_lines(self) -> pa.Table:
        """What each raise has brought by each year, as the chart draws it."""
        return chart_rows.balances(self.outlay, self.pay, self.state.raises.values())

    @property
    def balance_table(self) -> Table:
        """What each raise has brought by each year, as a table to read."""
        return tables.balances(self.outlay, self.pay, self.state.raises.values())


def build(catalog: Catalog, state: CareersState) -> PaybackView | None:
    """The view model of whether the chosen credentials pay.

    None where none is chosen, or where no pay is entered and no figure is known to use instead.
    """
    if not state.ids:
        return None
    if state.pay is not None:
        return PaybackView(catalog, state, state.pay, None)
    starting_pay = careers.starting_pay(catalog, state.work, state.place)
    return (
        None
        if starting_pay is None
        else PaybackView(catalog, state, starting_pay.amount, starting_pay)
    )


def describe_usual_raises(catalog: Catalog) -> list[SourcedText]:
    """The pay gaps from which the assumed raises start; none where no gap is known."""
    usual = careers.usual_raises(catalog)
    if usual is None:
        return []
    return [
        SourcedText(f"{name}: {gap.percent_of_others:.1f} %, {gap.row.year}", gap.row)
        for name, gap in (("Smallest", usual.smallest), ("Newest", usual.newest))
    ]
