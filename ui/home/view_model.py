"""The state and the view model of the Home page: the three answers, and what they lead to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated, ClassVar, TypeVar

from pydantic import Field

from cert_model.candidates import (
    Draw,
    Priority,
    Shortlist,
    Situation,
    Wishes,
    choice_sentences,
    foreign_credentials,
    order_sentences,
    sentences,
)
from cert_model.candidates.ranking import occupation_pay_of
from cert_model.catalog import Catalog
from cert_model.formatting import format_amount, join_words
from cert_model.formatting.markdown import escape, format_link
from cert_model.overview import overviews
from cert_model.paths.sentences import format_cost
from ui.home import field_map
from ui.home.cards import Card, CardFigure, occupation_figure
from ui.home.field_map import FieldMap
from ui.shell import routes
from ui.shell.asker import shortlist_of
from ui.shell.page_state import PageState
from ui.shell.shared import DRAW, PRIORITY, SITUATION, Shared
from ui.shell.visitor import Visitor

T = TypeVar("T")

INTRODUCTION = (
    "Answer three questions to see which ones fit you. Press any figure for its source and date. "
    "Estimates are marked, and what nobody publishes is shown as not found."
)
NEUTRALITY = (
    "Nobody pays to be listed or ranked. Every list says how it is ordered, and we give no scores "
    "of our own. Where sources disagree, you see both sides and the reason for the one we use."
)


class HomeState(PageState):
    """The three answers, which are the visitor's wishes on every page."""

    page: ClassVar[str] = routes.START

    situation: Annotated[Situation | None, Field(alias="now"), Shared(SITUATION)] = None
    draw: Annotated[Draw | None, Shared(DRAW)] = None
    priority: Annotated[Priority | None, Field(alias="matters"), Shared(PRIORITY)] = None

    def title(self, _catalog: Catalog) -> str:
        """What the page is for."""
        return "Which medical coding credential should I choose?"

    @property
    def wishes(self) -> Wishes:
        """The answers together."""
        return Wishes(self.situation, self.draw, self.priority)


@dataclass(frozen=True)
class HomeView:
    """What the three answers lead to, the map of the field, and what the data rests on."""

    catalog: Catalog
    state: HomeState
    visitor: Visitor

    @property
    def is_answered(self) -> bool:
        """Whether any of the three questions is answered, so that there are candidates."""
        return self.state.wishes != Wishes()

    @cached_property
    def shortlist(self) -> Shortlist:
        """The candidates and what stands beside them."""
        return shortlist_of(self.catalog, replace(self.visitor, wishes=self.state.wishes))

    @property
    def cards(self) -> list[Card]:
        """The candidates."""
        candidates = self.shortlist.candidates
        priority = self.state.priority
        return [Card(self.catalog, item, self.shared, priority) for item in candidates]

    @cached_property
    def shared(self) -> tuple[CardFigure, ...]:
        """The figures that are the same on every card; none for a single one."""
        cards = [Card(self.catalog, item).all_figures for item in self.shortlist.candidates]
        if len(cards) < 2:
            return ()
        return tuple(figure for figure in cards[0] if all(figure in card for card in cards))

    @cached_property
    def below_cards(self) -> tuple[CardFigure, ...]:
        """What stands once below the cards: what is the same on all, and the pay of coders."""
        row = occupation_pay_of(self.catalog, self.shortlist)
        same = [replace(item, label=f"{item.label}, the same for all") for item in self.shared]
        return *same, *([] if row is None else [occupation_figure(row)])

    @property
    def scope(self) -> list[str]:
        """The ids of the candidates, which the quick quiz is about."""
        return [candidate.id for candidate in self.shortlist.candidates]

    @property
    def heading(self) -> str:
        """The answer in a few words, where the order gives one."""
        if not self.cards:
            return "What is left to earn"
        soonest = order_sentences.describe_soonest(self.catalog, self.shortlist)
        return soonest or "Your candidates"

    @property
    def order(self) -> str:
        """How the candidates are ordered; or why there are none."""
        if self.shortlist.candidates:
            order = order_sentences.describe_order(self.shortlist)
            study = order_sentences.describe_study_behind(self.catalog, self.shortlist)
            return f"{order} {study}".rstrip()
        return choice_sentences.describe_empty(self.shortlist)

    @property
    def why_these(self) -> list[str]:
        """Why these candidates, and what their order leaves open."""
        return [
            *choice_sentences.describe_choice(self.shortlist),
            *order_sentences.remarks_on_order(self.catalog, self.shortlist),
        ]

    @property
    def others(self) -> dict[str, list[str]]:
        """What else fits, in the same order, as a table."""
        others = self.shortlist.others
        return {
            "Credential": [self._link_with_work(item.id) for item in others],
            "My eligibility": [
                escape(sentences.admission_text(self.catalog, item)) for item in others
            ],
            "To earn it": [escape(format_cost(item.first.cost)) for item in others],
            f"{self._which} credential in": [
                escape(sentences.format_first(item)) for item in others
            ],
        }

    @property
    def _which(self) -> str:
        """Whether what is earned is the first credential or one more."""
        return "Next" if self.shortlist.asker.profile.credentials else "First"

    @property
    def held(self) -> str:
        """What the person holds, in a sentence; empty for nothing."""
        keys = self.shortlist.asker.profile.credentials or ()
        letters = join_words(f"the {self.catalog.labels[key]}" for key in keys)
        return f"You hold {letters}." if letters else ""

    @property
    def later(self) -> str:
        """What is for more experience or one specialty, each a link; empty for none."""
        return ", ".join(map(self._link, self.shortlist.later))

    @property
    def little_known(self) -> list[str]:
        """What little is known about, each with what is missing."""
        return [
            f"{self._link(item.id)}: {escape(sentences.what_is_unknown(self.catalog, item))}"
            for item in self.shortlist.little_known
        ]

    @property
    def abroad(self) -> str:
        """The credentials of other countries by country, each a link."""
        by_country: dict[str, list[str]] = {}
        for key in foreign_credentials(self.catalog):
            issuer = self.catalog.issuers[self.catalog.credentials[key].issuer]
            by_country.setdefault(issuer.country, []).append(self._link(key))
        return "\n".join(
            f"- {sentences.COUNTRIES.get(country, country)}: {join_words(links)}"
            for country, links in by_country.items()
        )

    def _link_with_work(self, key: str) -> str:
        """A link to a credential, with its work where that is not coding."""
        work = sentences.work_other_than_coding(self.catalog, key)
        return f"{self._link(key)} ({escape(work)})" if work else self._link(key)

    def _link(self, key: str) -> str:
        return format_link(overviews(self.catalog)[key].title, f"credential?id={key}")

    def field_map(self, narrow: bool) -> FieldMap:
        """Every credential by level and kind of work, for the width of the window."""
        return field_map.field_map(self.catalog, narrow)

    @property
    def field_takeaway(self) -> str:
        """What the map shows."""
        return field_map.takeaway(self.catalog)

    @property
    def field_counts(self) -> str:
        """How the credentials on the map are counted."""
        return field_map.describe_counts(self.catalog)

    @property
    def field_table(self) -> Mapping[str, Sequence[str]]:
        """The map as a table."""
        return field_map.table(self.catalog)

    @property
    def figures(self) -> dict[str, str]:
        """The numbers of credentials, issuers, statements and sources, by label."""
        counts = self.catalog.counts
        return {
            "Credentials": format_amount(counts["credentials"]),
            "Issuers": format_amount(counts["issuers"]),
            "Sourced statements": format_amount(counts["facts"]),
            "Sources": format_amount(counts["sources"]),
            "Newest evidence": f"{self.catalog.newest_evidence:%b %Y}",
        }


def build(catalog: Catalog, state: HomeState, visitor: Visitor) -> HomeView:
    """Return the view model of the page."""
    return HomeView(catalog, state, visitor)
