"""The state of the Prepare page: everything that the visitor has chosen on it."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.preparation import ProgramCriteria, payer_ids
from cert_model.preparation.study_plan import (
    MAX_HOURS,
    MAX_HOURS_A_WEEK,
    MAX_REVIEW_PERCENT,
    MAX_SUBJECTS_PERCENT,
    MIN_HOURS,
    USUAL_HOURS_A_WEEK,
)
from cert_model.vocabulary import ProgramDelivery, ProgramKind
from ui.shell.address_fields import AnyOrder, CredentialId, Day, Options, Whole, day_between, one_of
from ui.shell.page_state import PageState, Refused
from ui.shell.shared import HOURS_A_WEEK, ONE_OF_PICKED, Shared

VIEWS: Mapping[str, str] = {
    "plan": "Plan",
    "programs": "Programs",
    "payers": "Who may pay",
    "day": "Books and exam day",
}
"""What the page shows, with the words on the button."""
MOST_DOLLARS = 50_000
MOST_MONTHS = 60
_DAYS_BACK, _DAYS_AHEAD = 366, 3_660
_CRITERIA = ("programs", "price", "months", "delivery", "kind", "approved")
"""The choices that narrow the list of programs, by their names in the address."""


def plan_days(catalog: Catalog) -> tuple[date, date]:
    """The first and the last day that a plan may be counted from."""
    return catalog.today - timedelta(_DAYS_BACK), catalog.today + timedelta(_DAYS_AHEAD)


@once_per_catalog
def first_subject_names(catalog: Catalog) -> Mapping[str, str]:
    """The names of the subjects that a plan may begin with, by id."""
    subjects = catalog.preparation.subjects.subjects
    return {subject.id: subject.name for subject in subjects if subject.courses}


@once_per_catalog
def accreditor_letters(catalog: Catalog) -> Mapping[str, str]:
    """The abbreviation of every body that accredits or approves programs, by id."""
    return {body.id: body.letters for body in catalog.preparation.accreditors.accreditors}


PlanDay = Annotated[Day, day_between(plan_days)]
SubjectId = Annotated[str, one_of(lambda options: first_subject_names(options.catalog))]
AccreditorId = Annotated[str, one_of(lambda options: accreditor_letters(options.catalog))]
PayerId = Annotated[str, one_of(lambda options: payer_ids(options.catalog))]


class PrepareState(PageState):
    """The exam, the study plan's time and assumptions, the programs asked for, and the view."""

    page: ClassVar[str] = "prepare"

    id: Annotated[CredentialId | None, Shared(ONE_OF_PICKED)] = None
    hours: Annotated[Whole | None, Field(ge=MIN_HOURS, le=MAX_HOURS)] = None
    """The hours to prepare; None for the number that sources suggest."""
    hours_a_week: Annotated[
        Whole, Field(alias="week", ge=1, le=MAX_HOURS_A_WEEK), Shared(HOURS_A_WEEK)
    ] = USUAL_HOURS_A_WEEK
    counted_from: Annotated[Literal["start", "exam"], Field(alias="from")] = "start"
    """Whether ``day`` is the first one of the plan or that of the exam."""
    day: PlanDay | None = None
    known_subjects: Annotated[tuple[SubjectId, ...], AnyOrder, Field(alias="known")] = ()
    held: CredentialId | None = None
    """A credential held already, whose exam counts toward this one."""
    subjects_percent: Annotated[Whole, Field(alias="first", ge=0, le=MAX_SUBJECTS_PERCENT)] = 25
    review_percent: Annotated[Whole, Field(alias="review", ge=0, le=MAX_REVIEW_PERCENT)] = 15
    programs: Literal["this", "all"] = "this"
    """Whether programs have to prepare for this exam."""
    most_dollars: Annotated[Whole | None, Field(alias="price", ge=0, le=MOST_DOLLARS)] = None
    most_months: Annotated[Whole | None, Field(alias="months", ge=1, le=MOST_MONTHS)] = None
    deliveries: Annotated[tuple[ProgramDelivery, ...], AnyOrder, Field(alias="delivery")] = ()
    kinds: Annotated[tuple[ProgramKind, ...], AnyOrder, Field(alias="kind")] = ()
    approved_by: Annotated[tuple[AccreditorId, ...], AnyOrder, Field(alias="approved")] = ()
    payer: PayerId | None = None
    """The payer whose rules are shown."""
    view: Literal["plan", "programs", "payers", "day"] | None = None
    """What is shown; ``settle`` replaces None with the view that the other choices call for."""

    def title(self, catalog: Catalog) -> str:
        """The page with the exam."""
        return f"Prepare for the {catalog.labels[self.id]}" if self.id else "Prepare for an exam"

    @property
    def shown(self) -> str:
        """The exam."""
        return self.id or ""

    @classmethod
    def settle(
        cls, choices: dict[str, Any], _options: Options
    ) -> tuple[dict[str, Any], list[Refused]]:
        """The choices with a view, and without the exam itself among what is held."""
        held = None if choices["held"] == choices["id"] else choices["held"]
        view = choices["view"] or cls._usual_view([choices[name] for name in _CRITERIA])
        return {**choices, "held": held, "view": view}, []

    def implied(self) -> Collection[str]:
        """The view, where the criteria for programs call for it, or the absence of any."""
        limits = (self.most_dollars, self.most_months)
        criteria = (self.programs, *limits, self.deliveries, self.kinds, self.approved_by)
        return {"view"} if self.view == self._usual_view(criteria) else ()

    @staticmethod
    def _usual_view(criteria: Collection[Any]) -> str:
        is_narrowed = any(value not in (None, (), "this") for value in criteria)
        return "programs" if is_narrowed else "plan"

    @property
    def criteria(self) -> ProgramCriteria:
        """What is asked of programs."""
        return ProgramCriteria(
            credential=self.id if self.programs == "this" else None,
            most_dollars=self.most_dollars,
            most_months=self.most_months,
            deliveries=frozenset(self.deliveries),
            kinds=frozenset(self.kinds),
            approved_by=frozenset(self.approved_by),
        )

    @property
    def is_to_exam(self) -> bool:
        """Whether the plan ends on the day before an exam whose day is given."""
        return self.counted_from == "exam" and self.day is not None

    @property
    def lacks_exam_day(self) -> bool:
        """Whether the plan is to end at an exam whose day is not given."""
        return self.counted_from == "exam" and self.day is None
