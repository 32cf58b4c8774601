"""Every view, in both themes and on a phone: axe finds nothing serious, and nothing is too wide."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ViewportSize, expect

from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.browser.views import ADDRESSES

NEVER = {"heading-order"}
"""Moderate findings that are refused as well: who reads by headings loses their way."""


@pytest.mark.parametrize(
    ("viewport", "scheme"),
    [(DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light")],
    ids=["desktop", "desktop-dark", "phone"],
)
@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_axe_finds_nothing_serious(
    open_page: OpenPage, address: str, scheme: str, viewport: ViewportSize
) -> None:
    page = open_page(address, viewport=viewport, scheme=scheme)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    found = Axe().run(page).response["violations"]
    serious = [
        f"{each['id']}: {node['html'][:160]} | {node.get('failureSummary', '')[:200]}"
        for each in found
        if each["impact"] in ("serious", "critical") or each["id"] in NEVER
        for node in each["nodes"]
    ]
    assert serious == []


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_nothing_scrolls_sideways_on_a_phone(open_page: OpenPage, address: str) -> None:
    page = open_page(address, viewport=PHONE)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("it => it.scrollWidth - it.clientWidth") <= 0
