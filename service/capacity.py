"""How many visitors a process can hold, and a word to those who come when it is full."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.asgi import PROBES, before_answer, is_request, refuse
from service.logs import OUT_OF_FILES, say_out_of_files

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
_SPARE = 32
"""Open files that stay free for those inside when somebody new is let in."""
_SECONDS_TO_WAIT = 30
_FULL = "CertLens is full at the moment. Please try again in a minute."
_TRY_AGAIN_LATER = 1013
"""The code with which a connection that was let in is closed."""
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


def has_spare_files(wanted: int = _SPARE) -> bool:
    """Whether this process can open so many more files now.

    It tries, since what is open is not sessions alone: a crowd that waits to be turned away holds
    a file each, and so does whoever connects and never speaks.
    """
    opened: list[int] = []
    try:
        for _ in range(wanted):
            opened.append(os.dup(opened[0]) if opened else os.open(os.devnull, os.O_RDONLY))
    except OSError as error:
        return error.errno not in OUT_OF_FILES
    finally:
        for number in opened:
            os.close(number)
    return True


@dataclass
class Load:
    """How many sessions there are, how many there may be, and who was turned away."""

    sessions: int = 0
    most: int | None = None
    """None where nothing limits them."""
    turned_away: int = 0
    has_spare_files: Callable[[], bool] = has_spare_files

    @property
    def is_full(self) -> bool:
        """Whether a further session might find no file to open."""
        if self.most is None:
            return False
        return self.sessions >= self.most or not self.has_spare_files()


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
        elif _begins_a_visit(scope) and self._load.is_full:
            await self._turn_away(scope, receive, send)
        elif scope["type"] == "websocket":
            self._load.sessions += 1
            try:
                await self._serve(scope, receive, send)
            finally:
                self._load.sessions -= 1
        else:
            await self._serve(scope, receive, send)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve; who meets the moment in which no file can be opened is asked to come back too."""
        has_begun = False

        def see(_: Message) -> None:
            nonlocal has_begun
            has_begun = True

        try:
            await self._app(scope, receive, before_answer(send, see))
        except OSError as error:
            if error.errno not in OUT_OF_FILES:
                raise
            say_out_of_files()
            if not has_begun:
                await self._turn_away(scope, receive, send)
            elif scope["type"] == "websocket":
                self._load.turned_away += 1
                await send({"type": "websocket.close", "code": _TRY_AGAIN_LATER, "reason": _FULL})

    async def _turn_away(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._load.turned_away += 1
        await refuse(scope, receive, send, 503, _FULL, _SECONDS_TO_WAIT)


def _begins_a_visit(scope: Scope) -> bool:
    """Whether this would bring one more session: a handshake, or the page that begins with one."""
    if scope["type"] == "websocket":
        return True
    path = scope["path"]
    is_page = "." not in path.rpartition("/")[2]
    is_answered_at_once = any(part in path for part in _WITHOUT_A_SESSION)
    return is_page and not is_answered_at_once and not path.endswith(_ALWAYS_ANSWERED)
