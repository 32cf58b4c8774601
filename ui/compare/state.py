"""What has been chosen on the page Compare."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cert_model.costs import MOST_YEARS, USUAL_YEARS
from cert_model.explore.comparison import MAX_COMPARED, MIN_COMPARED
from ui.shell.address_fields import CredentialId, Whole
from ui.shell.page_state import PageState


class CompareState(PageState):
    """The credentials side by side, the years to add up, and which rows are shown."""

    page: ClassVar[str] = "compare"

    ids: Annotated[tuple[CredentialId, ...], Field(max_length=MAX_COMPARED)] = ()
    years: Annotated[Whole, Field(ge=1, le=MOST_YEARS)] = USUAL_YEARS
    rows: Literal["all", "different"] = "all"

    @property
    def can_compare(self) -> bool:
        """Whether enough credentials are chosen to put them side by side."""
        return len(self.ids) >= MIN_COMPARED
