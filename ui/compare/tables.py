"""A comparison as a table to read, to copy and to print."""

from collections.abc import Mapping, Sequence

from cert_model.catalog import Catalog
from cert_model.costs import Category, CostPlan, Total
from cert_model.costs.sentences import format_sum
from cert_model.explore.comparison import ComparisonRow
from cert_model.formatting import NOT_FOUND, as_sentence
from cert_model.formatting.markdown import escape, format_link, in_cell
from cert_model.preparation import ExamOverlap
from cert_model.preparation.sentences import (
    OVERLAP_NOTE,
    explain_overlap,
    format_overlap,
    format_pair,
)
from ui.charts.cost_specs import CATEGORIES
from ui.components import downloads
from ui.components.figures import source_links

DIFFERS = "≠"


def side_by_side(labels: Mapping[str, str], rows: Sequence[ComparisonRow]) -> dict[str, list[str]]:
    """The rows as columns of Markdown cells; the first one names them, and what is different.

    The name of the first group heads that column. Each further group begins with a row that has
    its name and those of the credentials again. ``labels`` go by credential id. Each leads to the
    credential's page, which also lets the keyboard reach a table that scrolls sideways.
    """
    lines: list[tuple[str, ...]] = []
    group = first = rows[0].group if rows else ""
    for row in rows:
        if row.group != group:
            group = row.group
            lines.append(
                (f"**{escape(group)}**", *(f"**{escape(label)}**" for label in labels.values()))
            )
        mark = f" {DIFFERS}" if row.differs else ""
        lines.append((f"{escape(row.label)}{mark}", *map(escape, row.values)))
    headings = [
        f"**{escape(first)}**",
        *(format_link(label, f"credential?id={key}") for key, label in labels.items()),
    ]
    return {heading: [line[place] for line in lines] for place, heading in enumerate(headings)}


def sources(
    catalog: Catalog, labels: Sequence[str], rows: Sequence[ComparisonRow]
) -> dict[str, list[str]]:
    """The sources of every row that has any, as columns of Markdown cells."""
    sourced = [row for row in rows if any(row.sources)]
    return {
        "Field": [escape(row.label) for row in sourced],
        **{
            escape(label): [
                source_links(catalog, row.sources[at]) or escape(NOT_FOUND) for row in sourced
            ]
            for at, label in enumerate(labels)
        },
    }


def costs(plans: Mapping[str, CostPlan]) -> dict[str, list[str]]:
    """What each plan costs by category, and in all."""
    used = [
        category
        for category in Category
        if any(_matters(plan.of_category(category)) for plan in plans.values())
    ]
    return {
        "For": [*(CATEGORIES[category].label.capitalize() for category in used), "**Total**"],
        **{
            escape(label): [
                *(escape(format_sum(plan.of_category(category))) for category in used),
                f"**{escape(format_sum(plan.total))}**",
            ]
            for label, plan in plans.items()
        },
    }


def _matters(total: Total) -> bool:
    """Whether a category costs anything, or lacks a price."""
    return bool(total.money) or not total.complete


def overlaps(catalog: Catalog, pairs: Sequence[ExamOverlap]) -> dict[str, list[str]]:
    """How much every two exams have in common, as columns of Markdown cells."""
    return {
        "Exams": [escape(format_pair(catalog, overlap)) for overlap in pairs],
        "In common": [escape(format_overlap(overlap)) for overlap in pairs],
    }


def shared_subjects(catalog: Catalog, pairs: Sequence[ExamOverlap]) -> dict[str, list[str]]:
    """The subjects that every two exams share, as columns of Markdown cells."""
    return {
        "Exams": [escape(format_pair(catalog, overlap)) for overlap in pairs],
        "Shared subjects, largest first": [
            escape(as_sentence(explain_overlap(catalog, overlap))) for overlap in pairs
        ],
    }


def page(
    labels: Sequence[str],
    rows: Sequence[ComparisonRow],
    ranking: str,
    overlap_sentences: Sequence[str] = (),
) -> bytes:
    """The comparison as a page to print, on its own and without links."""
    return downloads.render_page(
        "compare/comparison.html",
        title=", ".join(labels),
        ranking=ranking,
        labels=labels,
        rows=rows,
        differs=DIFFERS,
        overlap_note=OVERLAP_NOTE,
        overlap_sentences=overlap_sentences,
    )


def markdown(
    labels: Sequence[str], rows: Sequence[ComparisonRow], overlap_sentences: Sequence[str] = ()
) -> str:
    """The comparison as a Markdown table, and what the exams have in common as a list."""
    lines = [["", *labels, DIFFERS], ["---"] * (len(labels) + 2)]
    lines += [[row.label, *map(in_cell, row.values), DIFFERS * row.differs] for row in rows]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    if not overlap_sentences:
        return table
    return "\n".join([table, "", OVERLAP_NOTE, "", *(f"- {text}" for text in overlap_sentences)])
