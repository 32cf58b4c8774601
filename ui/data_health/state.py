"""What has been chosen on the page Data health."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from cert_model.quality import correctable_figures
from ui.components.earlier_day import EarlierDay
from ui.shell.address_fields import CredentialId, IssuerId, Options
from ui.shell.page_state import PageState, Refused

VIEWS: Mapping[str, str] = {
    "coverage": "Coverage",
    "worklist": "Worklist",
    "disputes": "Disputes",
    "ask": "Ask the issuer",
    "changes": "What changed",
    "report": "Report a correction",
}
"""What the page shows, with the words on the button."""
LISTS: Mapping[str, str] = {"old": "What is old", "missing": "What is missing"}
_OF_ONE_ISSUER = ("coverage", "worklist", "disputes", "ask")
_LONGEST_FIELD = 120


class DataHealthState(PageState):
    """The view, and what each of the views is about."""

    page: ClassVar[str] = "data_health"

    view: Literal["coverage", "worklist", "disputes", "ask", "changes", "report"] = "coverage"
    issuer: IssuerId | None = None
    worklist: Annotated[Literal["old", "missing"], Field(alias="list")] = "old"
    since: EarlierDay | None = None
    credential: Annotated[CredentialId | None, Field(alias="id")] = None
    field: Annotated[str | None, Field(alias="fact", max_length=_LONGEST_FIELD)] = None
    """The figure to correct, by its path in the fact sheet."""

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
