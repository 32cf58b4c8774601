"""Nothing jumps while a page opens: the first screen stands until the app has drawn its page."""

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.actions import DESKTOP, PHONE, OpenPage
from tests.browser.views import ADDRESSES

MOST_SHIFT = 0.1
"""What web.dev calls good: https://web.dev/articles/cls"""
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
