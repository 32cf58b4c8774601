"""A rerun is measured from the click that asks for it to the message that ends it."""

from collections.abc import Sequence

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from service.reruns import MeasureReruns
from tests.event_loops import run_async
from tests.service.asgi import a_handshake

Sent = BackMsg | ForwardMsg | bytes


def click() -> BackMsg:
    message = BackMsg()
    message.rerun_script.query_string = "ids=cpc"
    return message


def other() -> BackMsg:
    return BackMsg(load_git_info=True)


def end(status: int = ForwardMsg.FINISHED_SUCCESSFULLY) -> ForwardMsg:
    return ForwardMsg(hash="0" * 32, script_finished=status)  # type: ignore[arg-type]


def drawn() -> ForwardMsg:
    message = ForwardMsg()
    message.delta.new_element.markdown.body = "text " * 200
    return message


def measured(*passed: Sent) -> list[float]:
    """The seconds of each run, where a look at the clock takes one."""
    noted: list[float] = []
    clock = iter(range(1_000))

    async def app(_: Scope, receive: Receive, send: Send) -> None:
        for message in passed:
            if isinstance(message, ForwardMsg):
                await send({"type": "websocket.send", "bytes": message.SerializeToString()})
            else:
                await receive()

    came = iter([message for message in passed if not isinstance(message, ForwardMsg)])

    async def receive() -> Message:
        message = next(came)
        data = message if isinstance(message, bytes) else message.SerializeToString()
        return {"type": "websocket.receive", "bytes": data}

    async def send(_: Message) -> None:
        pass

    measuring = MeasureReruns(app, noted.append, lambda: float(next(clock)))
    run_async(measuring(a_handshake(), receive, send))
    return noted


@pytest.mark.parametrize(
    ("passed", "runs"),
    [
        ((click(), drawn(), end()), 1),
        ((click(), end(), click(), end()), 2),
        ((click(), click(), end(ForwardMsg.FINISHED_EARLY_FOR_RERUN), end()), 1),
        ((click(), end(ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)), 1),
        ((other(), end()), 0),
        ((click(), drawn()), 0),
        ((b"\xff\xfejunk", click(), end()), 1),
    ],
)
def test_each_run_is_measured_once(passed: Sequence[Sent], runs: int) -> None:
    assert measured(*passed) == [1.0] * runs
