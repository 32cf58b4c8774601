"""Pages on paper: what they say, on few sheets, and nothing that is pressed or filled in."""

import re

from playwright.sync_api import Page, expect

from tests.browser.actions import DESKTOP, show
from tests.browser.conftest import Opened
from tests.browser.views import looking_at

CONTROLS = (
    "stHeader",
    "stSidebar",
    "stBottom",
    "stButton",
    "stLinkButton",
    "stDownloadButton",
    "stPageLink",
    "stSelectbox",
    "stSlider",
    "stTextInput",
    "stButtonGroup",
)
LETTER_WIDTH = 816
"""Pixels from one edge of Letter paper to the other."""


MOST_SHEETS = {"compare": 2, "plan": 3, "credential, long": 4, "keep": 4, "costs": 3}


@looking_at(*MOST_SHEETS)
def test_a_printed_page_has_few_sheets(view: Page, opened: Opened) -> None:
    paper = view.pdf(format="Letter")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) <= MOST_SHEETS[opened.name]


@looking_at(*MOST_SHEETS)
def test_a_printed_page_has_no_controls_and_is_no_wider_than_paper(view: Page) -> None:
    view.emulate_media(media="print")
    view.set_viewport_size({"width": LETTER_WIDTH, "height": 1056})
    drawn = {name: view.locator(f"[data-testid='{name}']:visible").count() for name in CONTROLS}
    assert not any(drawn.values()), drawn
    assert view.evaluate("document.documentElement.scrollWidth") <= LETTER_WIDTH


@looking_at("compare")
def test_the_first_line_of_a_printed_page_is_its_heading(view: Page) -> None:
    view.emulate_media(media="print")
    lines = view.locator("body").inner_text().splitlines()
    assert next(line for line in lines if line.strip()) == "Compare credentials"


INK = """
() => [...document.querySelectorAll("[data-testid=stMain] :is(p, h1, h2, th, td, button, text)")]
  .filter(element => element.checkVisibility() && element.textContent.trim())
  .map(element => getComputedStyle(element)[element.tagName == "text" ? "fill" : "color"])
  .map(color => Math.max(...color.match(/[0-9.]+/g).slice(0, 3).map(Number)))
"""
"""How bright the brightest channel of each text is that is printed, of 255."""


@looking_at("compare", "plan", "credential, long")
def test_a_page_seen_in_the_dark_is_printed_in_dark_ink(view: Page) -> None:
    show(view, DESKTOP, "dark")
    expect(view.locator(".stApp")).to_have_css("color-scheme", "dark")
    view.emulate_media(media="print")
    assert max(view.evaluate(INK)) < 128
