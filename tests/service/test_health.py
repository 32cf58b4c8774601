"""What probes are told: that the process lives, and whether it has anything to show."""

import json
from pathlib import Path

import pytest
from starlette.requests import Request

from cert_model.catalog import Catalog, CatalogError, Problem
from service.health import is_alive, is_ready
from tests.event_loops import run_async
from ui.shell import resources
from ui.shell.catalog_keeper import CatalogKeeper

PROBE = Request({"type": "http", "method": "GET", "headers": []})
ERROR = CatalogError([Problem("data/faq.yaml", 1, "", "is broken")])


@pytest.fixture
def keeper(monkeypatch: pytest.MonkeyPatch) -> CatalogKeeper:
    """The keeper of the app, anew."""
    monkeypatch.setattr(resources, "keeper", resources.new_keeper())
    return resources.keeper


def readiness() -> tuple[int, dict[str, object]]:
    answer = is_ready(PROBE)
    return answer.status_code, json.loads(bytes(answer.body))


def test_with_good_data_it_is_ready_and_says_which(keeper: CatalogKeeper, catalog: Catalog) -> None:
    expected = {
        "ready": True,
        "day": catalog.today.isoformat(),
        "data": catalog.fingerprint,
        "errors_in_new_data": 0,
    }
    assert readiness() == (200, expected)


def test_with_newer_data_refused_it_is_ready_and_says_so(keeper: CatalogKeeper) -> None:
    keeper.current()
    keeper.refused = ERROR
    status, body = readiness()
    assert (status, body["ready"], body["errors_in_new_data"]) == (200, True, 1)


def test_without_any_good_data_it_is_alive_and_not_ready(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, keeper: CatalogKeeper
) -> None:
    monkeypatch.setenv("CERTLENS_DATA", str(tmp_path))
    status, body = readiness()
    assert (status, body["ready"]) == (503, False)
    assert run_async(is_alive(PROBE)).status_code == 200
