"""The server over streamable HTTP, with the limits that the JSON API has."""

from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from mcp.server.transport_security import TransportSecuritySettings
from starlette.datastructures import Headers
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from api.assistants.server import build_server
from api.limits import BodyLimit, Buckets, RateLimit
from api.problems import LARGEST_BODY, Fault, Problem
from api.refusals import problem_of_status
from cert_model.catalog import Catalog

PATH = "/mcp"
EVERY_HOST = "*"


class AssistantsOverHttp:
    """Answers assistants below ``base``; every request stands alone, so that nothing is kept."""

    def __init__(
        self,
        base: str,
        catalog: Callable[[], Catalog],
        hosts: Collection[str],
        buckets: Buckets | None = None,
    ) -> None:
        """``hosts`` are the names of this site, of which a page may call it; ``*`` is any."""
        self._path = f"{base}{PATH}"
        self._catalog = catalog
        self._server: ASGIApp | None = None
        limited = RateLimit(BodyLimit(self._answer), Buckets() if buckets is None else buckets)
        self._limited = OriginGate(limited, hosts)

    @property
    def route(self) -> Route:
        """The route. It takes every method, or another route would answer with a page."""
        return Route(self._path, self._limited)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Answer as long as the app runs."""
        server = build_server(self._catalog)
        app = server.streamable_http_app(
            streamable_http_path=self._path,
            json_response=True,
            stateless_http=True,
            max_request_body_size=LARGEST_BODY,
            # Hosts and origins are looked at before a request comes here.
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
        )
        async with server.session_manager.run():
            self._server = app
            try:
                yield
            finally:
                self._server = None

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":  # without sessions there is no stream to GET
            problem = problem_of_status(405, {"Allow": "POST"})
            await problem.response()(scope, receive, send)
            return
        if self._server is None:
            problem = Problem(503, "busy", "The server has not begun yet.", retry_after=1)
            await problem.response()(scope, receive, send)
            return
        await self._server(scope, receive, send)


class OriginGate:
    """Answers 403 to pages of other sites: a browser names the page's origin, programs do not."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or send away."""
        origin = Headers(scope=scope).get("origin")
        if origin is None or EVERY_HOST in self._hosts or _host_of(origin) in self._hosts:
            await self._app(scope, receive, send)
            return
        fault = Fault("Origin", "pages of this site alone may call it", tuple(self._hosts))
        problem = Problem(403, "foreign-origin", f"Origin: {fault.message}.", (fault,))
        await problem.response()(scope, receive, send)


def _host_of(origin: str) -> str:
    """The host name in an ``Origin``; empty where there is none."""
    try:
        return urlsplit(origin).hostname or ""
    except ValueError:
        return ""
