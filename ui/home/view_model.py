"""The state and the view model of the Home page: the three answers, and what they lead to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated, ClassVar, TypeVar

from pydantic import Field

from cert_model.candidates import (
    Candidate,
    Draw,
    Priority,
    Shortlist,
    Situation,
    Wishes,
    foreign_credentials,
    order_sentences,
    pay_sentences,
    sentences,
)
from cert_model.catalog import Catalog
from cert_model.catalog.derived import offered_online
from cert_model.formatting import format_amount, join_words
from cert_model.formatting.markdown import escape, format_link
from cert_model.overview import overviews
from cert_model.paths.bill_lines import lines_of_steps
from cert_model.paths.sentences import format_cost
from cert_model.schema import Evidence
from ui.components.amounts import Basis
from ui.home import field_map
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


@dataclass(frozen=True, slots=True)
class CardFigure:
    """A figure on a card, and what it opens to: a basis, a single statement, or nothing."""

    label: str
    text: str
    note: str = ""
    basis: Basis | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True)
class Card:
    """One candidate, in the words and figures that its card shows."""

    catalog: Catalog
    candidate: Candidate

    @property
    def id(self) -> str:
        """The id of the credential."""
        return self.candidate.id

    @property
    def letters(self) -> str:
        """Its letters, with the issuer where two credentials share them."""
        return self.catalog.labels[self.id]

    @property
    def name(self) -> str:
        """Its name and its issuer."""
        sheet = self.catalog.credentials[self.id]
        return f"{sheet.name} · {self.catalog.issuers[sheet.issuer].letters}"

    @property
    def admission(self) -> str:
        """Whether and how the person may sit."""
        return sentences.admission_text(self.catalog, self.candidate)

    @property
    def reasons(self) -> list[str]:
        """What speaks for or against it."""
        return sentences.reasons(self.catalog, self.candidate)

    @property
    def figures(self) -> list[CardFigure]:
        """What it costs and takes, what it pays, and where the exam is taken."""
        return [self._cost, self._each_year, self._first, self._pay, self._place]

    @property
    def _cost(self) -> CardFigure:
        label = sentences.cost_label(self.catalog, self.candidate)
        basis = Basis.of_bill(lines_of_steps(self.catalog, self.candidate.first_steps))
        note = sentences.explain_cost(self.catalog, self.candidate)
        return CardFigure(label, format_cost(self.candidate.first.cost), note, basis)

    @property
    def _each_year(self) -> CardFigure:
        text = sentences.format_each_year(self.candidate)
        basis = Basis.of_entries(self.candidate.upkeep_rows)
        return CardFigure("Each year after", text, basis=basis)

    @property
    def _first(self) -> CardFigure:
        label = sentences.first_label(self.catalog, self.candidate)
        basis = Basis.of_lengths(self.candidate.first_steps)
        return CardFigure(label, sentences.format_first(self.candidate), basis=basis)

    @property
    def _pay(self) -> CardFigure:
        row = self.candidate.survey or self.candidate.occupation
        text = pay_sentences.format_pay(self.candidate)
        note = pay_sentences.explain_pay(self.candidate)
        return CardFigure("Pay", text, note, evidence=row)

    @property
    def _place(self) -> CardFigure:
        exam = self.catalog.credentials[self.id].exam
        delivery = exam.delivery if offered_online(exam) is not None else None
        text = sentences.format_online(self.candidate)
        return CardFigure("Exam at home", text, evidence=delivery)


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
        return [Card(self.catalog, candidate) for candidate in self.shortlist.candidates]

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
            return order_sentences.describe_order(self.shortlist)
        return sentences.describe_empty(self.shortlist)

    @property
    def why_these(self) -> list[str]:
        """Why these candidates, and what their order leaves open."""
        return [
            *sentences.describe_choice(self.shortlist),
            *order_sentences.remarks_on_order(self.catalog, self.shortlist),
        ]

    @property
    def others(self) -> dict[str, list[str]]:
        """What else fits, in the same order, as a table."""
        others = self.shortlist.others
        return {
            "Credential": [self._link(item.id) for item in others],
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
