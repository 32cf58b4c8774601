"""The first visit of a fresh server goes straight to a page, and finds it whole.

Served beside a ``pages`` folder, Streamlit would run the page without its frame, or under a
"Page not found" dialog, until somebody had visited the start page.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.serving import UVICORN, serve
from tests.browser.conftest import FirstVisit, visit


def test_a_cold_deep_link_finds_the_frame_and_the_page(first_visit: FirstVisit) -> None:
    assert first_visit.title == "CCA · Certified Coding Associate"
    assert "Explore" in first_visit.navigation
    assert not first_visit.says_not_found


@pytest.mark.long
def test_uvicorn_serves_a_cold_deep_link_as_well(browser: Browser, tmp_path: Path) -> None:
    with serve(tmp_path / "log", by=UVICORN) as fresh, browser.new_page() as page:
        first = visit(page, f"{fresh.url}/guide?chapter=exam")
    assert first.title == "Guide"
    assert "Explore" in first.navigation
    assert not first.says_not_found
