"""What comes through the proxy: pages, files, the API, files of visitors, and who keeps out."""

import gzip
import http.client
import json
import shutil
from collections import Counter
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scripts.deployment import Deployment
from tests.service.http import request
from tests.service.visitors import visit

pytestmark = pytest.mark.deploy

COMPRESSED = {"Accept-Encoding": "gzip"}
SCRIPTS = Path(str(files("streamlit"))) / "static" / "static" / "js"
LARGEST = max(SCRIPTS.glob("*.js"), key=lambda path: path.stat().st_size)
SCRIPT = f"/static/js/{LARGEST.name}"


def request_id_of(deployment: Deployment, path: str) -> str:
    """The name of a request that the answer says."""
    return request(deployment.site, path).headers["x-request-id"]


@pytest.mark.parametrize(
    "path", ["/", "/explore", "/credential?id=aapc/cpc", "/files/credentials.csv"]
)
def test_pages_and_files_come_compressed(deployment: Deployment, path: str) -> None:
    answer = request(deployment.site, path, COMPRESSED)
    assert (answer.status, answer.headers["content-encoding"]) == (200, "gzip")
    assert gzip.decompress(answer.body)


def test_the_api_answers_and_knows_what_a_program_has_already(deployment: Deployment) -> None:
    path = "/api/v1/credentials/aapc/cpc"
    first = request(deployment.site, path, COMPRESSED)
    assert json.loads(gzip.decompress(first.body))
    again = request(deployment.site, path, {"If-None-Match": first.headers["etag"]})
    assert (first.status, again.status) == (200, 304)


def test_scripts_come_from_a_process_until_nginx_has_them(deployment: Deployment) -> None:
    from_process = request(deployment.site, SCRIPT, COMPRESSED)
    there = deployment.folder / SCRIPT.lstrip("/")
    there.parent.mkdir(parents=True)
    shutil.copy(LARGEST, there)
    there.with_name(f"{there.name}.gz").write_bytes(gzip.compress(there.read_bytes()))
    from_nginx = request(deployment.site, SCRIPT, COMPRESSED)
    assert gzip.decompress(from_process.body) == gzip.decompress(from_nginx.body)
    assert [line["asked"] != "" for line in deployment.logged_requests()[-2:]] == [True, False]
    assert "immutable" in from_nginx.headers["cache-control"]


def test_figures_are_for_those_who_run_the_app(deployment: Deployment) -> None:
    assert request(deployment.site, "/metrics").status == 404
    own = request(deployment.process(deployment.ports[0]), "/metrics")
    assert "certlens_sessions" in own.text


def test_a_request_has_the_same_name_in_both_logs(deployment: Deployment) -> None:
    name = request_id_of(deployment, "/files/credentials.csv")
    of_nginx = [line for line in deployment.logged_requests() if line["request_id"] == name]
    logged = [json.loads(line) for line in deployment.printed().splitlines() if name in line]
    assert [line["path"] for line in (*of_nginx, *logged)] == ["/files/credentials.csv"] * 2


def test_no_log_holds_an_answer_or_a_session(deployment: Deployment) -> None:
    request(deployment.site, "/eligibility?education=none")
    request(deployment.site, "/_stcore/upload_file/secret-session/secret-file", method="PUT")
    logs = (deployment.folder / "access.log").read_text(encoding="utf-8") + deployment.printed()
    assert "education=none" not in logs
    assert "secret" not in logs


def test_a_file_reaches_the_process_of_its_session(deployment: Deployment) -> None:
    for _ in range(8):  # of which half go to the other process first
        with visit(deployment.site, "keep") as visitor:
            assert visitor.hand_in(b"date,ceus\n2026-01-01,2\n").status == 204
    uploads = [line for line in deployment.logged_requests() if line["status"] == 204][-8:]
    assert {"404, 204"} < {line["answered"] for line in uploads} <= {"404, 204", "204"}


def test_a_file_that_is_too_large_is_refused_by_nginx(deployment: Deployment) -> None:
    with visit(deployment.site, "keep") as visitor:
        assert visitor.hand_in(b"x" * 6_500_000).status == 413


def test_an_address_that_asks_without_end_is_asked_to_wait(deployment: Deployment) -> None:
    statuses = Counter[int]()
    own = http.client.HTTPConnection(
        urlsplit(deployment.url).netloc, source_address=("127.0.0.9", 0)
    )
    while not statuses[429] and statuses.total() < 20_000:
        own.request("GET", "/healthz")
        answer = own.getresponse()
        body = answer.read()
        statuses[answer.status] += 1
    assert answer.headers["Retry-After"] == "10"
    assert b"try again in ten seconds" in body
    assert statuses[200] > 1_000
    assert request(deployment.site, "/healthz").status == 200
    own.close()
