"""Sentences on the order of candidates: what decides it, and what it leaves open."""

from collections.abc import Iterator

from cert_model.candidates.ranking import Shortlist
from cert_model.candidates.sentences import format_first
from cert_model.candidates.wishes import Priority
from cert_model.catalog import Catalog
from cert_model.formatting import join_words, with_capital
from cert_model.paths.answer import Opening
from cert_model.paths.sentences import format_cost
from cert_model.paths.study import exams_of, format_support, study_hours


def describe_soonest(catalog: Catalog, of: Shortlist) -> str:
    """The first candidate in a few words, such as "Soonest: the CCA, about 3 months, $738".

    Empty where time does not decide the order, where the months are "at least" so many, or where
    another is equal to it in all that decides.
    """
    if not of.candidates or of.wishes.priority not in (None, Priority.SOON):
        return ""
    first = of.candidates[0]
    is_tied = any(first.id in tie for tie in of.ties)
    if is_tied or not first.months_are_known or first.opening is Opening.LOSE_MARK:
        return ""
    name = catalog.labels[first.first.credential]
    return f"Soonest: the {name}, {format_first(first)}, {format_cost(first.first.cost)}"


def describe_order(of: Shortlist) -> str:
    """The order of the candidates in words, made from what the person chose."""
    which = "next" if of.asker.profile.credentials else "first"
    by_months = f"months until your {which} credential. Ties: lower cost first, then sooner in full"
    priority = of.wishes.priority
    if priority is Priority.CHEAP:
        return (
            "Ordered by cost to earn, lowest first. What needs work, a program or a degree before "
            "the exam, or has a price or a length that was not found, comes after the rest. Ties: "
            f"{which} credential sooner, then sooner in full."
        )
    if priority is Priority.FROM_HOME:
        return (
            f"Exams that can be taken at home first, then ordered by {by_months}. This is about "
            "the exam, not about working from home."
        )
    if priority is Priority.PAY:
        return _order_by_pay(of)
    return f"Ordered by {by_months}."


def describe_study_behind(catalog: Catalog, of: Shortlist) -> str:
    """What the months count by which candidates are ordered, and what their study rests on.

    Empty where months do not decide the order, and where no exam comes before the first credential.
    """
    if of.wishes.priority not in (None, Priority.SOON, Priority.FROM_HOME):
        return ""
    exams = dict.fromkeys(key for item in of.candidates for key in exams_of(item.first_steps))
    labels_by_support: dict[str, list[str]] = {}
    for key in exams:
        hours = study_hours(catalog, key, of.asker.assumptions)
        labels_by_support.setdefault(format_support(hours.sources), []).append(catalog.labels[key])
    if not labels_by_support:
        return ""
    support = join_words(
        f"{sources} for {join_words(f'the {label}' for label in labels)}"
        for sources, labels in labels_by_support.items()
    )
    return (
        "Months count study, and training only where it is required. How long one studies rests "
        f"on {support}."
    )


def _order_by_pay(of: Shortlist) -> str:
    rest = "by cost to earn, lowest first, what you can begin now before the rest"
    if of.survey is None:
        return f"No pay survey was found for any of these; ordered {rest}."
    return (
        f"Ordered by the {of.survey.measure.label} pay in {of.survey.publisher}'s survey of "
        f"{of.survey.year}, the one with figures for most of these, highest first. That is the pay "
        f"of all who hold them, not of beginners. Those without a figure there follow, {rest}."
    )


def remarks_on_order(catalog: Catalog, of: Shortlist) -> list[str]:
    """What the order leaves open: totals that are not complete, and candidates that are equal."""
    remarks = list(_remarks_on_unknowns(of))
    for tie in of.ties:
        letters = join_words(f"the {catalog.labels[key]}" for key in tie)
        remarks.append(f"{with_capital(letters)} are tied; they are listed in alphabetical order.")
    return remarks


def _remarks_on_unknowns(of: Shortlist) -> Iterator[str]:
    """What an order does with totals that are "at least" so much, where there are any."""
    if of.wishes.priority is Priority.PAY:
        if any(not candidate.is_complete for candidate in of.ranked):
            yield (
                "Where a price or a length was not found, the total is “at least,” and it comes "
                "after the complete ones."
            )
        return
    is_by_cost = of.wishes.priority is Priority.CHEAP
    if any(not candidate.first.cost.complete for candidate in of.ranked):
        among = "" if is_by_cost else " with equal months"
        yield (
            "Where a price was not found, the cost is “at least,” and it comes after the "
            f"complete ones{among}."
        )
    if any(not candidate.months_are_known for candidate in of.ranked):
        among = " with equal cost" if is_by_cost else ""
        yield (
            "Where a length was not found, the months are “at least,” and they come after the "
            f"known ones{among}."
        )
