"""The rows behind the pictures and tables of the data's health."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from cert_model.catalog import Catalog
from cert_model.catalog.subjects import subject_label
from cert_model.formatting import as_sentence, format_count, format_months, format_period
from cert_model.formatting.facts import format_publisher
from cert_model.formatting.markdown import escape, format_link
from cert_model.prices import estimates_of
from cert_model.prices.held_out import HeldOut
from cert_model.prices.sentences import format_error, format_estimate
from cert_model.quality import (
    COMPARED_FIELDS,
    HARM_WEIGHTS,
    Change,
    Coverage,
    CoverageState,
    DisputedFigure,
    DisputeSide,
    MissingFigure,
    StaleStatement,
)
from cert_model.vocabulary import Standing
from ui.components import figures
from ui.components.figures import MARKS, NOT_FOUND_MARK

Table = dict[str, list[str]]

STATE_MARKS: Mapping[CoverageState, str] = {
    CoverageState.ISSUER_CURRENT: MARKS[Standing.ISSUER_CURRENT],
    CoverageState.ISSUER_OLD: MARKS[Standing.ISSUER_OLD],
    CoverageState.THIRD_PARTY_CURRENT: MARKS[Standing.THIRD_PARTY_CURRENT],
    CoverageState.THIRD_PARTY_OLD: MARKS[Standing.THIRD_PARTY_OLD],
    CoverageState.DISPUTED: "≠",
    CoverageState.UNSOURCED: "~",
    CoverageState.NOT_FOUND: NOT_FOUND_MARK,
    CoverageState.NOT_APPLICABLE: "·",
}
STATE_LEGEND = " · ".join(f"{mark} {state.label}" for state, mark in STATE_MARKS.items())

_CELLS = pa.schema(
    {
        "row": pa.int64(),
        "credential": pa.string(),
        "field": pa.string(),
        "state": pa.string(),
        "mark": pa.string(),
    }
)
_COUNTS = pa.schema(
    {
        "field": pa.string(),
        "place": pa.int64(),
        "state": pa.string(),
        "rank": pa.int64(),
        "count": pa.int64(),
    }
)


def cells(catalog: Catalog, coverage: Coverage) -> pa.Table:
    """One row per credential and figure, credentials in the order given."""
    rows = [
        {
            "row": position,
            "credential": catalog.labels[key],
            "field": field.label,
            "state": row[field.name].label,
            "mark": STATE_MARKS[row[field.name]],
        }
        for position, (key, row) in enumerate(coverage.states.items())
        for field in COMPARED_FIELDS
    ]
    return pa.Table.from_pylist(rows, schema=_CELLS)


def counts(coverage: Coverage) -> pa.Table:
    """One row per figure and state that occurs."""
    rows = []
    for place, field in enumerate(COMPARED_FIELDS):
        tally = Counter(row[field.name] for row in coverage.states.values())
        rows += [
            {
                "field": field.label,
                "place": place,
                "state": state.label,
                "rank": rank,
                "count": tally[state],
            }
            for rank, state in enumerate(CoverageState)
            if tally[state]
        ]
    return pa.Table.from_pylist(rows, schema=_COUNTS)


def coverage_table(catalog: Catalog, coverage: Coverage) -> Table:
    """Per credential, the figures in each state."""
    labels = {field.name: field.label for field in COMPARED_FIELDS}
    return {
        "Credential": [escape(catalog.labels[key]) for key in coverage.states],
        **{
            f"{STATE_MARKS[state]} {state.label}": [
                ", ".join(labels[name] for name, value in row.items() if value is state)
                for row in coverage.states.values()
            ]
            for state in CoverageState
        },
    }


def stale_table(catalog: Catalog, statements: Sequence[StaleStatement]) -> Table:
    """What is old, with the page to open."""
    return {
        "Harm": [str(item.statement.weight) for item in statements],
        "About": [_subject(catalog, item.statement.subject) for item in statements],
        "What": [escape(item.statement.label) for item in statements],
        "Shown": [_short(item.statement.text) for item in statements],
        "Age": [_age(item) for item in statements],
        "Page to open": [_page(item) for item in statements],
    }


def _age(item: StaleStatement) -> str:
    mark = MARKS[Standing(item.standing)]
    return (
        f"{mark} undated" if item.age_months is None else f"{mark} {format_months(_rounded(item))}"
    )


def _rounded(item: StaleStatement) -> int:
    """The age in months below two years, in whole years above."""
    months = item.age_months or 0
    return months if months < 24 else months // 12 * 12


def _page(item: StaleStatement) -> str:
    page = format_link(format_publisher(item.source), item.source.url)
    return f"{page}, {format_link('issuer', item.issuer_page)}" if item.issuer_page else page


def missing_table(catalog: Catalog, missing: Sequence[MissingFigure]) -> Table:
    """What was not found, with whom to ask."""
    return {
        "Harm": [str(figure.weight) for figure in missing],
        "About": [_subject(catalog, figure.subject) for figure in missing],
        "What": [escape(figure.label) for figure in missing],
        "To ask": [escape(figure.question) for figure in missing],
        "Whom": [format_link(figure.ask, figure.page) for figure in missing],
    }


def disputed_table(catalog: Catalog, disputes: Sequence[DisputedFigure]) -> Table:
    """Both sides of each dispute, and why one was taken."""
    return {
        "About": [_subject(catalog, dispute.subject) for dispute in disputes],
        "What": [escape(dispute.label) for dispute in disputes],
        "Used here": [_side(catalog, dispute.taken) for dispute in disputes],
        "Others say": [
            "; ".join(_side(catalog, side) for side in dispute.others) for dispute in disputes
        ],
        "Why": [escape(dispute.why) for dispute in disputes],
    }


def _side(catalog: Catalog, side: DisputeSide) -> str:
    since = f" ({format_period(side.as_of)})" if side.as_of else ""
    by = f" {figures.source_links(catalog, side.sources)}" if side.sources else ""
    return f"**{escape(side.text)}**{escape(since)}{by}"


def changes_table(catalog: Catalog, changes: Sequence[Change]) -> Table:
    """What changed, in words."""
    return {
        "About": [_subject(catalog, change.subject) for change in changes],
        "What changed": [escape(change.sentence) for change in changes],
        "Read in": [
            figures.source_links(catalog, change.after.sources) if change.after else ""
            for change in changes
        ],
    }


def open_by_issuer(catalog: Catalog, missing: Iterable[MissingFigure]) -> Table:
    """How many questions are open with each issuer, most first."""
    tally = Counter(figure.subject.partition("/")[0] for figure in missing)
    ranked = [(name, count) for name, count in tally.most_common() if name in catalog.issuers]
    return {
        "Issuer": [
            format_link(catalog.issuers[name].letters, catalog.issuers[name].website)
            for name, _ in ranked
        ],
        "Open": [format_count(count, "question") for _, count in ranked],
    }


def estimates_check(results: Sequence[HeldOut]) -> Table:
    """How well each rule of estimates meets values that were read."""
    return {
        "Estimated": [result.quantity.label for result in results],
        "By": [result.rule.label for result in results],
        "Values tried": [str(result.values) for result in results],
        "In the range": [str(result.in_range) for result in results],
        "Off by, on average": [
            NOT_FOUND_MARK
            if result.mean_error is None
            else escape(format_error(result.quantity, result.mean_error))
            for result in results
        ],
    }


def estimated(catalog: Catalog) -> Table:
    """What is estimated of each credential, with the rule."""
    rows = [
        (sheet.id, quantity, estimate)
        for sheet in catalog.credentials.values()
        for quantity, estimate in estimates_of(catalog, sheet).items()
    ]
    return {
        "About": [_subject(catalog, key) for key, _, _ in rows],
        "What": [quantity.label for _, quantity, _ in rows],
        "Estimate": [
            escape(format_estimate(quantity, made.low, made.high)) for _, quantity, made in rows
        ],
        "Rule": [escape(as_sentence(made.rule)) for _, _, made in rows],
    }


def as_cards(table: Table) -> str:
    """The rows of a table as a list, which a phone has room for: each cell after its heading."""
    rows = zip(*table.values(), strict=True)
    named = ([f"*{name}*: {cell}" for name, cell in zip(table, row, strict=True)] for row in rows)
    return "\n".join("- " + "  \n  ".join(cells) for cells in named)


def harms_table() -> Table:
    """The weights that order the lists, with their reasons."""
    return {
        "Harm": [str(harm.weight) for harm in HARM_WEIGHTS],
        "Place in a fact sheet": [escape(harm.schema_path) for harm in HARM_WEIGHTS],
        "Why": [escape(harm.why) for harm in HARM_WEIGHTS],
    }


def _subject(catalog: Catalog, subject: str) -> str:
    """What a subject is called, as a link to its page where it has one."""
    label = subject_label(catalog, subject)
    return format_link(label, f"credential?id={subject}") if "/" in subject else escape(label)


LONGEST_VALUE = 80


def _short(text: str) -> str:
    return escape(text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…")
