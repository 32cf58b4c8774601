"""Sentences about who may sit for an exam, made from the same outcomes that the page shows."""

from collections.abc import Sequence

from cert_model.eligibility import (
    MAY_SIT,
    SETTLED_FOR_GOOD,
    Change,
    Changes,
    Holding,
    IdsByVerdict,
    Likelihood,
    Outcome,
    ShownSchooling,
)
from cert_model.eligibility.questionnaire import NextQuestion
from cert_model.eligibility.registration_sentences import (
    format_step,
    registration_cost,
    starting_letters,
)
from cert_model.formatting import (
    as_phrase,
    as_sentence,
    format_count,
    format_money,
    format_months,
)
from cert_model.vocabulary import EducationLevel, Verdict

VERDICT_MARKS = {
    Verdict.HELD: "✓",
    Verdict.READY: "▲",
    Verdict.CAN_SIT: "△",
    Verdict.UNDECIDED: "?",
    Verdict.NOT_YET: "▽",
    Verdict.ASK_ISSUER: "✉",
    Verdict.CLOSED: "⊘",
}
"""Stands before the word of a verdict, on paper as on a screen; none is a mark of a figure too."""
_SENTENCES = {
    Verdict.HELD: "You hold it",
    Verdict.READY: "You may sit for it now, and you meet the recommendations",
    Verdict.CAN_SIT: "You may sit for it now",
    Verdict.UNDECIDED: "It is not settled yet whether you may sit for it",
    Verdict.NOT_YET: "You may not sit for it yet",
    Verdict.ASK_ISSUER: "Only {issuer} can say whether you may sit for it",
    Verdict.CLOSED: "Its exam is no longer given",
}
_ONE_EXAM = {
    Verdict.READY: "You may sit for this exam now",
    Verdict.CAN_SIT: "You may sit for this exam now",
    Verdict.UNDECIDED: "It is not settled yet whether you may sit for this exam",
    Verdict.NOT_YET: "You may not sit for this exam yet",
    Verdict.ASK_ISSUER: "Only the issuer can say whether you may sit for this exam",
}
"""What is said where one exam alone is asked about."""
SCHOOLING = {
    EducationLevel.NONE: "no diploma yet",
    EducationLevel.HIGH_SCHOOL: "a high school diploma",
    EducationLevel.SOME_COLLEGE: "some college",
    EducationLevel.ASSOCIATE: "an associate degree",
    EducationLevel.BACHELOR: "a bachelor's degree",
    EducationLevel.MASTER: "a master's degree",
    EducationLevel.DOCTORATE: "a doctorate",
}
"""A level of schooling within a sentence."""
_MOST_QUESTIONS = 2
"""How many open questions a sentence lists before it counts the rest."""
_MOST_ALTERNATIVES = 2
"""How many sets of changes a sentence lists."""


def verdict_summary(ids: IdsByVerdict) -> str:
    """How many exams a person holds, may sit for, and has yet to settle.

    What is held and what is closed is not among the exams that the person may or may not sit for.
    """
    held, unsettled = len(ids[Verdict.HELD]), len(ids[Verdict.UNDECIDED])
    ahead = sum(len(keys) for verdict, keys in ids.items() if verdict not in SETTLED_FOR_GOOD)
    open_now = sum(len(ids[verdict]) for verdict in MAY_SIT)
    parts = []
    if held:
        parts.append(f"you hold {format_count(held, 'credential')}")
    if ahead == 1 and not held:
        return f"{_of_one_exam(ids)}."
    if ahead:
        exams = format_count(ahead, "other exam" if held else "exam")
        parts.append(f"you may sit for {open_now} of {exams} now")
    if unsettled:
        parts.append(f"{unsettled} {'is' if unsettled == 1 else 'are'} not settled yet")
    return as_sentence("; ".join(parts))


def _of_one_exam(ids: IdsByVerdict) -> str:
    """Where the only exam that is neither held nor closed stands, as a sentence without its end."""
    verdict = next(verdict for verdict, keys in ids.items() if keys and verdict in _ONE_EXAM)
    return _ONE_EXAM[verdict]


def format_verdict(
    verdict: Verdict, likely: Likelihood | None = None, holding: Holding | None = None
) -> str:
    """A verdict in a few words: "Held as CPC-A", "Ask the issuer (likely eligible)"."""
    if holding is not None and holding.is_marked:
        return f"{verdict.label} as {holding.letters}"
    if likely is not None:
        return f"{verdict.label} (likely {likely.verdict.label.lower()})"
    return verdict.label


def describe_verdict(
    verdict: Verdict,
    issuer: str,
    questions_left: int,
    likely: Likelihood | None = None,
    holding: Holding | None = None,
) -> str:
    """A verdict as a sentence without its end: "You may sit for it now".

    ``issuer`` is the abbreviation of the issuer to ask; ``questions_left`` are the questions to
    ask now, which could still change the verdict.
    """
    if verdict is Verdict.UNDECIDED and questions_left:
        return f"Answer {format_count(questions_left, 'question')} to see if you are eligible"
    sentence = _SENTENCES[verdict].format(issuer=issuer)
    if holding is not None and holding.is_marked:
        return f"{sentence} as {holding.letters}"
    if likely is not None:
        return f"{sentence} (likely {likely.verdict.label.lower()})"
    return sentence


def describe_likelihood(likely: Likelihood) -> str:
    """What is likely, and why: "Likely eligible. Of its exams in general, AAPC writes: …"."""
    return f"Likely {likely.verdict.label.lower()}. {likely.because}"


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
    if outcome.verdict is Verdict.CLOSED:
        return "This exam is no longer given."
    if outcome.verdict is Verdict.HELD:
        return _when_held(outcome)
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


def _when_held(outcome: Outcome) -> str:
    holding = outcome.holding
    assert holding is not None, "the verdict is held"
    if holding.by == outcome.id:
        return "You hold this credential."
    if not holding.is_marked:
        return f"Your {holding.letters} replaces it."
    as_marked = f"You hold it as {holding.letters}."
    if outcome.missing:
        return f"{as_marked} To hold it in full, you need: {_format_alternatives(outcome.missing)}."
    return f"{as_marked} You have what you need to hold it in full: send the issuer your proof."


def describe_shown_schooling(shown: ShownSchooling | None) -> str:
    """What a credential held shows of the schooling: "Your RHIT needed at least an associate …"."""
    if shown is None or shown.by is None:
        return ""
    return f"Your {shown.letters} needed at least {SCHOOLING[shown.level]}."


def _how_to_register(outcome: Outcome) -> str:
    unsettled = [step for step in outcome.formalities if not step.settled]
    steps = "; ".join(as_phrase(format_step(step)) for step in unsettled)
    work = " and ".join(as_phrase(test.text) for test in outcome.work_relied_on)
    sentences = [
        as_sentence(starting_letters(outcome)),
        f"Your work counts as {work}." if work else "",
        describe_shown_schooling(outcome.schooling_relied_on),
        f"To register: {steps}." if steps else "",
        registration_cost(outcome),
    ]
    return " ".join(filter(None, sentences))


def _what_to_ask(outcome: Outcome) -> str:
    questions = [f"{inquiry.question} ({inquiry.page})" for inquiry in outcome.inquiries]
    ask = f"Ask the issuer: {' '.join(questions)}" if questions else "Ask the issuer."
    if outcome.likely is not None:
        return f"{describe_likelihood(outcome.likely)} {ask}"
    for changes in outcome.missing:
        if not any(change.needs_issuer for change in changes):
            return f"{ask} This would certainly be enough: {as_phrase(format_changes(changes))}."
    return ask


def _what_to_answer(open_questions: Sequence[str]) -> str:
    if not open_questions:
        return "This cannot be settled, because it depends on something that you do not know."
    remaining = len(open_questions) - _MOST_QUESTIONS
    more = f" And {format_count(remaining, 'more question')}." if remaining > 0 else ""
    return f"Still to answer: {' '.join(open_questions[:_MOST_QUESTIONS])}{more}"


def question_reach(question: NextQuestion, among: str = "") -> str:
    """On how many exams a question bears, and how many questions are left.

    ``among`` says in words which exams were counted where they are not all: "in this work".
    """
    left = f"At most {format_count(question.left_at_most, 'question')} left."
    if question.still_open == 1:
        return left
    unsettled = len(question.unsettled)
    settles = len(set(question.decides) & set(question.unsettled))
    others = len(question.decides) - settles
    parts = []
    if settles:
        share = "" if settles == unsettled else f"{settles} of "
        exams = f"{share}the {format_count(unsettled, 'exam')} not settled yet"
        parts.append(f"{exams} {among}".rstrip())
    if others:
        of_others = format_count(others, "other" if settles else "exam")
        parts.append(f"the recommendations or the starting credential of {of_others}")
    return f"Your answer matters for {' and for '.join(parts)}. {left}"
