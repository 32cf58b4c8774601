"""What has been chosen on the page Explore."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cert_model.explore import ordering
from cert_model.explore.search import LONGEST_QUERY
from ui.components.facets import FilterChoices, filter_fields
from ui.shell.address_fields import AnyOrder, CredentialId, one_of
from ui.shell.page_state import PageState, Spread

EFFORTS: Mapping[str, str] = {"minutes": "minutes", "questions": "questions"}
"""What an exam asks for, by which its price is drawn."""
ORDERS = tuple(name for order in ordering.ORDERS for name in (order, f"{ordering.DOWNWARD}{order}"))
"""Every order of the list, both ways."""


class ExploreState(PageState):
    """The search, the filters, the order of the list, and the credentials picked in it."""

    page: ClassVar[str] = "explore"

    words: Annotated[str, Field(alias="q", max_length=LONGEST_QUERY)] = ""
    filters: Annotated[FilterChoices, Spread(filter_fields)] = Field(default_factory=dict)
    order: Annotated[str, one_of(lambda _: ORDERS)] = ordering.DEFAULT
    effort: Literal["minutes", "questions"] = "minutes"
    picked: Annotated[tuple[CredentialId, ...], AnyOrder, Field(alias="pick")] = ()
