"""Sentences over pictures of cost, made from the very plans they draw."""

from collections.abc import Mapping, Sequence

from cert_model.catalog import Catalog
from cert_model.costs import CostPlan, Crossover, Swing, all_crossovers
from cert_model.formatting import format_money, format_total


def ranking(plans: Mapping[str, CostPlan]) -> str:
    """Which of several plans costs least and most; keys are the letters to print."""
    by_cost = sorted(plans.items(), key=lambda item: item[1].total.typical)
    (cheapest, low), (dearest, high) = by_cost[0], by_cost[-1]
    years = low.request.years
    span = f"Over {years} years" if years > 1 else "In one year"
    if len(by_cost) == 1:
        return f"{span} {cheapest} costs {_total(low)}."
    return (
        f"{span} {cheapest} costs least ({_total(low)}) and {dearest} most ({_total(high)})."
        f"{_turns(plans)}"
    )


def _turns(plans: Mapping[str, CostPlan]) -> str:
    found = sorted(all_crossovers(plans), key=lambda each: each.year)
    return "".join(f" {_flip(each)}" for each in found)


def _flip(flip: Crossover) -> str:
    return f"{flip.cheaper_before} is cheaper than {flip.cheaper_from} only until year {flip.year}."


def total(catalog: Catalog, plan: CostPlan) -> str:
    """The total of a plan and its range, and what keeps it from being complete."""
    money = plan.total
    amount = format_total(money.typical, plan.complete)
    sentence = (
        f"{amount[:1].upper()}{amount[1:]} over {plan.request.years} years, "
        f"between {format_money(round(money.low))} and {format_money(round(money.high))}."
    )
    if plan.complete:
        return sentence
    return f"{sentence} Not in it, because it was not found: {missing_prices(catalog, plan)}."


def missing_prices(catalog: Catalog, plan: CostPlan) -> str:
    """The prices that a plan lacks, in words."""
    return "; ".join(
        f"{each.what} ({catalog.labels[each.credential]})"
        if each.credential
        else f"{each.what} ({catalog.issuers[each.issuer].letters})"
        for each in plan.missing
    )


def largest_swing(swings: Sequence[Swing]) -> str:
    """Which assumption moves the total most."""
    if not swings:
        return "No assumption moves this total."
    top = swings[0]
    return (
        f"{top.assumption.replace('_', ' ').capitalize()} moves the total most: from "
        f"{format_money(round(top.low))} at {top.low_setting} to {format_money(round(top.high))} "
        f"at {top.high_setting}."
    )


def _total(plan: CostPlan) -> str:
    return format_total(plan.total.typical, plan.complete)
