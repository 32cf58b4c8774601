"""A real browser, whose process is killed while its page is open."""

import re
import signal

import pytest
from playwright.sync_api import expect, sync_playwright

from scripts.chromium import FLAGS, find
from scripts.deployment import Deployment
from tests.browser.actions import settle
from tests.service.http import request

pytestmark = pytest.mark.deploy

PLACE = "/compare?ids=cpc%2Cccs"


def has_a_session(deployment: Deployment, port: int) -> bool:
    """Whether somebody is connected to a process, if there is one at the moment."""
    try:
        figures = request(deployment.process(port), "/metrics").text
    except OSError:
        return False
    return re.search(r"^certlens_sessions [1-9]", figures, re.MULTILINE) is not None


def process_of_the_visitor(deployment: Deployment) -> int:
    """The port of the one process that has a session."""
    (port,) = (port for port in deployment.ports if has_a_session(deployment, port))
    return port


def test_an_open_page_goes_on_in_the_other_process(deployment: Deployment) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=[*FLAGS])
        page = browser.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{deployment.url}{PLACE}")
        settle(page)
        before = page.get_by_role("heading").all_inner_texts(), page.url
        killed = process_of_the_visitor(deployment)
        with page.expect_websocket(timeout=60_000):  # by which the page connects again
            deployment.end(killed, signal.SIGKILL)
        settle(page)
        assert process_of_the_visitor(deployment) != killed
        assert (page.get_by_role("heading").all_inner_texts(), page.url) == before
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        page.reload()
        settle(page)
        assert (page.get_by_role("heading").all_inner_texts(), page.url) == before
        assert not faults
        browser.close()
    deployment.wait_for(killed)
