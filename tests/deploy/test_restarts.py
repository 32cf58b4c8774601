"""Processes end, one by one or all of a sudden; visitors notice nothing but a blink."""

import asyncio
import itertools
import signal
import threading
from collections.abc import Callable

import pytest

from scripts.deployment import Deployment
from tests.deploy.returning import Returning, press_meanwhile
from tests.service.http import request

pytestmark = pytest.mark.deploy

VISITORS = 20
ASKED_MEANWHILE = ("/explore", "/compare", "/files/comparison.csv?ids=cpc,ccs")


def meanwhile(deployment: Deployment, happen: Callable[[], None]) -> list[Returning]:
    """The visitors who pressed filters while something happened, and to whom all went well.

    Others ask for pages and files all the while, and get every one of them.
    """
    visitors = [Returning(deployment, seed) for seed in range(VISITORS)]
    ended = threading.Event()
    statuses: list[int] = []

    def keep_asking() -> None:
        for path in itertools.cycle(ASKED_MEANWHILE):
            statuses.append(request(deployment.site, path).status)
            if ended.is_set():
                return

    asking = threading.Thread(target=keep_asking)
    asking.start()
    try:
        asyncio.run(press_meanwhile(visitors, happen))
    finally:
        ended.set()
        asking.join()
    assert set(statuses) == {200}
    return visitors


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
