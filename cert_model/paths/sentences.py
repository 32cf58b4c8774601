"""Sentences on plans: what one comes to, and why there is none."""

from collections.abc import Iterable
from datetime import date

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile, assess, build_person
from cert_model.formatting import as_phrase, format_count, format_month, format_total
from cert_model.paths.assumptions import PathAssumptions
from cert_model.paths.bill import PathCost
from cert_model.paths.months import Months, day_after
from cert_model.paths.plan import Plan
from cert_model.schema import Credential
from cert_model.vocabulary import Status, Verdict

ASSUMPTION_LABELS = {
    "hours_a_week": "the hours of study a week",
    "study_hours": "the hours of study for the exam",
    "months_to_book": "the time to book the exam",
}
"""What each assumption of a step is about, worded for the middle of a sentence."""


def explain_no_plan(catalog: Catalog, profile: Profile, target: str) -> str:
    """Why there is no plan for a target, and whom to ask where somebody may know.

    To be called where no plan was found.
    """
    sheet, label = catalog.credentials[target], catalog.labels[target]
    outcome = assess(catalog, target, build_person(catalog, profile), {})
    holding = outcome.holding
    if outcome.verdict is Verdict.CLOSED:
        return f"The {label} exam is no longer given."
    if holding is not None and not holding.is_marked:
        is_it = holding.by == target
        return f"You already hold the {label}." if is_it else _replaced_by(holding.letters, label)
    if sheet.status.value is Status.ANNOUNCED:
        return f"The {label} exam is announced, but not given yet."
    letters = catalog.issuers[sheet.issuer].letters
    questions = [f"{inquiry.question} ({inquiry.page})" for inquiry in outcome.inquiries]
    ask = f"Ask {letters}: {' '.join(questions)}" if questions else f"Ask {letters}."
    if sheet.eligibility.required is None:
        return f"The eligibility rule of the {label} exam was not found. {ask}"
    why = f"Every path to the {label} depends on a decision by {letters}."
    return f"{why if questions else f'No path to the {label} is known.'} {ask}"


def _replaced_by(letters: str, label: str) -> str:
    return f"Your {letters} replaces the {label}."


def describe_plan(catalog: Catalog, plan: Plan) -> str:
    """What a plan comes to: "CPC: $1,277 in about 24 months"."""
    label = catalog.labels[plan.target]
    return f"{label}: {format_cost(plan.cost)} in {format_length(plan)}"


def format_cost(cost: PathCost) -> str:
    """A cost in words: "$612", "about $612", "at least $612"."""
    return format_total(cost.money.typical, cost.complete, cost.estimated)


def format_length(plan: Plan) -> str:
    """How long a plan takes, in words: "about 24 months", "at least 4 months"."""
    words = "about" if plan.months_are_complete else "at least"
    return f"{words} {format_span(plan.months)}"


def format_span(months: Months) -> str:
    """Months with the ends of their range where they differ: "5 months (3 to 9)"."""
    low, typical, high = (round(case) for case in months.cases)
    noun = "month" if typical == 1 else "months"
    return f"{typical} {noun}" if low == high else f"{typical} {noun} ({low} to {high})"


def mark_of(sheet: Credential) -> str:
    """What a mark adds to the letters of a credential: the A of the CPC-A; "mark" where unknown."""
    marks = (consequence.marks for consequence in sheet.eligibility.consequences)
    return next((letters.removeprefix(f"{sheet.code}-") for letters in marks if letters), "mark")


def what_is_missing(plan: Plan) -> list[str]:
    """What was not found, in words: prices, and the lengths of steps."""
    lengths = [
        f"how long it takes: {as_phrase(step.what)}"
        for step in plan.steps
        if not step.length_is_known
    ]
    return [*plan.cost.missing, *dict.fromkeys(lengths)]


def describe_booking(study_ends: date, assumptions: PathAssumptions) -> str:
    """When the exam is taken after the last day of study, with the time to book it."""
    months = format_count(round(assumptions.months_to_book), "month")
    sits = format_month(day_after(study_ends, assumptions.months_to_book))
    allow = f"Allow about {months} more to book the exam, which is a guess."
    return f"{allow} You would take it in {sits}."


def describe_assumptions(assumptions: PathAssumptions, plans: Iterable[Plan]) -> str:
    """What some plans assume, in a sentence; the hours of an exam only where one needs them."""
    steps = [step for plan in plans for step in plan.steps]
    guessed = any("study_hours" in step.assumptions for step in steps)
    unread = (
        f"{assumptions.study_hours:g} hours for an exam whose study time was not found, "
        if guessed
        else ""
    )
    noun = "month" if assumptions.months_to_book == 1 else "months"
    begins = "begins at once" if assumptions.works_already else "begins once the exam is passed"
    prices = " You pay student prices." if assumptions.is_student else ""
    return (
        f"We assume {assumptions.hours_a_week:g} hours of study a week, {unread}"
        f"{assumptions.months_to_book:g} {noun} to book an exam, and work that {begins}.{prices}"
    )
