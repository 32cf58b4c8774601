"""Tables of made-up people in files of every kind, and the verdicts read back."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from random import Random

import openpyxl
import pyarrow
from pyarrow import parquet

from cert_model.eligibility import Profile
from cert_model.screening import COLUMNS, Kind, kind_of, write_cells
from tests import profiles

Cells = list[list[str]]


def table_of(people: Sequence[Profile]) -> Cells:
    """A header with every column, and a row for each profile."""
    rows = [
        {"person": f"person {number}", **write_cells(profile)}
        for number, profile in enumerate(people)
    ]
    return [list(COLUMNS), *([row.get(name, "") for name in COLUMNS] for row in rows)]


def random_people(seed: int, count: int, *, complete: bool = False) -> list[Profile]:
    """Random profiles, all complete or none."""
    random = Random(seed)
    made = (Profile.model_validate(profiles.random_profile(random)) for _ in range(count))
    return [profile.model_copy(update={"complete": complete}) for profile in made]


def write_table(path: Path, table: Cells) -> Path:
    """The path of a file with a table in it, of the kind that its ending names."""
    kind = kind_of(path)
    if kind is Kind.CSV:
        text = io.StringIO()
        csv.writer(text).writerows(table)
        path.write_text(text.getvalue(), encoding="utf-8", newline="")
    elif kind is Kind.XLSX:
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for row in table:
            sheet.append([int(cell) if cell.isdigit() else cell or None for cell in row])
        book.save(path)
    else:
        header, *rows = table
        columns = zip(*rows, strict=True)
        parquet.write_table(pyarrow.table(dict(zip(header, map(list, columns), strict=True))), path)
    return path


def read_table(path: Path) -> Cells:
    """The cells of a file, its header among them."""
    kind = kind_of(path)
    if kind is Kind.CSV:
        return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    if kind is Kind.XLSX:
        sheet = openpyxl.load_workbook(path).worksheets[0]
        return [[str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    table = parquet.read_table(path)
    columns = [column.to_pylist() for column in table.columns]
    return [table.column_names, *map(list, zip(*columns, strict=True))]
