"""The first visit of a fresh server goes straight to a page, and finds it whole.

Served beside a ``pages`` folder, Streamlit would run the page without its frame, or under a
"Page not found" dialog, until somebody had visited the start page.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from scripts.serving import UVICORN, serve
from tests.browser.conftest import settle

PAGES = {
    "": "Choose a medical coding credential with your eyes open",
    "explore": "Find a credential",
    "compare?ids=cpc,ccs": "Compare credentials",
    "costs?plan=cpc": "What it costs over the years",
    "eligibility": "Am I eligible?",
    "prepare?id=cca": "Prepare for the CCA",
    "careers?state=AL": "Work and pay",
    "data_health?view=worklist": "How good is the data?",
    "guide?chapter=exam": "Guide",
    "claims?claim=the-cpc-has-150-questions": "“The CPC exam has 150 questions.”",
    "credential?id=ahima/cca": "CCA · Certified Coding Associate",
}


@pytest.mark.parametrize(("address", "title"), PAGES.items(), ids=list(PAGES))
def test_a_cold_deep_link_finds_the_frame_and_the_page(
    browser: Browser, tmp_path: Path, address: str, title: str
) -> None:
    with serve(tmp_path / "log") as fresh:
        page = browser.new_page()
        page.goto(f"{fresh.url}/{address}")
        settle(page)
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        expect(page.get_by_test_id("stTopNavLink").filter(has_text="Explore")).to_be_visible()
        expect(page.get_by_text("Page not found")).to_have_count(0)
        page.close()


def test_uvicorn_serves_the_app_as_well(browser: Browser, tmp_path: Path) -> None:
    with serve(tmp_path / "log", by=UVICORN) as fresh:
        page = browser.new_page()
        page.goto(f"{fresh.url}/explore")
        settle(page)
        expect(page.get_by_role("heading", level=1)).to_have_text("Find a credential")
        page.close()


def test_every_page_is_tested_here() -> None:
    files = {path.stem for path in Path("pages").glob("*.py")}
    named = {address.partition("?")[0] or "home" for address in PAGES}
    assert files == named
