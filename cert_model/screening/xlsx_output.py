"""Writes verdicts as an Excel workbook, row by row."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import BinaryIO

import xlsxwriter

from cert_model.formatting.spreadsheets import without_formula
from cert_model.screening.codes import VERDICTS
from cert_model.screening.formats import BadTable
from cert_model.screening.screening import Screened, WriteScreened

MOST_ROWS = 1_048_576
"""Rows of a sheet of Excel, the heading included."""
NO_DAY = datetime(1980, 1, 1)
"""Stands for the day of writing, which would make two files with the same answers differ."""


@contextmanager
def xlsx_output(file: BinaryIO, ids: Sequence[str], wide: bool) -> Iterator[WriteScreened]:
    """What writes verdicts as rows of a sheet. It raises BadTable for more than Excel holds."""
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    book.set_properties({"created": NO_DAY})
    sheet = book.add_worksheet("Verdicts")
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 24)
    row_count = 0

    def write_row(cells: Sequence[str]) -> None:
        nonlocal row_count
        for column, cell in enumerate(cells):
            sheet.write_string(row_count, column, cell)
        row_count += 1

    def write(screened: Screened) -> None:
        added = len(screened.persons) * (1 if wide else len(ids))
        if row_count + added > MOST_ROWS:
            advice = "write .csv or .parquet" if wide else "use --wide, or write .csv or .parquet"
            raise BadTable(f"a sheet of Excel holds {MOST_ROWS:,} rows, and this is more; {advice}")
        for person, numbers in zip(screened.persons, screened.verdicts.T.tolist(), strict=True):
            name = without_formula(person)
            words = [VERDICTS[number] for number in numbers]
            if wide:
                write_row([name, *words])
                continue
            for key, word in zip(ids, words, strict=True):
                write_row([name, key, word])

    write_row(["person", *ids] if wide else ["person", "credential", "verdict"])
    try:
        yield write
    finally:
        book.close()
