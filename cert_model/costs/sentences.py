"""Sentences about what plans cost, made from the same plans that the page shows."""

from collections.abc import Iterator, Mapping, Sequence

from cert_model.catalog import Catalog
from cert_model.costs.plan import CostPlan
from cert_model.costs.rows import Category, MissingPrice, Total
from cert_model.costs.sensitivity import Crossover, Swing, all_crossovers
from cert_model.formatting import format_count, format_money, format_total, join_words
from cert_model.prices import amount_span, prices_asked


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
        return [f"{period}, {cheapest} costs {format_sum(low.total)}."]
    return [
        f"{period}, {cheapest} costs least ({format_sum(low.total)}) and {costliest} most "
        f"({format_sum(high.total)})."
    ]


def _not_ranked(name: str, plan: CostPlan) -> str:
    missing = ", ".join(dict.fromkeys(gap.what for gap in plan.missing))
    return f"{name} cannot be ranked; not found: {missing}. It costs {format_sum(plan.total)}."


def _crossover(crossover: Crossover) -> str:
    before, after = crossover.cheaper_before, crossover.cheaper_from
    return f"{before} is cheaper than {after} only until year {crossover.year}."


def format_sum(total: Total) -> str:
    """A total in words: "$612", "about $612", "at least $612"."""
    return format_total(total.typical, total.complete, total.estimated)


def describe_plan(catalog: Catalog, plan: CostPlan) -> str:
    """Say what it costs to earn the credentials of a plan and what each year after costs."""
    added = join_words(catalog.labels[planned.id] for planned in plan.request.credentials)
    earn, after = format_sum(plan.to_earn), format_sum(plan.each_year_after)
    held = join_words(catalog.labels[credential.id] for credential in plan.request.held)
    if held:
        return f"Adding the {added} to your {held} costs {earn} now and {after} a year."
    return f"{earn[:1].upper()}{earn[1:]} to earn the {added}, then {after} a year."


def describe_total(catalog: Catalog, plan: CostPlan) -> str:
    """Say what a plan costs over its years, what that rests on, and what it leaves out."""
    return " ".join(_about_total(catalog, plan))


def _about_total(catalog: Catalog, plan: CostPlan) -> Iterator[str]:
    total, years = plan.total, format_count(plan.request.years, "year")
    low, high = format_money(round(total.low)), format_money(round(total.high))
    yield f"Over {years} it comes to {format_sum(total)}, between {low} and {high}."
    ceus = plan.ceus_each_year_after
    if ceus.typical:
        price = format_money(plan.request.assumptions.ceu_price)
        yield (
            f"Of each later year, {format_money(round(ceus.typical))} assumes that CEUs are "
            f"bought, at {price} each."
        )
    if not plan.complete:
        missing = format_missing_prices(catalog, plan)
        yield f"Not included, because it was not found: {missing}."
    if total.estimated:
        rules = dict.fromkeys(row.estimate for row in plan.rows if row.estimate is not None)
        yield f"Estimated, not read: {'; '.join(rules)}."
    training = describe_training(catalog, plan)
    if training:
        yield training


def describe_training(catalog: Catalog, plan: CostPlan) -> str:
    """Say that training is left out, and what programs for the credentials cost.

    Empty where the plan pays for a program or no price of one was found.
    """
    if any(row.category is Category.TRAINING for row in plan.rows):
        return ""
    sheets = [catalog.credentials[planned.id] for planned in plan.request.credentials]
    prices = [
        price
        for program in catalog.preparation.programs.programs
        if any(program.prepares(sheet) for sheet in sheets)
        for price in prices_asked(program.tuition)
    ]
    low, high = amount_span(prices)
    return (
        "" if low is None else f"Training is not included; programs cost {format_money(low, high)}."
    )


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
