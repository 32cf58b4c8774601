"""Measures screening from a Parquet table to a wide Parquet table, at growing sizes.

Each run has a process of its own, so that its peak of memory is its own:
``python -m benchmarks.screen_files TABLE OUT ENGINE``.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.synthetic_people import random_profiles, write_people
from cert_model.catalog import load_catalog
from cert_model.screening import (
    Engine,
    Rows,
    Screened,
    Screener,
    TableFiles,
    code_rows,
    open_dask_engine,
    screen_file,
    screener_of,
)

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
WITH_DASK = 1_000_000
"""At this size two processes are tried as well."""
NATION = 300_000_000
_KIBIBYTES = 1024


@dataclass(frozen=True)
class FileRun:
    """What it took to screen a file."""

    people: int
    engine: str
    seconds: float
    """By the clock."""
    core_seconds: float | None
    """Those of the processor, which others that use the machine lengthen less; None where other
    processes worked as well."""
    judging: float | None
    """Those in which rules were evaluated."""
    peak_mebibytes: float
    """The most memory that this process ever had."""
    bytes_in: int
    bytes_out: int


def print_file_runs(sizes: Sequence[int]) -> None:
    """Print what screening takes at each size, and what it would take for a nation."""
    print(
        "| people | engine | seconds | people a second | people a core-second | judging "
        "| peak memory | bytes a person |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    profiles = random_profiles(load_catalog(), complete=False)
    last: FileRun | None = None
    with tempfile.TemporaryDirectory() as folder:
        table, out = Path(folder) / "people.parquet", Path(folder) / "verdicts.parquet"
        for size in sizes:
            write_people(table, profiles, size)
            for engine in ("dask", "local") if size == WITH_DASK else ("local",):
                last = _run_apart(table, out, engine)
                print(_row(last), flush=True)
    if last is not None and last.core_seconds is not None:
        a_second = last.people / last.core_seconds
        print(
            f"\n{NATION:,} people at {a_second:,.0f} a core-second: "
            f"{NATION / a_second / 3600:,.1f} hours of a core, "
            f"{NATION * last.bytes_in / last.people / 1e9:,.0f} GB in and "
            f"{NATION * last.bytes_out / last.people / 1e9:,.0f} GB out\n"
        )


def _row(run: FileRun) -> str:
    a_core_second, share = "", ""
    if run.core_seconds is not None and run.judging is not None:
        a_core_second = f"{run.people / run.core_seconds:,.0f}"
        share = f"{run.judging / run.core_seconds:.0%} of it"
    return (
        f"| {run.people:,} | {run.engine} | {run.seconds:,.1f} | {run.people / run.seconds:,.0f} "
        f"| {a_core_second} | {share} | {run.peak_mebibytes:,.0f} MiB "
        f"| {run.bytes_in / run.people:.0f} in, {run.bytes_out / run.people:.0f} out |"
    )


def _run_apart(table: Path, out: Path, engine: str) -> FileRun:
    words = [sys.executable, "-m", "benchmarks.screen_files", str(table), str(out), engine]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return FileRun(**json.loads(done.stdout))


def _run(table: Path, out: Path, engine_name: str) -> FileRun:
    """Screen a table, and say what it took."""
    screener = screener_of(load_catalog(), complete=False)
    files = TableFiles(table, out, out.with_suffix(".csv"), wide=True)
    if engine_name == "dask":
        with open_dask_engine() as screen_there:
            return _timed(screener, files, screen_there, engine_name, None)
    engine = _TimedEngine()
    return _timed(screener, files, engine, engine_name, engine)


class _TimedEngine:
    """Screens in this process, and counts the seconds in which rules are evaluated."""

    def __init__(self) -> None:
        self.judging = 0.0

    def __call__(self, screener: Screener, some_rows: Iterable[Rows]) -> Iterator[Screened]:
        for rows in some_rows:
            coded = code_rows(screener.reader, rows, screener.complete)
            began = time.process_time()
            verdicts = screener.judge.judge(coded.people)
            self.judging += time.process_time() - began
            yield Screened(coded.persons, verdicts, coded.faults)


def _timed(
    screener: Screener,
    files: TableFiles,
    engine: Engine,
    engine_name: str,
    timed: _TimedEngine | None,
) -> FileRun:
    began, began_on_core = time.perf_counter(), time.process_time()
    tally = screen_file(screener, files, engine)
    seconds, core_seconds = time.perf_counter() - began, time.process_time() - began_on_core
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIBIBYTES
    return FileRun(
        people=tally.people,
        engine=engine_name,
        seconds=seconds,
        core_seconds=None if timed is None else core_seconds,
        judging=None if timed is None else timed.judging,
        peak_mebibytes=peak,
        bytes_in=files.source.stat().st_size,
        bytes_out=files.out.stat().st_size,
    )


if __name__ == "__main__":
    print(json.dumps(asdict(_run(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))))
