"""The state and the view model of the page The data: plain rows and sentences to draw."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, TypeVar

import pyarrow as pa
from pydantic import Field

from cert_model import quality
from cert_model.catalog import Catalog, once_per_catalog
from cert_model.prices.held_out import check_estimates
from cert_model.prices.sentences import describe_check
from cert_model.quality import (
    Change,
    ChangeKind,
    Coverage,
    correctable_figures,
    issuer_of,
    sentences,
    write_correction,
    write_inquiry,
)
from ui.components.earlier_day import EarlierDay
from ui.data_health import examples, tables
from ui.data_health.examples import CodeExample
from ui.data_health.tables import Table
from ui.shell.address_fields import CredentialId, IssuerId, Options
from ui.shell.page_state import PageState, Refused

VIEWS: Mapping[str, str] = {
    "coverage": "Coverage",
    "worklist": "Worklist",
    "disputes": "Disputes",
    "estimates": "Estimates",
    "ask": "Ask the issuer",
    "changes": "What changed",
    "report": "Report a correction",
    "use": "Use the data",
    "about": "About CertLens",
}
"""What the page shows, with the words on the button."""
QUESTION = "How good is the data?"
"""The heading of the page."""
LISTS: Mapping[str, str] = {"old": "What is old", "missing": "What is missing"}
_OF_ONE_ISSUER = ("coverage", "worklist", "disputes", "ask")
_LONGEST_FIELD = 120


class DataHealthState(PageState):
    """The view, and what each of the views is about."""

    page: ClassVar[str] = "data_health"

    view: Literal[
        "coverage",
        "worklist",
        "disputes",
        "estimates",
        "ask",
        "changes",
        "report",
        "use",
        "about",
    ] = "coverage"
    issuer: IssuerId | None = None
    worklist: Annotated[Literal["old", "missing"], Field(alias="list")] = "old"
    since: EarlierDay | None = None
    credential: Annotated[CredentialId | None, Field(alias="id")] = None
    field: Annotated[str | None, Field(alias="fact", max_length=_LONGEST_FIELD)] = None
    """The figure to correct, by its path in the fact sheet."""
    language: Annotated[Literal["curl", "python", "r"], Field(alias="in")] = "curl"
    """What the examples of how to use the data are written in."""

    def title(self, catalog: Catalog) -> str:
        """The page's view, and the issuer to which it is narrowed."""
        title = f"The data: {VIEWS[self.view]}"
        if self.issuer is None or not self.can_be_of_one_issuer:
            return title
        return f"{title}, {catalog.issuers[self.issuer].letters}"

    @property
    def can_be_of_one_issuer(self) -> bool:
        """Whether the view can be narrowed to an issuer."""
        return self.view in _OF_ONE_ISSUER

    @classmethod
    def settle(
        cls, choices: dict[str, Any], options: Options
    ) -> tuple[dict[str, Any], list[Refused]]:
        """Refuse a figure that the chosen credential does not have."""
        credential, field = choices["id"], choices["fact"]
        if not field or (credential and field in correctable_figures(options.catalog, credential)):
            return choices, []
        return {**choices, "fact": None}, [Refused("fact", field)]


FIRST_ROWS = 15
"""How much of a list stands on the page; the rest is one click away."""
A_YEAR = timedelta(days=365)
"""How far back the changes go where no day is chosen."""
LONGEST_VALUE = 120
"""Characters of a value in the list of figures that can be corrected."""
_FOLDED_CHANGES = {
    ChangeKind.ADDED: "What became known",
    ChangeKind.EVIDENCE: "What was confirmed by other evidence",
}

T = TypeVar("T")


@dataclass(frozen=True)
class Listing:
    """A list with its takeaway; what does not stand on the page is folded away."""

    takeaway: str
    first: Table | None
    """None where the list is empty."""
    folds: Mapping[str, Table]
    """Further rows by the title of their fold."""


@once_per_catalog
def _describe_data(catalog: Catalog) -> str:
    coverage, disputed = quality.measure_coverage(catalog), quality.find_disputed(catalog)
    return sentences.describe_data(catalog, coverage, disputed)


@once_per_catalog
def _coverage(catalog: Catalog, issuer: str | None) -> Coverage:
    return quality.measure_coverage(catalog).of_issuer(issuer)


@once_per_catalog
def _describe_coverage(catalog: Catalog, issuer: str | None) -> str:
    return sentences.describe_coverage(_coverage(catalog, issuer))


@once_per_catalog
def _coverage_cells(catalog: Catalog, issuer: str | None) -> pa.Table:
    return tables.cells(catalog, _coverage(catalog, issuer))


@dataclass(frozen=True)
class DataHealthView:
    """The views of the page; each is worked out when it is drawn."""

    catalog: Catalog
    state: DataHealthState
    changes_since: Callable[[date], Sequence[Change]]
    """What is different today from an earlier day."""

    @property
    def headline(self) -> str:
        """How good the data is, in a sentence or two."""
        return _describe_data(self.catalog)

    @cached_property
    def coverage(self) -> Coverage:
        """How well figures are known, at one issuer or at all."""
        return _coverage(self.catalog, self.state.issuer)

    @property
    def coverage_takeaway(self) -> str:
        """What the coverage map shows."""
        return _describe_coverage(self.catalog, self.state.issuer)

    @property
    def coverage_cells(self) -> pa.Table:
        """The coverage map, as the chart draws it."""
        return _coverage_cells(self.catalog, self.state.issuer)

    @property
    def coverage_counts(self) -> pa.Table:
        """The coverage by figure, as the chart for a phone draws it."""
        return tables.counts(self.coverage)

    @property
    def coverage_table(self) -> Table:
        """The coverage as a table to read."""
        return tables.coverage_table(self.catalog, self.coverage)

    @property
    def worklist(self) -> Listing:
        """What to look at next: what is old, or what is missing."""
        if self.state.worklist == "old":
            old = quality.find_stale(self.catalog, self.state.issuer)
            return self._listing(old, sentences.describe_stale(old), tables.stale_table)
        absent = quality.find_missing(self.catalog, self.state.issuer)
        return self._listing(absent, sentences.describe_missing(absent), tables.missing_table)

    @property
    def disputes(self) -> Listing:
        """Both sides of each dispute, at one issuer or at all."""
        disputes = [
            dispute
            for dispute in quality.find_disputed(self.catalog)
            if self.state.issuer in (None, issuer_of(dispute.subject))
        ]
        return self._listing(disputes, sentences.describe_disputed(disputes), tables.disputed_table)

    @property
    def estimates_takeaway(self) -> str:
        """How far estimates miss values that were read."""
        return describe_check(check_estimates(self.catalog))

    @property
    def estimates_check(self) -> Table:
        """Each rule of estimates, held against values that were read."""
        return tables.estimates_check(check_estimates(self.catalog))

    @property
    def estimated(self) -> Table:
        """Everything that is estimated, with its rule."""
        return tables.estimated(self.catalog)

    @property
    def email_to_issuer(self) -> str | None:
        """The open questions to the chosen issuer as text; None where none is chosen."""
        return None if self.state.issuer is None else write_inquiry(self.catalog, self.state.issuer)

    @property
    def open_questions(self) -> Table:
        """How many questions are open with each issuer."""
        return tables.open_by_issuer(self.catalog, quality.find_missing(self.catalog))

    @property
    def changes(self) -> Listing:
        """What is different today from the chosen day, or from a year ago."""
        since = self.state.since or self.catalog.today - A_YEAR
        changes = self.changes_since(since)
        by_title: dict[str, Table] = {}
        for kind, title in _FOLDED_CHANGES.items():
            folded = [change for change in changes if change.kind is kind]
            if folded:
                table = tables.changes_table(self.catalog, folded)
                by_title[f"{title}: {len(folded):,}"] = table
        first = [change for change in changes if change.kind not in _FOLDED_CHANGES]
        return Listing(
            sentences.describe_changes(changes, since),
            tables.changes_table(self.catalog, first) if first else None,
            by_title,
        )

    @cached_property
    def correctable_fields(self) -> Mapping[str, str]:
        """The figures of the chosen credential by path, each with its value."""
        if self.state.credential is None:
            return {}
        fields = correctable_figures(self.catalog, self.state.credential)
        return {path: f"{field.label}: {_shorten(field.text)}" for path, field in fields.items()}

    @property
    def correction(self) -> str | None:
        """The text to send; None until a credential and a figure are chosen."""
        if self.state.credential is None or self.state.field is None:
            return None
        return write_correction(self.catalog, self.state.credential, self.state.field)

    def examples(self, api: str) -> list[CodeExample]:
        """How to take the data from the API at an address."""
        return examples.examples(self.state.language, api)

    def _listing(
        self, rows: Sequence[T], takeaway: str, table: Callable[[Catalog, Sequence[T]], Table]
    ) -> Listing:
        rest = rows[FIRST_ROWS:]
        return Listing(
            takeaway,
            table(self.catalog, rows[:FIRST_ROWS]) if rows else None,
            {f"The other {len(rest):,}": table(self.catalog, rest)} if rest else {},
        )


def _shorten(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"


def build(
    catalog: Catalog,
    state: DataHealthState,
    changes_since: Callable[[date], Sequence[Change]],
) -> DataHealthView:
    """Return the view model of the page in a state.

    ``changes_since`` compares an earlier day with today.
    """
    return DataHealthView(catalog, state, changes_since)
