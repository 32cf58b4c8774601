"""Sentences on candidates: what a card says of one, and what is asked beside the cards."""

from collections.abc import Iterable, Iterator

from cert_model.candidates.candidate import Candidate
from cert_model.catalog import Catalog
from cert_model.catalog.derived import newest_pass_rate
from cert_model.costs.sentences import describe_possible_retake, format_program_price, format_sum
from cert_model.formatting import (
    NOT_FOUND,
    as_phrase,
    as_sentence,
    format_count,
    format_months,
    format_percent,
    format_total,
    join_words,
    with_capital,
)
from cert_model.paths import Action, Plan, Step
from cert_model.paths.answer import Opening
from cert_model.paths.answer_sentences import format_advice
from cert_model.paths.sentences import format_cost, format_length, mark_of, what_is_missing
from cert_model.vocabulary import Role, Setting

WHAT_DRAWS_YOU = "What work draws you?"
NO_QUESTION_LEFT = "That is all we need."
PLAN_IS_READY = f"{NO_QUESTION_LEFT} Your plan is ready."
"""The end of the questions where the plan is not on the same page."""
RANGES_NOTE = (
    "Each choice counts as the fewest months in its range. To enter exact months, go to "
    "Am I eligible?"
)
COUNTRIES = {"AU": "Australia", "CA": "Canada", "GB": "United Kingdom"}
"""The countries of issuers, in words."""
_MOST_PLACES = 3
_MOST_MISSING = 2
"""How many places, or things not found, a sentence lists before it counts the rest."""


def admission_text(catalog: Catalog, candidate: Candidate) -> str:
    """Whether and how a person may sit, in a few words: "Now, if you have a program"."""
    if candidate.opening is Opening.LOSE_MARK:
        letters = candidate.holding.letters if candidate.holding else ""
        return f"You hold the {letters}; remove the {mark_of(catalog.credentials[candidate.id])}"
    if candidate.opening is Opening.ASK:
        issuer = catalog.issuers[catalog.credentials[candidate.id].issuer]
        return f"Ask {issuer.letters} whether you are eligible"
    if candidate.opening is Opening.PREPARE:
        return f"After {_in_short(catalog, candidate)}"
    if candidate.opening is Opening.UNSETTLED:
        return _unsettled_text(catalog, candidate)
    with_diploma = candidate.opening is Opening.WITH_DIPLOMA
    text = f"You may take the exam now{' with a high school diploma' if with_diploma else ''}"
    if candidate.starts_as is None:
        return text
    verb = "may start" if candidate.may_start_in_full else "start"
    return f"{text}, and {verb} as {candidate.starts_as}"


def _unsettled_text(catalog: Catalog, candidate: Candidate) -> str:
    """What settles whether a person may sit, or what is enough at the latest."""
    may_all_be_met = all(
        step.months is not None and not step.months.low for step in candidate.before_exam
    )
    before = _in_short(catalog, candidate)
    return (
        f"Now, if you have {before}"
        if may_all_be_met
        else f"Not settled; after {before} at the latest"
    )


def _in_short(catalog: Catalog, candidate: Candidate) -> str:
    """What has to be done before the exam, in a few words."""
    return join_words({_kind(catalog, step): None for step in candidate.before_exam})


def _kind(catalog: Catalog, step: Step) -> str:
    if step.action is Action.EXAM and step.credential:
        return f"the {catalog.labels[step.credential]}"
    if step.action is Action.WORK and step.months is not None:
        return f"{format_months(round(step.months.typical))} of work"
    return "a degree or diploma" if step.action is Action.DEGREE else "a program"


def cost_label(catalog: Catalog, candidate: Candidate) -> str:
    """What the cost on a card is for: it, or the credential that comes first on the way to it."""
    if not candidate.has_one_before:
        return "To earn it"
    return f"To earn the {catalog.labels[candidate.first.credential]}"


def explain_cost(catalog: Catalog, candidate: Candidate) -> str:
    """That a possible retake is in the cost on a card and training is not; empty for neither."""
    if candidate.answer is None:
        return ""
    rows = (row for step in candidate.first_steps for row in step.rows)
    retake, exam = describe_possible_retake(rows), candidate.answer.untrained_exam
    parts = [
        *([f"includes {retake}"] if retake else []),
        *([f"without training ({format_program_price(catalog, exam)})"] if exam else []),
    ]
    return with_capital("; ".join(parts))


def first_label(catalog: Catalog, candidate: Candidate) -> str:
    """What the months of ``format_first`` lead to: the first credential, or the loss of a mark."""
    if candidate.opening is Opening.LOSE_MARK:
        return f"Removing the {mark_of(catalog.credentials[candidate.id])}"
    title = "First credential" if candidate.adds is None else "Next credential"
    if candidate.has_one_before:
        return f"{title} ({catalog.labels[candidate.first.credential]})"
    return title


def what_is_unknown(catalog: Catalog, candidate: Candidate) -> str:
    """Why a credential stands apart: no rule, the word of its issuer, or no price of its exam."""
    letters = catalog.issuers[catalog.credentials[candidate.id].issuer].letters
    if catalog.credentials[candidate.id].eligibility.required is None:
        return f"the eligibility rule was not found; ask {letters}"
    if candidate.way is None:
        return f"every path to it depends on a decision by {letters}"
    return "the price of the exam was not found"


def format_first(candidate: Candidate) -> str:
    """How long until the first credential: "about 4 months", "at least 13 months"."""
    if candidate.opening is Opening.LOSE_MARK and not candidate.first_months:
        return "at once"
    words = "about" if candidate.certain_answer.first_is_dated else "at least"
    return f"{words} {format_count(candidate.first_months, 'month')}"


def format_each_year(candidate: Candidate) -> str:
    """What a year of keeping it costs beyond what is held: "$409", "at least $50", "not found"."""
    total = candidate.each_year
    if total.complete and not round(total.typical):
        return "nothing more"
    return format_total(total.typical, total.complete, total.estimated)


def format_online(candidate: Candidate) -> str:
    """Whether the exam can be taken at home."""
    return {True: "yes", False: "no", None: NOT_FOUND}[candidate.online]


def reasons(catalog: Catalog, candidate: Candidate) -> list[str]:
    """What speaks for or against a candidate, a sentence each, the most telling first."""
    return list(_reasons(catalog, candidate))


def _reasons(catalog: Catalog, candidate: Candidate) -> Iterator[str]:
    way, sheet = candidate.way, catalog.credentials[candidate.id]
    yield from _what_it_is_for(catalog, candidate)
    if candidate.answer is not None and candidate.answer.advised:
        yield format_advice(candidate.answer)
    if candidate.before_exam:
        yield f"First: {_doing(candidate.before_exam)}."
    if candidate.opening is Opening.LOSE_MARK and way is not None:
        yield f"To remove the {mark_of(sheet)}: {_doing(way.steps)}."
    if candidate.has_one_before and way is not None:
        is_a_form = catalog.credentials[candidate.first.credential].same_exam_as == candidate.id
        which = "first" if candidate.adds is None else "next"
        yield (
            f"The {catalog.labels[candidate.first.credential]} is your {which} credential; the "
            f"{'full ' * is_a_form}{catalog.labels[candidate.id]} follows in "
            f"{format_length(way)}, for {format_cost(way.cost)}{_keeping(catalog, candidate)}."
        )
    if candidate.sooner is not None:
        yield _sooner(candidate.sooner)
    rate = newest_pass_rate(sheet.exam)
    if rate is not None and rate.percent is not None:
        yield f"{as_sentence(format_percent(rate.percent)).rstrip('.')} passed in {rate.year}."
    if way is not None and not candidate.is_complete:
        yield f"Not found: {_shortened(what_is_missing(way), _MOST_MISSING)}."


def describe_other_work(catalog: Catalog, key: str) -> str:
    """The work of a credential that is not for coding as a sentence; else empty."""
    work = work_other_than_coding(catalog, key)
    return f"For {work}." if work else ""


def work_other_than_coding(catalog: Catalog, key: str) -> str:
    """The work of a credential that is not for coding: "billing, not coding"; else empty."""
    roles = catalog.credentials[key].roles
    if Role.CODING in roles:
        return ""
    return f"{join_words(role.label.lower() for role in roles)}, not coding"


def _what_it_is_for(catalog: Catalog, candidate: Candidate) -> Iterator[str]:
    """Its work unless that is coding, what it leads to, or where it is for work.

    Of places that are new to a holder, only those.
    """
    if other_work := describe_other_work(catalog, candidate.id):
        yield other_work
    settings = candidate.adds or catalog.credentials[candidate.id].settings
    places = [place.label.lower() for place in settings if place is not Setting.ANY]
    if candidate.leads_to:
        yield f"Leads to {_letters(catalog, candidate.leads_to)}."
    elif places:
        verb = "Adds to what you hold" if candidate.adds else "Covers"
        yield f"{verb}: {_shortened(places, _MOST_PLACES)}."


def _keeping(catalog: Catalog, candidate: Candidate) -> str:
    """What keeping the first credential adds until the next is held: ", plus $360 to keep it"."""
    waiting = candidate.certain_answer.waiting
    if not waiting:
        return " in all"
    label = catalog.labels[candidate.first.credential]
    return f", plus {format_sum(waiting.total)} to keep the {label} until then"


def _sooner(plan: Plan) -> str:
    own_exam = (Action.EXAM, plan.target)
    doing = _doing(
        step for step in plan.steps if step.brief and (step.action, step.credential) != own_exam
    )
    why = "" if plan.cost.complete else ", since a price was not found"
    cost = f"{format_cost(plan.cost)}{why}"
    return f"Full credential sooner, in {format_length(plan)} for {cost}: {doing}."


def _doing(steps: Iterable[Step]) -> str:
    """What is done in some steps, memberships and other formalities left out."""
    return "; ".join(as_phrase(step.what) for step in steps if step.action is not Action.FORMALITY)


def _letters(catalog: Catalog, keys: Iterable[str]) -> str:
    return join_words(f"the {catalog.labels[key]}" for key in keys)


def _shortened(words: list[str], most: int) -> str:
    """The first of some words, and how many more there are."""
    beyond = len(words) - most
    return join_words([*words[:most], *([f"{beyond} more"] if beyond > 0 else [])])
