"""Answers as tables for a terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.tree import Tree

from cert_model.catalog import Catalog
from cert_model.costs import CostPlan
from cert_model.eligibility import Explanation, Outcome, exam_ids, sentences
from cert_model.eligibility.questionnaire import Interview, NextQuestion
from cert_model.explore.comparison import Row
from cert_model.explore.ordering import DEFAULT, describe_order
from cert_model.formatting import (
    NOT_FOUND,
    as_phrase,
    format_amount,
    format_duration,
    format_money,
    format_total,
)
from cert_model.frames.fact_rows import fact_rows
from cert_model.overview import Overview
from cert_model.vocabulary import Verdict

PIPED_WIDTH = 160


def console() -> Console:
    """The terminal, or a wide page where the answer is piped elsewhere."""
    found = Console()
    return found if found.is_terminal else Console(width=PIPED_WIDTH)


def print_list(catalog: Catalog, overviews: Sequence[Overview]) -> None:
    """The answer of the ``list`` command, a line each."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    figures = ("exam price", "first year", "upkeep", "questions", "time", "pass rate", "online")
    for heading in ("id", "name", "level", *figures):
        table.add_column(heading, overflow="fold")
    for it in overviews:
        table.add_row(
            it.id,
            it.name,
            it.level,
            format_money(it.exam_fee_low, it.exam_fee_high),
            format_total(it.first_year_cost, it.first_year_complete),
            format_total(it.yearly_upkeep, it.upkeep_complete),
            _or_not_found(it.questions),
            format_duration(it.minutes),
            NOT_FOUND if it.pass_rate is None else f"{it.pass_rate:g} %",
            {True: "yes", False: "no", None: NOT_FOUND}[it.online],
        )
    out = console()
    out.print(table)
    out.print(f"{len(overviews)} of {len(catalog.credentials)}, {describe_order(DEFAULT)}.")


def print_comparison(catalog: Catalog, ids: Sequence[str], rows: Sequence[Row]) -> None:
    """The answer of the ``compare`` command; a mark stands where credentials differ."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in ("", *(catalog.labels[key] for key in ids), ""):
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(row.label, *row.values, "≠" if row.differs else "")
    console().print(table)


def print_cost(catalog: Catalog, plan: CostPlan) -> None:
    """The answer of the ``cost`` command: the total first, then its lines."""
    out = console()
    total = plan.total
    out.print(
        f"[bold]{format_total(total.typical, plan.complete)}[/bold] over {plan.request.years} "
        f"years, from {format_money(total.low)} to {format_money(total.high)}"
    )
    for sentence in plan.decisions:
        out.print(sentence)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in ("year", "for", "category", "low", "usual", "high", "what"):
        table.add_column(heading, overflow="fold")
    for row in plan.rows:
        subject = row.credential or catalog.issuers[row.issuer].letters
        money = row.money.rounded()
        written = [format_amount(each) for each in (money.low, money.typical, money.high)]
        table.add_row(str(row.year), subject, row.category.value, *written, row.label)
    out.print(table)
    for each in plan.missing:
        out.print(f"Missing: {each.what} ({each.credential or each.issuer})")


def print_eligibility(
    interview: Interview, outcomes: Sequence[Outcome], asked: NextQuestion | None, reasons: bool
) -> None:
    """The answer of the ``eligibility`` command, the nearest outcomes first.

    ``reasons`` has each condition follow, with whether it is met.
    """
    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in ("id", "verdict", "next step"):
        table.add_column(heading, overflow="fold")
    for each in sorted(outcomes, key=lambda it: list(Verdict).index(it.verdict)):
        step = sentences.next_step(each, interview.question_texts_for(each.id))
        table.add_row(each.id, each.verdict.label, step)
    out = console()
    out.print(table)
    if reasons:
        for each in outcomes:
            out.print(_reasons(each))
    counted = exam_ids(interview.catalog, [each.id for each in outcomes])
    out.print(sentences.interview_summary(interview, counted))
    if asked is not None:
        left = sentences.progress(asked.still_open, asked.left_at_most)
        out.print(f"Next question: {asked.question.ask} ({left})")


def _reasons(outcome: Outcome) -> Tree:
    """What is required and recommended, condition by condition, and what passing leads to."""
    tree = Tree(outcome.id)
    for title, part in (("required", outcome.required), ("recommended", outcome.recommended)):
        if part is not None:
            _add(tree.add(title), part)
    for each in outcome.consequences:
        leads = tree.add(f"leads to: {each.consequence.text}")
        for ways in each.avoided_by:
            leads.add(f"unless you have {as_phrase(sentences.format_changes(ways))}")
    return tree


def _add(tree: Tree, part: Explanation) -> None:
    if part.condition is not None:
        tree.add(f"{part.truth.label}: {part.condition.text}")
        return
    branch = tree.add(f"{part.truth.label}: {'one' if part.group == 'any_of' else 'all'} of these")
    for each in part.parts:
        _add(branch, each)


def print_sheet(catalog: Catalog, key: str) -> None:
    """One credential: what it is, then every statement with its age and sources."""
    sheet = catalog.credentials[key]
    out = console()
    out.print(f"[bold]{sheet.code}[/bold]  {sheet.name} ({sheet.id})")
    out.print(sheet.summary)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in ("fact", "value", "as of", "standing", "sources"):
        table.add_column(heading, overflow="fold")
    for row in fact_rows(catalog, {key: sheet}):
        table.add_row(
            row["field"],
            _format_value(row),
            row["as_of"] or NOT_FOUND,
            row["standing"],
            ", ".join(row["sources"]),
        )
    out.print(table)


def _format_value(row: Mapping[str, Any]) -> str:
    """The value of a fact, or the ends of its range."""
    if row["value"] is not None:
        return str(row["value"])
    ends = [end for end in (row["low"], row["high"]) if end is not None]
    return " to ".join(ends) or NOT_FOUND


def _or_not_found(value: Any) -> str:
    return str(value) if isinstance(value, str | int) else NOT_FOUND
