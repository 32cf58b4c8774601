"""A page on a phone: short, with its answer on the first screen, and nothing out of reach."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.actions import (
    MOST_PIXELS,
    PHONE,
    OpenPage,
    expect_nothing_too_wide,
    height,
    open_fold,
)
from tests.browser.views import looking_at


def left_edge(cell: Locator) -> float:
    edge: float = cell.evaluate("cell => cell.getBoundingClientRect().left")
    return edge


@looking_at("explore, all", on_a_phone=True)
def test_explore_begins_with_its_list_and_ends_soon(view: Page) -> None:
    assert height(view) < MOST_PIXELS
    expect(view.get_by_role("link", name="CPC", exact=True)).to_be_in_viewport()


def test_a_row_is_picked_where_it_stands_and_says_so(open_page: OpenPage) -> None:
    page = open_page("explore", viewport=PHONE)
    page.get_by_role("checkbox", name="Pick CDEO").press("Space")
    expect(page.get_by_text("1 picked")).to_be_in_viewport()
    expect(page.locator(".results tr.picked")).to_contain_text("CDEO")


def test_a_fold_of_explore_opens_to_rows_that_can_be_picked(open_page: OpenPage) -> None:
    page = open_page("explore", viewport=PHONE)
    open_fold(page, "From other countries")
    page.get_by_role("checkbox", name="Pick NCCQ").press("Space")
    expect(page.get_by_role("button", name="NCCQ ✕")).to_be_visible()


@looking_at("eligibility", on_a_phone=True)
def test_eligibility_has_answer_and_question_on_the_first_screen(view: Page) -> None:
    assert height(view) < MOST_PIXELS
    expect(view.get_by_text("You may sit for")).to_be_in_viewport()
    expect(view.get_by_role("button", name="Answer", exact=True)).to_be_in_viewport(ratio=1)


@looking_at("compare", on_a_phone=True)
def test_compare_keeps_the_names_of_its_rows_beside_two_credentials(view: Page) -> None:
    assert height(view) < MOST_PIXELS
    names, first, second, third = (heading_of(view, at) for at in range(4))
    names.scroll_into_view_if_needed()
    for whole in (names, first, second):
        expect(whole).to_be_in_viewport(ratio=1)
    beginning = left_edge(names)
    third.scroll_into_view_if_needed()
    expect(third).to_be_in_viewport(ratio=1)
    expect(names).to_be_in_viewport(ratio=1)
    assert left_edge(names) == beginning
    expect_nothing_too_wide(view)


def heading_of(page: Page, column: int) -> Locator:
    """The heading of a column of the table that holds the credentials side by side."""
    return page.locator(".st-key-side-by-side thead th").nth(column)
