"""New data reach every process without a pause; broken data reach nobody."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.deployment import Deployment
from tests.deploy.returning import meanwhile
from tests.service.http import request

pytestmark = pytest.mark.deploy

SHEET = "credentials/aapc/cpc.yaml"
PATIENCE = 120
"""Seconds that a process may take to look, wait for the files to rest, load and check."""


def readiness(deployment: Deployment) -> list[dict[str, object]]:
    """What each process says of its data."""
    return [request(deployment.process(port), "/readyz").json for port in deployment.ports]


def wait_until(deployment: Deployment, is_so: Callable[[dict[str, object]], bool]) -> None:
    """Return once it is so in every process."""
    deadline = time.monotonic() + PATIENCE
    while not all(map(is_so, readiness(deployment))):
        assert time.monotonic() < deadline, readiness(deployment)
        time.sleep(0.2)


def rewrite(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_new_data_are_taken_while_processes_restart_one_by_one(
    deployment: Deployment, data: Path
) -> None:
    (before,) = {str(state["data"]) for state in readiness(deployment)}

    def publish_and_restart() -> None:
        rewrite(data / SHEET, "AAPC's general credential", "The general credential of AAPC")
        for port in deployment.ports:
            deployment.end(port)
            deployment.wait_for(port)

    visitors = meanwhile(deployment, publish_and_restart)
    assert all(visitor.returns for visitor in visitors)
    (after,) = {str(state["data"]) for state in readiness(deployment)}
    assert after != before


def test_broken_data_leave_the_old_in_service_and_readyz_says_so(
    deployment: Deployment, data: Path
) -> None:
    (before,) = {str(state["data"]) for state in readiness(deployment)}
    rewrite(data / SHEET, "code: CPC", "code: [CPC")
    wait_until(deployment, lambda state: state["errors_in_new_data"] != 0)
    assert {str(state["data"]) for state in readiness(deployment)} == {before}
    assert request(deployment.site, "/files/credentials.csv").status == 200
    assert deployment.printed().count(SHEET.rpartition("/")[2]) == len(deployment.ports)
    rewrite(data / SHEET, "code: [CPC", "code: CPC")
    wait_until(deployment, lambda state: state["errors_in_new_data"] == 0)


def test_new_data_are_taken_without_a_restart(deployment: Deployment, data: Path) -> None:
    (before,) = {str(state["data"]) for state in readiness(deployment)}
    sessions = [deployment.process(port).pid for port in deployment.ports]
    rewrite(data / SHEET, "general credential", "broadest credential")
    wait_until(deployment, lambda state: state["data"] != before)
    assert [deployment.process(port).pid for port in deployment.ports] == sessions
