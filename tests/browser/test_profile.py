"""What a person picks goes along: from page to page, through the history, and to a later visit."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.actions import PHONE, OpenPage, follow_navigation, settle
from tests.browser.views import ADDRESSES

BOTTOM_OF_FOCUS = """() => {
  const control = document.activeElement
  const counts = control.matches("a, button, input, summary") && !control.closest(".st-key-tray")
  return counts ? control.getBoundingClientRect().bottom : 0
}"""
"""How far down the control ends that has the focus, in pixels; 0 for what is none of the page's."""


def tray(page: Page) -> Locator:
    return page.locator(".st-key-tray")


def expect_picked(page: Page, *labels: str) -> None:
    """Wait until the tray shows these credentials and no others."""
    expect(tray(page).get_by_role("button", name="✕")).to_have_text(
        [f"{label} ✕" for label in labels]
    )
    settle(page)


def test_a_shortlist_goes_from_page_to_page_in_one_step_of_the_history_each(
    open_page: OpenPage,
) -> None:
    page = open_page("explore?issuer=ahima")
    for letters in ("CCA", "CCS"):
        page.get_by_role("checkbox", name=f"Pick {letters}", exact=True).click()
        expect(tray(page)).to_contain_text(letters)
    follow_navigation(page, "Compare")
    expect(page).to_have_url(re.compile("compare.ids=ahima%2Fcca%2Cahima%2Fccs&me="))
    settle(page)
    tray(page).get_by_role("link", name="What it costs").click()
    expect(page).to_have_url(re.compile("costs.ids=ahima%2Fcca%2Cahima%2Fccs&me="))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Compare credentials")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Find a credential")
    expect_picked(page, "CCA", "CCS")
    page.go_back()
    expect_picked(page, "CCA")


def test_a_page_opened_by_a_button_or_by_its_address_is_one_step_of_the_history(
    open_page: OpenPage,
) -> None:
    page = open_page()
    before = page.evaluate("history.length")
    page.evaluate("address => location.assign(address)", ADDRESSES["start, answered"])
    expect(page).to_have_url(re.compile("now=new.*&me="))
    settle(page)
    assert page.evaluate("history.length") == before + 1
    page.get_by_role("button", name="See my plan").first.click()
    expect(page).to_have_url(re.compile("plan.target=.*&made="))
    settle(page)
    assert page.evaluate("history.length") == before + 2
    page.go_back()
    expect(page).to_have_url(re.compile("now=new"))
    settle(page)
    page.go_forward()
    expect(page).to_have_url(re.compile("plan.target="))


def test_on_a_phone_the_keyboard_drops_a_pick_and_nothing_hides_what_has_the_focus(
    open_page: OpenPage,
) -> None:
    page = open_page(ADDRESSES["a shortlist"], viewport=PHONE)
    top = tray(page).evaluate("tray => tray.getBoundingClientRect().top")
    lowest = 0.0
    for _ in range(25):
        page.keyboard.press("Tab")
        lowest = max(lowest, page.evaluate(BOTTOM_OF_FOCUS))
    assert 0 < lowest <= top
    tray(page).get_by_role("button", name="CCA ✕").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Put CCA back")).to_be_focused()
    page.keyboard.press("Enter")
    expect_picked(page, "CPC", "CCA", "CBCS")


@pytest.fixture
def visit(open_page: OpenPage) -> Iterator[Page]:
    """A page with a shortlist; what its browser was told to keep is gone afterwards."""
    page = open_page(ADDRESSES["a shortlist"])
    yield page
    page.evaluate("localStorage.clear()")


def test_a_later_visit_continues_where_one_left_off_until_it_is_forgotten(visit: Page) -> None:
    visit.get_by_role("button", name="Keep for later").click()
    visit.get_by_role("button", name="Keep this on my device").click()
    expect(visit.get_by_role("button", name="Kept on this device")).to_be_visible()
    visit.wait_for_function("localStorage.getItem('certlens.profile')")
    visit.goto(visit.url.partition("?")[0])
    visit.get_by_role("button", name="Continue").click()
    expect_picked(visit, "CPC", "CCA", "CBCS")
    visit.get_by_role("button", name="Kept on this device").click()
    visit.get_by_role("button", name="Forget me").click()
    expect(tray(visit)).to_have_count(0)
    settle(visit)
    assert visit.evaluate("localStorage.getItem('certlens.profile')") is None
    assert "me=" not in visit.url
