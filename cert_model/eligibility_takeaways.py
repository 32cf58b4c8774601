"""Sentences on who may sit and what would change it, made from the very outcomes shown."""

from collections.abc import Iterable, Mapping

from cert_model.costs.money import total
from cert_model.eligibility import MAY_SIT, PRICED, Change, Changes, Outcome, Step, Unlock
from cert_model.questionnaire import Asked
from cert_model.vocabulary import FormalityKind, Verdict
from cert_model.wording import dollars, plural, years


def tally(verdicts: Iterable[Verdict]) -> str:
    """How many exams a person may sit for, of how many, and what is left open."""
    found = list(verdicts)
    open_now = sum(each in MAY_SIT for each in found)
    unsettled = found.count(Verdict.UNDECIDED)
    sentence = f"You may sit for {open_now} of {plural(len(found), 'exam')} now"
    verb = "is" if unsettled == 1 else "are"
    return f"{sentence}; {unsettled} {verb} not settled yet." if unsettled else f"{sentence}."


def in_words(changes: Changes) -> str:
    """A set of changes: what each takes, as far as its price or time is known."""
    return "; and ".join(_change(each) for each in changes)


def _change(change: Change) -> str:
    remarks = []
    if change.cost:
        remarks.append(f"from {dollars(round(change.cost))}")
    if change.months and change.test != "experience":
        remarks.append(f"{years(round(change.months))} at least")
    return f"{change.text} ({', '.join(remarks)})" if remarks else change.text


def next_step(outcome: Outcome) -> str:
    """What to do about an outcome, in one sentence."""
    if outcome.retired:
        return "This exam is no longer given."
    if outcome.held:
        return "You hold this credential."
    if outcome.verdict in MAY_SIT:
        todo = [to_settle(step) for step in outcome.formalities if not step.settled]
        steps = f"To register: {'; '.join(todo)}. " if todo else ""
        return f"{steps}{to_register(outcome)}"
    if outcome.verdict is Verdict.ASK_ISSUER:
        asked = [f"{each.question} ({each.page})" for each in outcome.ask]
        return f"Ask the issuer: {' '.join(asked)}" if asked else "Ask the issuer."
    if outcome.verdict is Verdict.NOT_YET and outcome.missing:
        return f"It takes: {in_words(outcome.missing[0])}."
    return "Answer the questions that are still open."


def to_settle(step: Step) -> str:
    """A step with what it costs, as far as that is known."""
    if step.cost is None:
        return f"{step.text} (price not found)" if step.kind in PRICED else step.text
    return (
        f"{step.text} ({dollars(step.cost.low, step.cost.high)})" if step.cost.high else step.text
    )


def to_register(outcome: Outcome) -> str:
    """What registering costs in all; "at least" where a price was not found."""
    if all(each.kind is not FormalityKind.EXAM for each in outcome.formalities):
        return "The exam price was not found."
    cost = total(each.cost for each in outcome.formalities if each.cost is not None)
    lacking = any(each.cost is None and each.kind in PRICED for each in outcome.formalities)
    sums = dollars(round(cost.low), round(cost.high))
    return f"In all at least {sums}." if lacking else f"In all {sums}."


def opens(unlock: Unlock, labels: Mapping[str, str]) -> str:
    """A change, and the exams that it alone would open."""
    named = ", ".join(labels[key] for key in unlock.opens)
    return f"{in_words((unlock.change,))}: opens {named}"


def bears_on(asked: Asked) -> str:
    """Why a question is asked, and how many are left."""
    return (
        f"Bears on {len(asked.decides)} of {plural(asked.still_open, 'outcome')} still open. "
        f"At most {plural(asked.left_at_most, 'question')} left."
    )


def still_open(count: int, left: int) -> str:
    """How far a questionnaire is."""
    return f"{plural(count, 'outcome')} still open, at most {plural(left, 'question')} left"
