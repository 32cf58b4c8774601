"""From the first screen to a plan by clicking only; the clicks are counted."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.actions import DESKTOP, PHONE, OpenPage, expect_nothing_too_wide, settle
from tests.browser.views import looking_at

BEFORE_CANDIDATES, BEFORE_THE_PLAN = 3, 12
"""The most clicks until somebody new sees candidates, and has a plan."""
OUTLINES_OF_CHOSEN = """() => [...document.querySelectorAll(
  ".stApp button[data-selected=true], [data-testid=stTopNavLink][aria-current]"
)].map(chosen => getComputedStyle(chosen).outlineStyle)"""


class Visitor:
    """Somebody who only clicks, and counts it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def choose(self, words: str) -> None:
        """Press a pill, of which one alone may be pressed."""
        self.page.get_by_role("radio", name=words, exact=True).first.click()
        self.clicks += 1
        settle(self.page)

    def press(self, words: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=words, exact=True).first.click()
        self.clicks += 1


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_somebody_new_has_candidates_and_a_plan_within_a_few_clicks(
    open_page: OpenPage, viewport: ViewportSize
) -> None:
    page = open_page(viewport=viewport)
    visitor = Visitor(page)
    for answer in ("New to the field", "Doctor's office", "Speed"):
        visitor.choose(answer)
    assert visitor.clicks <= BEFORE_CANDIDATES
    expect(page.get_by_role("heading", name="CCA", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="CPC", exact=True)).to_be_visible()
    expect_nothing_too_wide(page)
    visitor.choose("High school diploma or GED")
    visitor.press("None of these")
    expect(page.get_by_text("That is all we need. Your plan is ready.")).to_be_visible()
    visitor.press("See my plan")
    expect(page.get_by_role("heading", level=1)).to_contain_text("CCA")
    assert visitor.clicks <= BEFORE_THE_PLAN


@looking_at("start, answered")
def test_what_is_chosen_shows_where_the_system_sets_the_colors(view: Page) -> None:
    view.emulate_media(forced_colors="active")
    outlines = view.evaluate(OUTLINES_OF_CHOSEN)
    view.emulate_media(forced_colors="none")
    assert outlines == ["solid"] * 4
