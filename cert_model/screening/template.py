"""Writes a table of people to fill in: every column, and three people as examples."""

import io
from collections.abc import Callable, Mapping, Sequence

import pyarrow
from pyarrow import parquet

from cert_model.formatting.spreadsheets import write_csv
from cert_model.formatting.workbooks import write_workbook
from cert_model.screening.columns import template_rows
from cert_model.screening.formats import Kind

Cells = Sequence[Sequence[str]]


def write_template(kind: Kind) -> bytes:
    """The template as a file of some kind."""
    return _WRITERS[kind](template_rows())


def _write_xlsx(rows: Cells) -> bytes:
    return write_workbook({"People": rows})


def _write_parquet(rows: Cells) -> bytes:
    header, *people = rows
    columns = zip(*people, strict=True)
    cells = {
        name: pyarrow.array([cell or None for cell in column], pyarrow.string())
        for name, column in zip(header, columns, strict=True)
    }
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(cells), out)
    return out.getvalue()


_WRITERS: Mapping[Kind, Callable[[Cells], bytes]] = {
    Kind.CSV: write_csv,
    Kind.XLSX: _write_xlsx,
    Kind.PARQUET: _write_parquet,
}
