"""Sentences on who may sit and what would change it, made from the very outcomes shown."""

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

_NAMED = 2
"""So many questions are named; of further ones, how many there are."""
_WAYS = 2
"""So many ways to what is lacking are named."""


def verdict_summary(verdicts: Iterable[Verdict], passed: int = 0) -> str:
    """How many exams a person may sit for, of how many, and what is left open.

    ``passed`` counts those that the person has passed; their verdicts are not among the others.
    """
    found = list(verdicts)
    open_now = sum(each in MAY_SIT for each in found)
    unsettled = found.count(Verdict.UNDECIDED)
    verb = "is" if unsettled == 1 else "are"
    parts = [f"you may sit for {open_now} of {format_count(len(found), 'exam')} now"] * bool(found)
    parts += [f"{unsettled} {verb} not settled yet"] * bool(unsettled)
    parts += [f"you have passed {format_count(passed, 'exam')}"] * bool(passed)
    return as_sentence("; ".join(parts))


def interview_summary(interview: Interview, ids: Iterable[str]) -> str:
    """The same of the exams of some credentials, by id."""
    keys = list(ids)
    ahead = [key for key in keys if not is_passed(interview.catalog, key, interview.person)]
    return verdict_summary((interview.verdicts[key] for key in ahead), len(keys) - len(ahead))


def format_changes(changes: Changes) -> str:
    """A set of changes: what each takes, as far as its price or time is known."""
    first, *others = (_change(each) for each in changes)
    return "; and ".join((first, *(as_phrase(each) for each in others)))


def _change(change: Change) -> str:
    remarks = []
    if change.cost:
        remarks.append(f"from {format_money(round(change.cost))}")
    if change.months and change.test != "experience":
        remarks.append(f"{format_months(round(change.months))} at least")
    if change.may_be_met:
        remarks.append("maybe so already")
    return f"{change.text} ({', '.join(remarks)})" if remarks else change.text


def next_step(outcome: Outcome, asks: Sequence[str] = ()) -> str:
    """What to do about an outcome, in a sentence or two; ``asks`` are its open questions."""
    if outcome.retired:
        return "This exam is no longer given."
    if outcome.passed:
        return _to_keep(outcome)
    if outcome.verdict in MAY_SIT:
        return _to_sit(outcome)
    if outcome.verdict is Verdict.ASK_ISSUER:
        return _to_ask(outcome)
    if outcome.verdict is Verdict.NOT_YET and outcome.missing:
        return f"It takes: {_or([as_phrase(format_changes(each)) for each in outcome.missing])}."
    return _still_to_answer(asks)


def _or(ways: Sequence[str]) -> str:
    return ". Or: ".join(ways[:_WAYS])


def _to_keep(outcome: Outcome) -> str:
    if outcome.held:
        return "You hold this credential."
    lacking = [
        as_phrase(format_changes(ways)) for mark in outcome.consequences for ways in mark.avoided_by
    ]
    if lacking:
        return f"You hold it as {outcome.held_as}. For the full one: {_or(lacking)}."
    return f"You hold it as {outcome.held_as}. For the full one, show the issuer what you have."


def _to_sit(outcome: Outcome) -> str:
    todo = [as_phrase(format_step(step)) for step in outcome.formalities if not step.settled]
    work = " and ".join(as_phrase(test.text) for test in outcome.work_relied_on)
    sentences = [
        as_sentence(starting_letters(outcome)),
        f"Your work counts as {work}." if work else "",
        f"To register: {'; '.join(todo)}." if todo else "",
        registration_cost(outcome),
    ]
    return " ".join(filter(None, sentences))


def _to_ask(outcome: Outcome) -> str:
    asked = [f"{each.question} ({each.page})" for each in outcome.inquiries]
    ask = f"Ask the issuer: {' '.join(asked)}" if asked else "Ask the issuer."
    certain = [each for each in outcome.missing if not any(it.needs_issuer for it in each)]
    return f"{ask} Enough for certain: {as_phrase(format_changes(certain[0]))}." if certain else ask


def starting_letters(outcome: Outcome) -> str:
    """The letters that one starts with: "you start as CPC-A", "you may start as …"; or nothing."""
    for each in outcome.consequences:
        if each.consequence.marks:
            may = "may " if each.applies is Truth.UNKNOWN else ""
            return f"you {may}start as {each.consequence.marks}"
    return ""


def _still_to_answer(asks: Sequence[str]) -> str:
    if not asks:
        return "It stays open: an answer that decides it is not known to you."
    more = len(asks) - _NAMED
    further = f" And {format_count(more, 'question')} more." if more > 0 else ""
    return f"Still to answer: {' '.join(asks[:_NAMED])}{further}"


def format_step(step: RegistrationStep) -> str:
    """A step with what it costs, as far as that is known."""
    if step.cost is None:
        return f"{step.text} (price not found)" if step.kind in PRICED_STEPS else step.text
    if not step.cost.high:
        return step.text
    joins = step.kind is FormalityKind.MEMBERSHIP and step.settled is None
    unless = " unless you are a member" if joins else ""
    return f"{step.text} ({format_money(step.cost.low, step.cost.high)}{unless})"


def registration_cost(outcome: Outcome) -> str:
    """What registering costs in all; "at least" where a price was not found."""
    if all(each.kind is not FormalityKind.EXAM for each in outcome.formalities):
        return "The exam price was not found."
    cost = sum_money(each.cost for each in outcome.formalities if each.cost is not None)
    lacking = any(each.cost is None and each.kind in PRICED_STEPS for each in outcome.formalities)
    sums = format_money(round(cost.low), round(cost.high))
    return f"In all at least {sums}." if lacking else f"In all {sums}."


def unlock_summary(found: Sequence[Unlock]) -> str:
    """How many single changes would open an exam, and how many exams the widest would."""
    if not found:
        return "No single change opens an exam that is closed to you now."
    changes = format_count(len(found), "single change")
    if len(found) == 1:
        return f"{changes} would open {format_count(len(found[0].opens), 'more exam')}."
    most = format_count(max(len(each.opens) for each in found), "exam")
    return f"{changes} would each open at least one more exam, and at most {most}."


def question_reach(asked: NextQuestion) -> str:
    """Why a question is asked, and how many are left."""
    exams = f"{asked.still_open} exams that an answer can still change"
    bears = f"Bears on {len(asked.decides)} of {exams}. " * (asked.still_open > 1)
    return f"{bears}At most {format_count(asked.left_at_most, 'question')} left."


def progress(count: int, left: int) -> str:
    """How far a questionnaire is."""
    return (
        f"{format_count(count, 'outcome')} still open, at most {format_count(left, 'question')} "
        "left"
    )
