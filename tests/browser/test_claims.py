"""A claim opened from its list is left again as people are used to."""

import re

from playwright.sync_api import expect

from tests.browser.actions import OpenPage, settle


def test_a_claim_opened_by_keyboard_is_left_by_the_back_button(open_page: OpenPage) -> None:
    page = open_page("claims?topic=outlook")
    page.get_by_role("button", name=re.compile("^Evidence, ")).first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What the verdict rests on")).to_be_visible()
    expect(page).to_have_url(re.compile("claim="))
    settle(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Claims")
    expect(page).to_have_url(re.compile("topic=outlook$"))
