"""How answers travel: as JSON or CSV, with a tag, compressed, to scripts of other sites too."""

import csv
import gzip
from dataclasses import replace
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from api.application import build_api
from api.delivery import Body, KeptBodies, kept_bodies
from api.negotiation import CSV, JSON, choose_media_type, takes_coding
from cert_model.catalog import Catalog
from cert_model.export.files import write_catalog_csv
from cert_model.export.package import zip_package
from tests.api.conftest import UNLIMITED
from tests.catalogs import project_catalog

ADDRESSES = ("credentials", "credentials/aapc/cpc", "compare?ids=cpc,ccs", "cost?ids=cpc")
TABLES = {
    "credentials": "id",
    "credentials/aapc/cpc": "subject",
    "compare?ids=cpc,ccs": "Group",
    "cost?ids=cpc": "year",
    "changes?since=2025-01-01": "kind",
    "facts.csv": "subject",
}


@pytest.mark.parametrize(("address", "first_column"), TABLES.items(), ids=list(TABLES))
def test_a_table_is_served_as_csv_too(api: TestClient, address: str, first_column: str) -> None:
    answer = api.get(f"/v1/{address}", headers={"Accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    lines = list(csv.reader(answer.content.decode("utf-8-sig").splitlines()))
    assert lines[0][0] == first_column
    assert {len(line) for line in lines} == {len(lines[0])}


def test_the_lines_of_a_bill_are_those_of_its_json(api: TestClient) -> None:
    table = api.get("/v1/cost?ids=cpc", headers={"Accept": "text/csv"})
    lines = list(csv.DictReader(table.content.decode("utf-8-sig").splitlines()))
    rows = api.get("/v1/cost?ids=cpc").json()["rows"]
    assert [float(line["typical"]) for line in lines] == [row["typical"] for row in rows]
    assert [line["facts"] for line in lines] == ["; ".join(row["facts"]) for row in rows]


def test_every_fact_is_that_of_the_model(api: TestClient, catalog: Catalog) -> None:
    assert api.get("/v1/facts.csv").content == write_catalog_csv(catalog)


def test_the_data_package_comes_in_one_file_and_is_not_compressed_again(api: TestClient) -> None:
    answer = api.get("/v1/data-package.zip")
    assert answer.headers["content-type"] == "application/zip"
    assert "content-encoding" not in answer.headers
    assert answer.content == zip_package(project_catalog())
    tag = {"If-None-Match": answer.headers["etag"]}
    assert api.get("/v1/data-package.zip", headers=tag).status_code == 304


@pytest.mark.parametrize("address", ADDRESSES)
def test_whoever_has_an_answer_already_is_told_so(api: TestClient, address: str) -> None:
    tag = api.get(f"/v1/{address}").headers["etag"]
    for known in (tag, f'"other", {tag}', tag.removeprefix("W/"), "*"):
        answer = api.get(f"/v1/{address}", headers={"If-None-Match": known})
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"] == tag
    assert api.get(f"/v1/{address}", headers={"If-None-Match": '"other"'}).status_code == 200


def test_an_address_that_means_nothing_is_refused_whatever_one_has(api: TestClient) -> None:
    answer = api.get("/v1/credentials/aapc/cpx", headers={"If-None-Match": "*"})
    assert answer.status_code == 404


class Shelf:
    """Where the catalog in use can be changed, as the app's keeper does."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def __call__(self) -> Catalog:
        return self.catalog


def test_answers_are_those_of_the_catalog_that_is_in_use(catalog: Catalog) -> None:
    shelf = Shelf(catalog)
    client = TestClient(build_api(shelf, buckets=UNLIMITED))
    before = client.get("/v1/credentials/aapc/cpc")
    sheet = catalog.credentials["aapc/cpc"].model_copy(update={"name": "Another Name"})
    shelf.catalog = replace(catalog, credentials={**catalog.credentials, "aapc/cpc": sheet})
    after = client.get("/v1/credentials/aapc/cpc")
    assert (before.json()["name"], after.json()["name"])[1] == "Another Name"
    assert before.headers["etag"] != after.headers["etag"]


def test_the_tag_changes_at_midnight_since_facts_age(catalog: Catalog) -> None:
    shelf = Shelf(catalog)
    client = TestClient(build_api(shelf, buckets=UNLIMITED))
    before = client.get("/v1/credentials/aapc/cpc").headers["etag"]
    shelf.catalog = replace(catalog, today=catalog.today + timedelta(days=1))
    assert client.get("/v1/credentials/aapc/cpc").headers["etag"] != before


@pytest.mark.parametrize(
    ("address", "caching"),
    [
        ("credentials", "public, max-age=60"),
        ("compare?ids=cpc,ccs", "public, max-age=60"),
        ("cost?ids=crc&years=3", "public, max-age=60"),
        ("cost?ids=crc&held=cpc", "private, max-age=60"),
        ("cost?ids=crc&assume=employer_share=50", "private, max-age=60"),
        ("renewal?ids=cpc&passed=cpc=2024-05-31", "private, max-age=60"),
    ],
)
def test_only_what_is_about_nobody_may_be_kept_on_the_way(
    api: TestClient, address: str, caching: str
) -> None:
    assert api.get(f"/v1/{address}").headers["cache-control"] == caching


def test_what_is_about_a_person_is_kept_nowhere(api: TestClient, catalog: Catalog) -> None:
    kept = kept_bodies(catalog)
    before = kept.size
    api.get("/v1/renewal?ids=cpc&passed=cpc=2023-01-17")
    posted = api.post("/v1/eligibility", json={"profile": {"age": 34}, "ids": ["cpc"]})
    assert posted.headers["cache-control"] == "no-store"
    assert "etag" not in posted.headers
    assert kept.size == before


def test_kept_answers_stay_below_their_limit_and_the_oldest_goes_first() -> None:
    kept = KeptBodies(most_bytes=250)
    for name in ("first", "second"):
        kept.keep((JSON, name), Body(b"x" * 100, None))
    assert kept.get((JSON, "first")) is not None
    kept.keep((JSON, "third"), Body(b"x" * 50, b"x" * 50))
    assert kept.get((JSON, "second")) is None
    assert kept.get((JSON, "first")) is not None
    assert kept.size == 200


def test_an_answer_that_alone_is_above_the_limit_is_not_kept() -> None:
    kept = KeptBodies(most_bytes=10)
    kept.keep((JSON, "long"), Body(b"x" * 11, None))
    assert (kept.size, kept.get((JSON, "long"))) == (0, None)


def test_a_long_answer_is_compressed_for_those_who_can_read_it(api: TestClient) -> None:
    with api.stream("GET", "/v1/credentials", headers={"Accept-Encoding": "gzip"}) as answer:
        packed = b"".join(answer.iter_raw())
    plain = api.get("/v1/credentials", headers={"Accept-Encoding": "identity"})
    assert answer.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(packed) == plain.content
    assert len(packed) < len(plain.content) / 5
    for response in (answer, plain):
        assert "Accept-Encoding" in response.headers["vary"]


def test_a_short_answer_is_sent_as_it_is(api: TestClient) -> None:
    answer = api.get("/v1/changes?since=2026-11-23", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize("address", ["/v1/credentials", "/v1/credentials/aapc/cpx"])
def test_head_has_the_headers_of_get_alone(api: TestClient, address: str) -> None:
    head, get = api.head(address), api.get(address)
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers["content-length"] == get.headers["content-length"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_scripts_of_other_sites_may_ask(api: TestClient, method: str) -> None:
    headers = {
        "Origin": "https://school.example",
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": "content-type",
    }
    answer = api.options("/v1/eligibility", headers=headers)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert method in answer.headers["access-control-allow-methods"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_they_may_do_nothing_else(api: TestClient, method: str) -> None:
    headers = {"Origin": "https://school.example", "Access-Control-Request-Method": method}
    assert api.options("/v1/credentials", headers=headers).status_code == 400


@pytest.mark.parametrize("address", ["/v1/credentials", "/v1/cost?ids=cpx"])
def test_they_may_read_answers_and_problems_without_cookies(api: TestClient, address: str) -> None:
    answer = api.get(address, headers={"Origin": "https://school.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers
    assert "ETag" in answer.headers["access-control-expose-headers"]


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("text/csv", CSV),
        ("Text/CSV", CSV),
        ("text/*", CSV),
        ("application/json;q=0.5, text/csv", CSV),
        ("application/json, text/csv", JSON),
        ("text/html, */*;q=0.1", JSON),
        ("*/*, application/json;q=0", CSV),
        ("text/csv; charset=utf-8; q=0.4", CSV),
        ("image/png", None),
        ("application/json;q=0", None),
        ("application/json;q=much", None),
        (", ,", None),
    ],
)
def test_the_media_type_that_a_client_likes_best_is_chosen(accept: str, chosen: str | None) -> None:
    assert choose_media_type(accept, (JSON, CSV)) == chosen


@pytest.mark.parametrize(
    ("header", "takes"),
    [("gzip", True), ("br, GZIP;q=0.5", True), ("*", True), ("gzip;q=0, *", False), ("", False)],
)
def test_compression_is_a_clients_choice(header: str, takes: bool) -> None:
    assert takes_coding(header, "gzip") is takes
