"""The first screen in a browser: in full without scripts, and gone once the app is drawn."""

import re
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from scripts.serving import Server
from tests.browser.actions import DESKTOP, PATIENCE, PHONE, TakeTab, settle
from tests.browser.views import looking_at

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


Release = Callable[[], object]


@pytest.fixture
def held_back(take_tab: TakeTab, server: Server) -> Iterator[tuple[Page, Release]]:
    """The CPC at its first screen, the app's connection held back, and what lets it through.

    Playwright's own way to hold a request back would have the app's scripts fetched anew.
    """
    page = take_tab()
    page.set_viewport_size(PHONE)
    network = page.context.new_cdp_session(page)
    network.send("Fetch.enable", {"patterns": [{"urlPattern": "*/_stcore/health"}]})
    page.goto(f"{server.url}/credential?id=cpc")
    page.get_by_test_id("stApp").wait_for(state="attached")
    yield page, lambda: network.send("Fetch.disable")
    network.detach()


def test_until_the_app_is_there_only_the_first_screen_is_seen_and_heard(
    held_back: tuple[Page, Release],
) -> None:
    page, release = held_back
    main = page.get_by_role("main")
    expect(main).to_have_count(1)
    expect(main).to_have_text(re.compile("CPC · Certified Professional Coder"))
    expect(page.get_by_test_id("stApp")).to_be_hidden()
    release()
    expect(page.get_by_test_id("stApp")).to_be_visible(timeout=PATIENCE)
    expect(main).to_have_count(1)


def test_the_section_that_is_read_is_at_hand_when_the_app_comes(
    held_back: tuple[Page, Release],
) -> None:
    page, release = held_back
    section = page.get_by_role("heading", name="What it costs")
    section.evaluate("heading => scrollTo({top: heading.offsetTop - 200, behavior: 'instant'})")
    before = section.bounding_box()
    release()
    settle(page)
    after = section.bounding_box()
    assert before is not None
    assert after is not None
    assert after["y"] == pytest.approx(before["y"], abs=20)


def test_a_link_that_has_the_focus_has_it_in_the_app_too(held_back: tuple[Page, Release]) -> None:
    page, release = held_back
    page.set_viewport_size(DESKTOP)
    page.get_by_role("link", name="Explore").focus()
    release()
    settle(page)
    expect(page.get_by_test_id("stTopNavLink").filter(has_text="Explore")).to_be_focused()


def test_the_focus_of_what_the_app_lacks_goes_to_its_heading(
    held_back: tuple[Page, Release],
) -> None:
    page, release = held_back
    page.get_by_role("button", name="sources").first.focus()
    release()
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_text_that_is_selected_stays_until_it_is_let_go(held_back: tuple[Page, Release]) -> None:
    page, release = held_back
    page.locator(".first-screen .lead").select_text()
    release()
    page.get_by_test_id("stMain").locator("h1").wait_for(state="attached", timeout=PATIENCE)
    page.locator("[data-test-script-state='notRunning']").wait_for(state="attached")
    expect(page.locator(".first-screen")).to_be_visible()
    page.evaluate("getSelection().removeAllRanges()")
    settle(page)


@looking_at("guide")
def test_the_app_takes_the_place_of_the_first_screen(view: Page) -> None:
    expect(view.locator(".first-screen")).to_have_count(0)
    expect(view.get_by_role("heading", level=1)).to_have_text("Guide")


@pytest.fixture(scope="module")
def before_the_app(browser: Browser) -> Iterator[Page]:
    """A phone on which the app's own scripts never arrive."""
    with browser.new_context(viewport=PHONE, color_scheme="dark") as context:
        page = context.new_page()
        page.route("**/static/js/**", lambda route: route.abort())
        yield page


@looking_at("guide", "credential, long", on_a_phone=True)
def test_the_heading_stays_where_it_is_when_the_app_starts(
    before_the_app: Page, view: Page
) -> None:
    before_the_app.goto(view.url)
    assert top_of_heading(before_the_app) == top_of_heading(view)


@pytest.mark.parametrize("address", ["", "explore", "credential?id=cpc", "careers"])
def test_axe_finds_nothing_in_a_first_screen(
    before_the_app: Page, server: Server, address: str
) -> None:
    before_the_app.goto(f"{server.url}/{address}")
    before_the_app.evaluate(AXE)
    report = before_the_app.evaluate("() => axe.run({ resultTypes: ['violations'] })")
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


@looking_at("chooser")
def test_a_credential_that_does_not_exist_starts_the_app_all_the_same(view: Page) -> None:
    expect(view.get_by_text("No credential has that abbreviation or id")).to_be_visible()


LARGEST = """
  window.paintedLate = [];
  new PerformanceObserver((painted) => {
    for (const { element } of painted.getEntries())
      if (element && !element.closest(".first-screen")) paintedLate.push(element.textContent);
  }).observe({ type: "largest-contentful-paint", buffered: true });
"""
"""Notes each text of the app that is larger than all that was painted before."""


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize(
    "address", ["credential?id=cpc", "costs?ids=cpc,ccs", "plan?target=cpc", "prepare?id=cpc"]
)
def test_no_text_of_the_app_is_larger_than_the_first_screens(
    take_tab: TakeTab, server: Server, address: str, size: ViewportSize
) -> None:
    page = take_tab()
    page.set_viewport_size(size)
    page.add_init_script(LARGEST)
    page.goto(f"{server.url}/{address}")
    settle(page)
    expect(page.locator(".first-screen")).to_have_count(0)
    assert page.evaluate("paintedLate") == []
