"""Answers with a table in them as CSV, their rows and fields those of the JSON."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cert_model.catalog import Catalog
from cert_model.costs import CostPlan
from cert_model.export.answers import cost_as_json
from cert_model.export.worklists import change_as_json
from cert_model.formatting.spreadsheets import write_csv
from cert_model.frames import SEPARATOR
from cert_model.quality import Change

_COST_COLUMNS = (
    *("year", "credential", "issuer", "category", "phase", "label"),
    *("low", "typical", "high", "estimate", "facts", "assumptions"),
)
_CHANGE_COLUMNS = ("kind", "subject", "label", "harm", "before", "after", "sentence")


def write_cost_csv(plan: CostPlan) -> bytes:
    """The lines of a bill."""
    return _write_rows(_COST_COLUMNS, cost_as_json(plan)["rows"])


def write_changes_csv(catalog: Catalog, changes: Iterable[Change]) -> bytes:
    """Changes, a line each, with what was said before and after."""
    rows = [change_as_json(catalog, change) for change in changes]
    for row in rows:
        for side in ("before", "after"):
            row[side] = None if row[side] is None else row[side]["text"]
    return _write_rows(_CHANGE_COLUMNS, rows)


def _write_rows(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows below their columns; several values of one cell are joined by semicolons."""
    return write_csv([list(columns), *([_cell(row[name]) for name in columns] for row in rows)])


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return SEPARATOR.join(value)
    return "" if value is None else str(value)
