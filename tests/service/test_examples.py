"""The examples on the page The data run as they stand, against the app."""

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from scripts.serving import Server
from tests.commands import run_command
from ui.data_health.examples import LANGUAGES, CodeExample, examples

PLACE = "http://127.0.0.1:1/api"
SHELL, PYTHON = "curl", "python"


def code_of(server: Server, language: str, task: str) -> str:
    """The lines of one example, as the page shows them on this server."""
    by_task = {example.task: example.code for example in examples(language, f"{server.url}/api")}
    return by_task[task]


def printed_by(command: list[str], folder: Path) -> str:
    """What an example prints; it fails where the example does."""
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return run.stdout


@pytest.mark.parametrize("example", examples(SHELL, PLACE), ids=lambda example: example.task)
def test_an_example_in_curl_gets_an_answer(
    server: Server, tmp_path: Path, example: CodeExample
) -> None:
    code = code_of(server, SHELL, example.task)
    # A server that has its hands full asks to come back in a moment, and curl does.
    options = "--silent --show-error --fail --retry 5"
    printed = printed_by(["bash", "-c", f"{code} {options}"], tmp_path)
    if ".zip" in code:
        with ZipFile(tmp_path / "certlens.zip") as package:
            assert json.loads(package.read("datapackage.json"))["name"] == "certlens"
        return
    if "facts.csv" in code:
        printed = (tmp_path / "facts.csv").read_text(encoding="utf-8-sig")
    is_table = "csv" in code
    assert len(printed.splitlines()) > 10 if is_table else json.loads(printed)


@pytest.mark.parametrize("example", examples(PYTHON, PLACE), ids=lambda example: example.task)
def test_an_example_in_python_prints_something(
    server: Server, tmp_path: Path, example: CodeExample
) -> None:
    code = code_of(server, PYTHON, example.task)
    assert printed_by([sys.executable, "-c", code], tmp_path).strip()


def test_what_the_cpc_costs_is_what_the_command_says(server: Server, tmp_path: Path) -> None:
    code = code_of(server, PYTHON, "What does the CPC cost?")
    cost = run_command("cost", "cpc", "--json").json
    expected = f"{cost['to_earn']['typical']} {cost['each_year_after']['typical']}\n"
    assert printed_by([sys.executable, "-c", code], tmp_path) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_asks_the_server_that_shows_it(language: str) -> None:
    for example in examples(language, PLACE):
        assert f"{PLACE}/v1/" in example.code
