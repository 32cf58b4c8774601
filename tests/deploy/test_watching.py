"""What watches the app asks for figures that it has, and says what to do where an alert fires."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families
from starlette.requests import Request

from service.capacity import load
from service.metrics import figures
from tests.docs.pages import PAGES
from tests.paths import ROOT
from tests.service.asgi import a_request
from ui.shell import resources

FOLDER = ROOT / "deploy"
DASHBOARD: dict[str, Any] = json.loads(
    (FOLDER / "grafana" / "certlens.json").read_text(encoding="utf-8")
)
(GROUP,) = yaml.safe_load((FOLDER / "prometheus" / "alerts.yml").read_text(encoding="utf-8"))[
    "groups"
]
ALERTS: list[dict[str, Any]] = GROUP["rules"]
EXPRESSIONS = [
    *(target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]),
    *(alert["expr"] for alert in ALERTS),
]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of all figures that a process tells."""
    monkeypatch.setattr(load, "most", 102)
    resources.keeper.current()
    text = bytes(figures(Request(a_request())).body).decode()
    families = list(text_string_to_metric_families(text))
    samples = {sample.name for family in families for sample in family.samples}
    return samples | {f"{family.name}_total" for family in families if family.type == "counter"}


def names_in(expression: str) -> Iterator[str]:
    yield from re.findall(r"\b(?:certlens|process)_\w+", expression)


def test_every_figure_that_is_asked_for_is_told(told: set[str]) -> None:
    asked = {name for expression in EXPRESSIONS for name in names_in(expression)}
    assert asked
    assert asked <= told


def test_every_figure_of_the_app_is_on_the_dashboard_or_in_an_alert(told: set[str]) -> None:
    asked = {name for expression in EXPRESSIONS for name in names_in(expression)}
    parts = re.compile(r"_(bucket|count|sum|created)$")
    own = {name for name in told if name.startswith("certlens_") and not parts.search(name)}
    assert own <= asked


@pytest.mark.parametrize("alert", ALERTS, ids=lambda alert: alert["alert"])
def test_an_alert_is_explained_in_the_documentation(alert: dict[str, Any]) -> None:
    assert alert["labels"]["severity"] in {"page", "ticket"}
    assert alert["annotations"]["summary"].endswith(".")
    assert f"`{alert['alert']}`" in PAGES["docs/deployment.md"]
