"""The command hands over to the app beside it, and says so where there is none."""

import os
from pathlib import Path
from typing import Any

import pytest

from cert_model.cli import serve_command
from tests.commands import run_command
from tests.paths import DATA


def test_it_becomes_the_server_with_what_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Any] = []
    monkeypatch.setattr(os, "execve", lambda *call: calls.append(call))
    assert run_command("serve", "--port", "9000", "--workers", "3", "--data", str(DATA)).status == 0
    ((_, command, settings),) = calls
    assert command[1:] == [
        *("-m", "service.serve", "--host", "127.0.0.1", "--port", "9000", "--workers", "3")
    ]
    assert settings["CERTLENS_DATA"] == str(DATA)


def test_without_the_screens_it_says_where_to_run_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(serve_command, "CHECKOUT", tmp_path)
    answer = run_command("serve")
    assert (answer.status, answer.out) == (2, "")
    assert "run this in a checkout" in answer.err


def test_no_process_is_not_enough() -> None:
    assert run_command("serve", "--workers", "0").status == 2
