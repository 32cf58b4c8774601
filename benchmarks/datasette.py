"""Measures the JSON API beside Datasette, which serves the same tables from SQLite.

``python -m benchmarks.datasette``, in the environment of ``requirements-bench.txt``. Both serve on
one core, the program that asks has the other, and they are asked by turns over a connection that
stays open. The ratio is the figure to look at.

Both are counted twice: by the clock, and by what the server's process takes of a core, which other
work on the machine hardly changes.

Datasette reads rows. What it is asked is what comes nearest: for a fact sheet the rows of its
facts, for a bill the sum of the prices of a credential, without dues, books, CEUs and renewal.
"""

import argparse
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from itertools import combinations, count
from pathlib import Path
from urllib.parse import quote, urlencode

from benchmarks.api import Program
from benchmarks.protocol import FailedError
from benchmarks.serve import (
    HOST,
    ROOT,
    ROUNDS,
    Figures,
    environment_of_a_server,
    free_port,
    running,
)
from cert_model.catalog import load_catalog
from cert_model.export.package.tables import package_tables
from cert_model.frames.build import cells_of

_NAME = "certlens"
_INDEXES = {"credentials": "id", "facts": "subject", "prices": "credential"}
"""The columns by which rows are asked for."""
_ROWS = "_shape=array&_size=max&_nocount=1"
"""Asks Datasette for the rows alone, all of them, which is what it does fastest."""
_SUM = (
    "select kind, sum(low) as low, sum(high) as high from prices "
    "where credential in (:id, :other) group by kind"
)


@dataclass(frozen=True)
class Question:
    """One question, as each of the two is asked it in each turn."""

    title: str
    ours: Callable[[int], str]
    theirs: Callable[[int], str]


@dataclass(frozen=True)
class Served:
    """A server that runs, and what asks it."""

    process: int
    program: Program

    def seconds_of_core(self) -> float:
        """What its process has taken of a core so far; 0 where the system does not tell."""
        path = Path(f"/proc/{self.process}/stat")
        if not path.exists():
            return 0.0
        fields = path.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass
class Measured(Figures):
    """What was measured of one question at one server."""

    seconds_of_core: float = 0.0

    @property
    def calls_of_a_core(self) -> float:
        """Calls for each second that the server took of a core."""
        return len(self.waits) / self.seconds_of_core if self.seconds_of_core else 0.0


@dataclass
class Answers:
    """What was measured of one question."""

    ours: Measured = field(default_factory=Measured)
    theirs: Measured = field(default_factory=Measured)


def questions(ids: Sequence[str]) -> tuple[Question, ...]:
    """What is asked, about so many credentials by turns."""

    def of(number: int) -> str:
        return ids[number % len(ids)]

    pairs = list(combinations(ids, 2))

    def two(number: int) -> tuple[str, str]:
        return pairs[number % len(pairs)]

    def dollars(number: int) -> int:
        return 500 + number

    return (
        Question(
            "sheet",
            lambda number: f"/api/v1/credentials/{of(number)}",
            lambda number: f"/{_NAME}/facts.json?subject={quote(of(number), '')}&{_ROWS}",
        ),
        Question(
            "list",
            lambda _: "/api/v1/credentials",
            lambda _: f"/{_NAME}/credentials.json?{_ROWS}",
        ),
        Question(
            "list, each time another limit",
            lambda number: f"/api/v1/credentials?max_first_year_cost={dollars(number)}",
            lambda number: f"/{_NAME}/credentials.json?to_earn__lte={dollars(number)}&{_ROWS}",
        ),
        Question(
            "cost",
            lambda number: f"/api/v1/cost?ids={of(number)}",
            lambda number: _sum(of(number), of(number)),
        ),
        Question(
            "cost of two, each time others: a bill worked out, a sum of rows",
            lambda number: f"/api/v1/cost?ids={','.join(two(number))}",
            lambda number: _sum(*two(number)),
        ),
    )


def _sum(one: str, other: str) -> str:
    """The address at which Datasette adds up the prices of one or two credentials."""
    return f"/{_NAME}.json?{urlencode({'sql': _SUM, 'id': one, 'other': other})}&{_ROWS}"


def write_database(path: Path) -> list[str]:
    """Write the tables of the data package into a database; the ids of the credentials."""
    catalog = load_catalog()
    with closing(sqlite3.connect(path)) as database:
        for name, table in package_tables(catalog).items():
            columns = ", ".join(f'"{column}"' for column in table)
            database.execute(f'create table "{name}" ({columns})')
            rows = zip(*(cells_of(table[column]) for column in table), strict=True)
            places = ", ".join("?" for _ in table)
            database.executemany(f'insert into "{name}" values ({places})', rows)
        for name, column in _INDEXES.items():
            database.execute(f'create index "by_{column}_{name}" on "{name}" ("{column}")')
        database.commit()
    return list(catalog.credentials)


@contextmanager
def our_app() -> Iterator[Served]:
    """Serve the app as uvicorn does, without its log."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "app:app", "--host", HOST, "--port", str(port)]
    command += ["--log-level", "warning", "--no-access-log"]
    health = f"http://{HOST}:{port}/healthz"
    with running(command, health, ROOT, environment_of_a_server()) as process:
        yield Served(process, Program(f"http://{HOST}:{port}"))


@contextmanager
def datasette(database: Path) -> Iterator[Served]:
    """Serve a database that nobody changes."""
    port = free_port()
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", str(database)]
    command += ["--host", HOST, "--port", str(port), "--setting", "max_returned_rows", "5000"]
    address = f"http://{HOST}:{port}"
    with running(command, f"{address}/-/versions.json", ROOT, dict(os.environ)) as process:
        yield Served(process, Program(address))


@contextmanager
def on_core(core: int) -> Iterator[None]:
    """Keep what is started meanwhile on one core, where the system can do that."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def measure(
    ours: Served, theirs: Served, asked: Sequence[Question], seconds: float
) -> list[Answers]:
    """Ask both each question for so many seconds, by turns."""
    answers = [Answers() for _ in asked]
    for _ in range(ROUNDS):
        for question, measured in zip(asked, answers, strict=True):
            _ask(ours, question.ours, seconds / ROUNDS, measured.ours)
            _ask(theirs, question.theirs, seconds / ROUNDS, measured.theirs)
    return answers


def _ask(
    server: Served, question: Callable[[int], str], seconds: float, measured: Measured
) -> None:
    """Ask for so long, from where it was left; the first answer of a turn does not count."""
    asked_before = len(measured.waits)
    server.program.ask(question(asked_before))
    begun, core = time.perf_counter(), server.seconds_of_core()
    for number in count(asked_before):
        measured.waits.append(server.program.ask(question(number)))
        if time.perf_counter() - begun > seconds:
            break
    measured.seconds += time.perf_counter() - begun
    measured.seconds_of_core += server.seconds_of_core() - core


def table(asked: Sequence[Question], answers: Sequence[Answers]) -> Iterator[str]:
    """The figures as a Markdown table, a line for each question."""
    heads = [
        f"{name}: calls a second | p50 | p99 | calls a second of the core"
        for name in ("CertLens", "Datasette")
    ]
    yield f"| question | {' | '.join(heads)} | CertLens: times as many | by the core |"
    yield "| --- |" + " --- |" * 10
    for question, measured in zip(asked, answers, strict=True):
        ours, theirs = measured.ours, measured.theirs
        by_clock = ours.rate / theirs.rate
        by_core = ours.calls_of_a_core / theirs.calls_of_a_core if theirs.seconds_of_core else 0.0
        cells = f"{_cells(ours)} | {_cells(theirs)} | {by_clock:.1f} | {by_core:.1f}"
        yield f"| {question.title} | {cells} |"


def _cells(figures: Measured) -> str:
    p50, p99 = figures.percentile(50), figures.percentile(99)
    return f"{figures.rate:,.0f} | {p50:.1f} ms | {p99:.1f} ms | {figures.calls_of_a_core:,.0f}"


def main() -> None:
    """Read the options, measure, and print."""
    parser = argparse.ArgumentParser(description="Calls of the API beside Datasette.")
    parser.add_argument("--seconds", type=float, default=8, help="each (default: %(default)s)")
    options = parser.parse_args()
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else [0]
    try:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            database = folder / f"{_NAME}.db"
            asked = questions(write_database(database))
            with on_core(cores[0]):
                ours = stack.enter_context(our_app())
                theirs = stack.enter_context(datasette(database))
            with on_core(cores[-1]):
                answers = measure(ours, theirs, asked, options.seconds)
    except FailedError as error:
        sys.exit(f"failed: {error}")
    print(*table(asked, answers), sep="\n")


if __name__ == "__main__":
    main()
