"""The state of the page What I hold: what is added to or dropped from it for the sake of argument.

What is held, and the days and CEUs with it, are the visitor's profile.
"""

from collections.abc import Collection, Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cert_model.catalog import AmbiguousCredential, Catalog, UnknownCredential
from ui.shell.address_fields import CredentialId
from ui.shell.page_state import PageState, Refused
from ui.shell.shared import ADDED_HOLDINGS, Shared

MOST_HELD = 20
"""Credentials that the page takes; few people hold more than five."""
_IDS = ("held", "add", "drop")
"""The choices that are credentials, by their names in the address."""


def name_nearest(catalog: Catalog, refused: Sequence[Refused]) -> list[Refused]:
    """What an address asked for in vain, with the nearest id for a credential that nobody knows."""
    return [_with_nearest(catalog, part) if part.name in _IDS else part for part in refused]


def _with_nearest(catalog: Catalog, part: Refused) -> Refused:
    try:
        catalog.resolve(part.text)
    except UnknownCredential as error:
        names = error.candidates if isinstance(error, AmbiguousCredential) else error.nearest
        return part._replace(why=f"Did you mean {' or '.join(names)}?") if names else part
    return part


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
        """What is held has no box, nor has the example; the session keeps that it is asked for."""
        return ("held",) if self.example == "yes" else ("held", "example")
