"""What a person does: filter, read, follow a source, share the address."""

import re

from playwright.sync_api import Page, expect

from tests.browser.actions import (
    DESKTOP,
    PHONE,
    OpenPage,
    filter_count,
    press_filter,
    settle,
)
from tests.browser.views import looking_at
from tests.catalogs import project_catalog


def expect_matches(page: Page, count: int) -> None:
    """As many credentials match, as the page says."""
    expect(page.get_by_text(re.compile(rf"^{count} of \d+ credentials match"))).to_be_visible()


def in_one_breath(page: Page, *clicks: str) -> None:
    """Click elements one after the other, quicker than the page answers."""
    page.evaluate(
        """async clicks => {
          for (const click of clicks) {
            document.evaluate(click, document).iterateNext().click()
            await new Promise(requestAnimationFrame)
          }
        }""",
        clicks,
    )


def test_the_back_button_takes_a_choice_back(open_page: OpenPage) -> None:
    page = open_page("explore")
    everything = len(project_catalog().credentials)
    expect_matches(page, everything)
    press_filter(page, "Billing")
    expect(page).to_have_url(re.compile("role=billing"))
    page.go_back()
    expect_matches(page, everything)


def test_the_back_button_leads_from_a_credential_to_the_list_as_it_was(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=ahima")
    page.locator(".results").get_by_role("link", name="CCA", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("CCA · Certified Coding Associate")
    settle(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Find a credential")
    expect(page).to_have_url(re.compile("issuer=ahima"))


def test_the_back_button_is_heard_where_a_page_asks_for_a_choice_first(open_page: OpenPage) -> None:
    page = open_page("prepare")
    page.get_by_role("button", name="CCA", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Prepare for the CCA")
    settle(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Prepare for the CCA")
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text("Prepare for the CCA")


def test_a_heading_sorts_and_sorts_back(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=ahima")
    heading = page.locator(".results thead").get_by_role("button", name="Pass rate")
    heading.click()
    expect(page.locator(".results th[aria-sort=ascending]")).to_contain_text("Pass rate")
    expect(page).to_have_url(re.compile("order=pass_rate"))
    heading.click()
    expect(page.locator(".results th[aria-sort=descending]")).to_contain_text("Pass rate")
    expect(page.get_by_text("ordered by pass rate, highest first.")).to_be_visible()


CODING, SPECIALTY = "//button[.='Coding']", "//button[.='Specialty']"
FOLD = "//*[@data-testid='stExpander']//summary"


def test_filters_pressed_quicker_than_the_page_answers_all_count(open_page: OpenPage) -> None:
    page = open_page("explore")
    in_one_breath(page, CODING, SPECIALTY)
    expect(page).to_have_url(re.compile("role=coding&level=specialty"))
    expect_matches(page, filter_count(page, "Specialty"))


def test_a_fold_opened_while_a_filter_is_under_way_keeps_the_filter(open_page: OpenPage) -> None:
    page = open_page("explore")
    in_one_breath(page, CODING, FOLD)
    expect(page).to_have_url(re.compile("role=coding"))
    expect_matches(page, filter_count(page, "Coding"))


def test_picks_made_in_the_table_reach_the_address_and_a_new_visit(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=ahima")
    page.get_by_role("checkbox", name="Pick CCA").click()
    expect(page.get_by_role("button", name="CCA ✕")).to_be_visible()
    expect(page).to_have_url(re.compile("&me="))
    other = open_page(page.url.rpartition("/")[2])
    expect(other.get_by_role("checkbox", name="Pick CCA")).to_be_checked()


def test_letters_and_one_key_take_the_credential_of_the_home_country(open_page: OpenPage) -> None:
    page = open_page("compare?ids=cpc,cca")
    box = page.get_by_role("combobox", name="Add a credential")
    box.fill("CCDS")
    expect(page.get_by_role("option").first).to_contain_text("ACDIS")
    box.press("Enter")
    expect(page.get_by_role("button", name="CCDS (ACDIS) ✕")).to_be_visible()


def test_a_point_of_the_picture_can_be_picked(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=nha")
    point = page.locator("[data-testid=stVegaLiteChart] .mark-symbol path[aria-roledescription]")
    point.first.click()
    expect(page.get_by_text("1 picked")).to_be_visible()


def test_on_a_phone_the_filters_fold_into_one_button(open_page: OpenPage) -> None:
    page = open_page("explore?level=entry", viewport=PHONE)
    page.get_by_role("button", name="Filters (1 active)").click()
    press_filter(page, "Billing")
    expect(page).to_have_url(re.compile("role=billing&level=entry"))
    expect(page.get_by_role("button", name="Filters (2 active)")).to_be_visible()


def test_a_window_made_narrow_is_laid_out_as_on_a_phone_and_back(open_page: OpenPage) -> None:
    page = open_page("explore?level=entry")
    folded = page.get_by_role("button", name="Filters (1 active)")
    expect(folded).to_have_count(0)
    page.set_viewport_size(PHONE)
    settle(page)
    assert folded.count() == 1
    page.set_viewport_size(DESKTOP)
    settle(page)
    assert folded.count() == 0


def test_the_list_can_be_used_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=nha")
    box = page.get_by_role("checkbox", name="Pick CBCS")
    box.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="CBCS ✕")).to_be_visible()
    expect(box).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("CBCS")


def test_a_number_typed_or_counted_up_in_its_box_reaches_the_page(open_page: OpenPage) -> None:
    page = open_page("costs?ids=cpc")
    box = page.get_by_role("spinbutton", name="Your employer pays, %")
    box.fill("40")
    box.press("Enter")
    expect(page).to_have_url(re.compile("employer=40"))
    settle(page)
    box.press("ArrowUp")
    expect(page).to_have_url(re.compile("employer=4[1-9]"))


@looking_at("explore, all")
def test_every_column_of_the_list_is_in_view_beside_the_filters(view: Page) -> None:
    frame = view.locator(".results .frame").first
    expect(frame.get_by_role("columnheader", name="My eligibility")).to_be_in_viewport(ratio=1)
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")


def test_no_large_figure_is_cut_off_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("credential?id=aaham/cct", viewport=PHONE)
    figures = page.locator(".key-figure .value")
    expect(figures.first).to_be_visible()
    for figure in figures.all():
        assert figure.evaluate("it => it.scrollWidth <= it.clientWidth"), figure.text_content()
