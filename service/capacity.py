"""How many visitors a process can hold, and a word to those who come when it is full."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from starlette.types import ASGIApp, Receive, Scope, Send

from service.asgi import PROBES, is_request, refuse

_LOG = logging.getLogger("certlens")
WANTED = 65_536
"""Open files that are asked for at the start."""
_FOR_OURSELVES = 128
"""Open files for what is neither a session nor a departed one: libraries, pages, files."""
_A_SESSION = 5
"""Its connection, what runs its page, and one more for what its browser fetches beside."""
_DEPARTED = 3 * 128
"""Streamlit keeps the last 128 sessions that ended, with three open files each."""
_FEWEST = 8
_FEW_FILES = 4_096
_SECONDS_TO_WAIT = 30
_ALWAYS_ANSWERED = (*PROBES, "/metrics", "/mcp")
"""Ends of paths that are answered even when there is no room: for operators, for assistants."""

_WITHOUT_A_SESSION = ("/_stcore/", "/api/")
"""Parts of the paths of what is answered at once and begins no session."""


def raise_open_files(wanted: int = WANTED) -> int | None:
    """Raise the number of files that this process may open, as far as it is allowed to.

    Returns the number; None where a system sets none. Says in the log where it stays low.
    """
    try:
        import resource  # noqa: PLC0415 (Windows has none)
    except ImportError:
        return None
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    unlimited = resource.RLIM_INFINITY
    if soft == unlimited:
        return None
    allowed = wanted if hard == unlimited else min(wanted, hard)
    if allowed > soft:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
            soft = allowed
        except (OSError, ValueError):
            pass  # the system allows less than it says; the limit stays as it was
    if soft < _FEW_FILES:
        _LOG.warning(
            "This process may open %s files, enough for %s visitors at once. Raise the hard limit "
            "(ulimit -Hn, LimitNOFILE) for more.",
            f"{soft:,}",
            f"{most_sessions(soft):,}",
        )
    return soft


def most_sessions(open_files: int) -> int:
    """How many sessions so many open files are enough for."""
    return max(_FEWEST, (open_files - _FOR_OURSELVES - _DEPARTED) // _A_SESSION)


@dataclass
class Load:
    """How many sessions there are, how many there may be, and who was turned away."""

    sessions: int = 0
    most: int | None = None
    """None where nothing limits them."""
    turned_away: int = 0

    @property
    def is_full(self) -> bool:
        """Whether a further session might find no file to open."""
        return self.most is not None and self.sessions >= self.most


load = Load()
"""Of this process."""


class LoadGate:
    """Counts sessions, and asks those to come back later for whom there is no room.

    Without it a process without files to open would refuse everybody, those inside too.
    """

    def __init__(self, app: ASGIApp, load: Load) -> None:
        self._app = app
        self._load = load

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or answer 503 with the time after which to try again."""
        if not is_request(scope):
            await self._app(scope, receive, send)
        elif self._load.is_full and _begins_a_visit(scope):
            self._load.turned_away += 1
            line = "CertLens is full at the moment. Please try again in a minute."
            await refuse(scope, receive, send, 503, line, _SECONDS_TO_WAIT)
        elif scope["type"] == "websocket":
            self._load.sessions += 1
            try:
                await self._app(scope, receive, send)
            finally:
                self._load.sessions -= 1
        else:
            await self._app(scope, receive, send)


def _begins_a_visit(scope: Scope) -> bool:
    """Whether this would bring one more session: a handshake, or the page that begins with one."""
    if scope["type"] == "websocket":
        return True
    path = scope["path"]
    is_page = "." not in path.rpartition("/")[2]
    is_answered_at_once = any(part in path for part in _WITHOUT_A_SESSION)
    return is_page and not is_answered_at_once and not path.endswith(_ALWAYS_ANSWERED)
