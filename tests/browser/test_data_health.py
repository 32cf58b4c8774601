"""What only a phone's browser shows of the page on the data."""

from playwright.sync_api import expect

from tests.browser.actions import PHONE, OpenPage


def test_on_a_phone_the_map_is_bars_and_a_bad_address_stays_said(open_page: OpenPage) -> None:
    page = open_page("data_health?issuer=nobody", viewport=PHONE)
    drawing = page.get_by_test_id("stVegaLiteChart").locator("svg").first
    expect(drawing.get_by_text("Credentials", exact=True)).to_be_visible()
    expect(page.get_by_text("The address asked for issuer =")).to_be_visible()
