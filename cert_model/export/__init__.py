"""What leaves the catalogue for other tools: answers as JSON, and files to take away."""

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
    catalogue_csv,
    catalogue_json,
    comparison_csv,
    comparison_json,
    comparison_xlsx,
    list_csv,
    list_json,
    sheet_csv,
    sheet_json,
)

__all__ = [
    "LIST_COLUMNS",
    "catalogue_csv",
    "catalogue_json",
    "comparison",
    "comparison_csv",
    "comparison_json",
    "comparison_xlsx",
    "cost",
    "eligibility",
    "list_csv",
    "list_json",
    "list_row",
    "question",
    "sheet",
    "sheet_csv",
    "sheet_json",
    "source_json",
]
