"""What the parts of the service that stand before every route have in common."""

from collections.abc import Callable, MutableMapping

from starlette.types import Message, Receive, Scope, Send

_DENIAL = "websocket.http.response"
"""The extension of ASGI by which a handshake is answered with a page rather than cut off."""
_STARTS = frozenset({"http.response.start", f"{_DENIAL}.start", "websocket.accept"})
"""The kinds of message that begin an answer; a page is drawn by some seventy of another kind."""
PROBES = ("/healthz", "/readyz", "/_stcore/health")
"""Ends of the paths that tell whether the app works; they say nothing about anybody."""
UPLOADS = "/_stcore/upload_file"
"""Where Streamlit takes files; what follows in the path names a session and a file."""


def is_request(scope: Scope) -> bool:
    """Whether somebody asks for something, be it a page or a connection that stays."""
    return scope["type"] in ("http", "websocket")


async def refuse(
    scope: Scope, receive: Receive, send: Send, status: int, line: str, retry_after: int = 0
) -> None:
    """Answer with a status and a line of text, a handshake too where the server can do that.

    ``retry_after`` is the number of seconds after which to try again, if that may help; there is no
    room for a connection that waits so long.
    """
    body = f"{line}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
    ]
    if retry_after:
        headers.append((b"retry-after", str(retry_after).encode()))
        headers.append((b"connection", b"close"))
    kind = "http.response"
    if scope["type"] == "websocket":
        await receive()
        if not can_answer_handshake(scope):
            await send({"type": "websocket.close", "code": 1013, "reason": line})
            return
        kind = _DENIAL
    await send({"type": f"{kind}.start", "status": status, "headers": headers})
    await send({"type": f"{kind}.body", "body": body})


def can_answer_handshake(scope: Scope) -> bool:
    """Whether the server can answer a handshake with a page, rather than cut it off."""
    return _DENIAL in scope.get("extensions", {})


def is_start_of_answer(message: MutableMapping[str, object] | Message) -> bool:
    """Whether a message carries the status and the headers of an answer."""
    return message["type"] in _STARTS


def before_answer(send: Send, act: Callable[[Message], None]) -> Send:
    """``send``, which first hands ``act`` the message that carries the status and the headers."""

    async def act_and_send(message: Message) -> None:
        if is_start_of_answer(message):
            act(message)
        await send(message)

    return act_and_send
