"""More visitors than a process has files for: some are asked to wait, nobody is thrown out."""

import socket
from collections import Counter
from contextlib import ExitStack, suppress
from pathlib import Path

from websockets.exceptions import InvalidHandshake, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from scripts.serving import STREAMLIT, serve
from service.capacity import most_sessions
from tests.service.http import request

FILES = 700
ROOM = most_sessions(FILES)


def enter(url: str, crowd: ExitStack) -> tuple[int, ClientConnection | None]:
    """The status of a handshake, and the connection where it was let in."""
    address = f"{url.replace('http', 'ws')}/_stcore/stream"
    try:
        tab = connect(address, subprotocols=[Subprotocol("streamlit")])
    except InvalidStatus as refusal:
        return refusal.response.status_code, None
    return 101, crowd.enter_context(tab)


def test_a_crowd_is_asked_to_wait_and_those_inside_stay(tmp_path: Path) -> None:
    few = f"tests.service.few_files {FILES} {STREAMLIT}"
    with serve(tmp_path / "log", by=few) as server, ExitStack() as crowd:
        entered = [enter(server.url, crowd) for _ in range(ROOM + 20)]
        assert Counter(status for status, _ in entered) == {101: ROOM, 503: 20}
        assert all(tab.ping().wait(timeout=30) for _, tab in entered if tab)
        page = request(server, "/explore")
        assert (page.status, page.headers["retry-after"]) == (503, "30")
        assert "full at the moment" in page.text
        assert request(server, "/files/credentials.csv").status == 200
        assert f"enough for {ROOM} visitors" in server.printed()
        assert "Traceback" not in server.printed()


def test_who_connects_and_never_speaks_keeps_nobody_from_working(tmp_path: Path) -> None:
    few = f"tests.service.few_files {FILES} {STREAMLIT}"
    with serve(tmp_path / "log", by=few) as server, ExitStack() as crowd:
        _, inside = enter(server.url, crowd)
        assert inside is not None
        host, _, port = server.url.removeprefix("http://").partition(":")
        silent = [socket.create_connection((host, int(port)), timeout=30) for _ in range(FILES)]
        with suppress(OSError, InvalidHandshake):  # the crowd has every file that there is
            enter(server.url, crowd)
        assert inside.ping().wait(timeout=30)
        for connection in silent:
            connection.close()
        assert request(server, "/explore").status == 200
        assert "Traceback" not in server.printed()
