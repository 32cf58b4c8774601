"""Real servers without a browser, one of each kind for all tests of a worker."""

from collections.abc import Iterator

import pytest

from scripts.serving import UVICORN, Server, serve


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(tmp_path_factory.mktemp("service") / "log") as running:
        yield running


@pytest.fixture(scope="session")
def uvicorn_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app as uvicorn alone serves it."""
    with serve(tmp_path_factory.mktemp("uvicorn") / "log", by=UVICORN) as running:
        yield running
