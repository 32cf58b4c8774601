"""What a newcomer does with the guide: read on, look a term up, search, share an answer."""

import re

from playwright.sync_api import Page, expect

from tests.browser.actions import PHONE, OpenPage, settle
from tests.browser.views import looking_at


def expect_chapter(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", level=2)).to_have_text(title)


def test_the_next_chapter_begins_at_its_top_and_back_returns(open_page: OpenPage) -> None:
    page = open_page("guide")
    expect_chapter(page, "What medical coding is")
    page.get_by_role("button", name="Why people get certified →").click()
    expect_chapter(page, "Why people get certified")
    settle(page)
    expect(page).to_have_url(re.compile("guide\\?chapter=why-certify"))
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    page.go_back()
    expect_chapter(page, "What medical coding is")


@looking_at("guide")
def test_a_term_is_explained_to_who_comes_by_keyboard(view: Page) -> None:
    term = view.locator(".term", has_text="code sets")
    meaning = term.get_by_role("tooltip")
    expect(meaning).to_be_hidden()
    view.locator(".term", has_text="claim").first.focus()
    view.keyboard.press("Tab")
    expect(term).to_be_focused()
    expect(meaning).to_be_visible()
    view.keyboard.press("Tab")
    expect(meaning).to_be_hidden()


@looking_at("guide")
def test_a_term_is_explained_to_who_points_at_it(view: Page) -> None:
    term = view.locator(".term", has_text="code sets")
    term.hover()
    expect(term.get_by_role("tooltip")).to_contain_text("A published list of codes")


@looking_at("guide", on_a_phone=True)
def test_a_term_is_explained_by_a_tap_within_the_window_of_a_phone(view: Page) -> None:
    term = view.locator(".term", has_text="provider query")
    term.click()
    meaning = term.get_by_role("tooltip")
    expect(meaning).to_be_in_viewport(ratio=1)
    box = meaning.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]


def test_a_heading_of_the_list_is_explained_to_who_comes_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=ahima")
    heading = page.locator(".results thead").get_by_role("button", name="Pass rate")
    meaning = page.locator(".results thead").get_by_text("for the first time")
    expect(meaning).to_be_hidden()
    heading.focus()
    expect(meaning).to_be_visible()
