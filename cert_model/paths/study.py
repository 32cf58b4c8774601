"""The hours of study for an exam: one rule for the dates of a plan and for the study plan.

What sources give in weeks or months is taken to mean the usual hours a week: 10 weeks are 80
hours. All hours then take as long as the person's own hours a week make them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.formatting import format_count, join_words
from cert_model.paths.assumptions import PathAssumptions
from cert_model.paths.lengths import study_length
from cert_model.paths.months import WEEKS_A_MONTH
from cert_model.paths.plan import Plan
from cert_model.paths.sentences import describe_assumptions
from cert_model.paths.steps import Action, Step
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
    sources: int
    """How many sources give a study time; 0 where none was found."""

    @property
    def is_assumed(self) -> bool:
        """Whether no study time was found, so that the hours are a guess."""
        return not self.sources

    @property
    def weeks(self) -> int:
        """The whole weeks that the usual hours take."""
        return max(1, round(self.usual / self.hours_a_week))


def study_hours(catalog: Catalog, key: str, assumptions: PathAssumptions) -> StudyHours:
    """How many hours of study for an exam a plan counts, from what sources say or by a guess."""
    length = study_length(catalog, catalog.credentials[key], assumptions)
    hours = length.months.times(WEEKS_A_MONTH * assumptions.hours_a_week)
    low, usual, high = (min(max(round(case), MIN_HOURS), MAX_HOURS) for case in hours.cases)
    sources = {name for ref in length.facts for name in catalog.find_fact(ref).src}
    return StudyHours(key, low, usual, high, assumptions.hours_a_week, len(sources))


def describe_what_months_count(
    catalog: Catalog, plan: Plan, assumptions: PathAssumptions, *, is_untrained: bool
) -> str:
    """What the months until a credential count, and from how many sources: a line for a headline.

    Empty for a plan without an exam. ``is_untrained`` says that training is left out of it.
    """
    studies = [study_hours(catalog, key, assumptions) for key in exams_of(plan.steps)]
    if not studies:
        return ""
    counted = join_words(
        f"{hours.usual:,} hours for the {catalog.labels[hours.exam]} ({_from(hours)})"
        for hours in studies
    )
    booking = format_count(round(assumptions.months_to_book), "month")
    left_out = " Training is not counted." if is_untrained else ""
    return (
        f"Study counts as {counted} at {assumptions.hours_a_week:g} hours a week, and booking an "
        f"exam as {booking}.{left_out}"
    )


def exams_of(steps: Iterable[Step]) -> list[str]:
    """The ids of the credentials whose exams are among some steps, in their order."""
    return [step.credential for step in steps if step.action is Action.EXAM and step.credential]


def _from(hours: StudyHours) -> str:
    """Where hours of study come from, in a few words: "from 3 sources"."""
    return f"from {format_support(hours.sources)}" if hours.sources else "a guess"


def format_support(sources: int) -> str:
    """How many sources a study time has: "one source", "3 sources", "a guess" for none."""
    if not sources:
        return "a guess"
    return "one source" if sources == 1 else f"{sources} sources"


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


def describe_all_assumed(catalog: Catalog, plan: Plan, assumptions: PathAssumptions) -> str:
    """How long one studies for each exam of a plan, and what else it assumes."""
    studies = [study_hours(catalog, key, assumptions) for key in exams_of(plan.steps)]
    sentences = [describe_study_hours(catalog, hours) for hours in studies]
    return " ".join((*sentences, describe_assumptions(assumptions, [plan])))
