"""The answer in words: what to do, in how many months and for how much, and what follows."""

from datetime import date

from cert_model.catalog import Catalog
from cert_model.costs import Category
from cert_model.costs.sentences import (
    describe_possible_retake,
    describe_programs_left_out,
    format_sum,
)
from cert_model.formatting import NOT_FOUND, as_phrase, format_month, join_words
from cert_model.paths.answer import Answer, Opening, steps_before_the_exam, steps_beyond
from cert_model.paths.bill import PathCost
from cert_model.paths.months import day_after
from cert_model.paths.plan import Plan
from cert_model.paths.sentences import format_cost, format_span, mark_of
from cert_model.paths.steps import Action
from cert_model.paths.waiting import Waiting

_PAID_FOR = {
    Category.EXAM: "the exam",
    Category.BOOKS: "code books",
    Category.MEMBERSHIP: "membership",
    Category.CEUS: "continuing education",
    Category.RENEWAL: "recertification",
}
"""What a sum pays for, inside a sentence."""
_SHORT = 90
"""How many characters of an issuer's advice stay one line on a card."""


def short_answer(catalog: Catalog, answer: Answer, start: date) -> str:
    """What one could hold first, by which month and for how much: the title of a plan."""
    first = answer.first
    loses_mark = answer.opening is Opening.LOSE_MARK
    holding = f"You could hold the {'full ' * loses_mark}{catalog.labels[first.credential]}"
    if not answer.first_is_dated:
        return f"{holding}{_for(first.cost)}; the month is not known"
    if loses_mark and not first.at.typical:
        return f"{holding} now,{_for(first.cost)}"
    month = format_month(day_after(start, first.at.typical))
    return f"{holding} by {month},{_for(first.cost)}"


def headline(catalog: Catalog, answer: Answer) -> str:
    """What to do, in how many months and for how much, and what each year after costs."""
    describe = {
        Opening.SIT_NOW: _sit_now,
        Opening.WITH_DIPLOMA: _sit_with_a_diploma,
        Opening.UNSETTLED: _prepare_first,
        Opening.PREPARE: _prepare_first,
        Opening.LOSE_MARK: _lose_the_mark,
    }[answer.opening]
    return f"{describe(catalog, answer)}. {_upkeep(answer)}."


def describe_sum_of(catalog: Catalog, answer: Answer) -> str:
    """What the sum of an answer pays for and what it leaves out; see ``describe_sum``."""
    return describe_sum(catalog, answer.plan, answer.waiting, answer.untrained_exam)


def describe_sum(catalog: Catalog, plan: Plan, waiting: Waiting, untrained_exam: str | None) -> str:
    """What the sum of a plan pays for, and that upkeep on the way and training are not in it.

    ``untrained_exam`` is the id of the exam to which the person comes untrained. Empty for the
    trained where no retake is in the sum and nothing is kept on the way.
    """
    sentences = [
        _what_it_pays_for(plan, with_all=untrained_exam is not None),
        _keeping_meanwhile(catalog, plan, waiting),
        describe_programs_left_out(catalog, [untrained_exam]) if untrained_exam else "",
    ]
    return " ".join(filter(None, sentences))


def _what_it_pays_for(plan: Plan, *, with_all: bool) -> str:
    """What is in the sum of a plan, or only that a possible retake is; empty for neither."""
    rows = [row for step in plan.steps for row in step.rows if row.money]
    paid = dict.fromkeys(row.category for row in rows)
    covered = join_words(_PAID_FOR[category] for category in paid if category in _PAID_FOR)
    retake = describe_possible_retake(rows)
    if not (with_all and covered):
        return f"This includes {retake}." if retake else ""
    return f"This pays for {covered}{f', and includes {retake}' if retake else ''}."


def _keeping_meanwhile(catalog: Catalog, plan: Plan, waiting: Waiting) -> str:
    """What keeping what is held on the way costs, which is not in the sum; empty for nothing."""
    if not waiting:
        return ""
    on_the_way = dict.fromkeys(stop.credential for stop in plan.milestones)
    kept = join_words(f"the {catalog.labels[key]}" for key in on_the_way)
    if not (waiting.total.complete or round(waiting.total.typical)):
        return f"What keeping {kept} until then costs was not found."
    what_for = join_words(_PAID_FOR[what] for what in waiting.categories if what in _PAID_FOR)
    return (
        f"The {format_cost(plan.cost)} does not include keeping {kept} until then: "
        f"{format_sum(waiting.total)} for {what_for}."
    )


def format_advice(answer: Answer) -> str:
    """What the issuer advises and a person may lack, in one line, of an answer that has any.

    The easiest way to meet it, and the next one where that is as short to say.
    """
    easiest, *others = (", and ".join(as_phrase(c.text) for c in way) for way in answer.advised)
    is_short = bool(others) and len(easiest) + len(others[0]) <= _SHORT
    named, more = (f"{easiest}, or {others[0]}", others[1:]) if is_short else (easiest, others)
    return f"Recommended first, not required: {named}{', among others' if more else ''}."


def _sit_now(catalog: Catalog, answer: Answer) -> str:
    label = catalog.labels[answer.target]
    return f"You may take the {label} exam now. {_when_and_how_much(catalog, answer)}"


def _sit_with_a_diploma(catalog: Catalog, answer: Answer) -> str:
    label = catalog.labels[answer.target]
    may = f"With a high school diploma, you may take the {label} exam now"
    return f"{may}. {_when_and_how_much(catalog, answer)}"


def _prepare_first(catalog: Catalog, answer: Answer) -> str:
    before = join_words(step.brief for step in steps_before_the_exam(answer.plan))
    exam = f"the {catalog.labels[answer.target]} exam"
    first = f"First {before}, then {exam}." if before else f"Prepare for {exam}."
    if answer.opening is Opening.UNSETTLED:
        doing = f"begin with {before}, then take {exam}" if before else f"prepare for {exam}"
        first = f"You may already qualify; a few answers will settle that. If not, {doing}."
    return f"{first} {_when_and_how_much(catalog, answer)}"


def _lose_the_mark(catalog: Catalog, answer: Answer) -> str:
    doing = [step for step in answer.plan.steps if step.brief]
    if not doing:
        sheet = catalog.credentials[answer.target]
        issuer = catalog.issuers[sheet.issuer].letters
        return f"You have what you need to remove the {mark_of(sheet)}: send {issuer} the proof"
    says_when = len(doing) == 1 and doing[0].action is Action.WORK
    when = "" if says_when else f" {_when(answer.plan)}"
    return (
        f"You have passed the exam. After {join_words(step.brief for step in doing)} you hold the "
        f"full {catalog.labels[answer.target]}{when}{_for(answer.plan.cost)}{_or_sooner(answer)}"
    )


def _when_and_how_much(catalog: Catalog, answer: Answer) -> str:
    plan, first = answer.plan, answer.first
    label, cost = catalog.labels[answer.target], _for(plan.cost)
    if not answer.has_one_before or not answer.first_is_dated:
        return f"You would hold the {label} {_when(plan)}{cost}{_or_sooner(answer)}"
    is_a_form = catalog.credentials[first.credential].same_exam_as == answer.target
    return (
        f"You would hold the {catalog.labels[first.credential]} in about "
        f"{format_about(first.at.typical)}{_for(first.cost)}, and the {'full ' * is_a_form}{label} "
        f"{_when(plan)}{cost}{_or_sooner(answer)}"
    )


def _when(plan: Plan) -> str:
    """ "in about 4 months"; where a length was not found, after how many further months."""
    months = format_about(plan.months.typical)
    if plan.months_are_complete:
        return f"in about {months}"
    return f"in {months} plus a time that was not found,"


def format_about(months: float) -> str:
    """A length in whole months, at least one: "4 months"."""
    count = max(1, round(months))
    return "1 month" if count == 1 else f"{count} months"


def _for(cost: PathCost) -> str:
    """A cost at the end of a phrase: " for $738", " at no further cost"."""
    if not cost.complete and not round(cost.money.typical):
        return " at a cost that was not found"
    return f" for {format_cost(cost)}" if cost.money or cost.missing else " at no further cost"


def format_further_cost(cost: PathCost) -> str:
    """A cost beyond what is paid already: "no further fee" where there is none."""
    return format_cost(cost) if cost.money or cost.missing else "no further fee"


def _or_sooner(answer: Answer) -> str:
    """The quicker way in short: ", or in 16 months with AAPC's Practicode"; or nothing."""
    sooner = answer.sooner
    if sooner is None:
        return ""
    extra = join_words(step.brief for step in steps_beyond(sooner, answer.plan))
    way = f"with {extra}" if extra else "another way"
    return f", or in {format_about(sooner.months.typical)} {way}"


def _upkeep(answer: Answer) -> str:
    upkeep = answer.upkeep
    if not upkeep.complete and not round(upkeep.typical):
        return "What it costs to keep each year was not found"
    if upkeep.complete and not upkeep.money:
        return "After that, you pay no more a year than now"
    return f"After that, {format_sum(upkeep)} a year"


def cost_title(answer: Answer) -> str:
    """What the cost of a plan is called: still to pay, to earn it, or to earn it in full."""
    if answer.opening is Opening.LOSE_MARK:
        return "Still to pay"
    return "To earn it in full" if answer.has_one_before else "To earn it"


def format_first(answer: Answer, start: date) -> str:
    """The month in which the first credential is held: "March 2027"; or that it was not found."""
    if not answer.first_is_dated:
        return NOT_FOUND
    return format_month(day_after(start, answer.first.at.typical))


def describe_first(catalog: Catalog, answer: Answer, start: date) -> str:
    """Which credential comes first, in how many months, and between which ones."""
    label = catalog.labels[answer.first.credential]
    if not answer.first_is_dated:
        return f"{label}; how long a step before it takes was not found"
    if answer.opening is Opening.LOSE_MARK and not answer.first.at.typical:
        return f"{label}, as soon as you send in the proof"
    low, _, high = (format_month(day_after(start, case)) for case in answer.first.at.cases)
    between = "" if low == high else f" ({low} to {high})"
    return f"{label}, in about {format_about(answer.first.at.typical)}{between}"


def describe_timeline(catalog: Catalog, plan: Plan, start: date) -> str:
    """Which step takes longest, and when the target is held."""
    label = catalog.labels[plan.target]
    if not plan.months_are_complete:
        unknown = join_words(step.brief for step in plan.steps if not step.length_is_known)
        return f"How long {unknown} takes was not found, so no later step has a date."
    lasting = [step for step in plan.steps if step.brief]
    end = format_month(day_after(start, plan.months.typical))
    if not lasting:
        proof = next(step.what for step in plan.steps if step.gives == plan.target)
        return f"{proof}. You would hold the {label} in {end}."
    longest = max(lasting, key=lambda step: step.ends.typical - step.starts.typical)
    if len(lasting) == 1:
        return f"The one step is {longest.brief}. You would hold the {label} in {end}."
    return f"The longest step is {longest.brief}. You would hold the {label} in {end}."


def describe_other_way(plan: Plan) -> str:
    """A further way in a sentence: what is done on it, its cost and its months.

    The exam of the target is on every way, and left out; those of other credentials are not.
    """
    doing = join_words(
        step.brief
        for step in plan.steps
        if step.brief and (step.action, step.credential) != (Action.EXAM, plan.target)
    )
    months = f"about {format_span(plan.months)}"
    if not plan.months_are_complete:
        months = "a time that was not found"
    how = f"With {doing}" if doing else "With the exam alone"
    return f"{how}: {format_further_cost(plan.cost)}, in {months}."
