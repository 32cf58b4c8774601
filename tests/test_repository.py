"""What stands around the code: workflows, hooks and the form for a correction."""

import re
from typing import Any

import pytest
import yaml

from cert_model.catalog import Catalog
from cert_model.quality import write_correction
from tests.paths import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted(GITHUB.glob("workflows/*.yml"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def parse(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def recipe(target: str) -> list[str]:
    """The commands of a target of the Makefile, as it writes them."""
    rule = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", MAKEFILE, flags=re.MULTILINE)
    assert rule, target
    return [line.strip() for line in rule[1].splitlines()]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_only_read_and_calls_the_projects_own_script(path: Any) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        commands = [step["run"] for step in job["steps"] if "run" in step]
        assert [command.split()[0] for command in commands] == [".ci/run"]
        for target in commands[0].split()[1:]:
            assert recipe(target)
        for action in (step["uses"] for step in job["steps"] if "uses" in step):
            assert re.fullmatch(r"actions/[a-z-]+@(v\d+|[0-9a-f]{40})", action)


def test_the_hooks_before_a_commit_are_the_commands_of_make_check() -> None:
    (local,) = parse(".pre-commit-config.yaml")["repos"]
    checks = [
        line.replace("$(BIN)", ".venv/bin").replace(" 2>/dev/null", "") for line in recipe("check")
    ]
    assert [hook["entry"] for hook in local["hooks"]] == checks


def test_the_form_for_a_wrong_figure_has_a_field_for_all_that_the_app_writes(
    catalog: Catalog,
) -> None:
    text = write_correction(catalog, "aapc/cpc", "exam.questions")
    stated = re.findall(r"^- ([A-Z][a-z ]+?)(?: on [^:]+)?:", text, flags=re.MULTILINE)
    blanks = re.findall(r"^(.+): ______$", text, flags=re.MULTILINE)
    form = parse(".github/ISSUE_TEMPLATE/wrong-figure.yml")
    labels = [part["attributes"]["label"] for part in form["body"] if part["type"] != "markdown"]
    assert len(stated) == 5
    assert {"Figure", *stated, *blanks} == set(labels)
    assert labels[-2:] == blanks
    assert text.startswith(f"# {form['title'].strip()}")


def test_the_form_asks_for_credential_figure_value_and_page() -> None:
    form = parse(".github/ISSUE_TEMPLATE/wrong-figure.yml")
    required = {part["id"] for part in form["body"] if part.get("validations", {}).get("required")}
    assert {"credential", "figure", "value", "page"} <= required
