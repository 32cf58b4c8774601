"""A comparison as a table for a policy: nothing in it is about the person who asks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.explore.comparison import ComparisonRow, compare
from cert_model.formatting import format_day
from cert_model.formatting.markdown import in_cell
from ui.components import downloads

LEFT_OUT = "Left out: My eligibility, which depends on the person."
"""The row that a comparison on the screen has beside these."""


@dataclass(frozen=True, slots=True)
class PolicyTable:
    """Several credentials side by side, with their full names and the day of the catalog."""

    names: Sequence[str]
    labels: Sequence[str]
    rows: Sequence[ComparisonRow]
    evidence: str


def policy_table(catalog: Catalog, ids: Sequence[str]) -> PolicyTable:
    """Two to five credentials side by side, without what depends on a person."""
    names = [
        f"{catalog.labels[key]}: {sheet.name}, of {catalog.issuers[sheet.issuer].name}"
        for key, sheet in ((key, catalog.credentials[key]) for key in ids)
    ]
    day, version = format_day(catalog.today), catalog.fingerprint
    return PolicyTable(
        names,
        [catalog.labels[key] for key in ids],
        compare(catalog, ids),
        f"Catalog of {day}, version {version}. {LEFT_OUT} The issuers have the last word.",
    )


def for_word(table: PolicyTable) -> bytes:
    """The table as a page that a word processor opens."""
    return downloads.render_page("compare/policy.html", table=table)


def markdown(table: PolicyTable) -> bytes:
    """The table as Markdown."""
    return "\n".join(_lines(table)).encode()


def _lines(table: PolicyTable) -> Iterator[str]:
    yield f"# {', '.join(table.labels)}\n"
    yield from (f"- {name}" for name in table.names)
    yield f"\n| | {' | '.join(table.labels)} |"
    yield f"|{' --- |' * (len(table.labels) + 1)}"
    for row in table.rows:
        yield f"| {' | '.join(map(in_cell, (row.label, *row.values)))} |"
    yield f"\n{table.evidence}\n"
