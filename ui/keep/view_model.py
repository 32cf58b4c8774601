"""The view model of the page What I hold: plain rows and sentences to draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pyarrow as pa

from cert_model.catalog import Catalog
from cert_model.costs import BadPlan
from cert_model.formatting.calendars import REMINDER_DAYS
from cert_model.prices import Buyer, quote_dues
from cert_model.renewal import sentences
from cert_model.renewal.across import Taken, taken_by_each
from cert_model.renewal.ceus import CeuMinimum
from cert_model.renewal.log import LogEntry
from cert_model.renewal.log_sentences import (
    log_sentence,
    no_issuer_sentence,
    progress_sentences,
)
from cert_model.renewal.plan import IssuerRenewal, RenewalPlan
from cert_model.renewal.schedule import DueEvent, schedule
from cert_model.renewal.tally import Tally, plan_with_log, tally_log
from cert_model.renewal.unknown import Unknown, unknown_points
from cert_model.renewal.what_if import Difference, if_added, if_dropped
from cert_model.schema.preparation import CeuOffer
from cert_model.vocabulary import CeuPart, CycleKind, Need
from ui.components.fact_list import Written
from ui.components.key_figures import KeyFigure
from ui.keep import tables
from ui.keep.key_figures import key_figures
from ui.keep.requests import example, request_of
from ui.keep.state import KeepState
from ui.shell.address_fields import Options
from ui.shell.file_address import format_visitor_query
from ui.shell.visitor import Visitor

NEAR_DAYS = max(REMINDER_DAYS)
"""So many days before a date, what follows from missing it stands open."""


@dataclass(frozen=True)
class KeepView:
    """What keeping a person's credentials takes; each part is worked out when first drawn."""

    catalog: Catalog
    visitor: Visitor
    state: KeepState
    plan: RenewalPlan
    entries: Sequence[LogEntry] = ()
    """The visitor's log of CEUs."""

    @property
    def today(self) -> date:
        """The day from which the page looks ahead."""
        return self.plan.request.today

    @property
    def is_example(self) -> bool:
        """Whether the page shows an example in place of the visitor."""
        return self.state.example == "yes"

    @cached_property
    def lists(self) -> Written:
        """The lists of facts that were written of it so far, by name."""
        return {}

    # The answer

    @cached_property
    def _answer(self) -> list[str]:
        stated = sentences.answer_sentences(self.catalog, self.plan)
        return stated or [point.what for point in self.unknown[:1]]

    @property
    def headline(self) -> str:
        """What is due next, in a sentence."""
        return self._answer[0]

    @property
    def further(self) -> list[str]:
        """The rest of the answer: what one has, what is to be paid next."""
        return self._answer[1:]

    @cached_property
    def key_figures(self) -> list[KeyFigure]:
        """The pace from now on, the next date, and what a year takes in CEUs and dollars."""
        return key_figures(self.plan, self.coming)

    # By issuer

    @property
    def parts(self) -> Sequence[IssuerRenewal]:
        """What each issuer asks for, the one whose cycle ends first before the others."""
        return self.plan.issuers

    @cached_property
    def overview(self) -> dict[str, list[str]]:
        """All issuers in one table."""
        return tables.overview(self.catalog, self.plan)

    @property
    def parts_as_held(self) -> list[IssuerRenewal]:
        """The same in the order in which the credentials are held, which no date changes."""
        issuers = [self.catalog.credentials[key].issuer for key in self.held]
        return sorted(self.parts, key=lambda part: issuers.index(part.issuer.id))

    def may_choose_membership(self, part: IssuerRenewal) -> bool:
        """Whether an issuer has a membership of which dues were read, and does not require it."""
        needs = (self.catalog.credentials[key].membership.to_hold for key in part.ids)
        if any(need is not None and need.value is Need.REQUIRED for need in needs):
            return False
        return quote_dues(self.catalog, part.issuer, Buyer(member=True)) is not None

    @staticmethod
    def end_label(part: IssuerRenewal) -> str:
        """What ends at an issuer: the membership where CEUs are due with it, else the cycle."""
        rule = part.issuer.renewal.cycle
        ends_with_membership = rule is not None and rule.kind is CycleKind.MEMBERSHIP_MONTH
        return "My membership renews" if ends_with_membership else "My cycle ends"

    def replaced_at(self, part: IssuerRenewal) -> dict[str, str]:
        """By id of a credential that needs nothing, the id of the one that stands for it."""
        return {key: other for key, other in self.plan.replaced.items() if other in part.ids}

    def unknown_at(self, part: IssuerRenewal) -> Sequence[Unknown]:
        """What is not known about an issuer's part, and who could say it."""
        return unknown_points(self.catalog, part)

    @cached_property
    def unknown(self) -> list[Unknown]:
        """What is not known at any of the issuers."""
        return [point for part in self.parts for point in self.unknown_at(part)]

    # The dates

    @cached_property
    def events(self) -> Sequence[DueEvent]:
        """Everything that has a day, in order."""
        return schedule(self.catalog, self.plan)

    @cached_property
    def coming(self) -> list[DueEvent]:
        """What is still to come of it."""
        return [event for event in self.events if event.day.day >= self.today]

    @cached_property
    def strip_takeaway(self) -> str:
        """What the picture of the dates shows."""
        return tables.strip_takeaway(self.coming)

    @property
    def strip_title(self) -> str:
        """How far the picture of the dates reaches."""
        has_past = len(self.coming) < len(self.events)
        return "What was due, and the next 24 months" if has_past else "The next 24 months"

    @cached_property
    def strip_rows(self) -> pa.Table:
        """The dates as the chart draws them."""
        return tables.strip_rows(self.catalog, self.events, self.today)

    @cached_property
    def event_table(self) -> dict[str, list[str]]:
        """The dates as a table to read."""
        return tables.event_table(self.catalog, self.events)

    @property
    def file_query(self) -> dict[str, str]:
        """The parameters of the address of the calendar."""
        return format_visitor_query(self.state, Options(self.catalog), self.visitor)

    # A lapse

    @cached_property
    def pressing(self) -> list[IssuerRenewal]:
        """The issuers whose date is near or past."""
        return [part for part in self.parts if self._is_pressing(part)]

    @cached_property
    def not_pressing(self) -> list[IssuerRenewal]:
        """The other issuers."""
        return [part for part in self.parts if not self._is_pressing(part)]

    def _is_pressing(self, part: IssuerRenewal) -> bool:
        return part.missed is not None and (part.missed.day - self.today).days <= NEAR_DAYS

    # What if

    @cached_property
    def addition(self) -> Difference | str | None:
        """What one credential more would change, or why that cannot be told; None for none."""
        if self.state.add is None:
            return None
        if self.state.add in self.held:
            return f"You already hold the {self.catalog.labels[self.state.add]}."
        try:
            return if_added(self.catalog, self.plan, self.state.add)
        except BadPlan as error:
            return str(error)

    @cached_property
    def omission(self) -> Difference | str | None:
        """The same for one credential less."""
        if self.state.drop is None:
            return None
        if self.state.drop not in self.held:
            return f"You do not hold the {self.catalog.labels[self.state.drop]}."
        return if_dropped(self.catalog, self.plan, self.state.drop)

    @staticmethod
    def difference_table(difference: Difference) -> dict[str, list[str]]:
        """Now and then, side by side."""
        return tables.difference_table(difference)

    @property
    def held(self) -> tuple[str, ...]:
        """The ids of what is held."""
        return self.plan.request.ids

    @cached_property
    def taken(self) -> Sequence[Taken]:
        """What each issuer takes of others' courses."""
        return taken_by_each(self.catalog, self.plan)

    # The log of CEUs

    @cached_property
    def tallies(self) -> list[Tally]:
        """What the log has at each issuer."""
        return [tally_log(part, self.entries) for part in self.parts]

    @cached_property
    def log_sentence(self) -> str:
        """What the log has for the current cycles."""
        return log_sentence(self.catalog, self.plan, self.entries)

    @property
    def no_issuer_sentence(self) -> str:
        """How many entries of the log name no issuer; empty for none."""
        return no_issuer_sentence(self.entries)

    @cached_property
    def progress(self) -> dict[CeuMinimum, str]:
        """How far the log goes toward each minimum that it names."""
        return progress_sentences(self.plan, self.entries)

    @property
    def topics(self) -> list[str]:
        """The subjects of which an issuer wants a number of CEUs."""
        minimums = (
            minimum for part in self.parts for due in part.cycles for minimum in due.ceus.minimums
        )
        return list(
            dict.fromkeys(minimum.topic for minimum in minimums if minimum.part is CeuPart.SUBJECT)
        )

    @property
    def stated_beside_log(self) -> list[str]:
        """The issuers for which a number of their own goes before the log."""
        stated = self.visitor.earned
        return [tally.issuer for tally in self.tallies if tally.counted and tally.issuer in stated]

    @cached_property
    def log_table(self) -> dict[str, list[str]]:
        """The log as a table to read, the latest entry first."""
        return tables.log_table(self.catalog, self.entries)

    # Where CEUs come from

    @cached_property
    def offers(self) -> Mapping[str, list[CeuOffer]]:
        """By issuer, the ways to earn its CEUs: the free ones, those with a price, the others."""
        offers = self.catalog.preparation.ceus.offers
        by_issuer = {
            part.issuer.id: sorted(
                (offer for offer in offers if offer.issuer == part.issuer.id), key=tables.by_price
            )
            for part in self.parts
        }
        return {issuer: listed for issuer, listed in by_issuer.items() if listed}


def build(
    catalog: Catalog, visitor: Visitor, state: KeepState, entries: Sequence[LogEntry] = ()
) -> KeepView | None:
    """Return the view model of the page; None where nothing is held and no example asked for.

    ``entries`` are the visitor's log of CEUs; it counts where they stated no number themselves.
    """
    if state.example == "yes":
        visitor, request = example(catalog), request_of(catalog, example(catalog))
    else:
        request = request_of(catalog, visitor, state.held)
    if not request.holdings:
        return None
    return KeepView(catalog, visitor, state, plan_with_log(catalog, request, entries), entries)
