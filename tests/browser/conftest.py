"""A real server and a real Chromium, one of each for all tests of a worker.

All pages open in tabs of one browser context, so that the app's scripts are fetched once, and a
tab that a test is done with serves the next. An address that is opened begins a session of its own;
what it leaves in the browser's storage is cleared after the test. Tests that only look at a view
share it: it opens once (``tests.browser.views.looking_at``).
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
from tests.browser.actions import DESKTOP, OpenPage, TakeTab, settle, show
from tests.browser.views import Opening

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
def forbidden(tabs: BrowserContext) -> list[str]:
    """What the content security policy kept the pages from; no test may need any of it."""
    messages: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            messages.append(message.text)

    tabs.on("console", listen)
    return messages


@pytest.fixture(scope="session")
def idle_tabs() -> list[Page]:
    """Tabs that no test uses now. A new one costs two processes and compiles the app anew."""
    return []


@pytest.fixture
def take_tab(
    tabs: BrowserContext, idle_tabs: list[Page], first_visit: FirstVisit, forbidden: list[str]
) -> Iterator[TakeTab]:
    """Hands out tabs, in which a test may do what it likes."""
    taken: list[Page] = []

    def take() -> Page:
        taken.append(idle_tabs.pop() if idle_tabs else tabs.new_page())
        return taken[-1]

    yield take
    for page in taken:
        page.evaluate("localStorage.clear()")
    idle_tabs.extend(taken)
    assert not forbidden, forbidden.pop()


@pytest.fixture
def open_page(take_tab: TakeTab, server: Server) -> OpenPage:
    """Opens an address of the app in a tab of its own, and waits until it is drawn."""

    def open_tab(address: str = "", *, viewport: ViewportSize = DESKTOP) -> Page:
        page = take_tab()
        page.set_viewport_size(viewport)
        page.goto(f"{server.url}/{address}")
        settle(page)
        return page

    return open_tab


class Opened(NamedTuple):
    """A view that is open for all tests that look at it alone."""

    page: Page
    name: str
    address: str
    size: ViewportSize
    shift: float
    """How far what it shows moved while it opened, as https://web.dev/articles/cls counts it."""


SHIFT = """() => new Promise(resolve => {
  let shift = 0
  const observer = new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      if (entry.entryType === "mark") resolve(shift)
      else if (!entry.hadRecentInput) shift += entry.value
  })
  observer.observe({ type: "layout-shift", buffered: true })
  observer.observe({ type: "mark" })
  performance.mark("every shift is counted")
})"""


@pytest.fixture(scope="session")
def looking_tab(tabs: BrowserContext, first_visit: FirstVisit) -> Iterator[Page]:
    """The tab in which one view is looked at after the other."""
    with tabs.new_page() as page:
        yield page


@pytest.fixture(scope="session")
def opened(request: pytest.FixtureRequest, looking_tab: Page, server: Server) -> Opened:
    """A view; ``tests.browser.views.looking_at`` says which. It may be turned to any size."""
    opening: Opening = request.param
    show(looking_tab, opening.size, "light")
    looking_tab.goto(f"{server.url}/{opening.address}")
    settle(looking_tab)
    shift = looking_tab.evaluate(SHIFT)
    return Opened(looking_tab, opening.name, looking_tab.url, opening.size, shift)


@pytest.fixture
def view(opened: Opened, forbidden: list[str]) -> Iterator[Page]:
    """A view as it opened, at its top; the test leaves it so that the next one finds it so."""
    page = opened.page
    show(page, opened.size, "light")
    page.get_by_test_id("stMain").evaluate("main => main.scrollTo({top: 0, behavior: 'instant'})")
    settle(page)
    yield page
    assert page.url == opened.address
    assert not forbidden, forbidden.pop()
