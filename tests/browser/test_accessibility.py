"""Every view, in both themes and on a phone: axe finds nothing serious, and nothing is too wide.

A view is opened once; its tests turn the one page to the theme and the width that each asks for.
Every run looks at the main views, a long one at all of them.
"""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.actions import (
    DESKTOP,
    MOST_PIXELS,
    PHONE,
    expect_nothing_too_wide,
    height,
    settle,
    show,
)
from tests.browser.conftest import Opened
from tests.browser.views import ADDRESSES, MAIN, Opening
from tests.color_difference import contrast
from tests.effort import is_long

REFUSED_AS_WELL = {"heading-order"}
"""Moderate findings that are refused: who reads by headings loses their way."""
COLOR_RULES = ["color-contrast", "link-in-text-block"]
"""The rules whose outcome depends on the theme, and not on the width of the window."""
ONLY_COLORS = {"runOnly": {"type": "rule", "values": COLOR_RULES}}
AXE: str = Axe().axe_script
WORDS_OF_CHARTS = """() => [
  getComputedStyle(document.querySelector(".stApp")).backgroundColor,
  [...document.querySelectorAll("[data-testid=stVegaLiteChart] svg text")]
    .filter(text => text.closest("[class*=role-axis], [class*=role-legend]")
      || text.getAttribute("fill") === "black")
    .map(text => [text.textContent, getComputedStyle(text).fill]),
]"""
FOUR_TIMES = ViewportSize(width=320, height=256)
"""What is left of a window of 1280 by 1024 pixels, as WCAG asks for."""
SHORT = {"explore", "eligibility", "compare"}
"""The pages that have much to show, and a bound to their height on a phone."""
ALL_BUT_COLORS = {"rules": {rule: {"enabled": False} for rule in COLOR_RULES}}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    names = list(ADDRESSES) if is_long(metafunc.config) else MAIN
    openings = [Opening(name) for name in names]
    metafunc.parametrize("opened", openings, ids=names, indirect=True, scope="session")


@pytest.fixture
def view(opened: Opened) -> Page:
    """A view, in the size and theme to which the test before turned it."""
    return opened.page


def serious_findings(page: Page, selection: dict[str, Any] | None = None) -> list[str]:
    """What axe finds that keeps people out, by all of its rules or by a selection of them."""
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {"resultTypes": ["violations"], **(selection or {})}
    results = page.evaluate("options => axe.run(options)", options)
    return [
        f"{rule['id']}: {node['html'][:160]} | {node.get('failureSummary', '')[:200]}"
        for rule in results["violations"]
        if rule["impact"] in ("serious", "critical") or rule["id"] in REFUSED_AS_WELL
        for node in rule["nodes"]
    ]


def pale_words_of_charts(page: Page) -> list[str]:
    """The words beside charts, and names in them, that are hard to read; axe sees none of them."""
    background, words = page.evaluate(WORDS_OF_CHARTS)
    return [text for text, color in words if contrast(channels(color), channels(background)) < 4.5]


def channels(color: str) -> list[int]:
    """Red, green and blue of a color as the browser writes it: ``rgb(27, 39, 51)``."""
    return list(map(int, re.findall(r"\d+", color)[:3]))


def test_axe_finds_nothing_serious(view: Page) -> None:
    show(view, DESKTOP, "light")
    assert serious_findings(view) == []
    assert pale_words_of_charts(view) == []


def test_every_chart_is_drawn(view: Page) -> None:
    show(view, DESKTOP)
    settle(view)
    charts = view.get_by_test_id("stVegaLiteChart")
    for chart in charts.all():
        expect(chart.locator("svg [aria-roledescription]").first).to_be_visible()


def test_colors_contrast_in_the_dark_theme_as_well(view: Page) -> None:
    show(view, DESKTOP, "dark")
    assert serious_findings(view, ONLY_COLORS) == []
    assert pale_words_of_charts(view) == []


def test_axe_finds_nothing_serious_on_a_phone(view: Page) -> None:
    show(view, PHONE)
    assert serious_findings(view, ALL_BUT_COLORS) == []


def test_nothing_scrolls_sideways_on_a_phone(view: Page) -> None:
    show(view, PHONE)
    settle(view)
    expect_nothing_too_wide(view)
    if urlsplit(view.url).path.strip("/") in SHORT:
        assert height(view) < MOST_PIXELS


def test_nothing_scrolls_sideways_at_four_times_the_size(view: Page) -> None:
    show(view, FOUR_TIMES)
    settle(view)
    expect_nothing_too_wide(view)
