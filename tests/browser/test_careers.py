"""Work and pay: a state, the band with its gaps, the tables, and whether it pays."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.actions import PHONE, OpenPage, settle


def headline(page: Page) -> Locator:
    """The sentence that answers the question, the first heading under the title."""
    return page.get_by_role("heading", level=2).first


def choose(page: Page, label: str, text: str) -> None:
    """Choose from a box by keyboard alone."""
    box = page.get_by_role("combobox", name=re.compile(label))
    box.focus()
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    settle(page)


def table(page: Page, fold: str) -> Locator:
    """The table inside a fold, which is opened for it."""
    page.get_by_text(fold).click()
    shown = page.get_by_test_id("stTable").first
    expect(shown).to_be_visible()
    settle(page)
    return shown


def test_a_state_chosen_by_keyboard_is_held_against_the_nation(open_page: OpenPage) -> None:
    page = open_page("careers")
    choose(page, "State", "Alabama")
    expect(page).to_have_url(re.compile(r"careers\?state=AL$"))
    expect(headline(page)).to_contain_text("in Alabama earn a median")


def test_a_question_is_chosen_by_keyboard_and_stands_in_the_address(open_page: OpenPage) -> None:
    page = open_page("careers?state=AL")
    page.get_by_role("radio", name="Outlook").focus()
    page.keyboard.press("Enter")
    expect(headline(page)).to_contain_text("BLS expects")
    expect(page).to_have_url(re.compile(r"careers\?state=AL&view=outlook$"))
    page.go_back()
    expect(headline(page)).to_contain_text("in Alabama earn a median")


def test_a_shared_address_shows_the_same_after_a_reload(open_page: OpenPage) -> None:
    page = open_page("careers?state=TX&view=places")
    expect(headline(page)).to_contain_text("in Texas earn a median")
    said = headline(page).inner_text()
    page.reload()
    settle(page)
    expect(headline(page)).to_have_text(said)
    expect(page.get_by_role("heading", name="State by state")).to_be_visible()


def test_an_address_with_credentials_asks_whether_they_pay(open_page: OpenPage) -> None:
    page = open_page("careers?state=TX&plan=aapc/cpc&pay=38000")
    expect(headline(page)).to_contain_text("recover the cost of the CPC within 6 years")
    expect(page.get_by_text(re.compile(r"at a pay of \$38,000 a year"))).to_be_visible()


def test_the_median_is_drawn_as_lines_that_stop_at_the_breaks(open_page: OpenPage) -> None:
    page = open_page("careers")
    chart = page.locator("[data-testid=stVegaLiteChart]").first
    expect(chart.locator("[aria-roledescription='line mark']")).to_have_count(5)


def test_pay_by_year_can_be_read_as_a_table(open_page: OpenPage) -> None:
    page = open_page("careers")
    rows = table(page, "Pay by year as a table").get_by_role("row")
    row = rows.filter(has_text="May 2025")
    expect(row).to_contain_text("29-2072")
    expect(row).to_contain_text("$51,140")
    expect(row.get_by_role("link").first).to_be_visible()


def test_the_map_can_be_read_as_a_table_highest_first(open_page: OpenPage) -> None:
    page = open_page("careers?view=places")
    rows = table(page, "States as a table, highest median first").get_by_role("row")
    expect(rows).to_have_count(52)
    expect(rows.nth(1)).to_contain_text("District of Columbia")
    expect(rows.nth(51)).to_contain_text("Mississippi")


def test_older_surveys_stand_in_the_table(open_page: OpenPage) -> None:
    page = open_page("careers?view=reported")
    rows = table(page, "Pay by credential, every survey, as a table").get_by_role("row")
    expect(rows.filter(has_text="AAPC 2012").filter(has_text="CPC-P")).to_contain_text("$55,255")
    expect(rows.filter(has_text="AAPC 2018").filter(has_text="CIC")).to_contain_text("$56,045")


def tile(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=re.compile(f"^{name}: median .* the nation's$"))


def test_a_tile_pressed_becomes_the_chosen_state(open_page: OpenPage) -> None:
    page = open_page("careers?view=places")
    tile(page, "Ohio").click()
    expect(page).to_have_url(re.compile("state=OH"))
    expect(headline(page)).to_contain_text("in Ohio earn")
    expect(tile(page, "Ohio")).to_have_attribute("aria-pressed", "true")


def test_the_chosen_tile_pressed_again_leaves_no_state(open_page: OpenPage) -> None:
    page = open_page("careers?view=places&state=OH")
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


def test_the_headline_opens_to_its_source(open_page: OpenPage) -> None:
    page = open_page("careers?state=AL")
    page.get_by_role("button", name=re.compile("^Alabama: median")).click()
    body = page.get_by_test_id("stPopoverBody")
    expect(body.get_by_role("link").first).to_have_attribute("href", re.compile("^https://"))
    expect(body).to_contain_text("as of 2025-05")


def test_the_caveat_and_the_respondents_stand_beside_the_picture(open_page: OpenPage) -> None:
    page = open_page("careers?view=reported")
    picture = page.locator("[data-testid=stVegaLiteChart]").first.bounding_box()
    assert picture
    for words in ("^AAPC A voluntary survey", "^A difference between groups", "^How many answered"):
        said = page.get_by_text(re.compile(words)).first.bounding_box()
        assert said
        assert said["x"] + said["width"] <= picture["x"]
        assert picture["y"] <= said["y"] <= picture["y"] + picture["height"]


def test_a_credential_chosen_gets_its_break_even_raise(open_page: OpenPage) -> None:
    page = open_page("careers?view=payback")
    choose(page, "Add a credential", "CCA ")
    expect(headline(page)).to_contain_text("recover the cost of the CCA")
    expect(page).to_have_url(re.compile("careers\\?plan=ahima(/|%2F)cca$"))


def test_on_a_phone_the_answer_comes_before_the_assumptions(open_page: OpenPage) -> None:
    page = open_page("careers?plan=cpc", viewport=PHONE)
    answer = headline(page).bounding_box()
    assumed = page.get_by_text("Assumed: a raise").bounding_box()
    assert answer
    assert assumed
    assert answer["y"] < assumed["y"]


def test_on_a_phone_an_open_table_does_not_push_the_page_sideways(open_page: OpenPage) -> None:
    page = open_page("careers", viewport=PHONE)
    table(page, "Pay by year as a table")
    wide = page.evaluate(
        "() => { const main = document.querySelector('[data-testid=stMain]');"
        " return main.scrollWidth - main.clientWidth }"
    )
    assert wide <= 0
