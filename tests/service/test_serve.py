"""What stands against serving is one line before anything is loaded."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from configparser import RawConfigParser
from pathlib import Path

import pytest

from service import serve
from service.serve import CannotServe, check_port, check_settings, supervise
from tests.paths import ROOT

HOST = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody else listens."""
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_in_use_is_named(taken: int) -> None:
    with pytest.raises(CannotServe, match=f"Port {taken} of {HOST} is in use; --port names"):
        check_port(HOST, taken)


def test_an_address_of_another_machine_is_named() -> None:
    with pytest.raises(CannotServe, match="cannot be had: Cannot assign requested address"):
        check_port("192.0.2.1", 8501)


def test_a_port_that_does_not_exist_is_named() -> None:
    with pytest.raises(CannotServe, match="no port 65536"):
        check_port(HOST, 65_536)


def test_no_address_is_not_every_address() -> None:
    with pytest.raises(CannotServe, match="names no address"):
        check_port("", 8501)


def test_a_day_that_is_none_is_named() -> None:
    with pytest.raises(CannotServe, match="CERTLENS_TODAY is 'tomorrow'"):
        check_settings({"CERTLENS_TODAY": "tomorrow"})


def test_a_folder_that_is_not_there_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CERTLENS_DATA", str(tmp_path / "gone"))
    with pytest.raises(CannotServe, match="no folder .*gone"):
        check_settings({})


def test_the_command_says_it_in_one_line(taken: int) -> None:
    command = [sys.executable, "-m", "cert_model", "serve", "--port", str(taken)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == f"Port {taken} of {HOST} is in use; --port names another.\n"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The settings with which the supervisor would have been started."""
    settings: dict[str, str] = {}
    monkeypatch.setattr(os, "execve", lambda *call: settings.update(call[2]))
    return settings


def test_where_every_port_is_taken_nothing_is_started(taken: int, started: dict[str, str]) -> None:
    with pytest.raises(CannotServe, match=f"Port {taken}"):
        supervise(HOST, taken, 1)
    assert not started


def test_where_a_port_is_left_the_supervisor_starts(taken: int, started: dict[str, str]) -> None:
    supervise(HOST, taken, 2)
    assert (started["SERVE_PORT"], started["SERVE_WORKERS"]) == (str(taken), "2")


def test_the_supervisor_waits_for_answers_under_way() -> None:
    parser = RawConfigParser()
    parser.read(serve.SUPERVISED, encoding="utf-8")
    assert parser.getint("program:certlens", "stopwaitsecs") > serve.SECONDS_TO_DRAIN
