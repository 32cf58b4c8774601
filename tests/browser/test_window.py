"""The window around the pages: where a page opens, its title, the sidebar, menu and popovers."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.actions import PHONE, OpenPage, follow_navigation, settle
from tests.browser.views import looking_at

CURRENT_IN_BAR = ":is([data-testid=stTopNavLink], [data-testid=stTopNavSection])[aria-current]"


def scrolled(page: Page) -> int:
    pixels: int = page.get_by_test_id("stMain").evaluate("main => main.scrollTop")
    return pixels


def expect_top(page: Page) -> None:
    """Wait until the page shows its beginning."""
    page.wait_for_function("!document.querySelector('[data-testid=stMain]').scrollTop")


def expect_page(page: Page, title: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    settle(page)


def open_from_far_down(page: Page) -> str:
    """Open a credential from a row that is far down in the list; returns its letters."""
    row = page.locator(".results tbody").get_by_role("link").nth(50)
    row.scroll_into_view_if_needed()
    assert scrolled(page) > 2_000
    letters = row.inner_text()
    row.press("Enter")
    expect_page(page, re.compile(f"^{re.escape(letters)} · "))
    return letters


def test_a_row_far_down_opens_at_its_top_and_the_back_button_leads_to_it(
    open_page: OpenPage,
) -> None:
    page = open_page("explore?rows=all")
    letters = open_from_far_down(page)
    expect_top(page)
    page.go_back()
    expect_page(page, "Find a credential")
    row = page.locator(".results").get_by_role("link", name=letters, exact=True)
    expect(row).to_be_in_viewport()
    page.go_forward()
    expect_page(page, re.compile(f"^{re.escape(letters)} · "))
    expect_top(page)


def test_a_page_chosen_in_the_navigation_begins_at_its_top(open_page: OpenPage) -> None:
    page = open_page("credential?id=cpc")
    page.get_by_role("heading", name="Keeping it").scroll_into_view_if_needed()
    assert scrolled(page) > 500
    follow_navigation(page, "Home")
    expect_page(page, "Which medical coding credential should I choose?")
    expect_top(page)


def test_a_filter_far_down_leaves_the_page_where_it_is(open_page: OpenPage) -> None:
    page = open_page("explore?rows=all")
    box = page.locator(".results tbody").get_by_role("checkbox").nth(40)
    box.scroll_into_view_if_needed()
    before = scrolled(page)
    box.press("Space")
    expect(page).to_have_url(re.compile("me="))
    settle(page)
    assert scrolled(page) == pytest.approx(before, abs=200)
    expect(box).to_be_in_viewport()
    expect(page.get_by_text("1 picked")).to_be_in_viewport()


def test_the_sidebar_of_a_page_goes_with_it(open_page: OpenPage) -> None:
    page = open_page("costs?ids=cpc,ccs")
    sidebar = page.get_by_test_id("stSidebarUserContent")
    expect(sidebar).to_be_visible()
    for title, marked in {"Home": "Home", "Explore": "Explore", "Guide": "Learn"}.items():
        follow_navigation(page, title)
        expect(page.locator(CURRENT_IN_BAR)).to_have_text(marked)
        settle(page)
        expect(sidebar).to_be_visible(visible=title == "Explore")
        expect(page.locator(".stLogo").filter(visible=True)).to_have_count(1)


def test_a_sidebar_with_nothing_in_it_leaves_the_name_and_no_more(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=nha")
    page.get_by_test_id("stSidebarUserContent").evaluate("content => content.replaceChildren()")
    name = page.locator(".stLogo").filter(visible=True)
    first_link = page.get_by_test_id("stTopNavLink").first
    box = "element => element.getBoundingClientRect()"
    assert name.evaluate(box)["left"] == 16
    assert first_link.evaluate(box)["left"] == pytest.approx(
        name.evaluate(box)["right"] + 16, abs=1
    )
    assert page.get_by_test_id("stMain").evaluate("main => main.offsetLeft") == 0


def open_menu(page: Page) -> Locator:
    """Open the menu of a narrow window; returns its links."""
    page.get_by_role("button", name="Menu", exact=True).click()
    links = page.get_by_test_id("stSidebarNavLink")
    expect(links.first).to_be_visible()
    return links


def test_the_menu_has_links_for_fingers_and_is_shut_when_the_next_page_opens(
    open_page: OpenPage,
) -> None:
    page = open_page("claims", viewport=PHONE)
    links = open_menu(page)
    assert min(link.evaluate("link => link.offsetHeight") for link in links.all()) >= 44
    page.reload()
    settle(page)
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible()


def test_the_menu_closes_after_a_choice_and_hides_no_controls_of_a_wide_window(
    open_page: OpenPage,
) -> None:
    page = open_page("claims", viewport=PHONE)
    links = open_menu(page)
    page.get_by_role("button", name="Learn", exact=True).click()
    links.filter(has_text="Guide").click()
    expect_page(page, "Guide")
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
    wide = open_page("costs?ids=cpc,ccs")
    expect(wide.get_by_test_id("stSidebar")).to_be_visible()
    expect(wide.get_by_test_id("stSidebarCollapseButton")).to_have_count(0)


@looking_at("claims", on_a_phone=True)
def test_a_section_of_the_menu_of_a_phone_is_folded_and_opens_by_the_keyboard(view: Page) -> None:
    links = open_menu(view)
    section = view.get_by_role("button", name="More", exact=True)
    expect(links.filter(has_text="The data")).to_have_count(0)
    expect(section).to_have_attribute("aria-expanded", "false")
    section.press("Enter")
    expect(links.filter(has_text="The data")).to_be_visible()
    expect(section).to_have_attribute("aria-expanded", "true")
    section.press("Space")
    expect(links.filter(has_text="The data")).to_have_count(0)
    view.get_by_role("button", name="Close menu").click()


def test_a_starting_point_closes_its_popover_over_the_question(open_page: OpenPage) -> None:
    page = open_page("eligibility", viewport=PHONE)
    page.get_by_role("button", name="Start as someone like me").click()
    page.get_by_role("button", name="New high school graduate").click()
    expect(page).to_have_url(re.compile("education="))
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    question = page.locator(".st-key-eligibility-question").get_by_role("heading", level=2)
    expect(question).to_be_in_viewport()
    expect(question).to_be_focused()


def test_each_page_titles_the_window_and_bears_the_name_of_the_product(open_page: OpenPage) -> None:
    page = open_page("credential?id=aapc/cpc")
    expect(page).to_have_title("CPC · Certified Professional Coder – CertLens")
    for title, words in {
        "Am I eligible?": "Am I eligible? – CertLens",
        "Home": "Which medical coding credential should I choose? – CertLens",
    }.items():
        follow_navigation(page, title)
        expect(page).to_have_title(words)
        expect(page.locator(".stLogo").filter(visible=True)).to_have_count(1)
    icon = page.locator("link[rel='shortcut icon'], link[rel='icon']").first
    expect(icon).to_have_attribute("href", re.compile("^data:image/svg"))


@looking_at("credential, long")
def test_folds_of_both_kinds_begin_their_names_in_one_line(view: Page) -> None:
    lefts = view.locator("summary").evaluate_all(
        """folds => folds.filter(fold => fold.offsetWidth).map(fold => {
          const words = document.createRange()
          words.selectNodeContents(fold.querySelector("p") ?? fold.firstElementChild)
          return [fold.matches(".facts *"), words.getBoundingClientRect().left]
        })"""
    )
    assert {is_native for is_native, _ in lefts} == {True, False}
    assert max(left for _, left in lefts) == pytest.approx(min(left for _, left in lefts), abs=0.5)


@looking_at("credential, long")
def test_a_figure_opens_to_its_sources_and_closes_by_the_keyboard(view: Page) -> None:
    figure = view.get_by_role("button", name=re.compile("^100 ● disputed"))
    figure.focus()
    view.keyboard.press("Enter")
    evidence = view.locator(".facts [popover]:popover-open")
    expect(evidence.get_by_role("link", name=re.compile("CPC exam FAQs"))).to_be_visible()
    view.keyboard.press("Escape")
    expect(evidence).to_have_count(0)
    expect(figure).to_be_focused()
