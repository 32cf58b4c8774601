"""The first minute: a quiet start, and a server that this machine alone can reach."""

import contextlib
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from scripts.serving import Server, serve


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app as somebody starts it who says nothing but a port."""
    log = tmp_path_factory.mktemp("started") / "log"
    with serve(log, by="streamlit run app.py --server.port {port}") as running:
        yield running


def test_the_start_prints_a_few_lines_and_the_address_to_open(started: Server) -> None:
    lines = [line for line in started.printed().splitlines() if line.strip()]
    assert len(lines) <= 4, lines
    assert any(started.url in line for line in lines)


def test_the_app_listens_on_loopback_alone(started: Server) -> None:
    port = urlsplit(started.url).port
    socket.create_connection(("127.0.0.1", port), timeout=5).close()
    # Every address that begins with 127 leads to this machine, so all listen where any does.
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", port), timeout=5)


def test_the_server_runs_on_the_quicker_event_loop(started: Server) -> None:
    mapped = Path(f"/proc/{started.pid}/maps").read_text(encoding="utf-8")
    assert "/uvloop/" in mapped


def test_messages_that_are_none_are_logged_once_a_minute(started: Server) -> None:
    address = f"{started.url.replace('http', 'ws', 1)}/_stcore/stream"
    for _ in range(5):
        with (
            contextlib.suppress(ConnectionClosed),
            connect(address, subprotocols=[Subprotocol("streamlit")]) as client,
        ):
            client.send(b"\xff\xfe\x00junk")
            while client.recv(timeout=5):  # until the server has read it and hangs up
                pass
    assert started.printed().count("Error deserializing back message") == 1
