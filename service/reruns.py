"""Measures what visitors wait for: from a click's arrival until the page's last message is sent."""

import time
from collections.abc import Callable

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_LONGEST_END = 400
"""Bytes of the message that ends a run, and more; what draws is longer, and is not looked into."""


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
            if begun is None and _asks_for_run(message.get("bytes")):
                begun = self._clock()
            return message

        async def send_and_see(message: Message) -> None:
            nonlocal begun
            await send(message)
            if begun is not None and _ends_run(message.get("bytes")):
                self._note(self._clock() - begun)
                begun = None

        await self._app(scope, receive_and_see, send_and_see)


def _asks_for_run(data: bytes | None) -> bool:
    if not data:
        return False
    try:
        return bool(BackMsg.FromString(data).WhichOneof("type") == "rerun_script")
    except DecodeError:
        return False  # junk, which Streamlit refuses


def _ends_run(data: bytes | None) -> bool:
    if not data or len(data) > _LONGEST_END:
        return False
    message = ForwardMsg.FromString(data)
    goes_on = message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
    return message.WhichOneof("type") == "script_finished" and not goes_on
