"""Whether credentials pay: their cost against the reader's pay and the raise they expect."""

from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

from cert_model import careers
from cert_model.careers import BadPay, NeededRaise, Outlay, Payback
from cert_model.careers import payback_sentences as sentences
from cert_model.catalog import Catalog
from cert_model.costs import CostPlan
from cert_model.costs import sentences as cost_sentences
from cert_model.formatting import format_money, join_words
from cert_model.formatting.markdown import escape, quote
from ui.careers import chart_rows, tables
from ui.careers.state import CareersState
from ui.careers.tables import Table
from ui.components.figures import SourcedText

WITHOUT_PAY = "If you do not work now, enter what you would earn in a year without the credential."


@dataclass(frozen=True)
class PaybackView:
    """The raise that a plan needs to pay back, and what the expected raise comes to."""

    catalog: Catalog
    state: CareersState
    pay: float
    """The reader's own, in dollars a year."""

    @property
    def label(self) -> str:
        """The credentials of the plan: ``the CPC and the CRC``."""
        return name_plan(self.catalog, self.state)

    @cached_property
    def plan(self) -> CostPlan:
        """The cost of earning the credentials and of holding them for the chosen years."""
        state = self.state
        return careers.plan_with_training(self.catalog, state.ids, state.years, state.program)

    @cached_property
    def outlay(self) -> Outlay:
        """The cost at first, with training, and a year after that."""
        return careers.outlay_of(self.plan, self.state.training_cost)

    @cached_property
    def needed(self) -> NeededRaise:
        """The raise that just recovers the cost."""
        return careers.needed_raise(self.outlay, self.pay)

    @cached_property
    def payback(self) -> Payback:
        """What the expected raise comes to."""
        return careers.compute_payback(self.outlay, self.pay, self.state.raise_percent)

    @property
    def headline(self) -> str:
        """What would have to be true for the plan to break even."""
        counted = self.state.program or self.state.training_cost
        training = "with training" if counted else "without training"
        return sentences.describe_needed_raise(self.label, self.outlay, self.needed, training)

    @property
    def remarks(self) -> list[str]:
        """What the headline rests on, what it lacks, and what the expected raise comes to."""
        remarks = (
            sentences.describe_cost_behind(self.label, self.outlay, self.needed, self._training),
            self._missing_prices,
            self._training_left_out,
            sentences.describe_expected_raise(self.outlay, self.payback),
        )
        return [remark for remark in remarks if remark]

    @property
    def _training(self) -> str:
        """What is counted of training, in words."""
        programs = self.catalog.preparation.programs.programs
        names = [program.name for program in programs if program.id == self.state.program]
        own = self.state.training_cost
        counted = [*names, *([format_money(own)] if own else [])]
        return f"with training ({', '.join(counted)})" if counted else "without training"

    @property
    def _missing_prices(self) -> str:
        """Which prices the cost lacks; empty where it lacks none."""
        if not self.plan.missing:
            return ""
        not_found = cost_sentences.format_missing_prices(self.catalog, self.plan)
        return f"The cost is a minimum. Not found: {not_found}."

    @property
    def _training_left_out(self) -> str:
        """What a training program would add; empty where the reader counts training."""
        state = self.state
        if state.program or state.training_cost:
            return ""
        training = careers.training_range(self.catalog, state.ids, state.years, self.pay)
        return sentences.describe_training_range(self.label, self.outlay, training)

    @property
    def _lines(self) -> dict[str, float]:
        """The raises to draw, in percent, by name: the expected one and the one needed."""
        expected = self.state.raise_percent
        return {
            sentences.format_raise(expected): expected,
            sentences.format_needed_raise(self.needed): self.needed.typical,
        }

    @property
    def has_cost(self) -> bool:
        """Whether there is any cost to recover."""
        return self.outlay.total.typical > 0

    @property
    def balance_lines(self) -> pa.Table:
        """What each raise has brought by each year, as the chart draws it."""
        return chart_rows.balances(self.outlay, self.pay, self._lines)

    @property
    def balance_table(self) -> Table:
        """What each raise has brought by each year, as a table to read."""
        return tables.balances(self.outlay, self.pay, self._lines)


def name_plan(catalog: Catalog, state: CareersState) -> str:
    """The credentials chosen, in words: ``the CPC``, ``the CPC and the CRC``."""
    return join_words(f"the {catalog.labels[key]}" for key in state.ids)


def ask_for_pay(catalog: Catalog, state: CareersState) -> str:
    """What to enter before there is an answer, or what is wrong with it, as Markdown.

    Empty where the pay is there.
    """
    if not state.typed_pay.strip():
        return (
            "Enter your yearly pay to see how much more you would have to earn for "
            f"{escape(name_plan(catalog, state))} to break even. {WITHOUT_PAY}"
        )
    try:
        careers.parse_pay(state.typed_pay)
    except BadPay as error:
        typed = quote(state.typed_pay.strip())
        return f"{typed} is not a yearly pay. {escape(error)} {WITHOUT_PAY}"
    return ""


def build(catalog: Catalog, state: CareersState) -> PaybackView | None:
    """The view model of whether the chosen credentials pay.

    None where none is chosen, and before a yearly pay is entered.
    """
    if not state.ids or ask_for_pay(catalog, state):
        return None
    return PaybackView(catalog, state, careers.parse_pay(state.typed_pay))


def program_titles(catalog: Catalog, state: CareersState) -> dict[str, str]:
    """The programs that prepare for the chosen credentials, by id, their prices first."""
    return {
        offer.program.id: (
            "Price not found" if offer.low is None else format_money(offer.low, offer.high)
        )
        + f": {offer.program.name}, {offer.program.provider}"
        for offer in careers.training_offers(catalog, state.ids)
    }


def describe_pay_gaps(catalog: Catalog) -> tuple[str, list[SourcedText]]:
    """What surveys report on pay with and without a certification, and the figures behind it.

    An empty text and no figures where no survey compares the two.
    """
    gaps = careers.smallest_and_newest_gap(catalog)
    if gaps is None:
        return "", []
    figures = [
        SourcedText(f"{name}: {gap.percent_of_others:.1f}%, {gap.row.year}", gap.row)
        for name, gap in zip(("Smallest", "Newest"), gaps, strict=True)
    ]
    return sentences.describe_pay_gaps(*gaps), figures
