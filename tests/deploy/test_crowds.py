"""Many at once, and some who are slow on purpose: those inside go on, and no log fills up."""

import asyncio
import socket
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.protocol import Tab
from scripts.deployment import SERVED, Deployment, deployed
from service.capacity import most_sessions
from tests.service.http import request
from tests.service.test_crowd import enter

pytestmark = pytest.mark.deploy

IDLE = 1_000
FEW_FILES = 1_024
CROWD = 300


def connect(deployment: Deployment) -> socket.socket:
    """A connection to nginx on which nothing was said yet."""
    where = urlsplit(deployment.url)
    return socket.create_connection((where.hostname or "", where.port or 0), timeout=60)


def presses(deployment: Deployment, seconds: float) -> list[float]:
    """The waits of one visitor who presses filters for so long."""

    async def press() -> list[float]:
        tab = await Tab.open(deployment.url.replace("http", "ws"), "explore", 1)
        waits = await tab.press_until(asyncio.get_running_loop().time() + seconds)
        await tab.close()
        return waits

    return asyncio.run(press())


def test_a_thousand_idle_connections_keep_nobody_out(deployment: Deployment) -> None:
    with ExitStack() as idle:
        for _ in range(IDLE):
            idle.enter_context(connect(deployment))
        assert presses(deployment, 3)
        assert request(deployment.site, "/explore").status == 200
    assert presses(deployment, 1)


def test_whoever_sends_a_request_letter_by_letter_is_cut_off(deployment: Deployment) -> None:
    with connect(deployment) as slow:
        begun = time.monotonic()
        answer = b"going on"
        slow.settimeout(1)
        for letter in b"GET /explore HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + b"x" * 100:
            try:
                slow.send(bytes([letter]))
                answer = slow.recv(4_096)
            except TimeoutError:
                continue
            except OSError:
                answer = b""
            break
        assert answer[:12] in (b"", b"HTTP/1.1 408")
        assert time.monotonic() - begun < 30


def test_whoever_reads_slowly_holds_no_process(deployment: Deployment) -> None:
    with connect(deployment) as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        slow.sendall(b"GET /files/credentials.csv HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        slow.recv(100)
        for port in deployment.ports:
            deployment.end(port)  # which waits for answers under way
            deployment.wait_for(port)
        received = 100
        while received < 50_000 and (part := slow.recv(65_536)):
            received += len(part)
    assert received > 10_000


def test_a_crowd_beyond_the_open_files_is_asked_to_wait(tmp_path: Path) -> None:
    few = f"tests.service.few_files {FEW_FILES} {SERVED}"
    with deployed(tmp_path, by=few) as deployment, ExitStack() as crowd:
        entered = [enter(deployment.url, crowd) for _ in range(CROWD)]
        statuses = Counter(status for status, _ in entered)
        room = len(deployment.ports) * most_sessions(FEW_FILES)
        assert statuses == {101: room, 503: CROWD - room}
        assert all(tab.ping().wait(timeout=60) for _, tab in entered if tab)
        page = request(deployment.site, "/explore")
        assert (page.status, page.headers["retry-after"]) == (503, "30")
        assert "full at the moment" in page.text
        assert deployment.printed().count(f"enough for {most_sessions(FEW_FILES)} visitors") == 2
        assert "Traceback" not in deployment.printed()
