"""A dated plan: subjects first, then the exam's parts by their weight, then a last review."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate
from math import ceil, floor

from cert_model.catalog import Catalog
from cert_model.preparation.blueprint import (
    WeightBasis,
    WeightedContent,
    remaining_shares,
    weigh_content,
)

MIN_HOURS, MAX_HOURS = 20, 2_000
MAX_HOURS_A_WEEK = 60
MAX_SUBJECTS_PERCENT, MAX_REVIEW_PERCENT = 60, 40
"""The largest shares, in percent, of the subjects and of the review."""
_QUARTERS_AN_HOUR = 4
_MINUTES_A_QUARTER = 15
_REVIEW = "Review and practice exams"


class BadStudyPlan(ValueError):
    """A plan that cannot be, said in one line."""


class PlanPhase(StrEnum):
    """What a part of a plan is for."""

    FIRST = "first"
    EXAM = "exam"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class StudyRequest:
    """What to plan. The shares and the hours are assumptions, always the user's to change."""

    credential: str
    hours: int
    day: date
    """The first day of the plan, or the day of the exam if ``to_exam``."""
    hours_a_week: int = 10
    to_exam: bool = False
    subjects: tuple[str, ...] = ()
    """Names of what to learn before the exam's own parts."""
    first_percent: int = 25
    """The share of the hours that goes to the subjects, if there are any."""
    review_percent: int = 15
    held: str | None = None
    """A credential already held, whose exam counts toward this one."""

    def __post_init__(self) -> None:
        for what, number, low, high in (
            ("hours", self.hours, MIN_HOURS, MAX_HOURS),
            ("hours a week", self.hours_a_week, 1, MAX_HOURS_A_WEEK),
            ("percent for subjects", self.first_percent, 0, MAX_SUBJECTS_PERCENT),
            ("percent for review", self.review_percent, 0, MAX_REVIEW_PERCENT),
        ):
            if not low <= number <= high:
                raise BadStudyPlan(f"{number} {what} lie outside the plan: {low:,} to {high:,}")


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One stretch of a plan; ``last`` is its last day."""

    phase: PlanPhase
    title: str
    minutes: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class StudyPlan:
    """Parts one after the other, without a gap."""

    request: StudyRequest
    parts: tuple[PlanPart, ...]
    basis: WeightBasis
    saved_minutes: int
    """What the credential already held takes off the exam's parts."""
    left_out: tuple[str, ...] = ()
    """Parts of the exam to which no quarter of an hour goes."""

    @property
    def start(self) -> date:
        """The first day."""
        return self.parts[0].first

    @property
    def end(self) -> date:
        """The last day."""
        return self.parts[-1].last

    @property
    def minutes(self) -> int:
        """All of the work."""
        return sum(part.minutes for part in self.parts)

    @property
    def days(self) -> int:
        """From the first day to the last, both counted."""
        return (self.end - self.start).days + 1


def build_study_plan(catalog: Catalog, request: StudyRequest) -> StudyPlan:
    """Spread the hours over subjects, the exam's parts and a review, and the parts over days.

    Hours go in quarters: each part gets its share to within one of them, and they add up
    exactly. Every part lasts a day at least. Raises BadStudyPlan for a date that no calendar
    holds, and KeyError for a credential that the catalog does not hold.
    """
    sheet = catalog.credentials[request.credential]
    weighing = weigh_content(sheet)
    held = None if request.held is None else catalog.credentials[request.held]
    work, saved = _work(request, weighing, remaining_shares(sheet, held))
    try:
        parts = tuple(_dated(request, work))
    except OverflowError:
        raise BadStudyPlan("the plan would run past the calendar; take more hours a week") from None
    planned = {part.title for part in parts if part.phase is PlanPhase.EXAM}
    left_out = tuple(title for title in weighing.titles if title not in planned)
    return StudyPlan(request, parts, weighing.basis, saved * _MINUTES_A_QUARTER, left_out)


def weekly_hours_needed(plan: StudyPlan, today: date) -> float | None:
    """The hours a week that the plan's work takes if it begins today; None without a day left."""
    days = (plan.end - today).days + 1
    return plan.minutes / 60 * 7 / days if days > 0 else None


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Whole numbers in proportion to the weights that add up to the total.

    By largest remainder (Hamilton's method): each is less than 1 from its exact share.
    """
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    exact = [total * weight / whole for weight in weights]
    counts = [floor(share) for share in exact]
    nearest_to_one_more = sorted(range(len(exact)), key=lambda at: counts[at] - exact[at])
    for at in nearest_to_one_more[: total - sum(counts)]:
        counts[at] += 1
    return counts


Work = tuple[PlanPhase, str, int]
"""A part without dates: its phase, its title, its quarters of an hour."""


def _work(
    request: StudyRequest, weighing: WeightedContent, new: Sequence[float]
) -> tuple[list[Work], int]:
    """The quarters of every part that has any, and those that are saved."""
    everything = request.hours * _QUARTERS_AN_HOUR
    first = round(everything * request.first_percent / 100) if request.subjects else 0
    review = round(everything * request.review_percent / 100)
    left = everything - first - review
    weights = [weight * share for weight, share in zip(weighing.weights, new, strict=True)]
    exam = round(left * sum(weights) / sum(weighing.weights))
    work = [
        *_shared(
            PlanPhase.FIRST, request.subjects, apportion(first, [1.0] * len(request.subjects))
        ),
        *_shared(PlanPhase.EXAM, weighing.titles, apportion(exam, weights)),
        *_shared(PlanPhase.REVIEW, (_REVIEW,), [review]),
    ]
    return work, left - exam


def _shared(phase: PlanPhase, titles: Sequence[str], quarters: Sequence[int]) -> Iterator[Work]:
    for title, count in zip(titles, quarters, strict=True):
        if count:
            yield phase, title, count


def _dated(request: StudyRequest, work: Sequence[Work]) -> Iterator[PlanPart]:
    done = list(accumulate(quarters for _, _, quarters in work))
    if not done:
        raise BadStudyPlan("nothing is left to study; take more hours, or drop what you hold")
    days = max(ceil(done[-1] * 7 / (request.hours_a_week * _QUARTERS_AN_HOUR)), len(work))
    start = request.day - timedelta(days) if request.to_exam else request.day
    begins = 0
    for at, (phase, title, quarters) in enumerate(work):
        share = round(days * done[at] / done[-1])
        ends = min(max(share, begins + 1), days - (len(work) - at - 1))
        yield PlanPart(
            phase,
            title,
            quarters * _MINUTES_A_QUARTER,
            start + timedelta(begins),
            start + timedelta(ends - 1),
        )
        begins = ends
