"""People from rows to verdicts, some rows at a time: for a command, a page, or another process.

A caller goes through the answers one by one, shows how far it is, and stops by going no further.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.screening.cells import CellReader, cell_reader_of
from cert_model.screening.judge import Judge, Verdicts, judge_of
from cert_model.screening.rows import Fault, Rows, code_rows


@dataclass(frozen=True)
class Screened:
    """The verdicts on the people in some rows, in their order."""

    persons: tuple[str, ...]
    verdicts: Verdicts
    """A row for each credential of the judge and a column for each person."""
    faults: tuple[Fault, ...]
    """Why rows were left out."""


WriteScreened = Callable[[Screened], None]
"""Writes the verdicts on some people below those written before."""


@dataclass(frozen=True)
class Screener:
    """Gives the verdicts on the people in rows. It can be sent to another process."""

    judge: Judge
    reader: CellReader
    complete: bool
    """Whether what a row does not mention is known to be absent."""

    def screen(self, rows: Rows) -> Screened:
        """The verdicts on the people in some rows; rows with a fault are left out."""
        coded = code_rows(self.reader, rows, self.complete)
        return Screened(coded.persons, self.judge.judge(coded.people), coded.faults)


Engine = Callable[[Screener, Iterable[Rows]], Iterator[Screened]]
"""Screens rows, and gives the answers in the order of the rows."""


def screen_here(screener: Screener, some_rows: Iterable[Rows]) -> Iterator[Screened]:
    """The answers for some rows after others, worked out in this process."""
    return map(screener.screen, some_rows)


def screener_of(catalog: Catalog, complete: bool) -> Screener:
    """The screener with the rules of a catalog."""
    return Screener(judge_of(catalog), cell_reader_of(catalog), complete)
