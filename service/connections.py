"""What a server has to do with the connections that stay, and Streamlit does not do."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.asgi import can_answer_handshake, is_start_of_answer, refuse
from ui.shell import client_values

_UNSUPPORTED_DATA = 1003


class ConnectionGate:
    """Answers handshakes that are refused with a page, and ends connections that send text.

    Streamlit cuts a refused handshake off, so that the answer, which the server makes up, lacks
    the headers of all others. A message of text, which no browser sends, makes it raise: some
    seventy lines of the log for each, from whoever wants to fill the disk.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        is_answered = False

        async def receive_bytes() -> Message:
            message = await receive()
            if message["type"] != "websocket.receive" or message.get("bytes") is not None:
                return message
            client_values.refuse("a message of text")
            await send({"type": "websocket.close", "code": _UNSUPPORTED_DATA})
            return {"type": "websocket.disconnect", "code": _UNSUPPORTED_DATA}

        async def send_or_refuse(message: Message) -> None:
            nonlocal is_answered
            is_refused = message["type"] == "websocket.close" and not is_answered
            is_answered = is_answered or is_refused or is_start_of_answer(message)
            if is_refused and can_answer_handshake(scope):
                await refuse(scope, receive, send, 403, "No connection is made here.")
            else:
                await send(message)

        await self._app(scope, receive_bytes, send_or_refuse)
