"""Commands that stand outside the model are imported when they are asked for, where they are."""

from importlib.metadata import EntryPoint

import pytest

from cert_model.cli import installed
from tests.commands import run_command

MODULE = "tests.cli.test_installed"


def greet() -> None:
    """Greet whoever asks."""
    print("Good day.")


@pytest.fixture(autouse=True)
def offers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two commands outside the model: one is here, the files of the other are not."""
    offered = {
        "greet": EntryPoint("greet", f"{MODULE}:greet", installed.OFFERS),
        "elsewhere": EntryPoint("elsewhere", "nobody.has:this", installed.OFFERS),
    }
    monkeypatch.setattr(installed, "_offers", lambda: offered)


def test_such_a_command_runs_like_any_other() -> None:
    assert run_command("greet").out == "Good day.\n"


def test_it_stands_in_the_list_of_commands() -> None:
    listed = run_command("--help").out
    assert "Greet whoever asks." in listed
    assert "Needs the files of the app" in listed


def test_where_its_files_are_not_a_line_says_where_they_are() -> None:
    answer = run_command("elsewhere")
    assert answer.status == 2
    assert answer.err.startswith("elsewhere needs the files of the app: run it in a checkout")
    assert len(answer.err.splitlines()) == 1


def test_a_command_that_nobody_has_is_refused_as_before() -> None:
    answer = run_command("greets")
    assert answer.status == 2
    assert "No such command 'greets'" in answer.err


def test_a_command_of_the_model_is_never_another_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = EntryPoint("list", f"{MODULE}:greet", installed.OFFERS)
    monkeypatch.setattr(installed, "_offers", lambda: {"list": taken})
    assert run_command("list", "--json").json
