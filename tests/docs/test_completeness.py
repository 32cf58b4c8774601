"""Nothing is left out of the documentation: commands, pages, settings, frames, subjects."""

import re
import tomllib

import pytest

from cert_model.cli.main import app
from cert_model.export.package.texts import LICENSE
from cert_model.frames import COLUMNS
from scripts import columns
from tests.docs.pages import PAGES, README
from tests.paths import ROOT

COMMANDS = [
    command.name or command.callback.__name__
    for command in app.registered_commands
    if command.callback
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_in_the_contract(command: str) -> None:
    assert re.search(rf"^certlens {command}\b", README, flags=re.MULTILINE)
    assert f"## `certlens {command}`" in PAGES["docs/json-contract.md"]


def test_every_setting_is_in_the_readme() -> None:
    folders = ("cert_model", "api", "ui", "pages", "service", "scripts", "benchmarks")
    code = [path for folder in folders for path in ROOT.glob(f"{folder}/**/*.py")]
    settings = {
        name
        for path in [*code, ROOT / "app.py"]
        for name in re.findall(r"CERTLENS_[A-Z]+", path.read_text(encoding="utf-8"))
    }
    assert settings == set(re.findall(r"^\| `(CERTLENS_[A-Z]+)` \|", README, flags=re.MULTILINE))


@pytest.mark.parametrize("page", [path.stem for path in ROOT.glob("pages/[!_]*.py")])
def test_every_page_is_in_the_readme(page: str) -> None:
    titles = {
        "home": "Home",
        "plan": "My plan",
        "eligibility": "Am I eligible?",
        "keep": "What I hold",
        "class": "A class",
        "careers": "Work and pay",
        "data_health": "The data",
        "claims": "Claims",
    }
    title = titles.get(page, page.capitalize())
    assert f"| {title} |" in README


@pytest.mark.parametrize("frame", list(COLUMNS))
def test_every_frame_is_in_the_readme(frame: str) -> None:
    assert f"`{frame}`" in README


def test_the_column_dictionary_is_that_of_the_frames() -> None:
    assert columns.PATH.read_text(encoding="utf-8") == columns.dictionary(), "run make columns"


def test_the_subjects_of_the_model_stand_in_the_order_of_its_layers() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (layers,) = (
        contract["layers"] for contract in contracts if contract.get("containers") == ["cert_model"]
    )
    section = PAGES["docs/how-it-works.md"].partition("## The subjects of the model")[2]
    table = section.partition("\n## ")[0]
    subjects = re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE)
    assert subjects == [layer for layer in reversed(layers) if layer != "__main__"]


def test_every_folder_of_the_project_is_in_the_readmes_tree() -> None:
    (tree,) = re.findall(r"^```\n(app\.py .*?)^```", README, flags=re.DOTALL | re.MULTILINE)
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    for folder in sorted(packages | {"data", "docs", "tests"}):
        assert re.search(rf"\b{folder}/", tree), folder


def test_every_decision_is_on_the_list_of_decisions() -> None:
    listed = PAGES["docs/decisions/README.md"]
    for path in ROOT.glob("docs/decisions/[0-9]*.md"):
        title = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        number, _, name = title.partition(". ")
        assert path.name.startswith(f"{int(number):04}-")
        assert f"{number}. [{name}]({path.name})" in listed


def test_the_readme_says_of_the_license_what_the_data_package_says() -> None:
    assert LICENSE in " ".join(README.split())
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")


def test_the_changelog_begins_with_the_version_of_the_model() -> None:
    versions = re.findall(
        r"^## (\d+\.\d+\.\d+) - \d{4}-\d\d-\d\d$", PAGES["CHANGELOG.md"], flags=re.MULTILINE
    )
    project = (ROOT / "cert_model" / "__init__.py").read_text(encoding="utf-8")
    assert f'"{versions[0]}"' in project
