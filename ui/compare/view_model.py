"""The state and the view model of the Compare page: plain rows and sentences to draw."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Annotated, ClassVar, Literal

import pyarrow as pa
from pydantic import Field

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.costs import (
    MOST_YEARS,
    USUAL_YEARS,
    CostPlan,
    CostRequest,
    HeldCredential,
    PlannedCredential,
    cost_plan,
)
from cert_model.costs import sentences as cost_sentences
from cert_model.explore.comparison import MAX_COMPARED, MIN_COMPARED, ComparisonRow, compare
from cert_model.explore.credential_filters import PersonalView
from cert_model.explore.ordering import most_held
from cert_model.formatting import join_words
from cert_model.overview import Overview, overviews
from cert_model.preparation import ExamOverlap, exam_overlaps
from cert_model.preparation.sentences import describe_overlap, describe_pairs_without_figure
from cert_model.schema import Credential, Fact
from cert_model.schema.exams import have_weights
from ui.compare import tables
from ui.components import chart_rows
from ui.shell.address_fields import CredentialId, Options, Whole
from ui.shell.file_address import format_file_query
from ui.shell.page_state import PageState, format_query
from ui.shell.shared import PICKED, Shared

ASSUMED = (
    "Each credential is counted alone, with the usual assumptions, as if you held none yet. On the "
    "Costs page you can change the assumptions and include what you hold."
)
"""What the costs assume for somebody who said of nothing that they hold it."""
_MOST_VIEWS = 64
"""Comparisons that are kept for each catalog."""


class CompareState(PageState):
    """The credentials side by side, the years to add up, and which rows are shown."""

    page: ClassVar[str] = "compare"

    ids: Annotated[tuple[CredentialId, ...], Field(max_length=MAX_COMPARED), Shared(PICKED)] = ()
    years: Annotated[Whole, Field(ge=1, le=MOST_YEARS)] = USUAL_YEARS
    rows: Literal["all", "different"] = "all"

    def title(self, catalog: Catalog) -> str:
        """The page with the credentials to compare."""
        labels = [catalog.labels[key] for key in self.ids]
        return f"Compare {join_words(labels)}" if labels else "Compare credentials"

    @property
    def can_compare(self) -> bool:
        """Whether enough credentials are chosen to put them side by side."""
        return len(self.ids) >= MIN_COMPARED


@dataclass(frozen=True)
class CompareView:
    """Two to five credentials side by side; each part is worked out when it is first drawn."""

    catalog: Catalog
    person: PersonalView
    state: CompareState

    @cached_property
    def file_query(self) -> dict[str, str]:
        """The parameters of the address of this comparison as a file."""
        answers = self.person.interview.parsed.answers
        return format_file_query(self.state, Options(self.catalog), answers)

    @property
    def policy_query(self) -> dict[str, str]:
        """The parameters of the address of the table for a policy, which tell of nobody."""
        return format_query(self.state, Options(self.catalog))

    @property
    def sheets(self) -> list[Credential]:
        """The credentials, in the order in which they were chosen."""
        return [self.catalog.credentials[key] for key in self.state.ids]

    @cached_property
    def labels(self) -> dict[str, str]:
        """The label of each credential, by id, in the order of the columns."""
        return {key: self.catalog.labels[key] for key in self.state.ids}

    @cached_property
    def plans(self) -> dict[str, CostPlan]:
        """The cost of each credential by itself over the years, by its label.

        It is what each adds to the credentials that the person holds, itself left aside.
        """
        return {
            label: cost_plan(self.catalog, self._request(key)) for key, label in self.labels.items()
        }

    def _request(self, key: str) -> CostRequest:
        held = tuple(HeldCredential(other) for other in self._held if other != key)
        return CostRequest((PlannedCredential(key),), years=self.state.years, held=held)

    @property
    def _held(self) -> tuple[str, ...]:
        """The credentials that the person holds, as far as they said."""
        return self.person.interview.profile.credentials or ()

    @property
    def costs_basis(self) -> str:
        """What the costs assume, above all of what the person holds."""
        others = [self.catalog.labels[key] for key in self._held if key not in self.labels]
        compared = [label for key, label in self.labels.items() if key in self._held]
        if not others and not compared:
            return ASSUMED
        beside = f"the cost of what you hold ({join_words([*others, *compared])})"
        anew = f" The {join_words(compared)} itself is counted as if you earned it now."
        return (
            f"Each credential is counted alone, with the usual assumptions, beyond {beside}."
            f"{anew if compared else ''} On the Costs page you can change the assumptions."
        )

    @cached_property
    def cost_takeaway(self) -> str:
        """The sentence above the charts: which costs least and most, and when the order changes."""
        if not self.draws_costs:
            return "A price is missing from each total, so none is ranked or drawn."
        return cost_sentences.describe_ranking(chart_rows.complete(self.plans))

    @property
    def draws_costs(self) -> bool:
        """Whether any total is complete; no other is drawn."""
        return any(plan.complete for plan in self.plans.values())

    @cached_property
    def cost_parts(self) -> pa.Table:
        """The totals by category, as the chart draws them."""
        return chart_rows.by_category(self.plans)

    @cached_property
    def cost_by_year(self) -> pa.Table:
        """What is paid by the end of each year, as the chart draws it."""
        return chart_rows.cumulative(self.catalog, self.plans)

    @cached_property
    def markdown(self) -> str:
        """The comparison as a table to paste elsewhere."""
        return tables.markdown(list(self.labels.values()), self.rows, self.overlap_sentences)

    @property
    def cost_table(self) -> dict[str, list[str]]:
        """The totals by category, as a table to read."""
        return tables.costs(self.plans)

    @cached_property
    def incomplete_totals(self) -> list[str]:
        """A sentence for each total that lacks a price, saying which."""
        return [
            cost_sentences.describe_ranking({label: plan})
            for label, plan in self.plans.items()
            if plan.missing
        ]

    @property
    def schooling_before(self) -> list[str]:
        """What comes before an exam and is in no year of the charts, a sentence each."""
        sentences = [
            cost_sentences.describe_schooling_before(self.catalog, plan)
            for plan in self.plans.values()
        ]
        return [sentence for sentence in sentences if sentence]

    @property
    def cost_summary(self) -> str:
        """The sentence on the costs, and what comes before their first year, for paper."""
        return " ".join([self.cost_takeaway, *self.schooling_before])

    @cached_property
    def rows(self) -> list[ComparisonRow]:
        """Every row of the comparison."""
        return compare(self.catalog, self.state.ids, self.person.verdict_texts)

    @cached_property
    def listed_rows(self) -> list[ComparisonRow]:
        """The rows to show: all, or those in which the credentials differ."""
        return [row for row in self.rows if self.state.rows == "all" or row.differs]

    @cached_property
    def side_by_side(self) -> dict[str, list[str]]:
        """The listed rows as a table to read."""
        return tables.side_by_side(self.labels, self.listed_rows)

    @property
    def sources(self) -> dict[str, list[str]]:
        """The sources of the listed rows as a table to read."""
        return tables.sources(self.catalog, list(self.labels.values()), self.listed_rows)

    @cached_property
    def scope_takeaway(self) -> str:
        """What the scope picture shows."""
        return f"What {', '.join(self.labels.values())} cover"

    @property
    def compared(self) -> list[Overview]:
        """What a list shows of each credential, in the order in which they were chosen."""
        return [overviews(self.catalog)[key] for key in self.state.ids]

    @cached_property
    def overlaps(self) -> list[ExamOverlap]:
        """What every two of the exams have in common."""
        return exam_overlaps(self.catalog, self.state.ids)

    @property
    def exam_heading(self) -> str:
        """The heading above what is known of the exams; empty where nothing is."""
        if self.pairs_with_figure:
            return "What their exams have in common"
        weighted = any(have_weights(sheet.exam.content) for sheet in self.sheets)
        return "What their exams ask about" if weighted else ""

    @property
    def pairs_with_figure(self) -> list[ExamOverlap]:
        """The pairs of exams for which a figure could be worked out."""
        return [overlap for overlap in self.overlaps if overlap.percent is not None]

    @property
    def pairs_without_figure(self) -> str:
        """Which pairs have no figure, and why, in a sentence; empty where all have one."""
        return describe_pairs_without_figure(self.catalog, self.overlaps)

    @cached_property
    def overlap_table(self) -> dict[str, list[str]]:
        """How much every two of the exams have in common, as a table to read."""
        return tables.overlaps(self.catalog, self.pairs_with_figure)

    @property
    def shared_subjects(self) -> dict[str, list[str]]:
        """The subjects that every two of the exams share, as a table to read."""
        return tables.shared_subjects(self.catalog, self.pairs_with_figure)

    @cached_property
    def overlap_sentences(self) -> list[str]:
        """What every two of the exams have in common, a sentence each."""
        return [describe_overlap(self.catalog, overlap) for overlap in self.overlaps]

    @cached_property
    def weight_origins(self) -> dict[str, Fact[str]]:
        """Where the weights of the exams come from, by label, as far as that is known."""
        origins = {
            label: self.catalog.credentials[key].exam.content_basis
            for key, label in self.labels.items()
        }
        return {label: origin for label, origin in origins.items() if origin is not None}


def with_example(catalog: Catalog, state: CompareState) -> CompareState:
    """The state, with the credentials that most people hold where none is chosen."""
    ids = state.ids or most_held(catalog, MIN_COMPARED)
    return state.model_copy(update={"ids": ids})


def build(catalog: Catalog, person: PersonalView, state: CompareState) -> CompareView:
    """Return the view model of the page for a person, in a state.

    It is kept for a while: whoever moves the slider back finds all worked out.
    """
    return _views(catalog)(person, state)


@once_per_catalog
def _views(catalog: Catalog) -> Callable[[PersonalView, CompareState], CompareView]:
    return lru_cache(_MOST_VIEWS)(partial(CompareView, catalog))
