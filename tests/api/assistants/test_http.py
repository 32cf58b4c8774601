"""The server over HTTP: it answers as over standard input, and has the limits of the API."""

import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import pytest
import uvicorn
from mcp import Client
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.assistants.http import AssistantsOverHttp
from api.limits import AT_ONCE, Buckets
from api.problems import LARGEST_BODY
from tests.api.assistants.asking import call, text_of
from tests.api.conftest import UNLIMITED
from tests.catalogs import project_catalog
from tests.event_loops import run_async

HEADERS = {
    "Content-Type": "application/json",
    "Accept": "application/json, text/event-stream",
}
CALL = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "tools/call",
    "params": {"name": "show", "arguments": {"id": "cpc", "sections": ["exam"]}},
}


def app_with(buckets: Buckets, hosts: tuple[str, ...] = ("testserver",)) -> Starlette:
    """An app with nothing but the server for assistants."""
    assistants = AssistantsOverHttp("/base", project_catalog, hosts, buckets)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with assistants.running():
            yield

    return Starlette(routes=[assistants.route], lifespan=lifespan)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(app_with(UNLIMITED)) as client:
        yield client


@contextmanager
def served() -> Iterator[str]:
    """The address of the server, which answers on a port of its own meanwhile."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        app = app_with(UNLIMITED, ("127.0.0.1",))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/base/mcp"
        finally:
            server.should_exit = True
            thread.join()


def test_the_sdks_client_gets_the_same_answer_as_in_the_process() -> None:
    async def ask(address: str) -> str:
        async with Client(address) as client:
            return text_of(await client.call_tool("cost", {"ids": ["cpc"]}))

    with served() as address:
        assert run_async(ask(address)) == text_of(call("cost", {"ids": ["cpc"]}))


def test_a_call_by_an_older_client_is_answered_without_a_session(client: TestClient) -> None:
    answer = client.post("/base/mcp", json=CALL, headers=HEADERS)
    assert answer.status_code == 200
    assert "mcp-session-id" not in answer.headers
    assert "aapc/cpc: Questions: 100" in answer.json()["result"]["content"][0]["text"]


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT", "HEAD"])
def test_there_is_no_stream_and_no_session_to_ask_for(client: TestClient, method: str) -> None:
    answer = client.request(method, "/base/mcp", headers=HEADERS)
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://testserver", 200),
        ("https://testserver:8443", 200),
        ("https://other.example", 403),
        ("null", 403),
        ("http://[", 403),
    ],
)
def test_a_page_of_another_site_is_sent_away(client: TestClient, origin: str, status: int) -> None:
    headers = {**HEADERS, "Origin": origin}
    assert client.post("/base/mcp", json=CALL, headers=headers).status_code == status


def test_any_page_may_ask_a_server_of_every_host() -> None:
    with TestClient(app_with(UNLIMITED, ("*",))) as client:
        headers = {**HEADERS, "Origin": "https://other.example"}
        assert client.post("/base/mcp", json=CALL, headers=headers).status_code == 200


def test_what_is_too_large_is_refused_with_and_without_its_length(client: TestClient) -> None:
    large = b"a" * (LARGEST_BODY + 1)
    assert client.post("/base/mcp", content=large, headers=HEADERS).status_code == 413
    chunks = iter([large[:100], large[100:]])
    assert client.post("/base/mcp", content=chunks, headers=HEADERS).status_code == 413


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 10_000, b"\xff\xfe", b"[]", b"null"])
def test_what_is_no_message_gets_an_error_and_no_traceback(client: TestClient, body: bytes) -> None:
    answer = client.post("/base/mcp", content=body, headers=HEADERS)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def test_whoever_asks_too_often_is_told_when_to_come_back() -> None:
    buckets = Buckets(clock=lambda: time.get_clock_info("monotonic").resolution)
    with TestClient(app_with(buckets)) as client:
        statuses = [client.post("/base/mcp", json=CALL).status_code for _ in range(AT_ONCE + 1)]
        refused = client.post("/base/mcp", json=CALL)
    assert statuses[-1] == refused.status_code == 429
    assert refused.headers["retry-after"] == "1"


def test_before_the_app_runs_there_is_no_answer() -> None:
    client = TestClient(app_with(UNLIMITED))
    assert client.post("/base/mcp", json=CALL, headers=HEADERS).status_code == 503
