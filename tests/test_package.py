"""The wheel: what it holds, what it asks for, and that it works away from the checkout."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from cert_model import __version__
from tests.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
BROUGHT_ALONG = {"pydantic-core"}
"""What belongs to a dependency, which pins its version."""
NO_NETWORK = ("--no-index", "--no-deps", "--disable-pip-version-check", "--quiet")


def run(*words: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run a program and return what it printed; fail with its complaints if it fails."""
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built with the build backend of this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "wheel", *NO_NETWORK, "--no-build-isolation")
    run(*pip, "--wheel-dir", folder, ROOT, cwd=folder)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """A folder with the wheel installed in it; what it depends on comes from this environment."""
    folder = wheel.parent / "installed"
    pip = (sys.executable, "-m", "pip", "install", *NO_NETWORK)
    run(*pip, "--target", folder, wheel, cwd=wheel.parent)
    return folder


def test_the_wheel_is_named_by_the_version_of_the_model(wheel: Path) -> None:
    assert wheel.name == f"certlens-{__version__}-py3-none-any.whl"


def test_the_wheel_ships_the_model_with_its_types_and_its_data(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    model = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("cert_model/**/*.py")}
    data = {
        f"cert_model/{path.relative_to(ROOT).as_posix()}"
        for path in ROOT.glob("data/**/*")
        if path.is_file()
    }
    assert {*model, *data, "cert_model/py.typed"} <= names


def test_the_wheel_ships_nothing_but_the_model(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {
        "cert_model",
        f"certlens-{__version__}.dist-info",
    }


def test_the_installed_command_reads_its_own_data_from_any_folder(
    installed: Path, tmp_path: Path
) -> None:
    env = {"PYTHONPATH": str(installed), "CERTLENS_DATA": ""}
    command = installed / "bin" / "certlens"
    assert run(command, "--version", cwd=tmp_path, env=env) == f"certlens {__version__}\n"
    assert "Certified Professional Coder" in run(command, "show", "cpc", cwd=tmp_path, env=env)
    where = "from cert_model.catalog import data_folder; print(data_folder())"
    folder = run(sys.executable, "-c", where, cwd=tmp_path, env=env)
    assert Path(folder.strip()) == installed / "cert_model" / "data"


def test_every_library_that_the_model_imports_is_a_dependency() -> None:
    distributions = packages_distributions()
    imported = {
        canonicalize_name(distributions[name][0])
        for path in ROOT.glob("cert_model/**/*.py")
        for name in top_level_imports(path)
        if name not in {"cert_model", *sys.stdlib_module_names}
    }
    named = {canonicalize_name(Requirement(text).name) for text in PROJECT["dependencies"]}
    assert imported - BROUGHT_ALONG == named


def top_level_imports(path: Path) -> set[str]:
    """The first names of everything that a module imports, wherever it does so."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize(
    "text",
    [
        *PROJECT["dependencies"],
        *PROJECT["optional-dependencies"]["app"],
        *PROJECT["optional-dependencies"]["screen"],
    ],
)
def test_the_pinned_version_of_a_dependency_satisfies_its_bound(text: str) -> None:
    pins = dict(
        re.findall(r"^(\S+)==(\S+)$", (ROOT / "requirements.txt").read_text(), flags=re.MULTILINE)
    )
    pinned = {canonicalize_name(name): version for name, version in pins.items()}
    bound = Requirement(text)
    assert bound.specifier.contains(pinned[canonicalize_name(bound.name)])
