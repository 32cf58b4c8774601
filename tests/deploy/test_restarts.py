"""Processes end, one by one or all of a sudden; visitors notice nothing but a blink."""

import signal

import pytest

from scripts.deployment import Deployment
from tests.deploy.returning import VISITORS, meanwhile
from tests.service.http import request

pytestmark = pytest.mark.deploy


def test_visitors_of_a_killed_process_go_on_in_the_other(deployment: Deployment) -> None:
    killed = deployment.ports[0]

    def kill() -> None:
        deployment.end(killed, signal.SIGKILL)
        deployment.wait_for(killed)

    visitors = meanwhile(deployment, kill)
    returned = [visitor for visitor in visitors if visitor.returns]
    assert 0 < len(returned) < VISITORS
    assert all(visitor.presses for visitor in visitors)


def test_processes_are_restarted_one_after_the_other(deployment: Deployment) -> None:
    def restart() -> None:
        for port in deployment.ports:
            deployment.end(port)
            deployment.wait_for(port)

    visitors = meanwhile(deployment, restart)
    assert all(visitor.returns for visitor in visitors)


def test_without_any_process_nginx_asks_to_try_again_and_all_come_back(
    deployment: Deployment,
) -> None:
    for port in deployment.ports:
        deployment.end(port, signal.SIGKILL)
    answer = request(deployment.site, "/explore")
    assert (answer.status, answer.headers["retry-after"]) == (503, "10")
    assert b"Please try again in ten seconds." in answer.body
    for port in deployment.ports:
        deployment.wait_for(port)
    assert request(deployment.site, "/explore").status == 200
