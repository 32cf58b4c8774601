"""Workbooks of Excel whose cells are all text, none of which would be run as a formula."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime

import xlsxwriter

from cert_model.formatting.spreadsheets import without_formula

_NO_DAY = datetime(1980, 1, 1)
"""Stands for the day of writing, which would make two files with the same content differ."""
_WIDTH = 20
"""Characters that a column is wide."""


def write_workbook(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    """The rows of each sheet, by its name, as an XLSX file; the first row stays in sight."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _NO_DAY})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 1)
            sheet.set_column(0, max((len(row) for row in rows), default=1) - 1, _WIDTH)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write_string(number, column, without_formula(cell))
    return out.getvalue()
