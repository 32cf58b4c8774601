"""The state of the page A class: how its table is taken, and which exam is looked at.

The table itself stands in the session alone: no address holds anything of a class.
"""

from collections.abc import Collection
from typing import Any, ClassVar, Literal

from cert_model.catalog import Catalog
from cert_model.classes import listed_exams
from ui.shell.address_fields import CredentialId, Options
from ui.shell.page_state import PageState, Refused

FIRST_EXAMS = ("aapc/cpc", "ahima/ccs", "ahima/cca")
"""The exams that most classes prepare for; the others stand below, folded."""


class ClassState(PageState):
    """The choices on the page A class."""

    page: ClassVar[str] = "class"

    example: Literal["yes", "no"] = "no"
    """Whether to show a class of made-up people in place of the visitor's."""
    rest: Literal["open", "absent"] = "open"
    """What holds of what the table does not say: it is not known, or nobody has it."""
    exam: CredentialId = FIRST_EXAMS[0]
    """The exam of which the page names who may sit."""

    @classmethod
    def settle(
        cls, choices: dict[str, Any], options: Options
    ) -> tuple[dict[str, Any], list[Refused]]:
        """The choices with an exam that is given."""
        listed, asked = listed_exams(options.catalog), choices["exam"]
        if asked in listed:
            return choices, []
        refused = [] if asked == FIRST_EXAMS[0] else [Refused("exam", asked)]
        return {**choices, "exam": listed[0]}, refused

    def title(self, _catalog: Catalog) -> str:
        """The page."""
        return "A class"

    def undrawn(self) -> Collection[str]:
        """The example has no box; once it is asked for, the session keeps that."""
        return () if self.example == "yes" else ("example",)
