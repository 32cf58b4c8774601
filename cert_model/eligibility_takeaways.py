"""Sentences on who may sit and what would change it, made from the very outcomes shown."""

from collections.abc import Iterable, Sequence

from cert_model.costs.money import total
from cert_model.eligibility import MAY_SIT, PRICED, Change, Changes, Outcome, Step, Unlock
from cert_model.questionnaire import Asked
from cert_model.vocabulary import FormalityKind, Verdict
from cert_model.wording import dollars, inside, plural, years

_NAMED = 2
"""So many questions are named; of further ones, how many there are."""


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
    first, *others = (_change(each) for each in changes)
    return "; and ".join((first, *(inside(each) for each in others)))


def _change(change: Change) -> str:
    remarks = []
    if change.cost:
        remarks.append(f"from {dollars(round(change.cost))}")
    if change.months and change.test != "experience":
        remarks.append(f"{years(round(change.months))} at least")
    return f"{change.text} ({', '.join(remarks)})" if remarks else change.text


def next_step(outcome: Outcome, asks: Sequence[str] = ()) -> str:
    """What to do about an outcome, in a sentence or two; ``asks`` are its open questions."""
    if outcome.retired:
        return "This exam is no longer given."
    if outcome.held:
        return "You hold this credential."
    if outcome.verdict in MAY_SIT:
        todo = [inside(to_settle(step)) for step in outcome.formalities if not step.settled]
        steps = f"To register: {'; '.join(todo)}. " if todo else ""
        return f"{steps}{to_register(outcome)}"
    if outcome.verdict is Verdict.ASK_ISSUER:
        asked = [f"{each.question} ({each.page})" for each in outcome.ask]
        return f"Ask the issuer: {' '.join(asked)}" if asked else "Ask the issuer."
    if outcome.verdict is Verdict.NOT_YET and outcome.missing:
        return f"It takes: {inside(in_words(outcome.missing[0]))}."
    return _still_to_answer(asks)


def _still_to_answer(asks: Sequence[str]) -> str:
    if not asks:
        return "It stays open: an answer that decides it is not known to you."
    more = len(asks) - _NAMED
    further = f" And {plural(more, 'question')} more." if more > 0 else ""
    return f"Still to answer: {' '.join(asks[:_NAMED])}{further}"


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


def opening(found: Sequence[Unlock]) -> str:
    """How many single changes would open an exam, and how many exams the first would."""
    if not found:
        return "No single change opens an exam that is closed to you now."
    changes = plural(len(found), "single change")
    if len(found) == 1:
        return f"{changes} would open {plural(len(found[0].opens), 'more exam')}."
    exams = plural(len(found[0].opens), "exam")
    return f"{changes} would each open at least one more exam; the first opens {exams}."


def bears_on(asked: Asked) -> str:
    """Why a question is asked, and how many are left."""
    open_now = plural(asked.still_open, "outcome")
    bears = f"Bears on {len(asked.decides)} of {open_now} still open. " * (asked.still_open > 1)
    return f"{bears}At most {plural(asked.left_at_most, 'question')} left."


def still_open(count: int, left: int) -> str:
    """How far a questionnaire is."""
    return f"{plural(count, 'outcome')} still open, at most {plural(left, 'question')} left"
