"""From a target to the printed plan, on a phone."""

from urllib.parse import urljoin

from playwright.sync_api import expect

from tests.browser.actions import PHONE, OpenPage, expect_nothing_too_wide, settle


def test_a_plan_is_chosen_read_and_printed_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("plan?target=cca", viewport=PHONE)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("the CCA")
    page.get_by_role("button", name="first").first.click()
    expect(heading).not_to_contain_text("the CCA")
    settle(page)
    expect_nothing_too_wide(page)
    page.get_by_role("button", name="sources").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".facts [popover]:popover-open")).to_contain_text("third party")
    page.keyboard.press("Escape")
    printed = page.get_by_role("link", name="Print on two pages").get_attribute("href")
    answer = page.request.get(urljoin(page.url, printed))
    assert answer.ok
    assert heading.inner_text() in answer.text().replace("&#39;", "'")
