"""Real servers without a browser, one of each kind for all tests of a worker.

A start takes seconds, so each is started in a way that serves several claims.
"""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from scripts.serving import Server, serve

AS_STARTED_BY_HAND = "streamlit run app.py --server.port {port}"
BY_UVICORN = "uvicorn tests.service.upload_server:app --host {host} --port {port}"


class Start(NamedTuple):
    """A server, and what it had printed before anybody asked it for a page."""

    server: Server
    printed: str


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """The app as somebody starts it who says nothing but a port."""
    with serve(tmp_path_factory.mktemp("service") / "log", by=AS_STARTED_BY_HAND) as running:
        yield Start(running, running.printed())


@pytest.fixture(scope="session")
def server(start: Start) -> Server:
    return start.server


@pytest.fixture(scope="session")
def uvicorn_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app as uvicorn alone serves it, whose list of credentials asks for a file too."""
    with serve(tmp_path_factory.mktemp("uvicorn") / "log", by=BY_UVICORN) as running:
        yield running


@pytest.fixture(scope="session")
def json_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app whose log is to be JSON."""
    log = tmp_path_factory.mktemp("json") / "log"
    with serve(log, {"CERTLENS_LOG": "json"}, by=BY_UVICORN) as running:
        yield running
