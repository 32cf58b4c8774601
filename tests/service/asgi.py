"""Runs a part of the service on a made-up request, without a server."""

from collections.abc import Mapping
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tests.event_loops import run_async


async def reached(scope: Scope, receive: Receive, send: Send) -> None:
    """What stands behind the part: it answers 200, or accepts the connection."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"reached"})


def a_request(path: str = "/", host: str = "localhost", **more: Any) -> Scope:
    """A request for a path, as a server hands it on."""
    headers = [(b"host", host.encode("latin-1"))]
    usual = {"type": "http", "scheme": "http", "method": "GET", "path": path, "headers": headers}
    return {**usual, **more}


def a_handshake(path: str = "/_stcore/stream", host: str = "localhost", **more: Any) -> Scope:
    """A request for a connection that stays."""
    can_refuse: Mapping[str, Any] = {"websocket.http.response": {}}
    usual = {"type": "websocket", "scheme": "ws", "extensions": can_refuse}
    return a_request(path, host, **{**usual, **more})


def messages(app: ASGIApp, scope: Scope) -> list[Message]:
    """Everything that an app sends in answer to a request."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": f"{scope['type']}.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    async def answer() -> None:
        await app(scope, receive, send)

    run_async(answer())
    return sent


def status(app: ASGIApp, scope: Scope) -> int:
    """The status that an app answers with; 101 for a connection that stays."""
    return int(messages(app, scope)[0].get("status", 101))


def headers(app: ASGIApp, scope: Scope) -> dict[str, str]:
    """The headers of an app's answer."""
    first = messages(app, scope)[0]
    return {name.decode(): value.decode() for name, value in first.get("headers", ())}
