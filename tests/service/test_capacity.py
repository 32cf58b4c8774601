"""A process takes in as many visitors as it has files for, and asks the rest to come back."""

import asyncio
import errno
import logging
import os
import resource
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from service.capacity import Load, LoadGate, has_spare_files, most_sessions, raise_open_files
from service.logs import WithoutPrivateParts, WithoutRefusals, handle_running_out_of_files
from tests.service.asgi import a_handshake, a_request, headers, messages, reached, status

LIMIT = resource.RLIMIT_NOFILE


@pytest.fixture
def limits() -> Iterator[tuple[int, int]]:
    """The limits of this process, which are put back afterwards."""
    before = resource.getrlimit(LIMIT)
    yield before
    resource.setrlimit(LIMIT, before)


def test_the_soft_limit_is_raised_as_far_as_wanted(limits: tuple[int, int]) -> None:
    _, hard = limits
    resource.setrlimit(LIMIT, (1_000, hard))
    assert raise_open_files(wanted=1_500) == 1_500
    assert resource.getrlimit(LIMIT) == (1_500, hard)


def test_a_limit_that_is_higher_stays(limits: tuple[int, int]) -> None:
    soft, _ = limits
    assert raise_open_files(wanted=10) == soft


def test_where_the_hard_limit_is_low_it_says_for_how_many_it_is_enough(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (256, 1_024))
    monkeypatch.setattr(resource, "setrlimit", lambda *_: None)
    assert raise_open_files() == 1_024
    assert "1,024 files, enough for 102 visitors" in caplog.text
    assert "LimitNOFILE" in caplog.text


def test_a_system_that_forbids_it_keeps_its_limit(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def forbid(*_: object) -> None:
        raise ValueError("not allowed to raise maximum limit")

    monkeypatch.setattr(resource, "getrlimit", lambda _: (256, resource.RLIM_INFINITY))
    monkeypatch.setattr(resource, "setrlimit", forbid)
    assert raise_open_files() == 256
    assert "256 files" in caplog.text


def test_the_files_of_departed_sessions_are_left_out_of_account() -> None:
    assert most_sessions(1_024) == 102
    assert most_sessions(20_000) > 3_800
    assert most_sessions(64) == 8


def test_a_full_process_asks_to_come_back_and_serves_those_inside() -> None:
    load = Load(sessions=2, most=2)
    gate = LoadGate(reached, load)
    for visit in (a_handshake(), a_request("/"), a_request("/explore")):
        assert status(gate, visit) == 503
    assert headers(gate, a_request("/"))["retry-after"] == "30"
    served = ("/static/js/index.js", "/files/certlens.csv", "/_stcore/host-config", "/healthz")
    for path in (*served, "/api/v1/credentials"):
        assert status(gate, a_request(path)) == 200
    assert load.turned_away == 4


def test_a_process_with_room_takes_everybody() -> None:
    assert status(LoadGate(reached, Load(sessions=1, most=2)), a_handshake()) == 101
    assert status(LoadGate(reached, Load(sessions=9)), a_handshake()) == 101


def test_whoever_comes_while_files_run_short_is_asked_to_come_back() -> None:
    short = LoadGate(reached, Load(most=100, has_spare_files=lambda: False))
    assert status(short, a_handshake()) == status(short, a_request("/explore")) == 503
    assert status(short, a_request("/files/certlens.csv")) == 200
    assert headers(short, a_request("/"))["connection"] == "close"


def test_files_are_spare_as_long_as_the_system_gives_them(limits: tuple[int, int]) -> None:
    _, hard = limits
    in_use = len(os.listdir("/dev/fd"))
    resource.setrlimit(LIMIT, (in_use + 40, hard))
    assert has_spare_files(20)
    assert not has_spare_files(60)
    assert len(os.listdir("/dev/fd")) == in_use


def out_of_files(*before: Message) -> LoadGate:
    """A gate before an app that can open no file, and sends ``before`` first."""

    async def fail(_: Scope, __: Receive, send: Send) -> None:
        for message in before:
            await send(message)
        raise OSError(errno.EMFILE, "Too many open files")

    return LoadGate(fail, Load(most=9))


def test_who_meets_the_last_file_is_asked_to_come_back(caplog: pytest.LogCaptureFixture) -> None:
    assert status(out_of_files(), a_request("/static/x.js")) == 503
    assert status(out_of_files(), a_handshake()) == 503
    sent = messages(out_of_files({"type": "websocket.accept"}), a_handshake())
    assert (sent[-1]["type"], sent[-1]["code"]) == ("websocket.close", 1013)
    assert "can open no more files" in caplog.text


def test_another_fault_is_a_fault() -> None:
    async def fail(_: Scope, __: Receive, ___: Send) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file")

    with pytest.raises(FileNotFoundError):
        status(LoadGate(fail, Load()), a_request("/"))


def test_a_session_counts_as_long_as_it_lasts() -> None:
    load = Load()
    during: list[int] = []

    async def stay(_: Scope, __: Receive, send: Send) -> None:
        during.append(load.sessions)
        await send({"type": "websocket.accept"})

    status(LoadGate(stay, load), a_handshake())
    assert (during, load.sessions) == ([1], 0)


def test_a_session_that_fails_is_not_counted_on() -> None:
    load = Load()

    async def fail(_: Scope, __: Receive, ___: Send) -> None:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        status(LoadGate(fail, load), a_handshake())
    assert load.sessions == 0


def report(handle: Any, error: Exception) -> None:
    loop = asyncio.new_event_loop()
    try:
        handle(loop, {"message": "socket.accept() out of system resource", "exception": error})
    finally:
        loop.close()


def test_running_out_of_files_is_one_line(caplog: pytest.LogCaptureFixture) -> None:
    report(handle_running_out_of_files(), OSError(errno.EMFILE, "Too many open files"))
    assert "can open no more files" in caplog.text
    assert "Traceback" not in caplog.text


def test_other_errors_of_the_loop_are_reported_as_ever(caplog: pytest.LogCaptureFixture) -> None:
    report(handle_running_out_of_files(), OSError(errno.EACCES, "Permission denied"))
    assert "Permission denied" in caplog.text


def a_record(text: str, *args: object) -> logging.LogRecord:
    return logging.LogRecord("uvicorn.access", logging.INFO, "", 0, text, args, None)


def test_no_query_reaches_the_log() -> None:
    record = a_record('%s - "%s %s" %d', "127.0.0.1:5", "GET", "/eligibility?age=17&x=?", 200)
    assert WithoutPrivateParts().filter(record)
    assert record.getMessage() == '127.0.0.1:5 - "GET /eligibility" 200'


def test_no_session_that_hands_in_a_file_reaches_the_log() -> None:
    record = a_record('%s - "%s %s" %d', "1.2.3.4:5", "PUT", "/_stcore/upload_file/aa-bb/cc", 204)
    assert WithoutPrivateParts().filter(record)
    assert record.getMessage() == '1.2.3.4:5 - "PUT /_stcore/upload_file" 204'


def test_a_handshake_that_was_refused_is_no_error() -> None:
    refusals = WithoutRefusals()
    assert not refusals.filter(a_record("ASGI callable returned without completing handshake."))
    assert refusals.filter(a_record("connection open"))
