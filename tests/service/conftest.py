"""A real server without a browser, one for all tests of a worker."""

from collections.abc import Iterator

import pytest

from scripts.serving import Server, serve


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(tmp_path_factory.mktemp("service") / "log") as running:
        yield running
