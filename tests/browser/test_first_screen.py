"""The first screen in a browser: in full without scripts, and gone once the app has started."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from scripts.serving import Server
from tests.browser.actions import PHONE, OpenPage

AXE: str = Axe().axe_script


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_scripts_a_credential_can_be_read_on_a_phone(
    browser: Browser, server: Server, scheme: Literal["light", "dark"]
) -> None:
    with browser.new_context(
        viewport=PHONE, java_script_enabled=False, color_scheme=scheme
    ) as context:
        page = context.new_page()
        page.goto(f"{server.url}/credential?id=cpc")
        expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^CPC · Certified"))
        expect(page.locator("noscript p")).to_be_visible()
        assert not is_too_wide(page)
        page.get_by_role("button", name="sources").first.click()
        expect(page.locator("[popover]:popover-open")).to_be_visible()
        background = page.locator(".first-screen").evaluate(
            "screen => getComputedStyle(screen).backgroundColor"
        )
        assert background == {"light": "rgb(251, 250, 247)", "dark": "rgb(18, 24, 31)"}[scheme]


def test_the_app_takes_the_place_of_the_first_screen(open_page: OpenPage) -> None:
    page = open_page("guide?chapter=exam")
    expect(page.locator(".first-screen")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text("Guide")


@pytest.fixture
def before_the_app(browser: Browser) -> Iterator[Page]:
    """A phone on which the app's own scripts never arrive."""
    with browser.new_context(viewport=PHONE, color_scheme="dark") as context:
        page = context.new_page()
        page.route("**/static/js/**", lambda route: route.abort())
        yield page


@pytest.mark.parametrize("address", ["guide?chapter=exam", "credential?id=cpc"])
def test_the_heading_stays_where_it_is_when_the_app_starts(
    before_the_app: Page, server: Server, open_page: OpenPage, address: str
) -> None:
    before_the_app.goto(f"{server.url}/{address}")
    before = top_of_heading(before_the_app)
    assert before == top_of_heading(open_page(address, viewport=PHONE))


@pytest.mark.parametrize("address", ["", "explore", "credential?id=cpc", "careers"])
def test_axe_finds_nothing_in_a_first_screen(
    before_the_app: Page, server: Server, address: str
) -> None:
    before_the_app.goto(f"{server.url}/{address}")
    before_the_app.evaluate(AXE)
    report = before_the_app.evaluate("() => axe.run()")
    assert [violation["id"] for violation in report["violations"]] == []
    assert len(report["passes"]) > 20
    assert not is_too_wide(before_the_app)


def is_too_wide(page: Page) -> bool:
    too_wide: bool = page.locator("html").evaluate("page => page.scrollWidth > page.clientWidth")
    return too_wide


def top_of_heading(page: Page) -> float:
    box = page.get_by_role("heading", level=1).bounding_box()
    assert box is not None
    return round(box["y"])


def test_a_credential_that_does_not_exist_starts_the_app_all_the_same(
    open_page: OpenPage,
) -> None:
    page = open_page("credential?id=nothing-like-it")
    expect(page.get_by_text("which is not possible here")).to_be_visible()
