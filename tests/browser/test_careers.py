"""Work and pay: a state, the band with its gaps, the tables, and whether it pays."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, OpenPage, settle


def headline(page: Page) -> str:
    return page.get_by_role("heading", level=3).first.inner_text()


def choose(page: Page, label: str, text: str) -> None:
    """Choose from a box by keyboard alone."""
    box = page.get_by_role("combobox", name=re.compile(label))
    box.focus()
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    settle(page)


def test_a_state_chosen_by_keyboard_is_held_against_the_nation(open_page: OpenPage) -> None:
    page = open_page("careers")
    choose(page, "State", "Alabama")
    expect(page).to_have_url(re.compile(r"careers\?state=AL$"))
    expect(page.get_by_role("heading", level=3).first).to_contain_text("in Alabama earn a median")


def test_a_shared_address_shows_the_same_after_a_reload(open_page: OpenPage) -> None:
    page = open_page("careers?state=TX&plan=aapc/cpc&pay=38000")
    said = headline(page)
    assert "Texas" in said
    page.reload()
    settle(page)
    assert headline(page) == said
    expect(page.get_by_text(re.compile(r"At \$38,000 a year, a raise below"))).to_be_visible()


def test_the_median_is_drawn_as_lines_that_stop_at_the_breaks(open_page: OpenPage) -> None:
    page = open_page("careers")
    chart = page.locator("[data-testid=stVegaLiteChart]").first
    expect(chart.locator("[aria-roledescription='line mark']")).to_have_count(5)


def test_pay_by_year_can_be_read_as_a_table(open_page: OpenPage) -> None:
    page = open_page("careers")
    page.get_by_text("Pay by year as a table").click()
    row = page.get_by_test_id("stTable").first.get_by_role("row").filter(has_text="May 2025")
    expect(row).to_contain_text("29-2072")
    expect(row).to_contain_text("$51,140")
    expect(row.get_by_role("link").first).to_be_visible()


def test_the_map_can_be_read_as_a_table_highest_first(open_page: OpenPage) -> None:
    page = open_page("careers")
    page.get_by_text("States as a table, highest median first").click()
    rows = page.get_by_test_id("stTable").first.get_by_role("row")
    expect(rows).to_have_count(52)
    expect(rows.nth(1)).to_contain_text("District of Columbia")
    expect(rows.nth(51)).to_contain_text("Mississippi")


def test_a_tile_pressed_becomes_the_chosen_state(open_page: OpenPage) -> None:
    page = open_page("careers")
    tile = page.locator("[aria-roledescription='rect mark'][aria-label^='Ohio: median']")
    tile.scroll_into_view_if_needed()
    place = tile.bounding_box()
    assert place
    # Its letters lie over the middle of a tile, where people press.
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(page).to_have_url(re.compile("state=OH"))
    expect(page.get_by_role("heading", level=3).first).to_contain_text("in Ohio earn")


def test_the_headline_opens_to_its_source(open_page: OpenPage) -> None:
    page = open_page("careers?state=AL")
    page.get_by_role("button", name=re.compile("^Alabama: median")).click()
    body = page.get_by_test_id("stPopoverBody")
    expect(body.get_by_role("link").first).to_have_attribute("href", re.compile("^https://"))
    expect(body).to_contain_text("as of 2025-05")


def test_the_respondents_stand_beside_the_picture(open_page: OpenPage) -> None:
    page = open_page("careers")
    said = page.get_by_text(re.compile("^10,000 in 2009")).first.bounding_box()
    picture = page.locator("[data-testid=stVegaLiteChart]").nth(4).bounding_box()
    assert said
    assert picture
    assert said["x"] + said["width"] <= picture["x"]
    assert picture["y"] <= said["y"] <= picture["y"] + picture["height"]


def test_a_credential_chosen_gets_its_break_even_raise(open_page: OpenPage) -> None:
    page = open_page("careers")
    choose(page, "Add a credential", "CCA ")
    expect(page.get_by_text(re.compile(r"^CCA: \$[\d,]+ to earn"))).to_be_visible()
    expect(page).to_have_url(re.compile("plan=ahima(/|%2F)cca"))


def test_on_a_phone_the_answer_comes_before_the_assumptions(open_page: OpenPage) -> None:
    page = open_page("careers?plan=cpc", viewport=PHONE)
    answer = page.get_by_text(re.compile(r"^CPC: \$[\d,]+ to earn")).bounding_box()
    assumed = page.get_by_text("Assumed: a raise").bounding_box()
    assert answer
    assert assumed
    assert answer["y"] < assumed["y"]


def test_on_a_phone_an_open_table_does_not_push_the_page_sideways(open_page: OpenPage) -> None:
    page = open_page("careers", viewport=PHONE)
    page.get_by_text("Pay by year as a table").click()
    expect(page.get_by_test_id("stTable").first).to_be_visible()
    wide = page.evaluate(
        "() => { const main = document.querySelector('[data-testid=stMain]');"
        " return main.scrollWidth - main.clientWidth }"
    )
    assert wide <= 0
