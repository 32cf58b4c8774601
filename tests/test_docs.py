"""README and CONTRIBUTING tell the truth."""

import re
from pathlib import Path
from typing import Any

import pytest

from cert_model.cli.main import app
from cert_model.frames import COLUMNS
from cert_model.loading.messages import validate
from cert_model.loading.yaml_reader import Document, read_yaml
from cert_model.schema import Credential
from scripts import columns
from tests.paths import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    [each.name or each.callback.__name__ for each in app.registered_commands if each.callback],
)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"python -m cert_model {command}" in README


def test_the_notebook_of_the_readme_runs() -> None:
    (program,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    names: dict[str, Any] = {}
    exec(program, names)
    assert {"credential", "kind", "low", "high"} <= set(names["prices"].columns)


@pytest.mark.parametrize("frame", list(COLUMNS))
def test_every_frame_is_in_the_readme(frame: str) -> None:
    assert f"`{frame}`" in README


def test_the_column_dictionary_is_that_of_the_frames() -> None:
    assert columns.PATH.read_text(encoding="utf-8") == columns.dictionary(), "run make columns"


def test_every_setting_is_in_the_readme() -> None:
    sources = [
        path
        for folder in ("cert_model", "ui", "scripts")
        for path in ROOT.glob(f"{folder}/**/*.py")
    ]
    settings = {
        name for path in sources for name in re.findall(r"CERTLENS_[A-Z]+", path.read_text())
    }
    assert settings
    assert all(f"`{name}`" in README for name in settings)


@pytest.mark.parametrize("page", [path.stem for path in ROOT.glob("pages/[!_]*.py")])
def test_every_page_is_in_the_readme(page: str) -> None:
    titles = {
        "home": "Start",
        "eligibility": "Am I eligible?",
        "careers": "Work and pay",
        "data_health": "Data health",
        "claims": "Claim checker",
    }
    title = titles.get(page, page.capitalize())
    assert f"| {title} |" in README


def test_every_picture_of_the_readme_is_there() -> None:
    pictures = re.findall(r"\]\((docs/[^)]+)\)", README)
    assert pictures
    assert all((ROOT / picture).exists() for picture in pictures)


@pytest.mark.parametrize("target", re.findall(r"`?make ([a-z]+)", README + CONTRIBUTING))
def test_every_make_target_named_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), flags=re.MULTILINE)


def test_the_fact_sheet_explained_is_a_valid_one(tmp_path: Path) -> None:
    explained = re.findall(r"```yaml\n(# yaml-language.*?)```", CONTRIBUTING, flags=re.DOTALL)[0]
    path = tmp_path / "abc.yaml"
    path.write_text(explained, encoding="utf-8")
    document = read_yaml(path, "CONTRIBUTING.md")
    assert isinstance(document, Document), document
    assert isinstance(validate(Credential, document), Credential)
