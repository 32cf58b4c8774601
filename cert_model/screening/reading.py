"""Reads a table of people, whatever kind of file it is in."""

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from cert_model.screening.csv_rows import read_csv
from cert_model.screening.formats import Kind
from cert_model.screening.parquet_rows import read_parquet
from cert_model.screening.rows import Rows
from cert_model.screening.xlsx_rows import read_xlsx

ROWS_AT_ONCE = 20_000
"""Rows that are read, judged and written together; more would be no faster."""

_READERS: Mapping[Kind, Callable[[BinaryIO, int], Iterator[Rows]]] = {
    Kind.CSV: read_csv,
    Kind.XLSX: read_xlsx,
    Kind.PARQUET: read_parquet,
}


def read_rows(file: BinaryIO, kind: Kind, at_once: int = ROWS_AT_ONCE) -> Iterator[Rows]:
    """The rows of a table in their order, at most ``at_once`` at a time.

    ``file`` is open for reading bytes and can be gone back to its beginning. Raises BadTable where
    it cannot be read, if need be after its first rows.
    """
    yield from _READERS[kind](file, at_once)
