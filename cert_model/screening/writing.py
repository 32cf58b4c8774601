"""Writes verdicts, a row for each person and credential or a column for each credential.

A file appears under its name when it is whole; until then, and for good where something went
wrong, there is none.
"""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from cert_model.formatting.spreadsheets import write_csv
from cert_model.screening.csv_output import csv_output
from cert_model.screening.formats import Kind
from cert_model.screening.parquet_output import parquet_output
from cert_model.screening.rows import Fault
from cert_model.screening.screening import WriteScreened
from cert_model.screening.xlsx_output import xlsx_output

Output = Callable[[BinaryIO, Sequence[str], bool], AbstractContextManager[WriteScreened]]
"""By a file open for writing, the ids of the credentials and whether each is to have a column."""
WriteFaults = Callable[[Sequence[Fault]], None]

FAULT_COLUMNS = ("line", "person", "column", "reason")
_OUTPUTS: Mapping[Kind, Output] = {
    Kind.CSV: csv_output,
    Kind.XLSX: xlsx_output,
    Kind.PARQUET: parquet_output,
}


@contextmanager
def open_output(
    path: Path, kind: Kind, ids: Sequence[str], *, wide: bool
) -> Iterator[WriteScreened]:
    """What writes verdicts into a file of some kind.

    ``ids`` are those of the credentials, in the order of the rows of verdicts. Writing raises
    BadTable where the kind of file cannot hold so many, and OSError where nothing can be written.
    """
    with _whole_file(path) as file, _OUTPUTS[kind](file, ids, wide) as write:
        yield write


@contextmanager
def open_fault_file(path: Path) -> Iterator[WriteFaults]:
    """What writes the faults of rows into a CSV file; without a fault there is no file."""
    with ExitStack() as opened:
        file: BinaryIO | None = None

        def write(faults: Sequence[Fault]) -> None:
            nonlocal file
            if not faults:
                return
            if file is None:
                file = opened.enter_context(_whole_file(path))
                file.write(write_csv([FAULT_COLUMNS]))
            lines = (
                (str(fault.line), fault.person, fault.column, fault.reason) for fault in faults
            )
            file.write(write_csv(lines).removeprefix(BOM_UTF8))

        yield write


@contextmanager
def _whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file under another name until it is whole; what was there before stays until then."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
