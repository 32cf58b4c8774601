"""Every view, in both themes and on a phone: axe finds nothing serious, and nothing is too wide."""

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from scripts.serving import Server
from tests.browser.conftest import DESKTOP, PHONE, settle
from tests.browser.views import ADDRESSES

NEVER = {"heading-order"}
"""Moderate findings that are refused as well: who reads by headings loses their way."""


@pytest.fixture(scope="module", params=list(ADDRESSES.values()), ids=list(ADDRESSES))
def on_a_desk(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[Page]:
    """A view on a wide screen, opened once for all that is asked of it."""
    yield from opened(browser, f"{server.url}/{request.param}", DESKTOP)


@pytest.fixture(scope="module", params=list(ADDRESSES.values()), ids=list(ADDRESSES))
def on_a_phone(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[Page]:
    """The same on a narrow one."""
    yield from opened(browser, f"{server.url}/{request.param}", PHONE)


def opened(browser: Browser, url: str, viewport: ViewportSize) -> Iterator[Page]:
    context = browser.new_context(viewport=viewport, color_scheme="light")
    page = context.new_page()
    page.goto(url)
    settle(page)
    yield page
    context.close()


def serious(page: Page) -> list[str]:
    """What axe finds that keeps people out."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    return [
        f"{each['id']}: {node['html'][:160]} | {node.get('failureSummary', '')[:200]}"
        for each in Axe().run(page).response["violations"]
        if each["impact"] in ("serious", "critical") or each["id"] in NEVER
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(on_a_desk: Page, scheme: Literal["light", "dark"]) -> None:
    on_a_desk.emulate_media(color_scheme=scheme)
    settle(on_a_desk)
    assert serious(on_a_desk) == []


def test_axe_finds_nothing_serious_on_a_phone(on_a_phone: Page) -> None:
    assert serious(on_a_phone) == []


def test_nothing_scrolls_sideways_on_a_phone(on_a_phone: Page) -> None:
    main = on_a_phone.get_by_test_id("stMain")
    assert main.evaluate("it => it.scrollWidth - it.clientWidth") <= 0
