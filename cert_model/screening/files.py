"""A table of people in, a file of verdicts out, and a file of the rows that were left out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from cert_model.loading.raw_files import other_than_a_file
from cert_model.screening.codes import VERDICTS
from cert_model.screening.formats import BadTable, kind_of
from cert_model.screening.reading import ROWS_AT_ONCE, read_rows
from cert_model.screening.rows import Rows
from cert_model.screening.screening import Engine, Screened, Screener, screen_here
from cert_model.screening.writing import open_fault_file, open_output
from cert_model.vocabulary import Verdict


@dataclass(frozen=True)
class TableFiles:
    """The files of one run."""

    source: Path
    out: Path
    errors: Path
    """Written only where rows are left out."""
    wide: bool = False
    """Whether each credential is to have a column, rather than each verdict a row."""
    rows_at_once: int = ROWS_AT_ONCE

    def refuse_one_file_for_two(self) -> None:
        """Raise BadTable where a file would be written over the table, or over another."""
        paths = [path.resolve() for path in (self.source, self.out, self.errors)]
        if len(set(paths)) < len(paths):
            raise BadTable(f"{self.out}: the table, the verdicts and the errors need three names")


@dataclass
class Tally:
    """How many people were judged so far, and how."""

    people: int = 0
    rows_left_out: int = 0
    counts: NDArray[np.int64] = field(default_factory=lambda: np.zeros(len(VERDICTS), np.int64))

    def add(self, screened: Screened) -> None:
        """Count some more people."""
        self.people += len(screened.persons)
        self.rows_left_out += len({fault.line for fault in screened.faults})
        self.counts += np.bincount(screened.verdicts.ravel(), minlength=len(VERDICTS))

    def by_verdict(self) -> dict[Verdict, int]:
        """How often each verdict was given."""
        return dict(zip(VERDICTS, self.counts.tolist(), strict=True))


def screen_file(
    screener: Screener,
    files: TableFiles,
    engine: Engine = screen_here,
    on_progress: Callable[[Tally], None] = lambda _: None,
) -> Tally:
    """Write the verdicts on the people of a table, and the faults of the rows left out.

    ``on_progress`` is called after some rows, and again after some more. Raises BadTable where the
    table cannot be read or the verdicts not be written in that kind of file; then nothing is
    written. OSError is raised where the disk takes no more.
    """
    files.refuse_one_file_for_two()
    source_kind, out_kind = kind_of(files.source), kind_of(files.out)
    tally, ids = Tally(), screener.judge.ids
    with (
        _open_source(files.source) as source,
        open_output(files.out, out_kind, ids, wide=files.wide) as write,
        open_fault_file(files.errors) as write_faults,
    ):
        rows = _named(files.source, read_rows(source, source_kind, files.rows_at_once))
        for screened in engine(screener, rows):
            write(screened)
            write_faults(screened.faults)
            tally.add(screened)
            on_progress(tally)
        if not tally.people and not tally.rows_left_out:
            raise BadTable(f"{files.source}: has no people; add a row for each below its header")
    return tally


@contextmanager
def _open_source(path: Path) -> Iterator[BinaryIO]:
    """A file open for reading. Raises BadTable where it cannot be opened.

    A pipe would have a reader wait, and a device never end.
    """
    try:
        if kind := other_than_a_file(path.stat().st_mode):
            raise BadTable(f"{path}: {kind}; expected a file with a table")
        file = path.open("rb")
    except OSError as error:
        raise BadTable(f"{path}: {error.strerror or 'cannot be read'}") from error
    with file:
        yield file


def _named(path: Path, some_rows: Iterator[Rows]) -> Iterator[Rows]:
    """The rows of a file. Raises BadTable with the name of the file where it cannot be read."""
    try:
        yield from some_rows
    except BadTable as error:
        raise BadTable(f"{path}: {error}") from error
