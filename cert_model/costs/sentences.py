"""Sentences about what plans cost, made from the same plans that the page shows."""

from collections.abc import Mapping, Sequence

from cert_model.catalog import Catalog
from cert_model.costs import CostPlan, Crossover, MissingPrice, Swing, all_crossovers
from cert_model.formatting import format_count, format_money, format_total


def describe_ranking(plans: Mapping[str, CostPlan]) -> str:
    """Say which of several plans costs least and which most, and when their order changes.

    The page Compare shows this above its charts. ``plans`` are by name; a plan that lacks a
    price is not ranked, and a sentence of its own says so.
    """
    complete = {name: plan for name, plan in plans.items() if plan.complete}
    sentences = [
        *_least_and_most(complete),
        *(_crossover(crossover) for crossover in all_crossovers(complete)),
        *(_not_ranked(name, plan) for name, plan in plans.items() if not plan.complete),
    ]
    return " ".join(sentences)


def _least_and_most(plans: Mapping[str, CostPlan]) -> list[str]:
    """Say which complete plan costs least and which most; empty where there is none."""
    by_cost = sorted(plans.items(), key=lambda item: item[1].total.typical)
    if not by_cost:
        return []
    (cheapest, low), (costliest, high) = by_cost[0], by_cost[-1]
    years = low.request.years
    period = f"Over {years} years" if years > 1 else "In one year"
    if len(by_cost) == 1:
        return [f"{period}, {cheapest} costs {_total(low)}."]
    return [
        f"{period}, {cheapest} costs least ({_total(low)}) and {costliest} most ({_total(high)})."
    ]


def _not_ranked(name: str, plan: CostPlan) -> str:
    return f"{name} cannot be ranked: its total is {_total(plan)}, because a price was not found."


def _crossover(crossover: Crossover) -> str:
    before, after = crossover.cheaper_before, crossover.cheaper_from
    return f"{before} is cheaper than {after} only until year {crossover.year}."


def describe_total(catalog: Catalog, plan: CostPlan) -> str:
    """Say what a plan costs, with the range, and which prices it lacks."""
    money = plan.total
    amount = format_total(money.typical, plan.complete)
    sentence = (
        f"{amount[:1].upper()}{amount[1:]} over {format_count(plan.request.years, 'year')}, "
        f"between {format_money(round(money.low))} and {format_money(round(money.high))}."
    )
    if plan.complete:
        return sentence
    missing = format_missing_prices(catalog, plan)
    return f"{sentence} Not included, because it was not found: {missing}."


def format_missing_prices(catalog: Catalog, plan: CostPlan) -> str:
    """The prices that a plan lacks, each with the label of its credential or issuer."""
    return "; ".join(f"{gap.what} ({_label(catalog, gap)})" for gap in plan.missing)


def _label(catalog: Catalog, gap: MissingPrice) -> str:
    return catalog.labels[gap.credential] if gap.credential else catalog.issuers[gap.issuer].letters


def describe_largest_swing(swings: Sequence[Swing]) -> str:
    """Say which assumption the total depends on most; ``swings`` start with the widest."""
    if not swings:
        return "No assumption changes this total."
    widest, ends = swings[0], swings[0].ends
    low, high = format_money(round(widest.low)), format_money(round(widest.high))
    return (
        f"The total depends most on {widest.label}: {low} {ends.preposition} {ends.low_setting}, "
        f"{high} {ends.preposition} {ends.high_setting}."
    )


def _total(plan: CostPlan) -> str:
    return format_total(plan.total.typical, plan.complete)
