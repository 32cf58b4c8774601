"""The state and the view model of the Explore page: plain rows and sentences to draw.

Filters and order work on overviews and masks; the pictures take their rows from frames.
"""

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar, Literal

import pyarrow as pa
from pydantic import Field

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.explore import ordering, sentences
from cert_model.explore.credential_filters import PersonalView
from cert_model.explore.filters import Filters
from cert_model.explore.sentences import has_price_and, is_estimated
from cert_model.formatting import ESTIMATE_MARK, format_count, format_money
from cert_model.formatting.markdown import escape
from cert_model.frames import frames_of
from cert_model.overview import Overview, overviews
from cert_model.search import LONGEST_QUERY
from ui.charts.style import color_group
from ui.components.facets import ActiveFilters, FilterChoices, active_filters, filter_fields
from ui.components.scope import ArrowRows, scope_matrix, scope_table
from ui.explore.result_rows import Row, for_person, result_rows
from ui.shell.address_fields import AnyOrder, CredentialId, Options, one_of
from ui.shell.file_address import format_file_query
from ui.shell.page_state import PageState, Spread
from ui.shell.shared import ADDED_PICKS, Shared

EFFORTS: Mapping[str, str] = {"minutes": "minutes", "questions": "questions"}
"""What an exam asks for, by which its price is drawn."""
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


MOST_IN_MATRIX = 16
"""Rows of the scope picture; more would not fit beside the other one."""
MOST_TAGS = 14
"""Above this many points, only picked ones carry their label."""

_POINTS = pa.schema(
    {
        "id": pa.string(),
        "name": pa.string(),
        "issuer": pa.string(),
        "low": pa.float64(),
        "high": pa.float64(),
        "questions": pa.int64(),
        "minutes": pa.int64(),
    }
)


@once_per_catalog
def effort_rows(catalog: Catalog) -> ArrowRows:
    """Price and effort of every exam, in the columns that the chart names; made once."""
    credentials = frames_of(catalog).credentials
    points = credentials[["id", "questions", "minutes"]].assign(
        name=credentials["label"] + ", " + credentials["name"],
        issuer=credentials["issuer_letters"].map(color_group),
        low=credentials["exam_fee_low"],
        high=credentials["exam_fee_high"],
    )
    return ArrowRows(points, "id", _POINTS)


def effort_points(
    catalog: Catalog, credentials: Sequence[Overview], picked: Container[str], effort: str
) -> pa.Table:
    """One row per credential whose price and effort are both known or estimated.

    ``chosen`` says whether it is picked, ``tag`` is the label beside its point, ``estimated``
    says whether one of the two figures is an estimate.
    """
    drawn = [overview for overview in credentials if has_price_and(effort, overview)]
    ids = [overview.id for overview in drawn]
    tags = _tags(
        [overview for overview in drawn if len(drawn) <= MOST_TAGS or overview.id in picked], effort
    )
    letters = pa.array([tags.get(key, "") for key in ids], pa.string())
    chosen = pa.array([key in picked for key in ids], pa.bool_())
    points = effort_rows(catalog).take(ids)
    estimated = pa.array([is_estimated(effort, overview) for overview in drawn], pa.bool_())
    return (
        points.append_column("tag", letters)
        .append_column("chosen", chosen)
        .append_column("estimated", estimated)
    )


def _tags(credentials: Sequence[Overview], effort: str) -> dict[str, str]:
    """The labels to print, by the id of the first credential at each point."""
    points: dict[object, list[Overview]] = {}
    for overview in credentials:
        point = (overview.exam_fee_high, getattr(overview, effort))
        points.setdefault(point, []).append(overview)
    return {
        group[0].id: ", ".join(overview.label for overview in group) for group in points.values()
    }


def effort_table(points: pa.Table) -> dict[str, list[object]]:
    """The points as a table to read."""
    return {
        "Credential": [escape(name) for name in points["name"].to_pylist()],
        "Price": [
            escape(format_money(low, high))
            for low, high in zip(points["low"].to_pylist(), points["high"].to_pylist(), strict=True)
        ],
        "Minutes": points["minutes"].to_pylist(),
        "Questions": points["questions"].to_pylist(),
        "Estimated": [
            ESTIMATE_MARK if estimated else "" for estimated in points["estimated"].to_pylist()
        ],
    }


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
        return f"**{len(self.shown)} of {total} match**, {self.order_in_words}."

    @property
    def caption(self) -> str:
        """What the list is, for a screen reader."""
        return f"{format_count(len(self.shown), 'credential')}, {self.order_in_words}"

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

    @property
    def scope_cells(self) -> pa.Table:
        """What the credentials cover, as the chart draws it."""
        return scope_matrix(self.catalog).cells([overview.id for overview in self.in_matrix])

    @property
    def scope_table(self) -> dict[str, list[object]]:
        """What the credentials cover, as a table to read."""
        return scope_table(self.in_matrix)

    @property
    def rows(self) -> list[Row]:
        """The finished rows of the list."""
        rows = result_rows(self.catalog)
        return [
            for_person(rows[overview.id], self.person.verdict_texts[overview.id])
            for overview in self.shown
        ]


def build(catalog: Catalog, person: PersonalView, state: ExploreState) -> ExploreView:
    """Return the view model of the page for a person, in a state."""
    return ExploreView(catalog, person, state)
