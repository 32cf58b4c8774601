"""A dated study plan: subjects first, then the exam's parts by weight, then a last review."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate
from math import ceil, floor

from icalendar import Event

from cert_model.catalog import Catalog
from cert_model.formatting import format_duration
from cert_model.formatting.calendars import add_reminders, all_day_event, write_calendar
from cert_model.preparation.blueprint import (
    WeightBasis,
    WeightedContent,
    weigh_content,
)
from cert_model.preparation.overlap import remaining_shares

MIN_HOURS, MAX_HOURS = 20, 2_000
MAX_HOURS_A_WEEK, USUAL_HOURS_A_WEEK = 60, 8
MAX_SUBJECTS_PERCENT, MAX_REVIEW_PERCENT = 60, 40
"""The largest shares, in percent, of the subjects and of the review."""
_QUARTERS_PER_HOUR = 4
_MINUTES_PER_QUARTER = 15
_EXAM_REMINDER_DAYS = (30, 7)
"""How many days before an exam one is reminded of it."""
_REVIEW_TITLE = "Review and practice exams"


class BadStudyPlan(ValueError):
    """A request that no plan can meet; the message says why in one line."""


class PlanPhase(StrEnum):
    """The phase of a plan to which a part belongs. The values are part of calendar identities."""

    SUBJECTS = "first"
    EXAM = "exam"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class StudyRequest:
    """What to plan. The hours and the shares are assumptions, which the user can change."""

    credential: str
    hours: int
    day: date
    """The first day of the plan, or the day of the exam if ``to_exam``."""
    hours_a_week: int = USUAL_HOURS_A_WEEK
    to_exam: bool = False
    subjects: tuple[str, ...] = ()
    """The names of subjects to learn before the exam's own parts."""
    subjects_percent: int = 25
    """The share of the hours for the subjects, if there are any."""
    review_percent: int = 15
    held: str | None = None
    """A credential already held, whose exam counts toward this one."""

    def __post_init__(self) -> None:
        for what, number, low, high in (
            ("hours", self.hours, MIN_HOURS, MAX_HOURS),
            ("hours a week", self.hours_a_week, 1, MAX_HOURS_A_WEEK),
            ("percent for subjects", self.subjects_percent, 0, MAX_SUBJECTS_PERCENT),
            ("percent for review", self.review_percent, 0, MAX_REVIEW_PERCENT),
        ):
            if not low <= number <= high:
                raise BadStudyPlan(f"{number} {what} lie outside the plan: {low:,} to {high:,}")


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One stretch of a plan, from its first day to its last."""

    phase: PlanPhase
    title: str
    minutes: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class StudyPlan:
    """Consecutive parts without a gap."""

    request: StudyRequest
    parts: tuple[PlanPart, ...]
    basis: WeightBasis
    saved_minutes: int
    """The time that the credential already held saves on the exam's parts."""
    left_out: tuple[str, ...] = ()
    """The parts of the exam that get less than a quarter of an hour, and so none."""

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
        """The time for all parts together."""
        return sum(part.minutes for part in self.parts)

    @property
    def days(self) -> int:
        """The number of days, the first and the last included."""
        return (self.end - self.start).days + 1


def build_study_plan(catalog: Catalog, request: StudyRequest) -> StudyPlan:
    """A plan that spreads the hours over subjects, the exam's parts and a review, with dates.

    Hours go in quarters: each part gets its share to within a quarter of an hour, and they add
    up exactly. Every part takes a day at least. Raises BadStudyPlan where nothing is left to
    study or a date lies past the calendar, and KeyError for an unknown credential.
    """
    sheet = catalog.credentials[request.credential]
    content = weigh_content(sheet)
    remaining = remaining_shares(catalog, request.credential, request.held)
    quarters, saved = _spread_hours(request, content, remaining)
    try:
        parts = tuple(_dated_parts(request, quarters))
    except OverflowError:
        raise BadStudyPlan("the plan would run past the calendar; take more hours a week") from None
    planned = {part.title for part in parts if part.phase is PlanPhase.EXAM}
    left_out = tuple(title for title in content.titles if title not in planned)
    return StudyPlan(request, parts, content.basis, saved * _MINUTES_PER_QUARTER, left_out)


def weekly_hours_needed(plan: StudyPlan, today: date) -> float | None:
    """The hours a week that meet the plan's end if it starts today; None after its last day."""
    days = (plan.end - today).days + 1
    return plan.minutes / 60 * 7 / days if days > 0 else None


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Whole numbers in proportion to the weights that add up to the total.

    By largest remainder (Hamilton's method): each number differs from its exact share by less
    than 1.
    """
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    exact = [total * weight / whole for weight in weights]
    counts = [floor(share) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: counts[place] - exact[place])
    for place in by_remainder[: total - sum(counts)]:
        counts[place] += 1
    return counts


UndatedPart = tuple[PlanPhase, str, int]
"""A part of a plan before it has dates: its phase, its title, and its quarters of an hour."""


def _spread_hours(
    request: StudyRequest, content: WeightedContent, remaining: Sequence[float]
) -> tuple[list[UndatedPart], int]:
    """Every part that gets any quarters of an hour, and the quarters that are saved.

    ``remaining`` is the share of each part of the exam that is still to learn.
    """
    total = request.hours * _QUARTERS_PER_HOUR
    for_subjects = round(total * request.subjects_percent / 100) if request.subjects else 0
    for_review = round(total * request.review_percent / 100)
    for_whole_exam = total - for_subjects - for_review
    weights = [weight * share for weight, share in zip(content.weights, remaining, strict=True)]
    for_exam = round(for_whole_exam * sum(weights) / sum(content.weights))
    per_subject = apportion(for_subjects, [1.0] * len(request.subjects))
    parts = [
        *_parts(PlanPhase.SUBJECTS, request.subjects, per_subject),
        *_parts(PlanPhase.EXAM, content.titles, apportion(for_exam, weights)),
        *_parts(PlanPhase.REVIEW, (_REVIEW_TITLE,), [for_review]),
    ]
    return parts, for_whole_exam - for_exam


def _parts(
    phase: PlanPhase, titles: Sequence[str], quarters: Sequence[int]
) -> Iterator[UndatedPart]:
    for title, count in zip(titles, quarters, strict=True):
        if count:
            yield phase, title, count


def _dated_parts(request: StudyRequest, parts: Sequence[UndatedPart]) -> Iterator[PlanPart]:
    """The parts with dates, each in proportion to its hours and at least a day long."""
    done = list(accumulate(quarters for _, _, quarters in parts))
    if not done:
        raise BadStudyPlan("nothing is left to study; take more hours, or drop what you hold")
    days = max(ceil(done[-1] * 7 / (request.hours_a_week * _QUARTERS_PER_HOUR)), len(parts))
    start = request.day - timedelta(days) if request.to_exam else request.day
    begin = 0
    for place, (phase, title, quarters) in enumerate(parts):
        days_for_later_parts = len(parts) - place - 1
        end = max(round(days * done[place] / done[-1]), begin + 1)
        end = min(end, days - days_for_later_parts)
        yield PlanPart(
            phase,
            title,
            quarters * _MINUTES_PER_QUARTER,
            start + timedelta(begin),
            start + timedelta(end - 1),
        )
        begin = end


def write_study_calendar(plan: StudyPlan, label: str, written_on: date) -> bytes:
    """A plan as an .ics file: an all-day event for each part, and one with reminders for the exam.

    ``label`` is the credential's code. An event keeps its identity when the plan moves, so
    that a calendar that reads a later version moves its events instead of adding new ones.
    """
    return write_calendar(f"{label} study plan", _events(plan, label, written_on), written_on)


def _events(plan: StudyPlan, label: str, today: date) -> Iterator[Event]:
    request = plan.request
    for part in plan.parts:
        duration = format_duration(part.minutes)
        days = (part.last - part.first).days + 1
        identity = f"{request.credential}/{part.phase}/{part.title}"
        event = all_day_event(
            identity, f"{label}: {part.title} ({duration})", part.first, part.last
        )
        event.add("description", f"{duration} in {days} days, at {request.hours_a_week} h a week.")
        yield event
    if request.to_exam:
        identity = f"{request.credential}/exam-day"
        exam = all_day_event(identity, f"{label} exam", request.day, request.day)
        add_reminders(exam, today, _EXAM_REMINDER_DAYS)
        yield exam
