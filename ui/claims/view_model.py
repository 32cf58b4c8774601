"""The state and the view model of the Claims page: plain rows and sentences to draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cert_model.catalog import Catalog
from cert_model.content.claims import (
    CLAIM_ORDER,
    CheckedClaim,
    Claims,
    checked_claims,
    describe_claims,
)
from cert_model.formatting.markdown import escape
from cert_model.search import LONGEST_QUERY
from ui.components.facets import ActiveFilters, FilterChoices, active_filters, filter_fields
from ui.shell.address_fields import one_of
from ui.shell.page_state import PageState, Refused, Spread

ClaimId = Annotated[
    str, one_of(lambda options: {claim.id for claim in options.catalog.claims.claims})
]


class ClaimsState(PageState):
    """The claim shown by itself; or the search, the filters, and how much of the list is shown."""

    page: ClassVar[str] = "claims"

    claim: ClaimId | None = None
    words: Annotated[str, Field(alias="q", max_length=LONGEST_QUERY)] = ""
    filters: Annotated[FilterChoices, Spread(filter_fields)] = Field(default_factory=dict)
    every: Literal["yes"] | None = None

    def title(self, catalog: Catalog) -> str:
        """The page, or the claim by itself."""
        if self.claim is None:
            return "Claims"
        return f"“{checked_claims(catalog).by_id[self.claim].claim.claim}”"

    @property
    def shown(self) -> str:
        """The claim."""
        return self.claim or ""


FIRST = 12
"""How many claims are shown at once; the rest is one click away."""


@dataclass(frozen=True)
class ClaimsView:
    """The claims that match, or one by itself."""

    catalog: Catalog
    claims: Claims
    state: ClaimsState

    @property
    def chosen(self) -> CheckedClaim | None:
        """The claim shown by itself; None where the list is shown."""
        return None if self.state.claim is None else self.claims.by_id[self.state.claim]

    @cached_property
    def active(self) -> ActiveFilters:
        """The filters that narrow the list."""
        return active_filters(self.claims.filters, self.state.words.strip(), self.state.filters)

    @property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """How many claims each further choice would leave, by facet and term."""
        return self.claims.filters.counts(self.active.choices, self.active.words)

    @cached_property
    def matching(self) -> list[CheckedClaim]:
        """The claims that match, in order."""
        ids = self.claims.filters.matching(self.active.choices, self.active.words)
        return [self.claims.by_id[key] for key in ids]

    @property
    def headline(self) -> str:
        """How many of them hold, and how the list is ordered, as Markdown; empty for none."""
        if not self.matching:
            return ""
        return f"**{escape(describe_claims(self.matching))}** :small[{CLAIM_ORDER.capitalize()}.]"

    @property
    def shown(self) -> list[CheckedClaim]:
        """The claims on the page."""
        return self.matching if self.state.every else self.matching[:FIRST]

    def suggestions(self, refused: Sequence[Refused]) -> list[CheckedClaim]:
        """The claims nearest to one that the address asked for in vain."""
        asked = (part.text for part in refused if part.name == "claim")
        return [self.claims.by_id[key] for text in asked for key in self.claims.nearest(text)]


def build(catalog: Catalog, claims: Claims, state: ClaimsState) -> ClaimsView:
    """Return the view model of the page in a state; ``claims`` are the catalog's, written out."""
    return ClaimsView(catalog, claims, state)
