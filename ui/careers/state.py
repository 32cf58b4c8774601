"""The state of the Work and pay page: everything that the visitor has chosen on it."""

from collections.abc import Collection, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from cert_model import careers
from cert_model.catalog import Catalog, once_per_catalog
from cert_model.costs import MOST_YEARS, USUAL_YEARS
from cert_model.explore.comparison import MAX_COMPARED
from cert_model.vocabulary import State
from ui.shell.address_fields import CredentialId, Number, Options, Whole, one_of
from ui.shell.page_state import PageState, Refused
from ui.shell.shared import HOME_STATE, PAY, PICKED, Shared

VIEWS: Mapping[str, str] = {
    "pay": "Pay",
    "places": "Places",
    "reported": "By credential",
    "outlook": "Outlook",
    "payback": "Does it pay?",
}
"""What the page shows, with the words on the button."""
DOLLARS: Mapping[str, str] = {"paid": "As paid", "equal": "Of equal buying power"}
"""The dollars in which the pay of states is shown, with the words in the box."""
LONGEST_PAY = 30
"""Characters in which a pay can be typed."""
HIGHEST_TRAINING_COST = 50_000
MOST_YEARS_OF_HOLDING = MOST_YEARS - 1
"""A plan begins with the year in which the credential is earned."""


@once_per_catalog
def _program_ids(catalog: Catalog) -> Collection[str]:
    return {program.id for program in catalog.preparation.programs.programs}


def _usual_view(ids: Collection[str]) -> str:
    """The view where the address names none: credentials ask whether they pay."""
    return "payback" if ids else "pay"


class CareersState(PageState):
    """The view, the work and the state, and the plan whose cost is held against a raise."""

    page: ClassVar[str] = "careers"

    work: Annotated[
        str, one_of(lambda options: careers.selectable_occupations(options.catalog))
    ] = careers.CODER_SOC
    """The code of the occupation."""
    place: Annotated[State | None, Field(alias="state"), Shared(HOME_STATE)] = None
    """The state; None for the nation."""
    dollars: Literal["paid", "equal"] = "paid"
    """Whether the pay of states is shown as paid, or divided by the prices there."""
    ids: Annotated[
        tuple[CredentialId, ...], Field(alias="plan", max_length=MAX_COMPARED), Shared(PICKED)
    ] = ()
    typed_pay: Annotated[str, Field(alias="pay", max_length=LONGEST_PAY), Shared(PAY)] = ""
    """The reader's own pay as it was typed, which may be no pay at all."""
    program: Annotated[str, one_of(lambda options: _program_ids(options.catalog))] | None = None
    """The id of the training program that is paid for; None for none."""
    training_cost: Annotated[Whole, Field(alias="training", ge=0, le=HIGHEST_TRAINING_COST)] = 0
    """Dollars for other training."""
    years: Annotated[Whole, Field(alias="over", ge=1, le=MOST_YEARS_OF_HOLDING)] = USUAL_YEARS
    """The years for which the credential is held after the one in which it is earned."""
    raise_percent: Annotated[Number, Field(alias="raise", ge=0, le=100)] = 0.0
    """The raise that the reader expects, in percent."""
    view: Literal["pay", "places", "reported", "outlook", "payback"] | None = None

    def title(self, _catalog: Catalog) -> str:
        """The page with the state."""
        return f"Work and pay in {self.place.label}" if self.place else "Work and pay"

    @property
    def is_about_one_occupation(self) -> bool:
        """Whether the view depends on the occupation."""
        return self.view not in ("reported", "payback")

    @property
    def is_about_one_state(self) -> bool:
        """Whether the view depends on the state."""
        return self.view in ("pay", "places")

    @property
    def compares_places(self) -> bool:
        """Whether the view holds the pay of places against each other."""
        return self.view == "places" or (self.view == "pay" and self.place is not None)

    @classmethod
    def settle(
        cls, choices: dict[str, Any], options: Options
    ) -> tuple[dict[str, Any], list[Refused]]:
        """The choices with a view, and without a program that prepares for none of the plan."""
        sheets = [options.catalog.credentials[key] for key in choices["plan"]]
        fitting = {
            program.id
            for program in options.catalog.preparation.programs.programs
            if any(program.prepares(sheet) for sheet in sheets)
        }
        program = choices["program"] if choices["program"] in fitting else None
        view = choices["view"] or _usual_view(choices["plan"])
        return {**choices, "program": program, "view": view}, []

    def implied(self) -> Collection[str]:
        """The view, where the other choices ask for it."""
        return {"view"} if self.view == _usual_view(self.ids) else ()
