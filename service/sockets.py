"""Sends every answer at once, rather than holding the rest back until the browser has replied."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

_OPEN_FILES = Path("/dev/fd")
"""The process's own open files: on Linux a link to /proc/self/fd, on macOS a folder."""


def send_without_delay() -> int:
    """Set ``TCP_NODELAY`` on the sockets that wait for visitors; returns on how many.

    Connections inherit it where they are accepted. asyncio sets it only on sockets that were
    made with the protocol named, which neither ``streamlit run`` nor ``uvicorn --workers`` does:
    without it the later messages of a run wait some 40 ms for the browser to acknowledge the
    first. ``uvicorn app:app`` opens its socket after this and needs nothing.

    Returns 0 where a process cannot list its open files, as on Windows.
    """
    count = 0
    for waiting in _waiting_sockets():
        waiting.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        count += 1
    return count


def _waiting_sockets() -> Iterator[socket.socket]:
    """Every TCP socket of this process with an address and without somebody at its other end.

    One that is bound and does not listen yet counts too: a worker of uvicorn gets such a socket.
    """
    for number in _open_files():
        try:
            with socket.socket(fileno=os.dup(number)) as candidate:
                if _waits(candidate):
                    yield candidate
        except OSError:
            continue  # no socket, or closed in the meantime


def _open_files() -> list[int]:
    try:
        return [int(name) for name in os.listdir(_OPEN_FILES)]
    except OSError:
        return []


def _waits(candidate: socket.socket) -> bool:
    internet = candidate.family in (socket.AF_INET, socket.AF_INET6)
    if not internet or candidate.type != socket.SOCK_STREAM:
        return False
    try:
        candidate.getpeername()
    except OSError:
        return bool(candidate.getsockname()[1])
    return False
