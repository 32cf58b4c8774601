"""Answers leave at once: TCP_NODELAY is set however the app is served."""

import ctypes
import os
import socket
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scripts.serving import HOST, WORKERS, Server, serve
from service.sockets import send_without_delay

_PIDFD_GETFD = 438
"""The system call of Linux that hands a parent the open file of its child."""


def accept_from(waiting: socket.socket) -> socket.socket:
    """What arrives at the server when somebody connects and stays."""
    with socket.create_connection(waiting.getsockname()):
        return waiting.accept()[0]


def is_without_delay(end: socket.socket) -> bool:
    return bool(end.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))


@pytest.fixture
def bound() -> socket.socket:
    """A socket as ``streamlit run`` makes it: the protocol is not named."""
    made = socket.socket(socket.AF_INET)
    made.bind((HOST, 0))
    return made


def test_a_connection_inherits_the_option_from_a_listening_socket(bound: socket.socket) -> None:
    with bound:
        bound.listen()
        assert send_without_delay() >= 1
        with accept_from(bound) as accepted:
            assert is_without_delay(accepted)


def test_a_socket_that_listens_only_later_gets_the_option_as_well(bound: socket.socket) -> None:
    with bound:
        send_without_delay()
        bound.listen()
        with accept_from(bound) as accepted:
            assert is_without_delay(accepted)


def test_sockets_that_wait_for_nobody_are_left_alone() -> None:
    unbound = socket.socket(socket.AF_INET)
    datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    datagrams.bind((HOST, 0))
    left, right = socket.socketpair()
    with unbound, datagrams, left, right:
        send_without_delay()
        assert not is_without_delay(unbound)
        assert left.send(b"still open") == len(b"still open")


def test_a_system_without_a_list_of_open_files_is_served_as_before(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("service.sockets._OPEN_FILES", tmp_path / "absent")
    assert send_without_delay() == 0


def sockets_of(pid: int) -> list[socket.socket]:
    """Copies of the internet sockets of a child process; what is done to one is done to both."""
    system = ctypes.CDLL(None)
    process = os.pidfd_open(pid)
    try:
        numbers = [int(name) for name in os.listdir(f"/proc/{pid}/fd")]
        copies = [system.syscall(_PIDFD_GETFD, process, number, 0) for number in numbers]
    finally:
        os.close(process)
    return [found for copy in copies if copy >= 0 and (found := internet_socket(copy))]


def internet_socket(number: int) -> socket.socket | None:
    """The socket behind an open file, which is closed if it is none."""
    try:
        found = socket.socket(fileno=number)
    except OSError:
        os.close(number)
        return None
    if found.family == socket.AF_INET:
        return found
    found.close()
    return None


def options(server: Server, fits: Callable[[socket.socket], bool]) -> list[bool]:
    """Whether each socket of a server that fits sends without delay."""
    with ExitStack() as copies:
        found = [copies.enter_context(copy) for copy in sockets_of(server.pid)]
        return [is_without_delay(copy) for copy in found if fits(copy)]


def listens(candidate: socket.socket) -> bool:
    return bool(candidate.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))


def options_of_a_visit(server: Server) -> list[bool]:
    """Whether the server's end of a connection sends without delay, once it has answered."""
    port = urlsplit(server.url).port
    assert port is not None
    with socket.create_connection((HOST, port)) as visit:
        visit.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert visit.recv(4_096)
        name = visit.getsockname()
        return options(server, lambda end: not listens(end) and end.getpeername() == name)


def test_streamlit_run_serves_without_delay(server: Server) -> None:
    assert options(server, listens) == [True]
    assert options_of_a_visit(server) == [True]


def test_uvicorn_serves_without_delay(uvicorn_server: Server) -> None:
    assert options_of_a_visit(uvicorn_server) == [True]


@pytest.mark.long
def test_workers_of_uvicorn_serve_without_delay(tmp_path: Path) -> None:
    with serve(tmp_path / "log", by=WORKERS) as several:
        assert options(several, listens) == [True]
