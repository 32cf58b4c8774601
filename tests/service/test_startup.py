"""New data are taken while the app runs, once their files rest."""

import asyncio
import contextlib
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import cast
from unittest.mock import Mock

import pytest

from api import documentation
from cert_model.catalog import load_catalog
from scripts.serving import Server
from service import startup
from service.startup import DataWatch
from tests.catalogs import TODAY
from tests.event_loops import run_async
from tests.paths import GOOD
from tests.service.http import request as ask
from ui.shell.catalog_keeper import CatalogKeeper


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "data"))


@pytest.fixture
def keeper(folder: Path, monkeypatch: pytest.MonkeyPatch) -> CatalogKeeper:
    monkeypatch.setattr(startup, "freeze", lambda: None)
    keeper = CatalogKeeper(lambda day: load_catalog(folder, day), lambda: TODAY, lambda: folder)
    keeper.current()
    return keeper


def write_note(folder: Path, words: str) -> None:
    sheet = folder / "credentials" / "demo" / "abc.yaml"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(f"{text}# {words}\n", encoding="utf-8")


def test_files_that_are_still_written_wait_until_they_rest(
    keeper: CatalogKeeper, folder: Path
) -> None:
    before = keeper.current()
    watch = DataWatch(keeper)
    for words in ("half of it", "all of it"):
        write_note(folder, words)
        watch.look()
        assert keeper.current() is before
    watch.look()
    assert keeper.current() is not before


def test_files_are_taken_at_once_where_that_is_asked_for(
    keeper: CatalogKeeper, folder: Path
) -> None:
    before = keeper.current()
    watch = DataWatch(keeper)
    write_note(folder, "all of it")
    watch.look(at_once=True)
    assert keeper.current() is not before


class Looks:
    """Stands for the watch: what it was asked, and an end after some looks."""

    def __init__(self, *, ends_after: int) -> None:
        self.at_once: list[bool] = []
        self._ends_after = ends_after

    def look(self, *, at_once: bool = False) -> None:
        self.at_once.append(at_once)
        if len(self.at_once) == self._ends_after:
            raise SystemExit
        raise PermissionError("a folder that nobody may list")


def watch_until_the_end(looks: Looks, *, asked_before: bool = False) -> None:
    async def watch() -> None:
        asked = asyncio.Event()
        if asked_before:
            asked.set()
        with contextlib.suppress(SystemExit):
            await startup._watch(cast(DataWatch, looks), asked)

    run_async(watch())


def test_whoever_asks_for_a_look_does_not_wait_for_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(startup, "SECONDS_BETWEEN_LOOKS", 60)
    looks = Looks(ends_after=1)
    watch_until_the_end(looks, asked_before=True)
    assert looks.at_once == [True]


@pytest.mark.parametrize("by", ["server", "uvicorn_server"])
def test_a_hang_up_ends_no_server(by: str, request: pytest.FixtureRequest) -> None:
    server: Server = request.getfixturevalue(by)
    for _ in range(5):
        os.kill(server.pid, signal.SIGHUP)
    assert ask(server, "/readyz").status == 200


@pytest.mark.parametrize("from_terminal", [True, False])
def test_a_terminal_that_is_closed_ends_the_server_that_was_started_from_it(
    from_terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop = Mock()
    monkeypatch.setattr(sys, "stdin", Mock(isatty=lambda: from_terminal))
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: loop)
    startup._look_when_asked(asyncio.Event())
    assert loop.add_signal_handler.called is not from_terminal


def test_a_look_that_fails_is_logged_and_the_next_one_comes(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(startup, "SECONDS_BETWEEN_LOOKS", 0.001)
    looks = Looks(ends_after=3)
    watch_until_the_end(looks)
    assert looks.at_once == [False] * 3
    assert "could not be looked at" in caplog.text


def test_as_long_as_nothing_changes_nothing_is_loaded(keeper: CatalogKeeper) -> None:
    before = keeper.current()
    watch = DataWatch(keeper)
    watch.look()
    watch.look()
    assert keeper.current() is before


def test_the_first_to_ask_for_the_apis_document_does_not_wait_for_its_examples(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    catalog = load_catalog(GOOD, TODAY)
    startup.prepare(catalog)
    monkeypatch.setattr(documentation, "_responses", None)
    assert documentation.describe_api("/api", catalog)["paths"]
