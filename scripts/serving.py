"""Runs the app on loopback and a free port, for tests, pictures and trials."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[1]
HOST = "127.0.0.1"
START_LIMIT_SECONDS = 180


@dataclass(frozen=True)
class Server:
    """A running app."""

    url: str
    log: Path
    pid: int

    def printed(self) -> str:
        """What the app has written to the console so far."""
        return self.log.read_text(encoding="utf-8")


STREAMLIT = "streamlit run app.py --server.address {host} --server.port {port}"
UVICORN = "uvicorn app:app --host {host} --port {port}"
WORKERS = f"{UVICORN} --workers 2"


@contextmanager
def serve(
    log: Path,
    settings: Mapping[str, str] | None = None,
    by: str = STREAMLIT,
    port: int | None = None,
) -> Iterator[Server]:
    """The app in a process of its own, healthy on entry and gone on exit.

    ``settings`` are environment variables, ``by`` is the command that serves it; without a
    ``port`` a free one is taken. Raises RuntimeError, with what the app printed, if it does not
    come up.
    """
    port = port or free_port()
    command = [sys.executable, "-m", *by.format(host=HOST, port=port).split()]
    log.unlink(missing_ok=True)
    with log.open("a") as out:  # so that several processes write one after the other
        process = _start(command, out, settings or {})
        try:
            _wait_until_healthy(process, port, log)
            yield Server(f"http://{HOST}:{port}", log, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _start(
    command: list[str], out: IO[str], settings: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **settings}
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.STDOUT,
    )


def free_port() -> int:
    """A port on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_healthy(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + START_LIMIT_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if _healthy(port):
            return
        time.sleep(0.1)
    raise RuntimeError(f"the app did not come up:\n{log.read_text(encoding='utf-8')}")


def _healthy(port: int) -> bool:
    connection = HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
