"""Why not another target: what speaks for the rival of an answer, and what against it."""

from collections.abc import Iterator

from cert_model.catalog import Catalog
from cert_model.formatting import format_count, format_money, join_words
from cert_model.overview import overviews
from cert_model.paths.answer import Answer, Opening
from cert_model.paths.assumptions import PathAssumptions
from cert_model.paths.plan import PlanOrder
from cert_model.paths.rivals import Contest
from cert_model.paths.study import format_support, study_hours
from cert_model.vocabulary import Setting

_OPEN = (Opening.SIT_NOW, Opening.WITH_DIPLOMA)
_NOT_COMPARED = {
    PlanOrder.COST: "Their costs cannot be compared: a price was not found.",
    PlanOrder.MONTHS: "Their months cannot be compared: the length of a step was not found.",
}
_NOTHING = "nothing in cost, time, eligibility or where it is used"
_Point = tuple[bool, str]
"""Whether it speaks for the rival, and what it is."""


def describe_contest(catalog: Catalog, contest: Contest) -> list[str]:
    """A line on what speaks for the rival, one on what speaks against it, and what is not known."""
    chosen, rival = contest.chosen, contest.rival
    points = [
        *_costs(contest),
        *_time(contest),
        *_first_credentials(catalog, chosen, rival),
        *_access(chosen, rival),
        *_breadth(catalog, chosen, rival),
        *_pass_rates(catalog, chosen, rival),
    ]
    in_favor = "; ".join(text for speaks_for_it, text in points if speaks_for_it)
    against = "; ".join(text for speaks_for_it, text in points if not speaks_for_it)
    return [
        f"For it: {in_favor or _NOTHING}.",
        f"Against it: {against or _NOTHING}.",
        *(_NOT_COMPARED[by] for by in PlanOrder if by not in contest.measures),
        *_support_of_months(catalog, contest),
    ]


def _costs(contest: Contest) -> Iterator[_Point]:
    """What earning and keeping the rival cost beside the choice, where both are known in full."""
    chosen, rival = contest.chosen, contest.rival
    if PlanOrder.COST in contest.measures:
        more = rival.plan.cost.money.typical - chosen.plan.cost.money.typical
        yield from _difference(more, "to earn")
    if chosen.upkeep.complete and rival.upkeep.complete:
        yield from _difference(rival.upkeep.typical - chosen.upkeep.typical, "each year after")


def _difference(dollars: float, what_for: str) -> Iterator[_Point]:
    if whole := round(dollars):
        yield whole < 0, f"{format_money(abs(whole))} {'more' if whole > 0 else 'less'} {what_for}"


def _time(contest: Contest) -> Iterator[_Point]:
    if PlanOrder.MONTHS not in contest.measures:
        return
    chosen, rival = contest.chosen.plan.months, contest.rival.plan.months
    if gap := round(rival.typical) - round(chosen.typical):
        months = format_count(abs(gap), "month")
        yield gap < 0, f"held in full {months} {'later' if gap > 0 else 'sooner'}"


def _support_of_months(catalog: Catalog, contest: Contest) -> Iterator[str]:
    """That the study times behind compared months rest on unlike numbers of sources."""
    targets = (contest.chosen.target, contest.rival.target)
    ours, theirs = (study_hours(catalog, key, PathAssumptions()).sources for key in targets)
    if PlanOrder.MONTHS not in contest.measures or ours == theirs:
        return
    of_chosen, of_rival = (catalog.labels[key] for key in targets)
    yield (
        f"The study time of the {of_rival} rests on {format_support(theirs)}, that of the "
        f"{of_chosen} on {format_support(ours)}."
    )


def _first_credentials(catalog: Catalog, chosen: Answer, rival: Answer) -> Iterator[_Point]:
    """Which first credential comes earlier, where the wait for it is not that for the target."""
    if not (chosen.has_one_before or rival.has_one_before):
        return
    if not (chosen.first_is_dated and rival.first_is_dated):
        return
    early, late = sorted((chosen.first, rival.first), key=lambda first: first.at.typical)
    gap = round(late.at.typical) - round(early.at.typical)
    if gap and early.credential != late.credential:
        earlier, later = (catalog.labels[first.credential] for first in (early, late))
        months = format_count(gap, "month")
        is_the_rivals = early.credential == rival.first.credential
        yield is_the_rivals, f"you would hold the {earlier} {months} before the {later}"


def _access(chosen: Answer, rival: Answer) -> Iterator[_Point]:
    if (rival.opening in _OPEN) == (chosen.opening in _OPEN):
        return
    if rival.opening in _OPEN:
        yield True, "you may sit for it today"
    elif rival.opening is Opening.UNSETTLED:
        yield False, "it is not settled whether you may sit for it today"
    else:
        yield False, "you may not sit for it yet"


def _breadth(catalog: Catalog, chosen: Answer, rival: Answer) -> Iterator[_Point]:
    of_chosen, of_rival = (
        set(catalog.credentials[answer.target].settings) - {Setting.ANY}
        for answer in (chosen, rival)
    )
    wider = [setting.label.lower() for setting in Setting if setting in of_rival - of_chosen]
    narrower = [setting.label.lower() for setting in Setting if setting in of_chosen - of_rival]
    if wider:
        yield True, f"also covers {join_words(wider)}"
    if narrower:
        yield False, f"does not cover {join_words(narrower)}"


def _pass_rates(catalog: Catalog, chosen: Answer, rival: Answer) -> Iterator[_Point]:
    """The pass rates of both exams, where both were found and they differ."""
    ours, theirs = (overviews(catalog)[answer.target] for answer in (chosen, rival))
    if ours.pass_rate is None or theirs.pass_rate is None:
        return
    passed, of_rival = round(ours.pass_rate), round(theirs.pass_rate)
    if passed != of_rival:
        yield (
            of_rival > passed,
            f"{of_rival} percent passed in {theirs.pass_rate_year}, beside {passed} percent of the "
            f"{ours.label} exam in {ours.pass_rate_year}",
        )
