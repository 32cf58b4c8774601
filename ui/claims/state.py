"""What has been chosen on the page Claims."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cert_model.explore.search import LONGEST_QUERY
from ui.components.facets import FilterChoices, filter_fields
from ui.shell.address_fields import one_of
from ui.shell.page_state import PageState, Spread

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
