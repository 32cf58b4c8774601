"""Sentences on getting ready, made from the very plans, programs and payers that are shown."""

from collections.abc import Mapping, Sequence
from datetime import date

from cert_model.formatting import (
    NOT_FOUND,
    format_count,
    format_day,
    format_duration,
    format_money,
    format_range,
    format_weeks,
)
from cert_model.preparation import (
    ExamDayFact,
    ExamSubject,
    FundingOffer,
    Payer,
    ProgramMatches,
    StudyHours,
    StudyPlan,
    WeightBasis,
    subjects_to_learn_first,
    weekly_hours_needed,
)
from cert_model.schema import Credential
from cert_model.vocabulary import ExamDay, Status

_BASES = {
    WeightBasis.WEIGHTS: "Each part of the exam gets hours in proportion to its published weight.",
    WeightBasis.SHARED_REST: (
        "Each part gets hours in proportion to its published weight. The weights of some parts "
        "were not found: they share what is left."
    ),
    WeightBasis.UNKNOWN_REST: (
        "Each part gets hours in proportion to its published weight. Some parts were not found "
        "at all: the hours left to them stand as one."
    ),
    WeightBasis.EVEN: (
        "The weights of the exam's parts were not found, so each part gets the same hours."
    ),
    WeightBasis.ONE_BLOCK: "The parts of this exam were not found, so its content is one block.",
}


def describe_plan(found: StudyPlan) -> str:
    """How long a plan takes, and from which day to which."""
    sentence = (
        f"{format_duration(found.minutes)} at {found.request.hours_a_week} h a week take "
        f"{format_weeks(found.days)}: "
        f"from {format_day(found.start)} to {format_day(found.end)}"
    )
    return f"{sentence}, the day before the exam." if found.request.to_exam else f"{sentence}."


def describe_late_start(found: StudyPlan, today: date) -> str:
    """What it takes if a plan should have begun before today; empty if it need not."""
    if found.start >= today:
        return ""
    needed = weekly_hours_needed(found, today)
    if needed is None:
        return "That day has passed; nothing can be planned before it."
    return f"It would have begun already. Begun today, it takes {needed:.0f} hours a week."


def warn_of_status(sheet: Credential) -> str:
    """A warning for an exam that is, or may be, no longer given; empty for the others."""
    status = sheet.status.value or Status.UNKNOWN
    if status is Status.ACTIVE:
        return ""
    return f"Before you plan: the status of this credential is {status.label.lower()}."


def describe_basis(found: StudyPlan) -> str:
    """What the hours of the exam's parts rest on."""
    return _BASES[found.basis]


def describe_time_saved(found: StudyPlan, held: str) -> str:
    """What a credential already held takes off a plan; empty if nothing."""
    if not found.saved_minutes:
        return ""
    sentence = (
        f"What you studied for the {held} counts for {format_duration(found.saved_minutes)}: an "
        "estimate from the wording of the two blueprints, which says nothing about depth."
    )
    if not found.left_out:
        return sentence
    return f"{sentence} No time is left in the plan for: {'; '.join(found.left_out)}."


def describe_study_hours(found: StudyHours) -> str:
    """Where the number of hours comes from."""
    if found.assumed:
        return f"No source gives hours for this exam: {found.usual} is a guess, yours to change."
    ends = format_range(found.low, found.high)
    if found.low == found.high:
        return f"The one source that gives hours says {ends}."
    return f"Sources give {ends} hours; the plan begins with the middle."


def describe_first_subjects(found: tuple[ExamSubject, ...], issuer: str, label: str) -> str:
    """What to learn before the exam's own content, and who says so."""
    first = subjects_to_learn_first(found)
    if not first:
        return f"{issuer} names no subject to learn before the {label}, and no program for it does."
    names = ", ".join(_small(each.subject.name) for each in first)
    if first[0].advice is not None:
        return f"{issuer} names {format_count(len(first), 'subject')} for the {label}: {names}."
    return f"{issuer} names none for the {label}. A program for it teaches: {names}."


def _small(name: str) -> str:
    """A name inside a sentence: an ordinary capital becomes small, letters stay."""
    return name if name[1:2].isupper() else name[0].lower() + name[1:]


def describe_programs(found: ProgramMatches) -> str:
    """How many programs fit, the cheapest, and how many cannot be judged."""
    count = format_count(len(found.fitting), "program fits", "programs fit")
    ordered = ", ordered by lowest known price" if len(found.fitting) > 1 else ""
    sentence = f"{count}{ordered}" if found.fitting else "No program fits"
    if found.priced:
        cheapest = found.priced[0]
        sentence += (
            f". A price is known for {len(found.priced)}; the lowest is "
            f"{format_money(cheapest.low)} ({cheapest.program.provider})"
        )
    elif found.fitting:
        sentence += ". No price was found"
    if found.unclear:
        more = " more" if found.fitting else ""
        sentence += f". Of {len(found.unclear)}{more} it cannot be said whether they do"
    return f"{sentence}."


def describe_payers(found: Sequence[Payer], label: str) -> str:
    """Which payers were seen to name a credential."""
    seen = [payer.name for payer in found if payer.covers]
    if not seen:
        return (
            f"None of {len(found)} payers was seen to name the {label}; ask each whether it pays."
        )
    return (
        f"{len(seen)} of {len(found)} payers were seen to name the {label}: {'; '.join(seen)}. "
        "Whether the others pay for it has to be asked."
    )


def describe_exam_remainder(offering: FundingOffer) -> str:
    """What a payer leaves of the exam's price; empty where that is not known."""
    if offering.left_of_exam is None:
        return ""
    if not offering.left_of_exam:
        return "Its cap covers the whole price of this exam."
    return f"Its cap leaves {format_money(offering.left_of_exam)} of the price of this exam."


def describe_exam_day(
    found: Mapping[ExamDay, Sequence[ExamDayFact]], label: str, issuer: str
) -> str:
    """On how much of what people ask about the day something is known, and on what nothing."""
    silent = [_small(topic.label) for topic, lines in found.items() if not lines]
    told = f"{len(found) - len(silent)} of {len(found)}"
    if not silent:
        return f"Something was found on all that people ask about the day of the {label} exam."
    return (
        f"Something was found on {told} things that people ask about the day of the {label} exam. "
        f"Ask {issuer} about the rest: {'; '.join(silent)}."
    )


def format_program_length(length: float | None) -> str:
    """A length of a program: ``4 months``, ``3.7 months``."""
    return NOT_FOUND if length is None else f"{length:.1f}".removesuffix(".0") + " months"
