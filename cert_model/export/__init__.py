"""What leaves the catalog for other tools: answers as JSON, and files to take away."""

from cert_model.export.answers import (
    LIST_COLUMNS,
    comparison,
    cost,
    eligibility,
    list_row,
    question,
    sheet,
    source_json,
)
from cert_model.export.files import (
    catalog_csv,
    catalog_json,
    comparison_csv,
    comparison_json,
    comparison_xlsx,
    list_csv,
    list_json,
    sheet_csv,
    sheet_json,
)
from cert_model.export.worklists import change, disputed, missing, stale

__all__ = [
    "LIST_COLUMNS",
    "catalog_csv",
    "catalog_json",
    "change",
    "comparison",
    "comparison_csv",
    "comparison_json",
    "comparison_xlsx",
    "cost",
    "disputed",
    "eligibility",
    "list_csv",
    "list_json",
    "list_row",
    "missing",
    "question",
    "sheet",
    "sheet_csv",
    "sheet_json",
    "source_json",
    "stale",
]
