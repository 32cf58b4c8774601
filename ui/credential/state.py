"""What has been chosen on the page Credential."""

from typing import Annotated, ClassVar

from pydantic import Field

from ui.components.earlier_day import EarlierDay
from ui.shell.address_fields import CredentialId
from ui.shell.page_state import PageState


class CredentialState(PageState):
    """The credential, and the earlier day on which it is looked at, if any."""

    page: ClassVar[str] = "credential"

    id: CredentialId | None = None
    day: Annotated[EarlierDay | None, Field(alias="at")] = None
