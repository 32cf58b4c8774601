"""Examples of the documentation work as they are printed."""

import os
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from cert_model.loading.messages import validate
from cert_model.loading.yaml_reader import Document, read_yaml
from cert_model.schema import Credential
from cert_model.screening import Kind, write_template
from tests.catalogs import project_catalog
from tests.commands import run_command
from tests.docs.pages import code_blocks

COMMAND_LINES = [
    shlex.split(line, comments=True)[1:]
    for block in code_blocks("README.md", "sh")
    for line in block.splitlines()
    if line.startswith("certlens ")
]


@pytest.mark.parametrize("words", COMMAND_LINES, ids=" ".join)
def test_a_command_of_the_readme_runs(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (profile,) = code_blocks("README.md", "yaml")
    (tmp_path / "me.yaml").write_text(profile, encoding="utf-8")
    (tmp_path / "people.csv").write_bytes(write_template(Kind.CSV))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "execve", lambda *_: None)  # a served app would not end
    folder = ["--data", str(tmp_path)] if words == ["schema"] else []
    answer = run_command(*words, *folder)
    assert answer.status == 0, answer.err


def test_the_notebook_of_the_readme_runs() -> None:
    (program,) = code_blocks("README.md", "python")
    names: dict[str, Any] = {}
    exec(program, names)
    assert {"credential", "kind", "low", "high"} <= set(names["prices"].columns)


def test_the_notebooks_of_the_data_package_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run_command("export", "package")
    names: dict[str, Any] = {}
    for program in code_blocks("docs/data-package.md", "python"):
        exec(program, names)
    assert names["cpc"] == project_catalog().credentials["aapc/cpc"]
    assert names["tables"]["prices"].equals(names["prices"])
    assert names["rules"]["way"].dtype == "int64"
    monkeypatch.chdir("package")
    (program,) = re.findall(r"```python\n(.*?)```", Path("README.md").read_text(), flags=re.DOTALL)
    exec(program, names)
    assert names["tables"]["prices"].equals(names["prices"])


def test_the_notebook_on_linked_data_runs() -> None:
    (program,) = code_blocks("docs/linked-data.md", "python")
    names: dict[str, Any] = {}
    exec(program, names)
    assert names["in_ctdl"]["@graph"][0]["@type"] == "ceterms:Certification"
    assert names["for_search_engines"]["name"] == "Certified Professional Coder"


def test_the_fact_sheet_explained_is_a_valid_one(tmp_path: Path) -> None:
    (explained,) = (
        block
        for block in code_blocks("CONTRIBUTING.md", "yaml")
        if block.startswith("# yaml-language-server")
    )
    path = tmp_path / "abc.yaml"
    path.write_text(explained, encoding="utf-8")
    document = read_yaml(path, "CONTRIBUTING.md")
    assert isinstance(document, Document), document
    assert isinstance(validate(Credential, document), Credential)
