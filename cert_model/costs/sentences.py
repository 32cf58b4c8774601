"""Sentences about what plans cost, made from the same plans that the page shows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cert_model.catalog import Catalog
from cert_model.costs.plan import CostPlan
from cert_model.costs.rows import Category, CostItem, CostRow, MissingPrice, Phase, Total
from cert_model.costs.schooling import schooling_before_exam
from cert_model.costs.sensitivity import Crossover, Swing, all_crossovers
from cert_model.costs.training import span_of_programs
from cert_model.formatting import (
    NOT_FOUND,
    as_phrase,
    format_count,
    format_money,
    format_months,
    format_total,
    join_words,
    with_capital,
)


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
    """Say which complete plans cost least and which most; empty where there is none."""
    if not plans:
        return []
    years = next(iter(plans.values())).request.years
    period = f"Over {years} years" if years > 1 else "In one year"
    totals = sorted({plan.total.typical for plan in plans.values()})
    (cheapest, least), (costliest, most) = (_plans_at(totals[end], plans) for end in (0, -1))
    if len(totals) == 1:
        costs = "cost the same:" if len(cheapest) > 1 else "costs"
        return [f"{period}, {join_words(cheapest)} {costs} {least}."]
    cost = "cost" if len(cheapest) > 1 else "costs"
    return [
        f"{period}, {join_words(cheapest)} {cost} least ({least}) and {join_words(costliest)} most "
        f"({most})."
    ]


def _plans_at(typical: float, plans: Mapping[str, CostPlan]) -> tuple[list[str], str]:
    """The names of the plans with a total, and the total in words: "about" if one is estimated."""
    alike = {name: plan for name, plan in plans.items() if plan.total.typical == typical}
    estimated = any(plan.total.estimated for plan in alike.values())
    return list(alike), format_total(typical, complete=True, estimated=estimated)


def _not_ranked(name: str, plan: CostPlan) -> str:
    missing = ", ".join(dict.fromkeys(gap.what for gap in plan.missing))
    lacking = f"{name} cannot be ranked; not found: {missing}."
    return f"{lacking} It costs {format_sum(plan.total)}." if _has_amount(plan.total) else lacking


def _crossover(crossover: Crossover) -> str:
    before, after = crossover.cheaper_before, crossover.cheaper_from
    return (
        f"{before} costs less than {after} until year {crossover.year}; by the end of that year it "
        "costs more."
    )


def format_sum(total: Total) -> str:
    """A total in words: "$612", "about $612", "at least $612", "not found"."""
    return format_total(total.typical, total.complete, total.estimated)


def _has_amount(total: Total) -> bool:
    """Whether a total says anything: "at least $0" does not."""
    return total.complete or round(total.typical) > 0


def describe_plan(catalog: Catalog, plan: CostPlan) -> str:
    """Say what it costs to earn the credentials of a plan and what each year after costs."""
    added = join_words(catalog.labels[planned.id] for planned in plan.request.credentials)
    earn, after = format_sum(plan.to_earn), format_sum(plan.each_year_after)
    held = join_words(catalog.labels[credential.id] for credential in plan.request.held)
    goal = f"add the {added} to your {held}" if held else f"earn the {added}"
    if not _has_amount(plan.to_earn):
        later = f"; each year after that costs {after}" if _has_amount(plan.each_year_after) else ""
        return f"The cost to {goal} was not found{later}."
    if not _has_amount(plan.each_year_after):
        return f"{with_capital(earn)} to {goal}; the cost of each year after that was not found."
    if held:
        return f"Adding the {added} to your {held} costs {earn} now and {after} a year."
    return f"{with_capital(earn)} to earn the {added}, then {after} a year."


def describe_total(catalog: Catalog, plan: CostPlan) -> str:
    """Say what a plan costs over its years, what that rests on, and what it leaves out."""
    return " ".join(_about_total(catalog, plan))


def _about_total(catalog: Catalog, plan: CostPlan) -> Iterator[str]:
    total, years = plan.total, format_count(plan.request.years, "year")
    low, high = format_money(round(total.low)), format_money(round(total.high))
    if not _has_amount(total):
        yield f"No price was found, so the total over {years} is not known."
    elif low == high:
        yield f"Over {years}, the total is {format_sum(total)}."
    elif plan.complete:
        yield f"Over {years}, the total is {format_sum(total)}, between {low} and {high}."
    else:
        yield (
            f"Over {years}, the total is {format_sum(total)}; the prices that were found add up to "
            f"between {low} and {high}."
        )
    retake = describe_possible_retake(row for row in plan.rows if row.phase is Phase.EARN)
    if retake:
        yield f"The cost to earn includes {retake}."
    ceus = plan.ceus_each_year_after
    if ceus.typical and not plan.request.assumptions.employer_share:
        price = format_money(plan.request.assumptions.ceu_price)
        yield (
            f"Each later year includes {format_money(round(ceus.typical))} for CEUs, at an assumed "
            f"{price} each."
        )
    if not plan.complete:
        missing = format_missing_prices(catalog, plan)
        yield f"Not found, so not included: {missing}."
    before = describe_schooling_before(catalog, plan)
    if before:
        yield before
    if total.estimated:
        rules = dict.fromkeys(row.estimate for row in plan.rows if row.estimate is not None)
        yield f"Some prices are estimated: {'; '.join(map(as_phrase, rules))}."
    training = describe_training(catalog, plan)
    if training:
        yield training


def describe_schooling_before(catalog: Catalog, plan: CostPlan) -> str:
    """Say what has to be finished before the exams of a plan, and how long that takes at least.

    The years count from the exam on, with schooling as without. Empty where none is required.
    """
    experienced, befores = plan.request.assumptions.experienced, list[str]()
    for planned in plan.request.credentials:
        sheet, label = catalog.credentials[planned.id], catalog.labels[planned.id]
        before = schooling_before_exam(catalog, sheet, experienced=experienced)
        if before is not None:
            befores.append(f"{before.what} ({label}) comes first{_at_least(before.months)}")
    return f"Year 1 is the year of the exam: {'; '.join(befores)}." if befores else ""


def _at_least(months: float | None) -> str:
    """How long schooling takes, as far as programs say."""
    if months is None:
        return f", and how long it takes was {NOT_FOUND}"
    return f" and takes at least {format_months(max(1, round(months)))} in the programs found"


def describe_possible_retake(rows: Iterable[CostRow]) -> str:
    """The share of retakes in a sum: "$149 for a possible retake"; empty where none is in it."""
    shares = [row.money.typical for row in rows if row.category is Category.RETAKE]
    if not round(sum(shares)):
        return ""
    retakes = "a possible retake" if len(shares) == 1 else "possible retakes"
    return f"{format_money(round(sum(shares)))} for {retakes}"


def describe_training(catalog: Catalog, plan: CostPlan) -> str:
    """Say that training is left out, and what programs for the credentials cost.

    Empty where the plan has a program in it, with a price or without one, and where no program
    for them is known.
    """
    items: tuple[CostItem, ...] = (*plan.rows, *plan.missing)
    if any(item.category is Category.TRAINING for item in items):
        return ""
    ids = [planned.id for planned in plan.request.credentials]
    sheets = [catalog.credentials[key] for key in ids]
    programs = catalog.preparation.programs.programs
    if not any(program.prepares(sheet) for program in programs for sheet in sheets):
        return ""
    return describe_programs_left_out(catalog, ids)


def describe_programs_left_out(catalog: Catalog, ids: Sequence[str]) -> str:
    """Say that training for some credentials is left out of a sum, and what programs cost."""
    low, high = span_of_programs(catalog, ids)
    if low is None:
        letters = join_words(f"the {catalog.labels[key]}" for key in ids)
        others = format_money(*span_of_programs(catalog, catalog.credentials))
        compared = "" if others == NOT_FOUND else f" Programs for other exams cost {others}."
        return f"Training is not included; no price of a program for {letters} was found.{compared}"
    return f"Training is not included; programs cost {format_money(low, high)}."


def format_program_price(catalog: Catalog, key: str) -> str:
    """What programs for one exam cost: "$1,760–5,687", "price not found"."""
    low, high = span_of_programs(catalog, [key])
    return f"price {NOT_FOUND}" if low is None else format_money(low, high)


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
