"""The way in for files: for sessions on a page that asks for one, and for few at a time."""

import asyncio
import re

from starlette.formparsers import MultiPartParser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.asgi import UPLOADS, before_answer, is_request, refuse
from ui.shell.uploads import SECONDS_TO_WAIT, UploadDesk, UploadRefused

_FILE = re.compile(rf"{UPLOADS}/(?P<session>[^/]+)/[^/]+/?$")
_TAKEN = 204
_SECONDS_TO_TRY_AGAIN = 60
_IN_MEMORY = 16 * 1024 * 1024
"""More than Streamlit lets in for a file of the largest size, so that none is written to disk."""


def keep_files_in_memory() -> None:
    """Have a file that arrives wait in memory; Starlette would put it in a temporary file."""
    MultiPartParser.spool_max_size = _IN_MEMORY


class UploadGate:
    """Lets a file in where the desk has a place for it, and frees the place if it never comes.

    Streamlit itself takes files from any session on any page, and keeps them until it ends.
    """

    def __init__(self, app: ASGIApp, desk: UploadDesk, seconds: float = SECONDS_TO_WAIT) -> None:
        """``seconds`` is how long a file may take to arrive, and then to be read."""
        self._app = app
        self._desk = desk
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or say in a line why not."""
        if not is_request(scope) or UPLOADS not in scope["path"]:
            await self._app(scope, receive, send)
            return
        match = _FILE.search(scope["path"])
        session = match["session"] if match else ""
        method = scope.get("method")
        if method == "DELETE" and self._desk.admits(session):
            await self._app(scope, receive, send)
            return
        try:
            if method != "PUT":
                raise UploadRefused(404, "This address takes no uploads.")
            number = self._desk.reserve(session)
        except UploadRefused as refused:
            wait = _SECONDS_TO_TRY_AGAIN if refused.status == 503 else 0
            await refuse(scope, receive, send, refused.status, refused.line, wait)
            return
        await self._take(scope, receive, send, session, number)

    async def _take(
        self, scope: Scope, receive: Receive, send: Send, session: str, number: int
    ) -> None:
        """Have the file taken into its place, which is free again soon whatever happens."""
        status = 0

        def see(message: Message) -> None:
            nonlocal status
            status = message["status"]
            if status == _TAKEN:
                self._desk.settle(session, number)
                loop.call_later(self._seconds, self._desk.release, session, number)

        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._seconds):
                await self._app(scope, receive, before_answer(send, see))
        except TimeoutError:
            if not status:
                await refuse(scope, receive, send, 408, "The file took too long to arrive.")
        finally:
            if status != _TAKEN:
                self._desk.release(session, number)
