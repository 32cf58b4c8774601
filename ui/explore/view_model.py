"""The state and the view model of the Explore page: plain rows and sentences to draw.

Filters and order work on overviews and masks; the pictures take their rows from frames.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar, Literal

import pyarrow as pa
from pydantic import Field

from cert_model import site_search
from cert_model.catalog import Catalog
from cert_model.explore import ordering, sentences
from cert_model.explore.credential_filters import PersonalView
from cert_model.explore.filters import Filters
from cert_model.explore.shelves import Shelf, by_shelf
from cert_model.formatting import format_count
from cert_model.overview import Overview, overviews
from cert_model.search import LONGEST_QUERY
from cert_model.site_search import Document
from ui.components.facets import ActiveFilters, FilterChoices, active_filters, filter_fields
from ui.explore.result_rows import Row, for_person, result_rows
from ui.explore.scatter import effort_points, effort_table
from ui.shell.address_fields import AnyOrder, CredentialId, Options, one_of
from ui.shell.file_address import format_file_query
from ui.shell.page_state import PageState, Spread
from ui.shell.shared import ADDED_PICKS, Shared

ORDERS = tuple(
    name for order in ordering.ORDERS for name in (order, f"{ordering.DESCENDING}{order}")
)
"""Every order of the list, both ways."""


class ExploreState(PageState):
    """The search, the filters, the order of the list, and the credentials picked in it."""

    page: ClassVar[str] = "explore"

    words: Annotated[str, Field(alias="q", max_length=LONGEST_QUERY)] = ""
    filters: Annotated[FilterChoices, Spread(filter_fields)] = Field(default_factory=dict)
    order: Annotated[str, one_of(lambda _: ORDERS)] = ordering.DEFAULT
    rows: Literal["first", "all"] = "first"
    """Whether a long list stops after its first rows."""
    effort: Literal["minutes", "questions"] = "minutes"
    picked: Annotated[
        tuple[CredentialId, ...], AnyOrder, Field(alias="pick"), Shared(ADDED_PICKS)
    ] = ()
    """The shortlist. The address carries it in the profile; earlier ones name it here."""

    def implied(self) -> Collection[str]:
        """What is picked, which every page's address says in its own way."""
        return {"pick"}

    def title(self, _catalog: Catalog) -> str:
        """The page."""
        return "Find a credential"


ROWS_AT_ONCE = 20
"""Rows of a list that is shown whole; a longer one stops here, and keeps the rest apart."""
MOST_ELSEWHERE = 4
"""Answers from other pages that a search without a match leads to."""
MOST_IN_MATRIX = 16
"""Rows of the scope picture; more would not fit beside the other one."""


@dataclass(frozen=True)
class ExploreView:
    """The credentials that match; each part is worked out when it is first drawn."""

    catalog: Catalog
    person: PersonalView
    state: ExploreState

    @property
    def filters(self) -> Filters:
        """The filters of the list, those that depend on the person among them."""
        return self.person.filters

    @cached_property
    def active(self) -> ActiveFilters:
        """The filters that narrow the list."""
        return active_filters(self.filters, self.state.words.strip(), self.state.filters)

    @property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """How many credentials each further choice would leave, by facet and term."""
        return self.filters.counts(self.active.choices, self.active.words)

    @cached_property
    def shown(self) -> list[Overview]:
        """The credentials that match, in order."""
        ids = self.filters.matching(self.active.choices, self.active.words)
        matching = [overviews(self.catalog)[key] for key in ids]
        return ordering.sort_overviews(matching, self.state.order, self.person.verdicts)

    @property
    def elsewhere(self) -> list[Document]:
        """What else is about the words of a search that finds no credential, the best first."""
        words = self.active.words
        if not words or self.filters.matching({}, words):
            return []
        hits = site_search.find(self.catalog, words).hits
        documents = (hit.document for hit in hits)
        return [page for page in documents if page.place.page != self.state.page][:MOST_ELSEWHERE]

    @property
    def order_in_words(self) -> str:
        """How the list is ordered."""
        return ordering.describe_order(self.state.order)

    @property
    def file_query(self) -> dict[str, str]:
        """The parameters of the address of this list as a file."""
        options = Options(self.catalog, self.filters)
        return format_file_query(self.state, options, self.person.interview.parsed.answers)

    @property
    def headline(self) -> str:
        """How many match, and in which order, as Markdown."""
        total = format_count(len(self.catalog.credentials), "credential")
        order = f", {self.order_in_words}" if self.shown else ""
        return f"**{len(self.shown)} of {total} match**{order}."

    @property
    def caption(self) -> str:
        """What all that matches is, and in which order."""
        return f"{format_count(len(self.shown), 'credential')}, {self.order_in_words}"

    @property
    def list_caption(self) -> str:
        """What the list is, for a screen reader."""
        first = len(self.listed)
        return self.caption if first == len(self.shown) else f"{first} of {self.caption}"

    @cached_property
    def picked(self) -> list[str]:
        """The ids of the shown credentials that are picked."""
        return [overview.id for overview in self.shown if overview.id in self.state.picked]

    @property
    def effort_takeaway(self) -> str:
        """What the picture of price against effort shows."""
        return sentences.describe_cost_against_effort(self.shown, self.state.effort)

    @cached_property
    def effort_points(self) -> pa.Table:
        """Price and effort of each exam, as the chart draws them."""
        return effort_points(self.catalog, self.shown, self.picked, self.state.effort)

    @property
    def effort_table(self) -> dict[str, list[object]]:
        """Price and effort of each exam, as a table to read."""
        return effort_table(self.effort_points)

    @property
    def in_matrix(self) -> list[Overview]:
        """The credentials in the scope picture: the first ones of the list."""
        return self.shown[:MOST_IN_MATRIX]

    @property
    def scope_takeaway(self) -> str:
        """What the scope picture shows."""
        return sentences.describe_scope(self.in_matrix)

    @cached_property
    def _shelves(self) -> Mapping[Shelf, Sequence[Overview]]:
        """What matches by shelf; a short list stays whole, in its order."""
        shelves = by_shelf(self.shown)
        is_whole = len(self.shown) <= ROWS_AT_ONCE or Shelf.FRONT not in shelves
        return {Shelf.FRONT: self.shown} if is_whole else shelves

    @property
    def listed(self) -> Sequence[Overview]:
        """The credentials that stand first, as many as are shown."""
        front = self._shelves[Shelf.FRONT]
        return front if self.state.rows == "all" else front[:ROWS_AT_ONCE]

    @property
    def further(self) -> int:
        """How many more stand behind the first rows."""
        return len(self._shelves[Shelf.FRONT]) - len(self.listed)

    @property
    def apart(self) -> Mapping[Shelf, Sequence[Overview]]:
        """What stands apart from the list, by shelf."""
        return {key: shelf for key, shelf in self._shelves.items() if key is not Shelf.FRONT}

    def rows(self, overviews: Sequence[Overview]) -> list[Row]:
        """The finished rows of a part of the list."""
        rows = result_rows(self.catalog)
        return [
            for_person(rows[overview.id], self.person.verdict_texts[overview.id])
            for overview in overviews
        ]


def build(catalog: Catalog, person: PersonalView, state: ExploreState) -> ExploreView:
    """Return the view model of the page for a person, in a state."""
    return ExploreView(catalog, person, state)
