"""Streamlit's page is all there around a first screen, and starts as it is meant to."""

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from importlib.resources import files

import pytest

from first_screen.document import FONT
from first_screen.screens.register import SCREENS
from first_screen.streamlit_page import streamlit_page
from service.headers import content_security_policy
from tests.catalogs import project_catalog
from tests.first_screen.reading import read, write
from ui.shell import routes

OWN = files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def html() -> str:
    return write(project_catalog(), "explore").decode()


def test_every_page_of_the_app_has_a_first_screen() -> None:
    assert SCREENS.keys() == {*routes.PAGES, routes.START}


def test_all_that_loads_the_app_is_in_the_template_once(html: str) -> None:
    waiting = html.partition('<template id="app">')[2].partition("</template>")[0]
    loading = (
        r'<script type="module"[^>]*>|<link\s+rel="(?:modulepreload|stylesheet|preload)"[^>]*>'
    )
    loaders = re.findall(loading, OWN)
    assert len(loaders) > 50
    assert re.findall(loading, waiting) == loaders
    ours = f'<link rel="preload" href="./{FONT}" as="font" type="font/woff2" crossorigin>'
    assert re.findall(loading, html.replace(waiting, "")) == [ours]


def test_the_first_screen_stands_before_the_element_that_the_app_fills(html: str) -> None:
    assert html.count('<div id="root"></div>') == 1
    assert html.index("<body>") < html.index("<h1>") < html.index("</main>")
    assert html.index("</main>") < html.index('<div id="root">') < html.index('<template id="app">')


def test_nothing_of_streamlits_page_is_lost_but_what_we_say_ourselves() -> None:
    page = streamlit_page()
    kept = Counter(map(str, read(page.head + page.body + page.root + page.loaders + page.end).tags))
    lost = Counter(map(str, read(OWN.partition("<noscript>")[0]).tags)) - kept
    assert sorted(lost) == [
        "('link', {'rel': 'service-desc', 'href': './_stcore/agent/openapi.json'})",
        "('link', {'rel': 'shortcut icon', 'href': './favicon.png'})",
        "('title', {})",
    ]
    assert "prerenderReady = false" in page.head


def test_no_address_is_named_that_is_closed_here(html: str) -> None:
    assert "_stcore/agent" not in html
    assert '<link rel="service-desc" href="./api/openapi.json">' in html


def test_every_script_that_stands_in_the_page_is_named_by_the_policy(html: str) -> None:
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert len(scripts) == 2
    for script in scripts:
        digest = b64encode(sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in content_security_policy()


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs_on_events(html: str) -> None:
    tags = read(html).tags
    loaded = [
        given.get("src", given.get("href", ""))
        for tag, given in tags
        if tag in ("script", "img", "iframe", "link") and given.get("rel") != "canonical"
    ]
    assert [address for address in loaded if address.startswith(("http", "//"))] == []
    assert [name for _, given in tags for name in given if name.startswith("on")] == []
