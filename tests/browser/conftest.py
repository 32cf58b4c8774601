"""A real server and a real Chromium, one of each for all tests of a worker.

All pages open in tabs of one browser context, so that the app's scripts are fetched once, and a
tab that a test is done with serves the next. An address that is opened begins a session of its own;
what it leaves in the browser's storage is cleared after the test.
"""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)

from scripts.chromium import FLAGS, find
from scripts.serving import Server, serve
from tests.browser.actions import DESKTOP, OpenPage, settle

NO_OPTIMIZER = "--js-flags=--no-maglev --no-turbofan"
"""A page lives too briefly for what the compilers of the browser put into it to pay."""

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
        started = playwright.chromium.launch(executable_path=path, args=[*FLAGS, NO_OPTIMIZER])
        yield started
        started.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Iterator[BrowserContext]:
    """The context whose tabs are the pages of all tests, for somebody who wants no motion.

    What moves is drawn again and again, which costs more than the pages themselves.
    """
    with browser.new_context(
        viewport=DESKTOP, color_scheme="light", reduced_motion="reduce"
    ) as context:
        yield context


class FirstVisit(NamedTuple):
    """What the first visitor of a fresh server saw, who came straight to a page."""

    title: str
    navigation: list[str]
    says_not_found: bool


def visit(page: Page, url: str) -> FirstVisit:
    page.goto(url)
    settle(page)
    return FirstVisit(
        title=page.get_by_role("heading", level=1).inner_text(),
        navigation=page.get_by_test_id("stTopNavLink").all_inner_texts(),
        says_not_found=page.get_by_text("Page not found").count() > 0,
    )


@pytest.fixture(scope="session")
def first_visit(tabs: BrowserContext, server: Server) -> FirstVisit:
    """Comes before every other page of the server; all who open one depend on it."""
    page = tabs.new_page()
    first = visit(page, f"{server.url}/credential?id=ahima/cca")
    page.close()
    return first


@pytest.fixture(scope="session")
def idle_tabs() -> list[Page]:
    """Tabs that no test uses now. A new one costs two processes and compiles the app anew."""
    return []


@pytest.fixture
def open_page(
    tabs: BrowserContext, idle_tabs: list[Page], server: Server, first_visit: FirstVisit
) -> Iterator[OpenPage]:
    """Opens an address of the app in a tab of its own, and waits until it is drawn.

    Nothing that any test does there may need what the content security policy forbids.
    """
    opened: list[Page] = []
    forbidden: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            forbidden.append(message.text)

    def open_tab(address: str = "", *, viewport: ViewportSize = DESKTOP) -> Page:
        page = idle_tabs.pop() if idle_tabs else tabs.new_page()
        opened.append(page)
        page.on("console", listen)
        page.set_viewport_size(viewport)
        page.goto(f"{server.url}/{address}")
        settle(page)
        return page

    yield open_tab
    for page in opened:
        page.remove_listener("console", listen)
        page.evaluate("localStorage.clear()")
    idle_tabs.extend(opened)
    assert not forbidden
