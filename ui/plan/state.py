"""The state of the page My plan: the target, the order of the ways to it, and the plan's day."""

from datetime import date, timedelta
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from cert_model.catalog import Catalog
from cert_model.paths import PlanOrder
from ui.shell.address_fields import CredentialId, Day, Options, Whole, day_between
from ui.shell.page_state import PageState, Refused
from ui.shell.shared import ONE_OF_PICKED, Shared

MOST_WAYS = 3
"""How many ways to one credential there are at most."""
_DAYS_BACK = 3_660
"""How old a plan may be that is opened again."""


def _days_up_to_today(catalog: Catalog) -> tuple[date, date]:
    return catalog.today - timedelta(_DAYS_BACK), catalog.today


PlanDay = Annotated[Day, day_between(_days_up_to_today)]


class PlanState(PageState):
    """What the plan is for, which of the ways comes first, and the day on which it was made."""

    page: ClassVar[str] = "plan"

    target: Annotated[CredentialId | None, Shared(ONE_OF_PICKED)] = None
    """The credential to hold in the end."""
    by: Literal["cost", "months"] = "cost"
    """What the first way has least of."""
    way: Annotated[Whole, Field(ge=1, le=MOST_WAYS)] = 1
    """Which of the ways is taken, from 1; the last one where there are fewer."""
    made: PlanDay | None = None
    """The day from which the plan counts; ``settle`` replaces None with today."""

    def title(self, catalog: Catalog) -> str:
        """The page with the credential."""
        return f"My plan for the {catalog.labels[self.target]}" if self.target else "My plan"

    @property
    def shown(self) -> str:
        """The credential."""
        return self.target or ""

    @classmethod
    def settle(
        cls, choices: dict[str, Any], options: Options
    ) -> tuple[dict[str, Any], list[Refused]]:
        """The choices with a day, where there is a plan that could be opened again later."""
        made = choices["made"] or options.catalog.today
        return {**choices, "made": made if choices["target"] else None}, []

    @property
    def order(self) -> PlanOrder:
        """What the first way has least of."""
        return PlanOrder(self.by)
