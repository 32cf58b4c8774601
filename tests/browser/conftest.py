"""A real server and a real Chromium, one of each for all tests of a worker."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from scripts.chromium import FLAGS, find
from scripts.serving import Server, serve

DESKTOP = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)

OpenPage = Callable[..., Page]

expect.set_options(timeout=15_000)
"""Three times the usual: two workers, their servers and their browsers share two cores."""


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(tmp_path_factory.mktemp("server") / "log") as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    assert path, "no Chromium here; run make browser, which installs it or says how"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[OpenPage]:
    """Opens an address of the app in a new browser context, and waits until it is drawn."""
    contexts = []

    def go(
        address: str = "",
        *,
        viewport: ViewportSize = DESKTOP,
        scheme: str = "light",
        url: str = server.url,
    ) -> Page:
        context = browser.new_context(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{url}/{address}")
        settle(page)
        return page

    yield go
    for context in contexts:
        context.close()


def navigate(page: Page, title: str) -> None:
    """Go to another page through the navigation on top."""
    page.get_by_test_id("stTopNavLink").filter(has_text=title).click()


def settle(page: Page) -> None:
    """Wait until the app has drawn its page and its script rests."""
    page.locator("h1").first.wait_for(timeout=30_000)
    page.locator("[data-test-script-state='notRunning']").wait_for(timeout=30_000)
    for unfinished in ("[data-stale='true']", "[data-testid='stSkeleton']"):
        expect(page.locator(unfinished)).to_have_count(0, timeout=30_000)


def pill(page: Page, text: str) -> None:
    """Press a filter, and wait for what it leaves."""
    page.get_by_role("button", name=re.compile(rf"^{re.escape(text)} · \d+$")).first.click()
    settle(page)


def promised(page: Page, text: str) -> int:
    """The number beside a choice, once the page rests."""
    label = page.get_by_role("button", name=re.compile(rf"^{re.escape(text)} · \d+$")).first
    label.wait_for()
    settle(page)
    return int(re.findall(r"\d+", label.aria_snapshot())[-1])
