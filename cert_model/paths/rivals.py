"""Why one target and not another: how two answers differ, and by which order each comes first."""

from collections.abc import Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.eligibility import MAY_SIT, Profile, build_person, decide_verdict
from cert_model.formatting import format_count, format_money, join_words
from cert_model.overview import overviews
from cert_model.paths.answer import Answer, Opening
from cert_model.paths.plan import Plan, PlanOrder
from cert_model.vocabulary import FIRST_LEVELS, Level, Setting

_OPEN = (Opening.SIT_NOW, Opening.WITH_DIPLOMA)


@dataclass(frozen=True, slots=True)
class Contest:
    """The answer that was chosen beside the best of the others."""

    chosen: Answer
    rival: Answer
    rival_leads_by: tuple[PlanOrder, ...]
    """The measures by which the rival comes first: the cost of earning it, the months to it."""


def closest_rival(chosen: Answer, others: Sequence[Answer], by: PlanOrder) -> Contest | None:
    """The best of the other answers by a measure, beside the chosen one; None without others."""
    rival = min(others, key=lambda answer: answer.plan.sort_key(by), default=None)
    if rival is None:
        return None
    plan, other = chosen.plan, rival.plan
    leads = tuple(
        by for by in _comparable(plan, other) if other.sort_value(by) < plan.sort_value(by)
    )
    return Contest(chosen, rival, leads)


def _comparable(plan: Plan, other: Plan) -> list[PlanOrder]:
    """The measures by which two plans can be ranked: what is "at least" so much cannot."""
    is_comparable = {
        PlanOrder.COST: plan.cost.complete and other.cost.complete,
        PlanOrder.MONTHS: plan.months_are_complete and other.months_are_complete,
    }
    return [by for by in PlanOrder if is_comparable[by]]


def describe_contest(catalog: Catalog, contest: Contest) -> str:
    """How the rival differs in cost, time, what may be sat for now, breadth and pass rate."""
    chosen, rival = contest.chosen, contest.rival
    sentences = (
        _differences(catalog, contest),
        _access(chosen, rival),
        _breadth(catalog, chosen, rival),
        _pass_rates(catalog, chosen, rival),
        _first_credentials(catalog, chosen, rival),
        _order(catalog, contest),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _differences(catalog: Catalog, contest: Contest) -> str:
    """What can be compared in dollars and months: "The CCA costs $539 less to earn, …"."""
    chosen, rival = contest.chosen, contest.rival
    measures = _comparable(chosen.plan, rival.plan)
    prices = []
    if PlanOrder.COST in measures:
        more = rival.plan.cost.money.typical - chosen.plan.cost.money.typical
        prices.append(f"{_difference(more)} to earn")
    if chosen.upkeep.complete and rival.upkeep.complete:
        more = rival.upkeep.typical - chosen.upkeep.typical
        prices.append(f"{_difference(more)} each year after")
    costs = f"costs {' and '.join(prices)}" if prices else ""
    time = _time(chosen, rival) if PlanOrder.MONTHS in measures else ""
    if not costs and not time:
        return ""
    between = (", and " if len(prices) > 1 else " and ") if costs and time else ""
    return f"The {catalog.labels[rival.target]} {costs}{between}{time}."


def _difference(dollars: float) -> str:
    whole = round(dollars)
    if not whole:
        return "the same"
    return f"{format_money(abs(whole))} {'more' if whole > 0 else 'less'}"


def _time(chosen: Answer, rival: Answer) -> str:
    gap = round(rival.plan.months.typical) - round(chosen.plan.months.typical)
    if not gap:
        return "takes just as long"
    noun = "month" if abs(gap) == 1 else "months"
    return f"can be held in full {abs(gap)} {noun} {'later' if gap > 0 else 'sooner'}"


def _first_credentials(catalog: Catalog, chosen: Answer, rival: Answer) -> str:
    """Which first credential comes earlier, where the wait for it is not that for the target."""
    if not (chosen.has_one_before or rival.has_one_before):
        return ""
    if not (chosen.first_is_dated and rival.first_is_dated):
        return ""
    early, late = sorted((chosen.first, rival.first), key=lambda first: first.at.typical)
    gap = round(late.at.typical) - round(early.at.typical)
    if not gap or early.credential == late.credential:
        return ""
    earlier, later = (catalog.labels[first.credential] for first in (early, late))
    return f"You would hold the {earlier} {format_count(gap, 'month')} before the {later}."


def _access(chosen: Answer, rival: Answer) -> str:
    if rival.opening in _OPEN and chosen.opening in _OPEN:
        return "You may sit for both today."
    if rival.opening in _OPEN:
        return "You may sit for it today."
    if rival.opening is Opening.UNSETTLED:
        return "It is not settled whether you may sit for it today."
    return "You may not sit for it yet." if chosen.opening in _OPEN else ""


def _breadth(catalog: Catalog, chosen: Answer, rival: Answer) -> str:
    of_chosen, of_rival = (
        set(catalog.credentials[answer.target].settings) - {Setting.ANY}
        for answer in (chosen, rival)
    )
    wider = [setting.label.lower() for setting in Setting if setting in of_rival - of_chosen]
    narrower = [setting.label.lower() for setting in Setting if setting in of_chosen - of_rival]
    if not wider and not narrower:
        return ""
    if not wider:
        return f"It does not cover {join_words(narrower)}."
    but = f", but not {join_words(narrower)}" if narrower else ""
    return f"It also covers {join_words(wider)}{but}."


def _pass_rates(catalog: Catalog, chosen: Answer, rival: Answer) -> str:
    rates = [
        f"{round(exam.pass_rate)} percent passed the {exam.label} exam in {exam.pass_rate_year}"
        for exam in (overviews(catalog)[answer.target] for answer in (chosen, rival))
        if exam.pass_rate is not None and exam.pass_rate_year is not None
    ]
    return f"{join_words(rates)}." if rates else ""


_ORDERS = {PlanOrder.COST: "cost", PlanOrder.MONTHS: "months until held in full"}
_NOT_COMPARED = {
    PlanOrder.COST: "Their costs cannot be compared: a price was not found.",
    PlanOrder.MONTHS: "Their months cannot be compared: the length of a step was not found.",
}


def _order(catalog: Catalog, contest: Contest) -> str:
    """By which order each of the two comes first, and by which none can be told."""
    chosen_label, rival_label = (
        catalog.labels[answer.target] for answer in (contest.chosen, contest.rival)
    )
    measures = _comparable(contest.chosen.plan, contest.rival.plan)
    leads = contest.rival_leads_by
    firsts = {rival_label: leads, chosen_label: [by for by in measures if by not in leads]}
    sentences = [
        f"The {label} comes first by {' and by '.join(_ORDERS[by] for by in orders)}."
        for label, orders in firsts.items()
        if orders
    ]
    sentences += [_NOT_COMPARED[by] for by in PlanOrder if by not in measures]
    return " ".join(sentences)


MOST_ALTERNATIVES = 3


def _rung(level: Level) -> Level:
    """The level, entry and core counting as one: both are for people without experience."""
    return Level.CORE if level in FIRST_LEVELS else level


def open_alternatives(catalog: Catalog, profile: Profile, target: str) -> list[str]:
    """Credentials like a target that the person may sit for today, the cheapest to earn first.

    Alike are those of the same level that share a kind of work and a place of work with it, and
    whose price was read. Used where the person has picked none to compare with.
    """
    sheet, person = catalog.credentials[target], build_person(catalog, profile)
    alike = [
        overviews(catalog)[other.id]
        for other in catalog.credentials.values()
        if other.id not in (target, sheet.same_exam_as)
        and other.same_exam_as is None
        and _rung(other.level) == _rung(sheet.level)
        and set(other.roles) & set(sheet.roles)
        and set(other.settings) & set(sheet.settings)
        and decide_verdict(other, person) in MAY_SIT
    ]
    priced = [overview for overview in alike if overview.to_earn_complete]
    priced.sort(key=lambda overview: overview.to_earn or 0.0)
    return [overview.id for overview in priced[:MOST_ALTERNATIVES]]
