"""Gives each request a name, which stands in the log, in that of a proxy, and in the answer."""

import re
from contextvars import ContextVar
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.asgi import before_answer, is_request

_HEADER = "x-request-id"
_GIVEN = re.compile(rb"[0-9A-Za-z-]{8,64}")
"""What a proxy may name a request; anything else is not repeated."""
_current: ContextVar[str] = ContextVar("request_id", default="")


def request_id() -> str:
    """The name of the request that is being answered; empty outside of one."""
    return _current.get()


class NameRequests:
    """Takes the name that a proxy gave in ``X-Request-ID``, or makes one, and says it back."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, with the name set for all that is logged meanwhile."""
        if not is_request(scope):
            await self._app(scope, receive, send)
            return
        given = dict(scope["headers"]).get(_HEADER.encode(), b"")
        name = given.decode() if _GIVEN.fullmatch(given) else uuid4().hex
        _current.set(name)  # each request has a context of its own, which ends with it

        def add_name(message: Message) -> None:
            message.setdefault("headers", [])
            MutableHeaders(scope=message)[_HEADER] = name

        await self._app(scope, receive, before_answer(send, add_name))
