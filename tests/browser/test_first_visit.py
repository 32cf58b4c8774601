"""What somebody gets who comes for the first time: nothing jumps, and little goes over the line."""

import re
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, WebSocket, expect

from scripts.serving import Server
from tests.browser.actions import PHONE, settle
from tests.browser.conftest import FirstVisit, Opened
from tests.browser.views import looking_at

MOST_SHIFT = 0.1
"""What web.dev calls good: https://web.dev/articles/cls"""
MOST_BYTES = 1.7 * 1024 * 1024
"""Of Explore, whose charts bring the largest scripts."""
VIEWS = (
    "start",
    "explore, all",
    "compare",
    "eligibility",
    "credential, long",
    "costs",
    "guide",
    "careers",
)


@looking_at(*VIEWS)
def test_nothing_jumps_while_a_page_opens(opened: Opened) -> None:
    assert opened.shift < MOST_SHIFT


@looking_at(*VIEWS, on_a_phone=True)
def test_nothing_jumps_while_a_page_opens_on_a_phone(opened: Opened) -> None:
    assert opened.shift < MOST_SHIFT


class ColdVisit(NamedTuple):
    """What went over the line when a phone came to Explore with nothing kept."""

    files: list[int]
    """The bytes of each file."""
    asked: list[str | bytes]
    """What the page asked the app for."""


@pytest.fixture(scope="module")
def cold_visit(browser: Browser, server: Server, first_visit: FirstVisit) -> ColdVisit:
    a_phone = "Mozilla/5.0 (Linux; Android 14) Chrome/150.0 Mobile Safari/537.36"
    cold = ColdVisit([], [])

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: cold.asked.extend([frame]))

    with browser.new_context(viewport=PHONE, user_agent=a_phone) as context:
        page = context.new_page()
        page.on("websocket", listen)
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        network.on(
            "Network.loadingFinished", lambda end: cold.files.append(end["encodedDataLength"])
        )
        page.goto(f"{server.url}/explore")
        settle(page)
        expect(page.get_by_role("button", name=re.compile("^Filters"))).to_be_visible()
    return cold


def test_a_first_visit_takes_few_bytes(cold_visit: ColdVisit) -> None:
    assert len(cold_visit.files) > 60
    assert sum(cold_visit.files) < MOST_BYTES


def test_what_calls_itself_a_phone_has_its_page_drawn_once(cold_visit: ColdVisit) -> None:
    assert len(cold_visit.asked) == 1
