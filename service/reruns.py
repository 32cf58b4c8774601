"""Measures what visitors wait for: from a click's arrival until the page's last message is sent."""

import time
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.shell.streamlit_inside import asks_for_run, ends_run


class MeasureReruns:
    """Hands the seconds of each run of a page, or of a part of one, to ``note``.

    Clicks that Streamlit answers with one run are one, and wait since the first of them.
    """

    def __init__(
        self,
        app: ASGIApp,
        note: Callable[[float], None],
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._app = app
        self._note = note
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, and look at what passes on the connection of a session."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        begun: float | None = None

        async def receive_and_see() -> Message:
            nonlocal begun
            message = await receive()
            if begun is None and asks_for_run(message.get("bytes")):
                begun = self._clock()
            return message

        async def send_and_see(message: Message) -> None:
            nonlocal begun
            await send(message)
            if begun is not None and ends_run(message.get("bytes")):
                self._note(self._clock() - begun)
                begun = None

        await self._app(scope, receive_and_see, send_and_see)
