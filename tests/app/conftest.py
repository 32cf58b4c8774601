"""Each test begins as a fresh process would: nothing cached."""

from collections.abc import Iterator

import pytest

from ui.shell import resources


@pytest.fixture(autouse=True)
def nothing_cached(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests that point the app at other data must not find, or leave, anything cached."""
    elsewhere = "monkeypatch" in request.fixturenames
    if elsewhere:
        shared = resources.keeper
        resources.keeper = resources.new_keeper()
    yield
    if elsewhere:
        resources.keeper = shared
