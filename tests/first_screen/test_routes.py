"""What the routes answer: tags, compression, no keeping of answers, and Streamlit's own paths."""

import gzip
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from api.workers import TooBusy, Workers
from cert_model.catalog import Catalog, CatalogError, Problem
from first_screen import routes
from first_screen.places import every_address, find_place
from first_screen.routes import first_screen_routes
from tests.catalogs import project_catalog
from tests.first_screen.reading import read

BASE = "/lens"


class Keeper:
    """Hands out a catalog that a test can replace, or none."""

    def __init__(self) -> None:
        self.now: Catalog | None = project_catalog()

    def catalog(self) -> Catalog:
        if self.now is None:
            raise CatalogError([Problem("x.yaml", 1, "", "is broken")])
        return self.now


def of_streamlit(request: Request) -> Response:
    return PlainTextResponse(f"Streamlit's own {request.url.path}")


@pytest.fixture(scope="module", autouse=True)
def prepared(catalog: Catalog) -> None:
    """What the service prepares before anybody comes."""
    find_place(catalog, "", {}).write(catalog)


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def client(keeper: Keeper) -> Iterator[TestClient]:
    own = Route(f"{BASE}/{{path:path}}", of_streamlit, methods=["GET", "POST"])
    app = Starlette(routes=[*first_screen_routes(BASE, keeper.catalog), own])
    with TestClient(app, base_url="https://lens.example") as client:
        yield client


@pytest.mark.parametrize(
    "path", ["favicon.png", "manifest.json", "_stcore/health", "static/js/index.js", "a/b"]
)
def test_what_is_no_page_stays_with_streamlit(client: TestClient, path: str) -> None:
    assert client.get(f"{BASE}/{path}").text == f"Streamlit's own {BASE}/{path}"


def test_what_is_posted_to_a_page_stays_with_streamlit(client: TestClient) -> None:
    assert client.post(f"{BASE}/guide").text.startswith("Streamlit's own")


@pytest.mark.parametrize("path", ["", "guide", "credential?id=CPC", "claims"])
def test_a_page_is_answered_with_its_own_full_address(client: TestClient, path: str) -> None:
    answer = client.get(f"{BASE}/{path}")
    document = read(answer.text)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert document.canonical == f"https://lens.example{BASE}/{path.replace('CPC', 'aapc/cpc')}"
    assert document.metas["og:image"] == f"https://lens.example{BASE}/preview.png"


def test_who_has_a_document_gets_it_no_second_time(client: TestClient) -> None:
    first = client.get(f"{BASE}/guide")
    again = client.get(f"{BASE}/guide", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"


def test_a_document_is_compressed_for_those_who_take_it(client: TestClient) -> None:
    plain = client.get(f"{BASE}/guide", headers={"Accept-Encoding": "identity"})
    packed = client.get(f"{BASE}/guide", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"


def test_head_has_the_headers_and_no_body(client: TestClient) -> None:
    answer = client.head(f"{BASE}/guide")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["etag"] == client.get(f"{BASE}/guide").headers["etag"]


@pytest.mark.parametrize("path", ["eligibility?education=associate", "guide?me=secret", "plan?x"])
def test_an_address_with_answers_is_kept_by_nobody(client: TestClient, path: str) -> None:
    answer = client.get(f"{BASE}/{path}")
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    assert answer.text == client.get(f"{BASE}/{path.partition('?')[0]}").text


@pytest.mark.parametrize("path", ["credential?id=nothing", "claims?claim=<b>", "nothing", "home"])
def test_an_address_that_leads_nowhere_is_404_and_starts_the_app(
    client: TestClient, path: str
) -> None:
    answer = client.get(f"{BASE}/{path}")
    assert (answer.status_code, answer.headers["cache-control"]) == (404, "no-store")
    assert '<script type="module"' in answer.text


def test_new_data_are_in_the_next_answer(client: TestClient, keeper: Keeper) -> None:
    before = client.get(f"{BASE}/credential?id=cpc")
    catalog = project_catalog()
    sheet = catalog.credentials["aapc/cpc"].model_copy(update={"summary": "Another summary."})
    keeper.now = replace(catalog, credentials={**catalog.credentials, sheet.id: sheet})
    tag = {"If-None-Match": before.headers["etag"]}
    after = client.get(f"{BASE}/credential?id=cpc", headers=tag)
    assert after.status_code == 200
    assert "Another summary." in after.text


def test_without_data_the_app_starts_and_says_so(client: TestClient, keeper: Keeper) -> None:
    keeper.now = None
    for path in ("guide", ""):
        answer = client.get(f"{BASE}/{path}")
        assert answer.status_code == 503
        assert "The data has errors" in answer.text
        assert '<script type="module"' in answer.text
        assert answer.headers["retry-after"]
    sitemap = client.get(f"{BASE}/sitemap.xml")
    assert (sitemap.status_code, sitemap.headers["cache-control"]) == (503, "no-store")


def test_while_others_are_being_written_the_app_starts_without_a_first_screen(
    client: TestClient, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def send_away(*_: object) -> None:
        raise TooBusy

    keeper.now = replace(project_catalog())  # of which nothing is kept yet
    monkeypatch.setattr(Workers, "run", send_away)
    for path in ("guide", "nothing", "robots.txt"):
        answer = client.get(f"{BASE}/{path}")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5"), path


def test_a_screen_that_cannot_be_written_does_not_keep_the_app_from_starting(
    client: TestClient,
    keeper: Keeper,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    keeper.now = replace(project_catalog())  # of which nothing is kept yet

    def fail(*_: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(routes, "_write", fail)
    answer = client.get(f"{BASE}/plan")
    assert (answer.status_code, answer.headers["cache-control"]) == (503, "no-store")
    assert '<script type="module"' in answer.text
    assert "no first screen of plan" in caplog.text


def test_the_sitemap_has_every_address_in_full(client: TestClient, catalog: Catalog) -> None:
    answer = client.get(f"{BASE}/sitemap.xml")
    tree = ElementTree.fromstring(answer.text)
    named = [element.text or "" for element in tree.iter() if element.tag.endswith("}loc")]
    start = f"https://lens.example{BASE}/"
    expected = [start + address.removeprefix("./") for address in every_address(catalog)]
    assert named == expected
    assert len(named) == len(set(named))


def test_robots_may_read_all_but_what_visitors_said(client: TestClient) -> None:
    lines = client.get(f"{BASE}/robots.txt").text.splitlines()
    assert lines == [
        "User-agent: *",
        "Disallow: /*?me=",
        "Disallow: /*&me=",
        f"Sitemap: https://lens.example{BASE}/sitemap.xml",
    ]


def test_language_models_are_led_to_what_is_served(client: TestClient, catalog: Catalog) -> None:
    text = client.get(f"{BASE}/llms.txt").text
    assert text.startswith("# CertLens: medical coding credentials\n\n> ")
    assert catalog.fingerprint in text
    for key in catalog.credentials:
        assert f"(https://lens.example{BASE}/api/v1/credentials/{key})" in text


def test_the_picture_of_previews_is_there_in_its_size(client: TestClient) -> None:
    answer = client.get(f"{BASE}/preview.png")
    assert answer.headers["content-type"] == "image/png"
    width, height = (int.from_bytes(answer.content[at : at + 4]) for at in (16, 20))
    assert (width, height) == (1200, 630)


def test_the_font_of_headings_is_beside_the_pages(client: TestClient) -> None:
    answer = client.get(f"{BASE}/headings.woff2")
    assert answer.headers["content-type"] == "font/woff2"
    assert answer.content.startswith(b"wOF2")


def test_what_is_sent_stays_small(client: TestClient) -> None:
    for path in ("", "explore", "data_health", "credential?id=cpc"):
        assert len(gzip.compress(client.get(f"{BASE}/{path}").content)) < 60_000
