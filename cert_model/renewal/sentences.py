"""A renewal plan in words: the answer, payments, what follows a missed date."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from operator import itemgetter

from cert_model.catalog import Catalog
from cert_model.formatting import (
    NOT_FOUND,
    as_sentence,
    format_count,
    format_day,
    format_money,
    format_month,
    format_months,
    format_percent,
    join_words,
    mark_estimate,
    with_capital,
)
from cert_model.renewal.fees import DueFee
from cert_model.renewal.lapse import AmountIs, LadderStep
from cert_model.renewal.plan import CycleDue, IssuerRenewal, RenewalPlan
from cert_model.renewal.request import CalendarDay
from cert_model.vocabulary import LapseState

_PAYMENTS_NAMED = 3
"""How many coming payments the answer names."""
ASSUMPTION = "We assume that you renewed on time in every earlier cycle."


def answer_sentences(catalog: Catalog, plan: RenewalPlan) -> list[str]:
    """What a person came for: how many CEUs by when, at what pace, and the next payments."""
    today = plan.request.today
    overdue = [part for part in plan.issuers if is_overdue(part, today)]
    sentences = [
        sentence for part in overdue for sentence in _overdue_sentences(catalog, part, today)
    ]
    ceus = [words for part in plan.issuers if (words := _ceus_of(catalog, part, today))]
    if ceus:
        sentences.append(as_sentence(f"{join_words(ceus)}{_pace(plan)}"))
    sentences += [
        _assumed(due, part)
        for part in plan.issuers
        for due in part.cycles
        if due.cycle.follows_another
    ]
    earned = [
        f"{part.earned:g} CEUs at {part.issuer.letters}" for part in plan.issuers if part.earned
    ]
    if earned:
        sentences.append(f"You have {join_words(earned)}.")
    for key, successor in plan.replaced.items():
        labels = catalog.labels
        sentences.append(
            f"Your {labels[key]} needs no renewal: the {labels[successor]} replaces it."
        )
    payments = list(_next_payments(plan))
    if payments:
        sentences.append(as_sentence(join_words(payments)))
    return sentences


def _ceus_of(catalog: Catalog, part: IssuerRenewal, today: date) -> str:
    """What one issuer still asks for: ``40 CEUs at AAPC by March 2027``; empty if not known."""
    cycles = [due for due in part.cycles if due.asked is not None and not _is_past(due, today)]
    words = [_asked(catalog, due) for due in cycles]
    ends = [_when(due) for due in cycles]
    at = f" at {part.issuer.letters}"
    if part.earned and part.left == 0 and ends:
        return f"no more CEUs{at}{ends[0]}"
    if len(set(ends)) == 1:
        return f"{join_words(words)}{at}{ends[0]}"
    return join_words(f"{what}{at}{when}" for what, when in zip(words, ends, strict=True))


def _assumed(due: CycleDue, part: IssuerRenewal) -> str:
    """What a cycle rests on that follows an earlier one."""
    assert due.cycle.begins is not None, "what follows another cycle begins when that one ends"
    began = day_in_words(
        CalendarDay(due.cycle.begins, due.cycle.ends is None or due.cycle.ends.exact)
    )
    return f"This assumes that you renewed at {part.issuer.letters} by {began}."


def _is_past(due: CycleDue, today: date) -> bool:
    return due.cycle.ends is not None and due.cycle.ends.day < today


def _asked(catalog: Catalog, due: CycleDue) -> str:
    """The CEUs of a cycle: ``up to 40 CEUs``; or the exam that takes their place."""
    if not due.asked and due.ceus.by_exam:
        return f"the {join_words(catalog.labels[key] for key in due.ceus.by_exam)} exam again"
    at_most = "up to " if due.ceus.due_this_cycle is None and due.cycle.ends else ""
    return f"{at_most}{due.asked:g} {due.ceus.unit}"


def _when(due: CycleDue) -> str:
    if due.cycle.ends is not None:
        return f" by {day_in_words(due.cycle.ends)}"
    return every(due.cycle.months) if due.cycle.months else ""


def every(months: int) -> str:
    """How often something returns: `` every 2 years``, `` every year``."""
    return f" every {format_months(months).removeprefix('1 ')}"


def _pace(plan: RenewalPlan) -> str:
    pace = plan.ceus_a_month
    return f": about {rounded_pace(pace)} a month from now" if pace else ""


def rounded_pace(number: float) -> str:
    """A number of CEUs a month to the half: ``2.5``, ``7``."""
    return f"{max(0.5, round(number * 2) / 2):g}"


def _next_payments(plan: RenewalPlan) -> Iterator[str]:
    """The next payments that have a day, each issuer's first, in the order of their days."""
    upcoming = [
        (fee.day, part, fee)
        for part in plan.issuers
        for fee in part.fees
        if fee.day is not None and fee.day.day >= plan.request.today
    ]
    upcoming.sort(key=lambda entry: entry[0])
    for number, (day, part, fee) in enumerate(upcoming[:_PAYMENTS_NAMED]):
        verb = " is due" if not number else ""
        yield f"{_named(fee)}{verb} to {part.issuer.letters} {_on(day)}"


def _named(fee: DueFee) -> str:
    """A payment in the answer: its amount, or what it is where no price was found."""
    if fee.money is not None:
        return fee_amount(fee)
    return f"the {fee.what} (price not found)"


def fee_amount(fee: DueFee) -> str:
    """The amount of a payment; "not found" where no price was."""
    if fee.money is None:
        return NOT_FOUND
    amount = format_money(fee.money.low, fee.money.high)
    return mark_estimate(amount) if fee.is_estimate else amount


def fee_sentence(fee: DueFee) -> str:
    """A payment with its day: ``AAPC membership dues: $229, in March 2027.``"""
    amount = "price not found" if fee.money is None else fee_amount(fee)
    if fee.day is not None:
        return f"{fee.what}: {amount}, {_on(fee.day)}."
    often = f",{every(fee.every_months)}" if fee.every_months else ""
    return f"{fee.what}: {amount}{often}; the day is not known."


def day_in_words(day: CalendarDay) -> str:
    """A day in full, or its month where the day is not known."""
    return format_day(day.day) if day.exact else format_month(day.day)


def _on(day: CalendarDay) -> str:
    return f"{'on' if day.exact else 'in'} {day_in_words(day)}"


def is_overdue(part: IssuerRenewal, today: date) -> bool:
    """Whether dues or a cycle ran out before today, by what the person stated."""
    return part.missed is not None and part.missed.day < today


def _overdue_sentences(catalog: Catalog, part: IssuerRenewal, today: date) -> Iterator[str]:
    """That a day was missed, with what can still be done; then the CEUs and fees due so far."""
    assert part.missed is not None, "only a day that was missed is overdue"
    what = "membership" if part.renews == part.missed and part.member else "cycle"
    missed = f"Your {part.issuer.letters} {what} ran out {_on(part.missed)}"
    coming = next_steps(part, today)
    yield as_sentence(f"{missed}; {_step_in_brief(coming[0])}" if coming else missed)
    ceus = [_asked(catalog, due) for due in part.cycles if due.asked and _is_past(due, today)]
    fees = [_named(fee) for fee in part.fees if fee.day is not None and fee.day.day < today]
    if ceus or fees:
        verb = "was" if not ceus and len(fees) == 1 else "were"
        yield f"{with_capital(join_words((*ceus, *_counted(fees))))} {verb} due."


def _counted(payments: Sequence[str]) -> list[str]:
    """Payments in words, equal ones once: ``3 payments of $229``."""
    return [
        payment if times == 1 else f"{times} payments of {payment}"
        for payment, times in Counter(payments).items()
    ]


def next_steps(part: IssuerRenewal, today: date) -> list[LadderStep]:
    """The steps of a ladder that are still to come; those without a day among them."""
    return [step for step in part.ladder if step.by is None or step.by >= today]


def nearest_step(plan: RenewalPlan) -> LadderStep | None:
    """The step that somebody who missed a date has to act on first; None where no day is known."""
    today = plan.request.today
    steps = [next_steps(part, today)[:1] for part in plan.issuers if is_overdue(part, today)]
    dated = [(step.earliest, step) for first in steps for step in first if step.earliest]
    return min(dated, key=itemgetter(0))[1] if dated else None


def step_on_its_day(step: LadderStep) -> str:
    """A step beside its day: ``at least until then, it can be reinstated without an exam``."""
    if step.state in (*_UNTIL, LapseState.EXTENSION):
        when = "until then" if step.is_exact else "at least until then"
    else:
        when = "from then" if step.is_exact else "from then at the earliest"
    return f"{when}, {_STATES[step.state]}"


_STATES = {
    LapseState.EXTENSION: "more time for the CEUs can be bought (how much was not found)",
    LapseState.GRACE: "it can still be renewed",
    LapseState.LATE_FEE: "it can still be renewed with a late fee",
    LapseState.INACTIVE: "it is inactive and can still be renewed",
    LapseState.SUSPENDED: "it is suspended",
    LapseState.REVOKED: "it is revoked",
    LapseState.APPEAL: "the revocation can be appealed",
    LapseState.REINSTATEMENT: "it can be reinstated without an exam",
    LapseState.EXAM_AGAIN: "only passing the exam brings it back",
}
_UNTIL = (
    LapseState.GRACE,
    LapseState.LATE_FEE,
    LapseState.INACTIVE,
    LapseState.APPEAL,
    LapseState.REINSTATEMENT,
)
"""What lasts until its day; the others begin on it."""


def step_sentence(step: LadderStep) -> str:
    """A step of the ladder: ``From June 29, 2027 (90 days), it is revoked.``"""
    length = wait_in_words(step)
    has_day = step.state is not LapseState.EXTENSION and step.earliest is not None
    return as_sentence(_step_in_brief(step, f" ({length})" if length and has_day else ""))


def _step_in_brief(step: LadderStep, length: str = "") -> str:
    """A step as a part of a sentence; ``length`` stands behind its day."""
    when = _step_day(step)
    begins = f"{when}{length}, " if when else ""
    return f"{begins}{_STATES[step.state]}{_step_price(step)}"


def _step_day(step: LadderStep) -> str:
    """When a step comes: ``until June 29, 2027``, ``after 90 days``; empty if not known."""
    if not step.waits:
        return ""
    if step.state is LapseState.EXTENSION:
        return f"by {format_day(step.earliest)}" if step.earliest else "by the end of the cycle"
    lasts = step.state in _UNTIL
    if step.earliest is None:
        return f"{'for' if lasts else 'after'} {wait_in_words(step)}"
    day = format_day(step.earliest)
    if lasts:
        return f"until {day}" if step.is_exact else f"until at least {day}"
    return f"from {day}" if step.is_exact else f"from {day} at the earliest"


def wait_in_words(step: LadderStep) -> str:
    """How long after the missed date a step is: ``90 days, then 3 years``; empty if unknown."""
    lengths = [format_count(wait.count, wait.unit.value.removesuffix("s")) for wait in step.waits]
    return ", then ".join(lengths)


def _step_price(step: LadderStep) -> str:
    """What a step costs, and on top of what; empty where nothing is known to be paid."""
    amount = "" if step.money is None else format_money(step.money.low, step.money.high)
    if step.percent is not None:
        amount = (
            f"{amount}, {format_percent(step.percent)}," if amount else format_percent(step.percent)
        )
    if not amount:
        return ""
    if step.amount_is is AmountIs.TOTAL:
        return f": {amount}"
    beside = "the dues and CEUs that were missed" if step.missed_dues else "the regular fee"
    return f": {amount} on top of {beside}"
