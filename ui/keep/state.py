"""The state of the page What I hold: what is added to or dropped from it for the sake of argument.

What is held, and the days and CEUs with it, are the visitor's profile.
"""

from collections.abc import Collection
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cert_model.catalog import Catalog
from ui.shell.address_fields import CredentialId
from ui.shell.page_state import PageState
from ui.shell.shared import ADDED_HOLDINGS, Shared

MOST_HELD = 20
"""Credentials that the page takes; few people hold more than five."""


class KeepState(PageState):
    """The choices on the page What I hold."""

    page: ClassVar[str] = "keep"

    held: Annotated[
        tuple[CredentialId, ...], Field(max_length=MOST_HELD), Shared(ADDED_HOLDINGS)
    ] = ()
    """What the visitor holds; the ids in an address are added to it."""
    add: CredentialId | None = None
    """What if this one were added."""
    drop: CredentialId | None = None
    """What if this one were dropped."""
    example: Literal["yes", "no"] = "no"
    """Whether to show an example in place of what the visitor holds."""

    def title(self, _catalog: Catalog) -> str:
        """The page."""
        return "What I hold"

    def implied(self) -> Collection[str]:
        """What is held stands in the profile, which the address carries."""
        return ("held",)

    def undrawn(self) -> Collection[str]:
        """What is held and the example have no box."""
        return ("held", "example")
