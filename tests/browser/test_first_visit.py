"""What somebody gets who comes for the first time: nothing jumps, and little goes over the line."""

import re

import pytest
from playwright.sync_api import Browser, ViewportSize, WebSocket, expect

from scripts.serving import Server
from tests.browser.actions import DESKTOP, PHONE, OpenPage, settle
from tests.browser.views import ADDRESSES

MOST_SHIFT = 0.1
"""What web.dev calls good: https://web.dev/articles/cls"""
MOST_BYTES = 1.7 * 1024 * 1024
"""Of Explore, whose charts bring the largest scripts."""
VIEWS = (
    "start",
    "explore, all",
    "compare",
    "eligibility",
    "credential, long",
    "costs",
    "guide",
    "careers",
)

SHIFT = """() => new Promise(resolve => {
  let shift = 0
  const observer = new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      if (entry.entryType === "mark") resolve(shift)
      else if (!entry.hadRecentInput) shift += entry.value
  })
  observer.observe({ type: "layout-shift", buffered: true })
  observer.observe({ type: "mark" })
  performance.mark("all shifts are told")
})"""


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_jumps_while_a_page_opens(
    open_page: OpenPage, view: str, viewport: ViewportSize
) -> None:
    page = open_page(ADDRESSES[view], viewport=viewport)
    assert page.evaluate(SHIFT) < MOST_SHIFT


def test_a_first_visit_takes_few_bytes(browser: Browser, server: Server) -> None:
    taken = []
    with browser.new_context(viewport=DESKTOP) as context:
        page = context.new_page()
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", lambda end: taken.append(end["encodedDataLength"]))
        page.goto(f"{server.url}/explore")
        settle(page)
    assert len(taken) > 60
    assert sum(taken) < MOST_BYTES


def test_what_calls_itself_a_phone_has_its_page_drawn_once(
    browser: Browser, server: Server
) -> None:
    a_phone = "Mozilla/5.0 (Linux; Android 14) Chrome/150.0 Mobile Safari/537.36"
    asked: list[str | bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: asked.extend([frame]))

    with browser.new_context(viewport=PHONE, user_agent=a_phone) as context:
        page = context.new_page()
        page.on("websocket", listen)
        page.goto(f"{server.url}/explore")
        settle(page)
        expect(page.get_by_role("button", name=re.compile("^Filters"))).to_be_visible()
    assert len(asked) == 1
