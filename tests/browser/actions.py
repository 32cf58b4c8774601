"""What tests do with a page in the browser: wait for it, press a filter, go elsewhere."""

import re
from collections.abc import Callable
from typing import Literal

from playwright.sync_api import Locator, Page, ViewportSize

from ui.shell.menu import SECTIONS

DESKTOP = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)
PATIENCE = 30_000
"""Milliseconds for a page to be drawn: workers, servers and browsers share two cores."""

MOST_PIXELS = 7_500
"""Height on a phone beyond which nobody reads to the end of a page."""

TakeTab = Callable[[], Page]
"""Hands out a tab in which a test may do what it likes."""

OpenPage = Callable[..., Page]
"""Opens an address of the app in a new tab: ``open_page(address, viewport=PHONE)``."""

IS_AT_REST = """() => {
  const has = selector => document.querySelector(selector) !== null
  const isNarrow = String(matchMedia("(max-width: 768px)").matches)
  const widths = [...document.querySelectorAll("[data-testid=stBidiComponentIsolated]")]
    .map(part => part.shadowRoot?.querySelector("[data-narrow]")?.dataset.narrow ?? isNarrow)
  return !has(".first-screen") && has("h1")
    && has("[data-test-script-state='notRunning']")
    && !has("[data-stale='true'], [data-testid='stSkeleton']")
    && widths.every(width => width === isNarrow)
}"""


def settle(page: Page) -> None:
    """Wait until the app has drawn its page for the window's width, and its script rests.

    The page itself watches for it: whoever asks from outside asks ever more seldom.
    """
    page.wait_for_function(IS_AT_REST, polling=50, timeout=PATIENCE)


def show(page: Page, size: ViewportSize, scheme: Literal["light", "dark"] | None = None) -> None:
    """Turn the page to a size of the window and a theme; without one, that which it has."""
    if scheme:
        page.emulate_media(media="screen", color_scheme=scheme)
    page.set_viewport_size(size)


def follow_navigation(page: Page, title: str) -> None:
    """Go to another page through the navigation on top; its section is opened first, if any."""
    section = next(name for name, pages in SECTIONS.items() if title in pages.values())
    if not section:
        page.get_by_test_id("stTopNavLink").filter(has_text=title).click()
        return
    page.get_by_test_id("stTopNavSection").filter(has_text=section).click()
    page.get_by_role("menuitem", name=title).click()


def open_fold(page: Page, words: str | re.Pattern[str]) -> None:
    """Open a fold by keyboard: the pointer may miss what moves as the page scrolls to it."""
    page.locator("summary").filter(has_text=words).first.press("Enter")


def bring_into_view(control: Locator) -> None:
    """Scroll to a control, and let the page hear of it: a list that was open would close then."""
    control.scroll_into_view_if_needed()
    control.evaluate(
        "() => new Promise(heard => requestAnimationFrame(() => requestAnimationFrame(heard)))"
    )


def filter_button(page: Page, text: str) -> Locator:
    """The button of a filter's choice, whose label ends with a count."""
    return page.get_by_role("button", name=re.compile(rf"^{re.escape(text)} · \d+$")).first


def press_filter(page: Page, text: str) -> None:
    """Press a filter's choice, and wait for what it leaves."""
    filter_button(page, text).click()
    settle(page)


def filter_count(page: Page, text: str) -> int:
    """The number beside a filter's choice, once the page rests."""
    button = filter_button(page, text)
    button.wait_for()
    settle(page)
    return int(re.findall(r"\d+", button.aria_snapshot())[-1])


def height(page: Page) -> int:
    """By how many pixels the page is tall, whatever the window shows of it."""
    pixels: int = page.get_by_test_id("stMain").evaluate("main => main.scrollHeight")
    return pixels


def expect_nothing_too_wide(page: Page) -> None:
    """Wait until nothing of the page is wider than its window; charts follow it a moment later."""
    page.wait_for_function(
        """() => {
          const main = document.querySelector("[data-testid=stMain]")
          return main.scrollWidth <= main.clientWidth
        }""",
        timeout=PATIENCE,
    )
