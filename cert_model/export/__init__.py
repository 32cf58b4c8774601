"""What leaves the catalog for other tools: answers as JSON, and files to take away."""

from cert_model.export.answers import (
    LIST_COLUMNS,
    comparison_as_json,
    cost_as_json,
    eligibility_as_json,
    list_row_as_json,
    question_as_json,
    sheet_as_json,
    source_as_json,
)
from cert_model.export.files import (
    write_catalog_csv,
    write_catalog_json,
    write_comparison_csv,
    write_comparison_json,
    write_comparison_xlsx,
    write_list_csv,
    write_list_json,
    write_sheet_csv,
    write_sheet_json,
)
from cert_model.export.worklists import (
    change_as_json,
    disputed_as_json,
    missing_as_json,
    stale_as_json,
)

__all__ = [
    "LIST_COLUMNS",
    "change_as_json",
    "comparison_as_json",
    "cost_as_json",
    "disputed_as_json",
    "eligibility_as_json",
    "list_row_as_json",
    "missing_as_json",
    "question_as_json",
    "sheet_as_json",
    "source_as_json",
    "stale_as_json",
    "write_catalog_csv",
    "write_catalog_json",
    "write_comparison_csv",
    "write_comparison_json",
    "write_comparison_xlsx",
    "write_list_csv",
    "write_list_json",
    "write_sheet_csv",
    "write_sheet_json",
]
