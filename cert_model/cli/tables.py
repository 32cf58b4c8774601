"""Answers as tables for a terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.tree import Tree

from cert_model.catalog import Catalog
from cert_model.costs import CostPlan
from cert_model.costs.sentences import describe_plan, describe_total
from cert_model.eligibility import Explanation, Outcome, ids_by_verdict, sentences
from cert_model.eligibility.designation_sentences import next_step_toward
from cert_model.eligibility.questionnaire import Interview, NextQuestion
from cert_model.explore.comparison import ComparisonRow
from cert_model.explore.ordering import describe_order, sort_overviews
from cert_model.formatting import (
    NOT_FOUND,
    as_phrase,
    format_amount,
    format_duration,
    format_money,
    format_period,
    mark_estimate,
)
from cert_model.frames.rows import fact_rows
from cert_model.overview import Overview, overviews
from cert_model.preparation import exam_overlaps
from cert_model.preparation.sentences import OVERLAP_NOTE, describe_overlap
from cert_model.prices import estimates_of
from cert_model.prices.sentences import format_estimate
from cert_model.quality import Change, DisputedFigure, DisputeSide, MissingFigure, StaleStatement
from cert_model.vocabulary import Standing

PIPED_WIDTH = 160
ESTIMATE_NOTE = "≈ marks an estimate; the show command gives its rule."


def console() -> Console:
    """Return the terminal, or a wide page where the answer is piped elsewhere."""
    terminal = _Terminal()
    return terminal if terminal.is_terminal else _Terminal(width=PIPED_WIDTH)


class _Terminal(Console):
    """A console that leaves a reader who went away to the one who runs the command."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def new_table(*headings: str) -> Table:
    """Return an empty table without borders whose cells wrap."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def print_list(catalog: Catalog, overviews: Sequence[Overview], order: str) -> None:
    """Print the answer of ``list``, a line for each credential."""
    figures = (
        "exam price",
        "to earn it",
        "each year after",
        "questions",
        "time",
        "pass rate",
        "online",
    )
    table = new_table("id", "name", "level", *figures)
    for overview in overviews:
        pass_rate = overview.pass_rate
        table.add_row(
            overview.id,
            overview.name,
            overview.level,
            _marked(
                format_money(overview.exam_fee_low, overview.exam_fee_high),
                overview.exam_fee_standing,
            ),
            overview.to_earn_text,
            overview.upkeep_text,
            _marked(_or_not_found(overview.questions), overview.questions_standing),
            _marked(format_duration(overview.minutes), overview.minutes_standing),
            NOT_FOUND if pass_rate is None else f"{pass_rate:g}%",
            {True: "yes", False: "no", None: NOT_FOUND}[overview.online],
        )
    out = console()
    out.print(table)
    out.print(ESTIMATE_NOTE)
    out.print(f"{len(overviews)} of {len(catalog.credentials)}, {describe_order(order)}.")


def _marked(text: str, standing: Standing | None) -> str:
    """A figure, with its mark where it is an estimate."""
    return mark_estimate(text) if standing is Standing.ESTIMATED else text


def print_comparison(catalog: Catalog, ids: Sequence[str], rows: Sequence[ComparisonRow]) -> None:
    """Print the answer of ``compare``; a mark stands where the credentials differ."""
    table = new_table("", *(catalog.labels[key] for key in ids), "")
    for row in rows:
        table.add_row(row.label, *row.values, "≠" if row.differs else "")
    out = console()
    out.print(table)
    out.print(ESTIMATE_NOTE)
    out.print(OVERLAP_NOTE)
    for overlap in exam_overlaps(catalog, ids):
        out.print(describe_overlap(catalog, overlap))


def print_cost(catalog: Catalog, plan: CostPlan) -> None:
    """Print the answer of ``cost``: what it costs in sentences, then its lines."""
    out = console()
    out.print(f"[bold]{describe_plan(catalog, plan)}[/bold]")
    out.print(describe_total(catalog, plan))
    for sentence in plan.decisions:
        out.print(sentence)
    table = new_table("year", "for", "category", "low", "usual", "high", "what")
    for row in plan.rows:
        subject = row.credential or catalog.issuers[row.issuer].letters
        money = row.money.rounded()
        amounts = (
            format_amount(money.low),
            format_amount(money.typical),
            format_amount(money.high),
        )
        table.add_row(str(row.year), subject, row.category.value, *amounts, row.label)
    out.print(table)
    for gap in plan.missing:
        out.print(f"Missing: {gap.what} ({gap.credential or gap.issuer})")


def print_eligibility(
    outcomes: Sequence[Outcome],
    interview: Interview,
    next_question: NextQuestion | None,
    reasons: bool,
) -> None:
    """Print the answer of ``eligibility``, the nearest outcomes first, of these entry level first.

    With ``reasons``, every condition follows with whether it is met.
    """
    table = new_table("id", "verdict", "next step")
    verdicts = {outcome.id: outcome.verdict for outcome in outcomes}
    outcome_by_id = {outcome.id: outcome for outcome in outcomes}
    listed = [overviews(interview.catalog)[key] for key in verdicts]
    for overview in sort_overviews(listed, "sit", verdicts):
        outcome = outcome_by_id[overview.id]
        verdict = sentences.format_verdict(outcome.verdict, outcome.likely, outcome.holding)
        questions = interview.question_texts_for(outcome.id)
        step = next_step_toward(interview.catalog, outcome, questions)
        table.add_row(outcome.id, verdict, escape(step))
    out = console()
    out.print(table)
    if reasons:
        for outcome in outcomes:
            out.print(_reasons(outcome))
    out.print(sentences.verdict_summary(ids_by_verdict(verdicts, verdicts)))
    if next_question is not None:
        out.print(f"Next question: {next_question.question.ask}")
        out.print(sentences.question_reach(next_question))


def _reasons(outcome: Outcome) -> Tree:
    """Return what is required and recommended as a tree, and what passing leads to."""
    tree = Tree(outcome.id)
    for title, rule in (("required", outcome.required), ("recommended", outcome.recommended)):
        if rule is not None:
            _add_rule(tree.add(title), rule)
    for expected in outcome.consequences:
        branch = tree.add(f"leads to: {expected.consequence.text}")
        for ways in expected.avoided_by:
            branch.add(f"unless you have {as_phrase(sentences.format_changes(ways))}")
    return tree


def _add_rule(tree: Tree, rule: Explanation) -> None:
    """Add a condition, or a group with its parts, each with whether it is met."""
    if rule.condition is not None:
        tree.add(f"{rule.truth.label}: {rule.condition.text}")
        return
    branch = tree.add(f"{rule.truth.label}: {'one' if rule.group == 'any_of' else 'all'} of these")
    for part in rule.parts:
        _add_rule(branch, part)


def print_sheet(catalog: Catalog, key: str) -> None:
    """Print one credential: what it is, then every statement with its age and sources."""
    sheet = catalog.credentials[key]
    out = console()
    out.print(f"[bold]{sheet.code}[/bold]  {sheet.name} ({sheet.id})")
    out.print(sheet.summary)
    table = new_table("fact", "value", "as of", "standing", "sources")
    for row in fact_rows(catalog, {key: sheet}):
        table.add_row(
            row["field"],
            _format_value(row),
            row["as_of"] or NOT_FOUND,
            row["standing"],
            ", ".join(row["sources"]),
        )
    out.print(table)
    for quantity, estimate in estimates_of(catalog, sheet).items():
        text = format_estimate(quantity, estimate.low, estimate.high)
        out.print(f"Estimated: {as_phrase(quantity.label)} {text}. {estimate.rule}.")


def _format_value(row: Mapping[str, Any]) -> str:
    """Return the value of a fact, or the ends of its range."""
    if row["value"] is not None:
        return str(row["value"])
    ends = [end for end in (row["low"], row["high"]) if end is not None]
    return " to ".join(ends) or NOT_FOUND


def _or_not_found(value: Any) -> str:
    return str(value) if isinstance(value, str | int) else NOT_FOUND


def print_stale(_: Catalog, entries: Sequence[StaleStatement]) -> None:
    """Print what is old, a line each, with the page to open."""
    table = new_table("harm", "of", "what", "value", "months", "page")
    for entry in entries:
        figure = entry.statement
        months = "undated" if entry.age_months is None else str(entry.age_months)
        page = entry.source.url or entry.source.title
        _add_row(table, str(figure.weight), figure.subject, figure.label, figure.text, months, page)
    console().print(table)


def print_missing(_: Catalog, entries: Sequence[MissingFigure]) -> None:
    """Print what was not found, a line each, with whom to ask."""
    table = new_table("harm", "of", "what", "question", "ask")
    for entry in entries:
        _add_row(table, str(entry.weight), entry.subject, entry.label, entry.question, entry.ask)
    console().print(table)


def print_disputed(_: Catalog, entries: Sequence[DisputedFigure]) -> None:
    """Print where sources disagree, a line each."""
    table = new_table("harm", "of", "what", "taken", "others say", "why")
    for entry in entries:
        taken = _format_side(entry.taken)
        others = "; ".join(map(_format_side, entry.others))
        _add_row(table, str(entry.weight), entry.subject, entry.label, taken, others, entry.why)
    console().print(table)


def _format_side(side: DisputeSide) -> str:
    """Return a value with its date and those who say so: ``100 (2026), says demo-abc``."""
    since = f" ({format_period(side.as_of)})" if side.as_of else ""
    by = f", says {', '.join(side.sources)}" if side.sources else ""
    return f"{side.text}{since}{by}"


def print_changes(_: Catalog, changes: Sequence[Change]) -> None:
    """Print what changed, a line each."""
    table = new_table("of", "change")
    for change in changes:
        _add_row(table, change.subject, change.sentence)
    console().print(table)


def _add_row(table: Table, *cells: str) -> None:
    """Add a row whose brackets are text, not markup."""
    table.add_row(*map(escape, cells))
