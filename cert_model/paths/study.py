"""The hours of study for an exam: one rule for the dates of a plan and for the study plan.

What sources give in weeks or months is taken to mean the usual hours a week: 10 weeks are 80
hours. All hours then take as long as the person's own hours a week make them.
"""

from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.formatting import format_count
from cert_model.paths.assumptions import PathAssumptions
from cert_model.paths.lengths import study_length
from cert_model.paths.months import WEEKS_A_MONTH
from cert_model.preparation.study_plan import MAX_HOURS, MIN_HOURS


@dataclass(frozen=True, slots=True)
class StudyHours:
    """The whole hours of study for one exam at a person's hours a week."""

    exam: str
    """The id of the credential."""
    low: int
    usual: int
    high: int
    hours_a_week: float
    is_assumed: bool
    """Whether no study time was found, so that the hours are a guess."""

    @property
    def weeks(self) -> int:
        """The whole weeks that the usual hours take."""
        return max(1, round(self.usual / self.hours_a_week))


def study_hours(catalog: Catalog, key: str, assumptions: PathAssumptions) -> StudyHours:
    """How many hours of study for an exam a plan counts, from what sources say or by a guess."""
    length = study_length(catalog, catalog.credentials[key], assumptions)
    hours = length.months.times(WEEKS_A_MONTH * assumptions.hours_a_week)
    low, usual, high = (min(max(round(case), MIN_HOURS), MAX_HOURS) for case in hours.cases)
    return StudyHours(key, low, usual, high, assumptions.hours_a_week, not length.facts)


def describe_study_hours(catalog: Catalog, hours: StudyHours) -> str:
    """How long one studies for an exam, and where that comes from."""
    weeks = format_count(hours.weeks, "week")
    takes = (
        f"Study for the {catalog.labels[hours.exam]}: {hours.usual:,} hours, {weeks} at "
        f"{hours.hours_a_week:g} hours a week."
    )
    if hours.is_assumed:
        return f"{takes} No study time was found, so this is a guess that you can change."
    if hours.low == hours.high:
        return f"{takes} This is the one study time that was found."
    return (
        f"{takes} Sources give {hours.low:,} to {hours.high:,} hours of study; "
        "this is the usual one."
    )
