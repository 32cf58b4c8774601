"""Sentences on preparation, made from the plans, programs and payers on screen."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from cert_model.catalog import Catalog
from cert_model.formatting import (
    NOT_FOUND,
    as_phrase,
    format_count,
    format_day,
    format_money,
    format_weeks,
    join_words,
    spell_duration,
)
from cert_model.preparation import (
    ExamDayFact,
    ExamOverlap,
    ExamSubject,
    FundingOffer,
    Payer,
    ProgramMatches,
    StudyPlan,
    WeightBasis,
    WeightGap,
    exam_overlap,
    subjects_to_learn_first,
    weekly_hours_needed,
)
from cert_model.schema import Credential
from cert_model.schema.outcomes import Outcome
from cert_model.vocabulary import ExamDay, Status

MATERIALS_TITLE = "Books and study material to buy"
"""The heading of what can be bought to get ready."""
_BASIS_SENTENCES = {
    WeightBasis.WEIGHTS: "Each part of the exam gets hours in proportion to its published weight.",
    WeightBasis.SHARED_REST: (
        "Each part gets hours in proportion to its published weight. The weights of some parts "
        "were not found, so those parts share the hours that are left."
    ),
    WeightBasis.UNKNOWN_REST: (
        "Each part gets hours in proportion to its published weight. Some parts were not found "
        "at all: the hours left for them form one block."
    ),
    WeightBasis.EVEN: (
        "The weights of the exam's parts were not found, so each part gets the same hours."
    ),
    WeightBasis.ONE_BLOCK: "The parts of this exam were not found, so its content is one block.",
}


def describe_plan(plan: StudyPlan) -> str:
    """How long a plan takes, and from which day to which."""
    sentence = (
        f"{spell_duration(plan.minutes)} at {plan.request.hours_a_week} hours a week take "
        f"{format_weeks(plan.days)}: from {format_day(plan.start)} to {format_day(plan.end)}"
    )
    return f"{sentence}, the day before the exam." if plan.request.to_exam else f"{sentence}."


def describe_late_start(plan: StudyPlan, today: date) -> str:
    """The hours a week that still meet a plan's end; empty if the plan has not started yet."""
    if plan.start >= today:
        return ""
    hours = weekly_hours_needed(plan, today)
    if hours is None:
        return "That day has passed. Choose a later exam date."
    return (
        f"This plan should have started already. If you start today, it takes {hours:.0f} hours "
        "a week."
    )


def warn_of_status(sheet: Credential) -> str:
    """A warning about an exam that is, or may be, no longer given; empty for an active one."""
    status = sheet.status.value or Status.UNKNOWN
    if status is Status.ACTIVE:
        return ""
    return f"Check this before you plan: the status of this credential is {status.label.lower()}."


def describe_basis(plan: StudyPlan) -> str:
    """What the hours of the exam's parts are based on."""
    return _BASIS_SENTENCES[plan.basis]


def describe_time_saved(catalog: Catalog, plan: StudyPlan) -> str:
    """The time that a credential already held saves, or why none; empty if none is held."""
    held = plan.request.held
    if held is None:
        return ""
    label = catalog.labels[held]
    overlap = exam_overlap(catalog, plan.request.credential, held)
    if overlap.percent is None:
        return (
            f"Holding the {label} saves no time in this plan: {explain_overlap(catalog, overlap)}."
        )
    if not plan.saved_minutes:
        return f"This exam and the {label} exam have no subject in common."
    sentence = (
        f"Holding the {label} saves {spell_duration(plan.saved_minutes)} in this plan. That is an "
        "estimate from the subjects that both exams cover; it says nothing about depth."
    )
    if not plan.left_out:
        return sentence
    return f"{sentence} The plan leaves out: {'; '.join(plan.left_out)}."


_GAP_CLAUSES = {
    WeightGap.NO_PARTS: "the parts of the {label} exam were not found",
    WeightGap.NO_WEIGHTS: "the weights of the {label} exam were not found",
    WeightGap.SOME_WEIGHTS: "not all weights of the {label} exam were found",
    WeightGap.UNCLEAR_PART: "what one part of the {label} exam is about was not found",
}
OVERLAP_NOTE = (
    "What two exams have in common is an estimate. We sorted the parts of each exam by subject. "
    "For each subject, two exams share the smaller of its two weights. The depth of the questions "
    "is not compared."
)
_SUBJECTS_NAMED = 3
"""The number of shared subjects that a sentence names; two others or more are counted."""


def format_pair(catalog: Catalog, overlap: ExamOverlap) -> str:
    """The two credentials: ``CPC and COC``."""
    return " and ".join(catalog.labels[key] for key in overlap.credentials)


def format_overlap(overlap: ExamOverlap) -> str:
    """How much two exams have in common: ``about 21%``, ``nothing``, ``no number``."""
    if overlap.percent is None:
        return "no number"
    if overlap.same_exam:
        return "all"
    return f"about {overlap.percent:.0f}%" if overlap.percent else "nothing"


def explain_overlap(catalog: Catalog, overlap: ExamOverlap) -> str:
    """The subjects that two exams share, largest first, or why there is no number."""
    if overlap.percent is None:
        clauses = (
            _GAP_CLAUSES[gap].format(label=catalog.labels[key]) for key, gap in overlap.gaps.items()
        )
        return "; ".join(clauses)
    if overlap.same_exam:
        return "both have the same exam"
    subjects = [f"{subject.name} {subject.percent:.0f}%" for subject in overlap.subjects]
    named = subjects if len(subjects) <= _SUBJECTS_NAMED + 1 else subjects[:_SUBJECTS_NAMED]
    more = len(subjects) - len(named)
    return (
        "; ".join([*named, f"{more} more"] if more else named) or "they have no subject in common"
    )


def describe_pairs_without_figure(catalog: Catalog, overlaps: Iterable[ExamOverlap]) -> str:
    """Which pairs of exams have no figure, and why, in a sentence; empty where all have one."""
    lacking = [overlap for overlap in overlaps if overlap.percent is None]
    if not lacking:
        return ""
    pairs = "; ".join(format_pair(catalog, overlap) for overlap in lacking)
    clauses = dict.fromkeys(
        clause for overlap in lacking for clause in explain_overlap(catalog, overlap).split("; ")
    )
    return f"No figure for {pairs}: {'; '.join(clauses)}."


def describe_overlap(catalog: Catalog, overlap: ExamOverlap) -> str:
    """How much two exams have in common and which subjects, or why there is no number."""
    pair, amount = format_pair(catalog, overlap), format_overlap(overlap)
    return f"{pair}: {amount} ({explain_overlap(catalog, overlap)})."


def describe_first_subjects(subjects: tuple[ExamSubject, ...], issuer: str, label: str) -> str:
    """What to learn before the exam's own content, and who says so; both arguments are labels."""
    first = subjects_to_learn_first(subjects)
    if not first:
        return f"Neither {issuer} nor any program names a subject to learn before the {label}."
    names = ", ".join(as_phrase(subject.subject.name) for subject in first)
    if first[0].advice is not None:
        return f"{issuer} names {format_count(len(first), 'subject')} for the {label}: {names}."
    return f"{issuer} names no subject to learn for the {label}. A program for it teaches {names}."


def describe_programs(programs: ProgramMatches) -> str:
    """How many programs fit, the lowest price, and how many may or may not fit."""
    sentences = [_fitting(programs)]
    if programs.priced:
        cheapest = programs.priced[0]
        sentences.append(
            f"A price is known for {len(programs.priced)}; the lowest is "
            f"{format_money(cheapest.low)} ({cheapest.program.provider})."
        )
    elif programs.fitting:
        sentences.append("No price was found.")
    if programs.unclear:
        more = "more " if programs.fitting else ""
        unclear = format_count(len(programs.unclear), f"{more}program")
        sentences.append(f"Too little is known about {unclear} to tell.")
    return " ".join(sentences)


def _fitting(programs: ProgramMatches) -> str:
    if not programs.fitting:
        return "No program fits."
    count = format_count(len(programs.fitting), "program fits", "programs fit")
    return f"{count}, ordered by lowest known price." if len(programs.fitting) > 1 else f"{count}."


def describe_payers(payers: Sequence[Payer], label: str) -> str:
    """Which payers are known to name a credential; ``label`` is its code."""
    naming = [payer.name for payer in payers if payer.covers]
    if not naming:
        return (
            f"None of {len(payers)} payers is known to name the {label}; ask each whether it "
            "pays for it."
        )
    return (
        f"{len(naming)} of {len(payers)} payers are known to name the {label}: "
        f"{'; '.join(naming)}. Ask the others whether they pay for it."
    )


def describe_exam_remainder(offer: FundingOffer) -> str:
    """What a funding source leaves of the exam's price; empty where that is not known."""
    if offer.left_of_exam is None:
        return ""
    if not offer.left_of_exam:
        return "Its cap covers the whole price of this exam."
    return f"Its cap leaves {format_money(offer.left_of_exam)} of the price of this exam."


def describe_exam_day(
    facts: Mapping[ExamDay, Sequence[ExamDayFact]], label: str, issuer: str
) -> str:
    """On how many topics of the exam's day facts were found, and on which none."""
    day = f"the day of the {label} exam"
    missing = [as_phrase(topic.label) for topic, of_topic in facts.items() if not of_topic]
    if not missing:
        return f"We found an answer to everything that people ask about {day}."
    return (
        f"We found answers on {len(facts) - len(missing)} of {len(facts)} topics that people ask "
        f"about for {day}. Ask {issuer} about the rest: {'; '.join(missing)}."
    )


def format_program_length(months: float | None) -> str:
    """The length of a program: ``4 months``, ``3.7 months``."""
    if months is None:
        return NOT_FOUND
    number = f"{months:.1f}".removesuffix(".0")
    return f"{number} {'month' if number == '1' else 'months'}"


def describe_outcomes(outcomes: Sequence[Outcome]) -> str:
    """Who is counted in figures of work and pay after a program, and who is not."""
    states = join_words(list(dict.fromkeys(outcome.state.label for outcome in outcomes)))
    return (
        f"Counted in {states}, for all schools that teach a subject and for single schools. Only "
        "work in that state counts. The years in which the students finished are not stated. "
        "Counts from other states were not read."
    )
