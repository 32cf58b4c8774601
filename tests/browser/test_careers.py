"""Work and pay: a state, the band with its gaps, the tables, and whether it pays."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.actions import PHONE, OpenPage, expect_nothing_too_wide, open_fold, settle


def headline(page: Page) -> Locator:
    """The sentence that answers the question, the first heading under the title."""
    return page.get_by_role("heading", level=2).first


def tile(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=re.compile(f"^{name}: median .* the nation's$"))


def test_a_tile_pressed_chooses_its_state_and_pressed_again_none(open_page: OpenPage) -> None:
    page = open_page("careers?view=places")
    tile(page, "Ohio").click()
    expect(page).to_have_url(re.compile("state=OH"))
    expect(headline(page)).to_contain_text("in Ohio earn")
    expect(tile(page, "Ohio")).to_have_attribute("aria-pressed", "true")
    settle(page)
    tile(page, "Ohio").click()
    expect(page).not_to_have_url(re.compile("state="))


def test_the_map_is_used_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("careers?view=places&state=OH")
    tile(page, "Ohio").focus()
    page.keyboard.press("ArrowRight")
    expect(tile(page, "Pennsylvania")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(tile(page, "Michigan")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("state=MI"))
    expect(tile(page, "Michigan")).to_be_focused()


def test_the_caveat_and_the_respondents_stand_beside_the_pictures(open_page: OpenPage) -> None:
    page = open_page("careers?view=reported")
    picture = page.locator("[data-testid=stVegaLiteChart]").first.bounding_box()
    below = page.get_by_text("Pay by credential, every survey, as a table").bounding_box()
    assert picture
    assert below
    for words in ("^AAPC A voluntary survey", "^A difference between groups", "^How many answered"):
        beside = page.get_by_text(re.compile(words)).first.bounding_box()
        assert beside
        assert beside["x"] + beside["width"] <= picture["x"]
        assert picture["y"] <= beside["y"] <= below["y"]


def test_on_a_phone_the_answer_comes_before_the_assumptions(open_page: OpenPage) -> None:
    page = open_page("careers?plan=cpc&pay=49000", viewport=PHONE)
    answer = headline(page).bounding_box()
    assumed = page.get_by_text("What you assume").bounding_box()
    assert answer
    assert assumed
    assert answer["y"] < assumed["y"]


def test_on_a_phone_an_open_table_does_not_push_the_page_sideways(open_page: OpenPage) -> None:
    page = open_page("careers", viewport=PHONE)
    open_fold(page, "Pay by year as a table")
    expect(page.get_by_test_id("stTable").first).to_be_visible()
    settle(page)
    expect_nothing_too_wide(page)
