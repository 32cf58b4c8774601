"""Each test begins as a fresh process would: nothing cached."""

from collections.abc import Iterator

import pytest
import streamlit as st


@pytest.fixture(autouse=True)
def nothing_cached(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests that point the app at other data must not leave it behind."""
    yield
    if "monkeypatch" in request.fixturenames:
        st.cache_resource.clear()
