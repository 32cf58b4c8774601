"""What the page Claims shows, as plain rows and sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cert_model.catalog import Catalog
from cert_model.content.claims import CLAIM_ORDER, CheckedClaim, Claims, describe_claims
from cert_model.formatting.markdown import escape
from ui.claims.state import ClaimsState
from ui.components.facets import ActiveFilters, active_filters
from ui.shell.page_state import Refused

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
    """What the page shows in a state; ``claims`` are the catalog's, written out."""
    return ClaimsView(catalog, claims, state)
