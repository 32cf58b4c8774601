"""The search box in a real browser: by keyboard alone, at the place, on a phone, in both themes."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.actions import (
    DESKTOP,
    PHONE,
    OpenPage,
    expect_nothing_too_wide,
    settle,
    show,
)
from tests.browser.views import looking_at

AXE: str = Axe().axe_script


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Search everything")


def results(page: Page) -> Locator:
    return dialog(page).get_by_role("listitem").get_by_role("link")


def open_by_shortcut(page: Page) -> None:
    expect(page.get_by_role("button", name="Search")).to_be_enabled()
    page.keyboard.press("Control+k")
    expect(dialog(page).get_by_role("searchbox")).to_be_focused()


def search_for(page: Page, query: str) -> None:
    """Open the box by its shortcut and type, as somebody does who never takes up the mouse."""
    open_by_shortcut(page)
    page.keyboard.type(query)
    expect(dialog(page).get_by_role("status")).to_contain_text("result")


def test_from_a_shortcut_to_the_place_without_a_mouse(open_page: OpenPage) -> None:
    page = open_page("claims")
    search_for(page, "cpc reinstatement fee")
    keeping = results(page).filter(has_text="Reinstatement fee, dollars: 200")
    expect(keeping).to_have_attribute("href", re.compile(r"credential\?id=aapc/cpc#keeping-it$"))
    for _ in range(results(page).count()):
        page.keyboard.press("ArrowDown")
        if keeping.evaluate("link => link === link.getRootNode().activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("CPC · Certified Professional Coder")
    heading = page.get_by_role("heading", name="Keeping it", exact=False).first
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    settle(page)
    expect(heading).to_be_in_viewport()
    expect(dialog(page)).to_have_count(0)


def test_an_address_with_a_place_opens_there_out_of_its_fold(open_page: OpenPage) -> None:
    page = open_page("credential?id=ccs#about-ahima")
    fold = page.get_by_role("group").filter(has_text="About AHIMA").first
    expect(fold.get_by_text("Founded", exact=True)).to_be_in_viewport()


def test_enter_opens_the_first_result_even_before_it_is_shown(open_page: OpenPage) -> None:
    page = open_page("explore")
    open_by_shortcut(page)
    page.keyboard.type("dyslexia")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"guide\?question=accommodations"))
    expect(page.get_by_role("heading", level=2).first).to_have_text(
        "Can I get accommodations for a disability?"
    )


@pytest.fixture
def searched(view: Page) -> Iterator[Page]:
    """A view in which a test may leave the search box open."""
    yield view
    dialog(view).get_by_role("button", name="Close").press("Enter")
    expect(dialog(view)).to_have_count(0)


@looking_at("guide")
def test_escape_closes_and_gives_the_focus_back(view: Page) -> None:
    button = view.get_by_role("button", name="Search")
    expect(button).to_be_enabled()
    button.focus()
    view.keyboard.press("Enter")
    expect(dialog(view)).to_be_visible()
    view.keyboard.press("Escape")
    expect(dialog(view)).to_have_count(0)
    expect(button).to_be_focused()


@looking_at("guide")
def test_the_nearest_words_are_one_press_away(searched: Page) -> None:
    open_by_shortcut(searched)
    searched.keyboard.type("CPX")
    dialog(searched).get_by_role("button", name="CPC", exact=True).click()
    expect(results(searched).first).to_contain_text("CPC · Certified Professional Coder")


def test_back_leads_to_where_one_searched(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=nha")
    search_for(page, "dyslexia")
    results(page).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Guide")
    settle(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Find a credential")
    expect(page).to_have_url(re.compile("issuer=nha"))


@looking_at("guide")
def test_typing_draws_no_page_anew_and_shows_nothing_in_the_address(searched: Page) -> None:
    address = searched.url
    searched.evaluate(
        """() => {
          window.runs = 0
          const app = document.querySelector("[data-test-script-state]")
          new MutationObserver(() => window.runs++)
            .observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] })
        }"""
    )
    search_for(searched, "how many ceus do I need")
    assert searched.evaluate("window.runs") == 0
    assert searched.url == address


def serious_findings(page: Page) -> list[dict[str, Any]]:
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
    return [rule for rule in found if rule["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@looking_at("guide")
def test_axe_finds_nothing_serious_while_it_is_open(searched: Page, size: ViewportSize) -> None:
    show(searched, size)
    settle(searched)
    search_for(searched, "salry in texas")
    searched.evaluate(AXE)
    assert serious_findings(searched) == []
    show(searched, size, "dark")
    assert serious_findings(searched) == []


@looking_at("guide", on_a_phone=True)
def test_the_menu_of_a_phone_hides_it(view: Page) -> None:
    button = view.get_by_role("button", name="Search")
    expect(button).to_be_visible()
    view.get_by_test_id("stExpandSidebarButton").click()
    expect(button).to_be_hidden()
    view.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    expect(button).to_be_visible()


def test_a_phone_shows_it_without_scrolling_sideways(open_page: OpenPage) -> None:
    page = open_page("", viewport=PHONE)
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("work from home")
    expect(results(page).first).to_contain_text("Can I work from home?")
    expect_nothing_too_wide(page)
    box = dialog(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    results(page).first.click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("Can I work from home?")
