"""Sentences about registering for an exam: its steps, their cost, and the first letters."""

from cert_model.eligibility import (
    PRICED_STEPS,
    Outcome,
    PossibleConsequence,
    RegistrationStep,
    Truth,
)
from cert_model.formatting import format_money, mark_estimate
from cert_model.prices import sum_money
from cert_model.vocabulary import FormalityKind


def starting_letters(outcome: Outcome) -> str:
    """Say which code passing gives at first: "you start as CPC-A", "you may start as CPC-A".

    A mark that makes no code of its own is named as one: "you may start with the mark P". Empty
    where passing gives the full credential, and for the form that bears the code itself.
    """
    for possible in outcome.consequences:
        if possible.consequence.marks and not _is_marked_form(outcome, possible):
            may = "may " if possible.applies is Truth.UNKNOWN else ""
            return f"you {may}start {_with_mark(outcome, possible.consequence.marks)}"
    return ""


def _with_mark(outcome: Outcome, marks: str) -> str:
    code = outcome.id.partition("/")[2]
    is_code = marks.lower().startswith(f"{code}-")
    return f"as {marks}" if is_code else f"with the mark {marks}"


def _is_marked_form(outcome: Outcome, possible: PossibleConsequence) -> bool:
    marks = possible.consequence.marks or ""
    return outcome.id.partition("/")[2] == marks.lower()


def format_step(step: RegistrationStep) -> str:
    """A step of registering with what it costs, as far as that is known."""
    if step.cost is None:
        return f"{step.text} (price not found)" if step.kind in PRICED_STEPS else step.text
    if not step.cost.high:
        return step.text
    joins = step.kind is FormalityKind.MEMBERSHIP and step.settled is None
    unless = " unless you are a member" if joins else ""
    price = format_money(step.cost.low, step.cost.high)
    return f"{step.text} ({mark_estimate(price) if step.estimate else price}{unless})"


def registration_cost(outcome: Outcome) -> str:
    """What registering costs in all; "at least" where a price was not found.

    "about" where one of the prices was estimated.
    """
    steps = outcome.formalities
    if all(step.kind is not FormalityKind.EXAM for step in steps):
        return "The exam price was not found."
    cost = sum_money(step.cost for step in steps if step.cost is not None)
    incomplete = any(step.cost is None and step.kind in PRICED_STEPS for step in steps)
    estimated = any(step.estimate for step in steps)
    marks = ("at least " if incomplete else "", "about " if estimated else "")
    return f"Registering costs {''.join(marks)}{format_money(round(cost.low), round(cost.high))}."
