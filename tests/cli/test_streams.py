"""A command ends as the documentation says, wherever its answer and its data are."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import run_command
from tests.paths import DATA, GOOD, ROOT


def run(*words: str, out: str = "", **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own; ``out`` is the file that its answer goes to."""
    with open(out or os.devnull, "wb") as file:
        return subprocess.run(
            [sys.executable, "-m", "cert_model", *words],
            cwd=ROOT,
            env={**os.environ, **settings},
            stdout=file if out else subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )


def in_shell(words: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command with what a shell does to its streams, as ``list >&-`` says."""
    command = f"{sys.executable} -m cert_model {words}"
    return subprocess.run(
        ["bash", "-c", command], cwd=ROOT, capture_output=True, timeout=60, check=False
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_comparison_is_readable_where_the_encoding_has_no_unequal_sign(encoding: str) -> None:
    answer = run("compare", "cpc", "ccs", PYTHONIOENCODING=encoding)
    assert answer.returncode == 0
    assert "!=" in answer.stdout.decode(encoding)


def test_json_is_the_same_in_every_encoding() -> None:
    words = ("compare", "cpc", "ccs", "--json")
    ascii_only = run(*words, PYTHONIOENCODING="ascii")
    assert ascii_only.returncode == 0
    assert json.loads(ascii_only.stdout) == run_command(*words).json


@pytest.mark.parametrize("words", [("list",), ("list", "--json"), ("check",)], ids=" ".join)
def test_a_full_disk_is_said_in_one_line(words: tuple[str, ...]) -> None:
    answer = run(*words, out="/dev/full")
    *warnings, last = answer.stderr.decode().splitlines()
    assert answer.returncode == 2
    assert last == "the answer cannot be written: No space left on device"
    assert all(line.startswith("warning: ") for line in warnings)


@pytest.mark.parametrize("words", ["show cpc", "show cpc --json", "stale", "check"])
def test_a_reader_who_has_seen_enough_ends_a_command_quietly(words: str) -> None:
    answer = in_shell(f"{words} | head -c 1; exit ${{PIPESTATUS[0]}}")
    lines = answer.stderr.decode().splitlines()
    assert answer.returncode == 0
    assert all(line.startswith("warning: ") for line in lines)


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_hinders_no_command(closed: str) -> None:
    assert in_shell(f"list {closed}").returncode == 0


def test_people_are_screened_with_every_stream_closed(tmp_path: Path) -> None:
    people, out = tmp_path / "people.csv", tmp_path / "verdicts.csv"
    assert run_command("screen", "--template", str(people)).status == 0
    answer = in_shell(f"screen {people} -o {out} <&- >&- 2>&-")
    assert answer.returncode == 0
    assert out.stat().st_size


def test_a_closed_input_ends_the_server_for_assistants() -> None:
    answer = in_shell("mcp <&-")
    assert (answer.returncode, answer.stderr) == (0, b"")


def test_a_folder_that_cannot_be_listed_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rglob", refuse)
    answer = run_command("list", "--data", str(tmp_path))
    assert (answer.status, answer.err) == (2, f"{tmp_path} cannot be read: Permission denied\n")


def test_schemas_are_not_written_into_a_folder_that_is_none() -> None:
    answer = run_command("schema", "--data", "nope")
    assert answer.status == 2
    assert answer.err == "there is no folder nope; name one with --data\n"


def test_schemas_that_cannot_be_written_are_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "schema").write_text("")
    answer = run_command("schema", "--data", str(tmp_path))
    assert answer.status == 2
    assert answer.err == f"{tmp_path}/schema cannot be written: File exists\n"


def test_data_that_lack_a_file_fail_the_check_and_name_it(tmp_path: Path) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    (data / "faq.yaml").unlink()
    answer = run_command("check", "--data", str(data))
    assert answer.status == 1
    assert "data/faq.yaml:1: there is no such file; expected the questions that people ask" in (
        answer.err
    )


@pytest.mark.parametrize(
    ("name", "field"),
    [("questions.yaml", "questions"), ("claims.yaml", "claims"), ("faq.yaml", "questions")],
)
def test_data_with_a_file_that_is_empty_fail_the_check(
    name: str, field: str, tmp_path: Path
) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    (data / name).write_text(f"{field}: []\n", encoding="utf-8")
    answer = run_command("check", "--data", str(data))
    assert answer.status == 1
    assert f"data/{name}:1: {field}: empty; expected one entry at least" in answer.err


def test_commands_on_credentials_do_without_the_guide() -> None:
    assert run_command("list", "--data", str(GOOD)).status == 0
