"""Handshakes that are refused are answered in full, and text ends a connection without a fault."""

import contextlib
import socket

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit import net_util
from streamlit.web.server import server_util
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from scripts.serving import Server
from service.connections import ConnectionGate
from tests.event_loops import run_async
from tests.service.asgi import a_handshake, a_request, messages, reached, status
from tests.service.test_headers import EXPECTED
from ui.shell import streamlit_inside


def address(server: Server, path: str = "/_stcore/stream") -> str:
    return server.url.replace("http", "ws", 1) + path


async def refusing(_: Scope, __: Receive, send: Send) -> None:
    """An app that makes no connection."""
    await send({"type": "websocket.close", "code": 1008})


def test_a_refused_handshake_is_answered() -> None:
    assert status(ConnectionGate(refusing), a_handshake()) == 403
    cut_off = messages(ConnectionGate(refusing), a_handshake(extensions={}))
    assert [message["type"] for message in cut_off] == ["websocket.close"]


def test_what_is_let_in_passes() -> None:
    assert status(ConnectionGate(reached), a_handshake()) == 101
    assert status(ConnectionGate(reached), a_request()) == 200


def test_text_ends_a_connection() -> None:
    inbox: list[Message] = [
        {"type": "websocket.receive", "bytes": b"1"},
        {"type": "websocket.receive", "text": "2"},
    ]
    read: list[str] = []
    sent: list[Message] = []

    async def reading(_: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})
        read.extend([(await receive())["type"] for _ in range(2)])

    async def receive() -> Message:
        return inbox.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    async def visit() -> None:
        await ConnectionGate(reading)(a_handshake(), receive, send)

    run_async(visit())
    assert read == ["websocket.receive", "websocket.disconnect"]
    assert sent[-1] == {"type": "websocket.close", "code": 1003}


@pytest.mark.parametrize("path", ["/_stcore/stream", "/no/such/place", "/files/certlens.csv"])
def test_a_refused_handshake_carries_the_headers(server: Server, path: str) -> None:
    with (
        pytest.raises(InvalidStatus) as refused,
        connect(address(server, path), origin=Origin("http://evil.example")),
    ):
        pass
    assert refused.value.response.status_code == 403
    headers = refused.value.response.headers
    assert {name: headers.get(name) for name in EXPECTED} == EXPECTED


def test_text_is_logged_in_a_line(server: Server) -> None:
    for _ in range(3):
        with connect(address(server), subprotocols=[Subprotocol("streamlit")]) as client:
            client.send("text")
            with contextlib.suppress(ConnectionClosed):
                while client.recv(timeout=30):
                    pass
        assert client.close_code == 1003
    assert server.printed().count("a client sent a message of text") == 1
    assert "Exception in ASGI" not in server.printed()


def test_requests_that_are_none_are_logged_in_a_line(server: Server) -> None:
    for _ in range(5):
        junk_answer(server)
    assert server.printed().count("Invalid HTTP request received") == 1


def junk_answer(server: Server) -> bytes:
    """What comes back for bytes that are no request."""
    host, _, port = server.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        connection.sendall(b"\x16\x03\x01\x02\x00\r\n\r\n")
        return connection.recv(1_000)


def test_no_server_of_others_is_asked_for_the_address_of_this_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(net_util, "_make_blocking_http_get", lambda url, **_: asked.append(url))
    streamlit_inside.ask_nobody_for_our_address()
    assert not server_util.is_url_from_allowed_origins("http://evil.example")
    assert server_util.is_url_from_allowed_origins("http://localhost:8501")
    assert not asked
