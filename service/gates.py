"""Who and what is let in: host names that are served, and no way in that nothing uses."""

import os
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from service.asgi import PROBES, is_request, refuse

LOOPBACK = ("localhost", "127.0.0.1", "::1")
_EVERY = "*"
_CLOSED = {
    "/_stcore/metrics": "There are no figures here.",
    "/_stcore/agent": "This app is not run by other programs; it has files at /files.",
}
"""Ways into Streamlit that no page uses, with what is said to those who try them."""


def served_hosts() -> tuple[str, ...]:
    """The host names of ``CERTLENS_HOSTS``, apart by commas; those of this machine otherwise."""
    named = (name.strip().lower() for name in os.environ.get("CERTLENS_HOSTS", "").split(","))
    return tuple(filter(None, named)) or LOOPBACK


class HostGate:
    """Serves the host names that it is meant for, so that no other site can stand for this one.

    Without it a page of another name that resolves to this address could read what is shown.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or answer 421; probes may ask by any name, as those of a cluster do."""
        if is_request(scope) and not self._serves(scope) and not scope["path"].endswith(PROBES):
            line = "This host name is not served here; CERTLENS_HOSTS says which are."
            await refuse(scope, receive, send, 421, line)
            return
        await self._app(scope, receive, send)

    def _serves(self, scope: Scope) -> bool:
        if _EVERY in self._hosts:
            return True
        asked = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        return len(asked) == 1 and host_name(asked[0]) in self._hosts


def host_name(host: str) -> str:
    """The name in a ``Host`` header, in lower case and without its port; empty if it is none."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


class ClosedPaths:
    """Answers 404 where Streamlit would take what nobody here has a use for."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or say that there is nothing."""
        if is_request(scope):
            for path, line in _CLOSED.items():
                if path in scope["path"]:
                    await refuse(scope, receive, send, 404, line)
                    return
        await self._app(scope, receive, send)
