"""What a path assumes where nothing was found: always the user's to change, never a fact."""

from dataclasses import dataclass

from cert_model.paths.months import WEEKS_A_MONTH, Months
from cert_model.preparation.study_plan import MAX_HOURS_A_WEEK, USUAL_HOURS_A_WEEK


class BadPathAssumption(ValueError):
    """An assumption that no path can be planned with; the message is one line."""


@dataclass(frozen=True, slots=True)
class PathAssumptions:
    """All assumptions of a path. Raises BadPathAssumption for impossible ones."""

    hours_a_week: float = USUAL_HOURS_A_WEEK
    """The hours a week that the person studies."""
    study_hours: float = 100
    """The hours of study for an exam for which no time was found: a guess, here and in Prepare."""
    months_to_book: float = 1
    """The months from applying for an exam to sitting for it: a guess."""
    is_student: bool = False
    """Whether a student's prices are paid until the credential is held."""
    works_already: bool = True
    """Whether work that removes a mark goes on from today; otherwise it begins after the exam."""

    def __post_init__(self) -> None:
        if not 1 <= self.hours_a_week <= MAX_HOURS_A_WEEK:
            raise BadPathAssumption(
                f"hours a week: expected 1 to {MAX_HOURS_A_WEEK}, found {self.hours_a_week:g}"
            )
        if not (0 <= self.study_hours <= 5_000 and 0 <= self.months_to_book <= 24):
            raise BadPathAssumption("expected 0 to 5,000 hours of study and 0 to 24 months to book")

    def months_for(self, hours: Months) -> Months:
        """The months that hours of study take, each case given in hours."""
        return hours.times(1 / (self.hours_a_week * WEEKS_A_MONTH))

    @property
    def booking(self) -> Months:
        """The months to book as three equal cases."""
        return Months.exactly(self.months_to_book)
