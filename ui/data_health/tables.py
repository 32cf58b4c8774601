"""The rows behind the pictures and tables of the data's health."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from cert_model.catalog import Catalog
from cert_model.formatting import format_count, format_months, format_period
from cert_model.formatting.markdown import escape, format_link
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
    subject_label,
)
from cert_model.vocabulary import Standing
from ui.components import figures
from ui.components.marks import MARKS, NOT_FOUND_MARK

Table = dict[str, list[str]]

STATE_MARKS: Mapping[CoverageState, str] = {
    **{CoverageState(standing.value): mark for standing, mark in MARKS.items()},
    CoverageState.DISPUTED: "≠",
    CoverageState.UNSOURCED: "~",
    CoverageState.NOT_FOUND: NOT_FOUND_MARK,
    CoverageState.MOOT: "·",
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


def cells(catalog: Catalog, found: Coverage) -> pa.Table:
    """One row per credential and figure, credentials in the order given."""
    rows = [
        {
            "row": at,
            "credential": catalog.labels[key],
            "field": field.label,
            "state": row[field.name].label,
            "mark": STATE_MARKS[row[field.name]],
        }
        for at, (key, row) in enumerate(found.states.items())
        for field in COMPARED_FIELDS
    ]
    return pa.Table.from_pylist(rows, schema=_CELLS)


def counts(found: Coverage) -> pa.Table:
    """One row per figure and state that occurs."""
    rows = []
    for place, field in enumerate(COMPARED_FIELDS):
        tally = Counter(row[field.name] for row in found.states.values())
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


def coverage_table(catalog: Catalog, found: Coverage) -> Table:
    """Per credential, the figures in each state."""
    labels = {field.name: field.label for field in COMPARED_FIELDS}
    return {
        "Credential": [escape(catalog.labels[key]) for key in found.states],
        **{
            f"{STATE_MARKS[state]} {state.label}": [
                ", ".join(labels[name] for name, held in row.items() if held is state)
                for row in found.states.values()
            ]
            for state in CoverageState
        },
    }


def stale_table(catalog: Catalog, found: Sequence[StaleStatement]) -> Table:
    """What is old, with the page to open."""
    return {
        "Harm": [str(each.statement.weight) for each in found],
        "Of": [_subject(catalog, each.statement.subject) for each in found],
        "What": [escape(each.statement.label) for each in found],
        "Shown": [_short(each.statement.text) for each in found],
        "Age": [_age(each) for each in found],
        "Page to open": [_page(each) for each in found],
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
    page = format_link(item.source.publisher, item.source.url)
    return f"{page}, {format_link('issuer', item.issuer_page)}" if item.issuer_page else page


def missing_table(catalog: Catalog, found: Sequence[MissingFigure]) -> Table:
    """What was not found, with whom to ask."""
    return {
        "Harm": [str(each.weight) for each in found],
        "Of": [_subject(catalog, each.subject) for each in found],
        "What": [escape(each.label) for each in found],
        "To ask": [escape(each.question) for each in found],
        "Whom": [format_link(each.ask, each.page) for each in found],
    }


def disputed_table(catalog: Catalog, found: Sequence[DisputedFigure]) -> Table:
    """Both sides of each dispute, and why one was taken."""
    return {
        "Of": [_subject(catalog, each.subject) for each in found],
        "What": [escape(each.label) for each in found],
        "Taken here": [_side(catalog, each.taken) for each in found],
        "Others say": ["; ".join(_side(catalog, it) for it in each.others) for each in found],
        "Why": [escape(each.why) for each in found],
    }


def _side(catalog: Catalog, side: DisputeSide) -> str:
    since = f" ({format_period(side.as_of)})" if side.as_of else ""
    by = f" {figures.source_links(catalog, side.sources)}" if side.sources else ""
    return f"**{escape(side.text)}**{escape(since)}{by}"


def changes_table(catalog: Catalog, found: Sequence[Change]) -> Table:
    """What changed, in words."""
    return {
        "Of": [_subject(catalog, each.subject) for each in found],
        "What changed": [escape(each.sentence) for each in found],
        "Read in": [
            figures.source_links(catalog, each.after.sources) if each.after else ""
            for each in found
        ],
    }


def open_by_issuer(catalog: Catalog, found: Iterable[MissingFigure]) -> Table:
    """How many questions are open with each issuer, most first."""
    tally = Counter(each.subject.partition("/")[0] for each in found)
    ranked = [(name, count) for name, count in tally.most_common() if name in catalog.issuers]
    return {
        "Issuer": [
            format_link(catalog.issuers[name].letters, catalog.issuers[name].website)
            for name, _ in ranked
        ],
        "Open": [format_count(count, "question") for _, count in ranked],
    }


def as_cards(table: Table) -> str:
    """The same rows as a list, which a phone has room for: each cell after its heading."""
    rows = zip(*table.values(), strict=True)
    named = ([f"*{name}*: {cell}" for name, cell in zip(table, row, strict=True)] for row in rows)
    return "\n".join("- " + "  \n  ".join(cells) for cells in named)


def harms_table() -> Table:
    """The weights that order the lists, with their reasons."""
    return {
        "Harm": [str(each.weight) for each in HARM_WEIGHTS],
        "Place in a fact sheet": [escape(each.place) for each in HARM_WEIGHTS],
        "Why": [escape(each.why) for each in HARM_WEIGHTS],
    }


def _subject(catalog: Catalog, subject: str) -> str:
    """What a subject is called, as a link to its page where it has one."""
    label = subject_label(catalog, subject)
    return format_link(label, f"credential?id={subject}") if "/" in subject else escape(label)


LONGEST_VALUE = 80


def _short(text: str) -> str:
    return escape(text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…")
