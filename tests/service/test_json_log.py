"""The log as JSON: an object a line, a line for each request, and no query in any of them."""

import json
import logging
from collections.abc import Iterator
from typing import Any
from urllib.request import urlopen

import pytest
from starlette.types import Message, Receive, Scope, Send

from scripts.serving import Server
from service.json_log import JsonLine, LogRequests, is_asked_for
from tests.event_loops import run_async

REQUESTS = "certlens.requests"


def line_of(record: logging.LogRecord) -> dict[str, Any]:
    text = JsonLine().format(record)
    assert "\n" not in text
    line: dict[str, Any] = json.loads(text)
    return line


def record(message: str, *args: object, **more: Any) -> logging.LogRecord:
    return logging.makeLogRecord(
        {"name": "certlens", "levelname": "WARNING", "created": 0, "msg": message, "args": args}
        | more
    )


def test_a_line_says_when_how_grave_by_whom_and_what() -> None:
    assert line_of(record("two\nlines of %s", "it")) == {
        "time": "1970-01-01T00:00:00.000+00:00",
        "level": "warning",
        "logger": "certlens",
        "message": "two\nlines of it",
    }


def test_neither_message_nor_exception_holds_a_query() -> None:
    error = ValueError("/eligibility?education=none cannot be read")
    line = line_of(record("GET %s", "/eligibility?work=none", exc_info=(ValueError, error, None)))
    assert line["message"] == "GET /eligibility"
    assert "cannot be read" in line["exception"]
    assert "education" not in line["exception"]


@pytest.mark.parametrize("text", ["json", "JSON "])
def test_json_is_asked_for_by_name(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CERTLENS_LOG", text)
    assert is_asked_for()


@pytest.mark.parametrize("text", ["", "1", "plain"])
def test_anything_else_leaves_the_log_plain(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CERTLENS_LOG", text)
    assert not is_asked_for()


def asked(scope: dict[str, Any], *messages: Message, fails: bool = False) -> None:
    """Have an app give these answers to a request, with a clock that goes on by 5 ms a look."""

    async def app(_: Scope, __: Receive, send: Send) -> None:
        for message in messages:
            await send(message)
        if fails:
            raise RuntimeError("no")

    async def receive() -> Message:
        return {}

    async def send(_: Message) -> None:
        pass

    clock = iter(range(100))
    logged = LogRequests(app, lambda: next(clock) * 0.005)
    run_async(logged(scope, receive, send))


@pytest.fixture
def fields(caplog: pytest.LogCaptureFixture) -> Iterator[list[dict[str, Any]]]:
    """The fields of the lines for requests, as they come."""
    caplog.set_level(logging.INFO, REQUESTS)
    seen: list[dict[str, Any]] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            seen.append(record.__dict__["fields"])

    handler = Collect()
    logging.getLogger(REQUESTS).addHandler(handler)
    yield seen
    logging.getLogger(REQUESTS).removeHandler(handler)


GET = {"type": "http", "method": "GET", "path": "/files/a.csv", "query_string": b"ids=cpc"}
OK: Message = {"type": "http.response.start", "status": 200}


def test_a_request_is_a_line_with_its_status_and_time(fields: list[dict[str, Any]]) -> None:
    asked(GET, OK, {"type": "http.response.body", "body": b"1"})
    assert fields == [{"method": "GET", "path": "/files/a.csv", "status": 200, "ms": 5}]


def test_a_connection_is_a_line_when_it_opens(fields: list[dict[str, Any]]) -> None:
    asked({"type": "websocket", "path": "/_stcore/stream"}, {"type": "websocket.accept"})
    assert [(line["method"], line["status"]) for line in fields] == [("WEBSOCKET", 101)]


def test_an_app_that_fails_is_a_line_with_500(fields: list[dict[str, Any]]) -> None:
    with pytest.raises(RuntimeError):
        asked(GET, fails=True)
    assert [line["status"] for line in fields] == [500]


def test_the_session_that_a_file_is_from_is_left_out(fields: list[dict[str, Any]]) -> None:
    path = "/base/_stcore/upload_file/session/file"
    asked({**GET, "path": path}, OK)
    assert fields[0]["path"] == "/base/_stcore/upload_file"


def test_probes_are_left_out(fields: list[dict[str, Any]]) -> None:
    asked({**GET, "path": "/healthz"}, OK)
    assert fields == []


def test_a_served_app_writes_nothing_but_json(json_server: Server) -> None:
    lines_before = len(json_server.printed().splitlines())
    urlopen(f"{json_server.url}/files/comparison.csv?ids=cpc,ccs", timeout=30).close()
    urlopen(f"{json_server.url}/eligibility?education=none", timeout=30).close()
    lines = [json.loads(text) for text in json_server.printed().splitlines()]
    requests = [line for line in lines[lines_before:] if line["logger"] == REQUESTS]
    assert [line["path"] for line in requests] == ["/files/comparison.csv", "/eligibility"]
    assert not [line for line in lines if "education=" in json.dumps(line)]
