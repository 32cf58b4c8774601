"""The first minute: a quiet start, and a server that this machine alone can reach."""

import contextlib
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from scripts.serving import Server
from tests.service.conftest import Start


def test_the_start_prints_a_few_lines_and_the_address_to_open(start: Start) -> None:
    lines = [line for line in start.printed.splitlines() if line.strip()]
    assert len(lines) <= 4, lines
    assert any(start.server.url in line for line in lines)


def test_the_app_listens_on_loopback_alone(server: Server) -> None:
    port = urlsplit(server.url).port
    socket.create_connection(("127.0.0.1", port), timeout=5).close()
    # Every address that begins with 127 leads to this machine, so all listen where any does.
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", port), timeout=5)


def test_the_server_runs_on_the_quicker_event_loop(server: Server) -> None:
    mapped = Path(f"/proc/{server.pid}/maps").read_text(encoding="utf-8")
    assert "/uvloop/" in mapped


def test_messages_that_are_none_are_logged_once_a_minute(server: Server) -> None:
    address = f"{server.url.replace('http', 'ws', 1)}/_stcore/stream"
    for _ in range(5):
        with (
            contextlib.suppress(ConnectionClosed),
            connect(address, subprotocols=[Subprotocol("streamlit")]) as client,
        ):
            client.send(b"\xff\xfe\x00junk")
            while client.recv(timeout=5):  # until the server has read it and hangs up
                pass
    assert server.printed().count("Error deserializing back message") == 1
