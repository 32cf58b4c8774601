"""Sentences about who may sit for an exam, made from the same outcomes that the page shows."""

from collections.abc import Iterable, Sequence

from cert_model.eligibility import (
    MAY_SIT,
    PRICED_STEPS,
    Change,
    Changes,
    Outcome,
    RegistrationStep,
    Truth,
    Unlock,
    is_passed,
)
from cert_model.eligibility.questionnaire import Interview, NextQuestion
from cert_model.formatting import as_phrase, as_sentence, format_count, format_money, format_months
from cert_model.prices import sum_money
from cert_model.vocabulary import FormalityKind, Verdict

_MOST_QUESTIONS = 2
"""How many open questions a sentence lists before it counts the rest."""
_MOST_ALTERNATIVES = 2
"""How many sets of changes a sentence lists."""


def verdict_summary(verdicts: Iterable[Verdict], passed: int = 0) -> str:
    """How many of the exams a person may sit for, how many are not settled, how many are passed.

    ``verdicts`` are those of the exams not passed; ``passed`` counts the others.
    """
    ahead = list(verdicts)
    open_now = sum(verdict in MAY_SIT for verdict in ahead)
    unsettled = ahead.count(Verdict.UNDECIDED)
    parts = []
    if ahead:
        parts.append(f"you may sit for {open_now} of {format_count(len(ahead), 'exam')} now")
    if unsettled:
        parts.append(f"{unsettled} {'is' if unsettled == 1 else 'are'} not settled yet")
    if passed:
        parts.append(f"you have passed {format_count(passed, 'exam')}")
    return as_sentence("; ".join(parts))


def interview_summary(interview: Interview, ids: Iterable[str]) -> str:
    """The ``verdict_summary`` of some credentials, by id, for the person interviewed."""
    keys = list(ids)
    ahead = [key for key in keys if not is_passed(interview.catalog, key, interview.person)]
    return verdict_summary((interview.verdicts[key] for key in ahead), len(keys) - len(ahead))


def format_changes(changes: Changes) -> str:
    """A set of changes in words, each with its price and time as far as they are known."""
    first, *others = map(_format_change, changes)
    return "; and ".join((first, *map(as_phrase, others)))


def _format_change(change: Change) -> str:
    remarks = []
    if change.cost:
        remarks.append(f"from {format_money(round(change.cost))}")
    if change.months and change.test != "experience":
        remarks.append(f"at least {format_months(round(change.months))}")
    if change.may_be_met:
        remarks.append("you may have this already")
    return f"{change.text} ({', '.join(remarks)})" if remarks else change.text


def next_step(outcome: Outcome, open_questions: Sequence[str] = ()) -> str:
    """What to do about an outcome, in a sentence or two.

    ``open_questions`` are the questions, in words, that could still change it.
    """
    if outcome.retired:
        return "This exam is no longer offered."
    if outcome.passed:
        return _when_passed(outcome)
    if outcome.verdict in MAY_SIT:
        return _how_to_register(outcome)
    if outcome.verdict is Verdict.ASK_ISSUER:
        return _what_to_ask(outcome)
    if outcome.verdict is Verdict.NOT_YET and outcome.missing:
        return f"You need: {_format_alternatives(outcome.missing)}."
    return _what_to_answer(open_questions)


def _format_alternatives(sets_of_changes: Sequence[Changes]) -> str:
    """The first few sets of changes, any one of which is enough."""
    shown = sets_of_changes[:_MOST_ALTERNATIVES]
    return ". Or: ".join(as_phrase(format_changes(changes)) for changes in shown)


def _when_passed(outcome: Outcome) -> str:
    if outcome.held:
        return "You hold this credential."
    holding = f"You hold it as {outcome.held_as}."
    changes = [changes for mark in outcome.consequences for changes in mark.avoided_by]
    if changes:
        return f"{holding} For the full credential, you need: {_format_alternatives(changes)}."
    return f"{holding} For the full credential, show the issuer what you have."


def _how_to_register(outcome: Outcome) -> str:
    unsettled = [step for step in outcome.formalities if not step.settled]
    steps = "; ".join(as_phrase(format_step(step)) for step in unsettled)
    work = " and ".join(as_phrase(test.text) for test in outcome.work_relied_on)
    sentences = [
        as_sentence(starting_letters(outcome)),
        f"Your work counts as {work}." if work else "",
        f"To register: {steps}." if steps else "",
        registration_cost(outcome),
    ]
    return " ".join(filter(None, sentences))


def _what_to_ask(outcome: Outcome) -> str:
    questions = [f"{inquiry.question} ({inquiry.page})" for inquiry in outcome.inquiries]
    ask = f"Ask the issuer: {' '.join(questions)}" if questions else "Ask the issuer."
    for changes in outcome.missing:
        if not any(change.needs_issuer for change in changes):
            return f"{ask} Certainly enough: {as_phrase(format_changes(changes))}."
    return ask


def _what_to_answer(open_questions: Sequence[str]) -> str:
    if not open_questions:
        return "This stays unsettled, because it depends on something that you do not know."
    remaining = len(open_questions) - _MOST_QUESTIONS
    more = f" And {format_count(remaining, 'more question')}." if remaining > 0 else ""
    return f"Still to answer: {' '.join(open_questions[:_MOST_QUESTIONS])}{more}"


def starting_letters(outcome: Outcome) -> str:
    """Say which code passing gives at first: "you start as CPC-A", "you may start as CPC-A".

    Empty where passing gives the full credential.
    """
    for possible in outcome.consequences:
        if possible.consequence.marks:
            may = "may " if possible.applies is Truth.UNKNOWN else ""
            return f"you {may}start as {possible.consequence.marks}"
    return ""


def format_step(step: RegistrationStep) -> str:
    """A step of registering with what it costs, as far as that is known."""
    if step.cost is None:
        return f"{step.text} (price not found)" if step.kind in PRICED_STEPS else step.text
    if not step.cost.high:
        return step.text
    joins = step.kind is FormalityKind.MEMBERSHIP and step.settled is None
    unless = " unless you are a member" if joins else ""
    return f"{step.text} ({format_money(step.cost.low, step.cost.high)}{unless})"


def registration_cost(outcome: Outcome) -> str:
    """What registering costs in all; "at least" where a price was not found."""
    steps = outcome.formalities
    if all(step.kind is not FormalityKind.EXAM for step in steps):
        return "The exam price was not found."
    cost = sum_money(step.cost for step in steps if step.cost is not None)
    incomplete = any(step.cost is None and step.kind in PRICED_STEPS for step in steps)
    amount = format_money(round(cost.low), round(cost.high))
    return f"Total: at least {amount}." if incomplete else f"Total: {amount}."


def unlock_summary(unlocks: Sequence[Unlock]) -> str:
    """How many single changes would open an exam, and how many exams the widest would open."""
    if not unlocks:
        return "No single change would open another exam to you."
    changes = format_count(len(unlocks), "single change")
    most = max(len(unlock.opens) for unlock in unlocks)
    if len(unlocks) == 1:
        return f"{changes} would open {format_count(most, 'more exam')}."
    if most == 1:
        return f"{changes} would each open 1 more exam."
    return f"{changes} would each open at least 1 more exam; one of them would open {most}."


def question_reach(question: NextQuestion) -> str:
    """How many outcomes a question can change, and how many questions are left."""
    left = f"At most {format_count(question.left_at_most, 'question')} left."
    if question.still_open == 1:
        return left
    reach = f"{len(question.decides)} of the {question.still_open} outcomes"
    return f"Your answer can change {reach} that are still open. {left}"


def progress(still_open: int, left_at_most: int) -> str:
    """How far a questionnaire is, by the numbers of a ``NextQuestion``."""
    outcomes = f"{format_count(still_open, 'outcome')} still open"
    return f"{outcomes}, at most {format_count(left_at_most, 'question')} left"
