"""A Dask cluster gives the same bytes as one process, whatever becomes of its workers."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from cert_model.catalog import Catalog
from cert_model.screening import (
    BadTable,
    Engine,
    TableFiles,
    Tally,
    engine_of,
    open_dask_engine,
    screen_file,
    screen_here,
    screener_of,
)
from tests.commands import run_command
from tests.screening.tables import random_people, read_table, table_of, write_table

PEOPLE, ROWS_AT_ONCE = 600, 20


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of people, one of whom has a fault."""
    people = table_of(random_people(30, PEOPLE))
    people[400][1] = "old"
    return write_table(tmp_path_factory.mktemp("people") / "people.csv", people)


@contextmanager
def cluster_of(workers: int, *, processes: bool) -> Iterator[Client]:
    """A client of some workers on this machine."""
    with (
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=workers,
            threads_per_worker=1,
            processes=processes,
            dashboard_address="127.0.0.1:0",
        ) as cluster,
        Client(cluster) as client,  # type: ignore[no-untyped-call]
    ):
        yield client


@pytest.fixture
def client() -> Iterator[Client]:
    """A client of two workers, each a process."""
    with cluster_of(2, processes=True) as client:
        yield client


def address_of(client: Client) -> str:
    assert client.scheduler
    return str(client.scheduler.address)


def written(catalog: Catalog, table: Path, folder: Path, engine: Engine) -> tuple[bytes, bytes]:
    """The bytes of the verdicts and of the faults."""
    files = TableFiles(
        table, folder / "out.parquet", folder / "errors.csv", rows_at_once=ROWS_AT_ONCE
    )
    tally = screen_file(screener_of(catalog, complete=False), files, engine)
    assert (tally.people, tally.rows_left_out) == (PEOPLE - 1, 1)
    return files.out.read_bytes(), files.errors.read_bytes()


def test_a_cluster_of_threads_gives_the_same_bytes(
    catalog: Catalog, tmp_path: Path, table: Path
) -> None:
    expected = written(catalog, table, tmp_path, screen_here)
    with cluster_of(2, processes=False) as client:
        assert written(catalog, table, tmp_path, engine_of(client)) == expected


@pytest.mark.long
def test_a_cluster_of_processes_gives_the_same_bytes(
    catalog: Catalog, tmp_path: Path, table: Path, client: Client
) -> None:
    expected = written(catalog, table, tmp_path, screen_here)
    assert written(catalog, table, tmp_path, engine_of(client)) == expected


@pytest.mark.long
def test_a_worker_that_is_killed_loses_nothing(
    catalog: Catalog, tmp_path: Path, table: Path, client: Client
) -> None:
    expected = written(catalog, table, tmp_path, screen_here)
    engine, killed = engine_of(client), list[int]()

    def kill_after_a_hundred(tally: Tally) -> None:
        if tally.people >= 100 and not killed:
            pids = client.run(os.getpid)
            killed.extend(pids.values())
            os.kill(killed[0], signal.SIGKILL)

    files = TableFiles(
        table, tmp_path / "out.parquet", tmp_path / "errors.csv", rows_at_once=ROWS_AT_ONCE
    )
    screener = screener_of(catalog, complete=False)
    tally = screen_file(screener, files, engine, kill_after_a_hundred)
    assert killed
    assert tally.people == PEOPLE - 1
    assert (files.out.read_bytes(), files.errors.read_bytes()) == expected


@pytest.mark.long
def test_the_command_works_on_a_cluster_of_its_own_and_on_that_of_a_scheduler(
    tmp_path: Path, table: Path, client: Client
) -> None:
    contents = set()
    for options in ((), ("--engine", "dask"), ("--scheduler", address_of(client))):
        out = tmp_path / "out.csv"
        answer = run_command("screen", str(table), "-o", str(out), "--wide", *options)
        assert answer.status == 1
        contents.add(out.read_bytes())
    assert len(contents) == 1
    assert len(read_table(out)) == PEOPLE


def test_a_scheduler_that_does_not_answer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cert_model.screening.dask_engine.SECONDS_TO_ANSWER", 1)
    with (
        pytest.raises(BadTable, match="no Dask scheduler answers at tcp://127.0.0.1:9"),
        open_dask_engine("tcp://127.0.0.1:9"),
    ):
        pass


def test_without_dask_the_command_says_what_to_install(
    tmp_path: Path, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    out = str(tmp_path / "out.csv")
    answer = run_command("screen", str(table), "-o", out, "--engine", "dask")
    assert answer.status == 2
    assert 'needs distributed; install it with pip install "certlens[dask]"' in answer.err
