"""Serves the app: ``python -m service.serve --port 8501``, one process or several.

Several processes are processes of their own, each on a port of its own, which supervisord starts
and starts again: a session and the files that go with it live in one of them, so that a proxy has
to be able to choose. ``uvicorn --workers`` and gunicorn share one port among their workers, and
stop all of them where one does not start.
"""

import argparse
import errno
import logging
import os
import socket
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import uvicorn

from cert_model.catalog import data_folder

ROOT = Path(__file__).resolve().parent.parent
SUPERVISED = ROOT / "deploy" / "supervisord.conf"
BAD_INPUT = 2
SECONDS_TO_DRAIN = 20
"""How long answers under way may take to end once the process was asked to stop."""
SECONDS_KEPT_ALIVE = 75
"""A connection lives longer here than in the proxy, which so never sends into a closed one."""


class CannotServe(Exception):
    """What stands against serving, in one line that says how to mend it."""


def check_settings(settings: Mapping[str, str]) -> None:
    """Raise CannotServe for a setting that the app would fail on as it starts."""
    day = settings.get("CERTLENS_TODAY", "")
    try:
        date.fromisoformat(day or "2026-01-01")
    except ValueError:
        raise CannotServe(f"CERTLENS_TODAY is {day!r}, not a day such as 2026-12-01.") from None
    folder = data_folder()
    if not folder.is_dir():
        raise CannotServe(f"There is no folder {folder}; CERTLENS_DATA names that of the data.")


def check_port(host: str, port: int) -> None:
    """Raise CannotServe for a port that this process cannot have, or for no address at all.

    Without an address a socket listens to everybody, which an empty variable in a script is not
    meant to say.
    """
    if not host.strip():
        raise CannotServe("--host names no address; 0.0.0.0 lets everybody on the network in.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            why = "is in use" if taken else f"cannot be had: {error.strerror or error}"
            raise CannotServe(f"Port {port} of {host} {why}; --port names another.") from None
        except OverflowError:
            raise CannotServe(f"There is no port {port}; the highest is 65535.") from None


def serve(host: str, port: int) -> None:
    """Serve the app in this process, until it is asked to stop and the last answer has left."""
    check_port(host, port)
    config = uvicorn.Config(
        "app:app",
        host=host,
        port=port,
        server_header=False,
        ws_per_message_deflate=False,
        timeout_keep_alive=SECONDS_KEPT_ALIVE,
        timeout_graceful_shutdown=SECONDS_TO_DRAIN,
    )
    config.load()
    # Streamlit, which is imported by now, has given the log of requests a handler whatever
    # uvicorn was asked to do.
    requests = logging.getLogger("uvicorn.access")
    requests.handlers.clear()
    requests.propagate = False
    uvicorn.Server(config).run()


def supervise(host: str, port: int, workers: int) -> None:
    """Become supervisord, with so many processes on the ports from ``port`` on.

    A process that cannot have its port says so, and the others serve.
    """
    problems = []
    for number in range(port, port + workers):
        try:
            check_port(host, number)
        except CannotServe as problem:
            problems.append(problem)
    if len(problems) == workers:
        raise problems[0]
    settings = {
        "SERVE_FOLDER": tempfile.gettempdir(),
        "SERVE_HOST": host,
        "SERVE_PORT": str(port),
        "SERVE_PYTHON": sys.executable,
        "SERVE_WORKERS": str(workers),
    }
    supervisor = [sys.executable, "-m", "supervisor.supervisord", "-n", "-c", str(SUPERVISED)]
    os.execve(sys.executable, supervisor, {**os.environ, **settings})


def main() -> None:
    """Read the options and serve; what stands against it is one line."""
    parser = argparse.ArgumentParser(prog="python -m service.serve", description="Serve the app.")
    parser.add_argument("--host", default="127.0.0.1", help="(default: %(default)s)")
    parser.add_argument("--port", type=int, default=8501, help="(default: %(default)s)")
    parser.add_argument("--workers", type=int, default=1, help="(default: %(default)s)")
    options = parser.parse_args()
    os.chdir(ROOT)  # where the settings of Streamlit are
    try:
        check_settings(os.environ)
        if options.workers > 1:
            supervise(options.host, options.port, options.workers)
        serve(options.host, options.port)
    except CannotServe as problem:
        print(problem, file=sys.stderr)
        sys.exit(BAD_INPUT)


if __name__ == "__main__":
    main()
