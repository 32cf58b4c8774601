"""Pages on paper: what they say, on few sheets, and nothing that is pressed or filled in."""

import re

import pytest

from tests.browser.actions import OpenPage
from tests.browser.views import ADDRESSES

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


@pytest.mark.parametrize(
    ("view", "most_sheets"),
    [("compare", 2), ("plan", 3), ("credential, long", 4), ("keep", 4), ("costs", 3)],
)
def test_a_printed_page_has_no_controls_and_few_sheets(
    open_page: OpenPage, view: str, most_sheets: int
) -> None:
    page = open_page(ADDRESSES[view])
    paper = page.pdf(format="Letter")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) <= most_sheets

    page.emulate_media(media="print")
    page.set_viewport_size({"width": LETTER_WIDTH, "height": 1056})
    drawn = {name: page.locator(f"[data-testid='{name}']:visible").count() for name in CONTROLS}
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.emulate_media(media="screen")
    assert not any(drawn.values()), drawn
    assert wide <= LETTER_WIDTH


def test_the_first_line_of_a_printed_page_is_its_heading(open_page: OpenPage) -> None:
    page = open_page(ADDRESSES["compare"])
    page.emulate_media(media="print")
    lines = page.locator("body").inner_text().splitlines()
    page.emulate_media(media="screen")
    assert next(line for line in lines if line.strip()) == "Compare credentials"
