"""Every answer tells browsers what not to do with it, and no answer names the server."""

import pytest
from starlette.requests import Request

from scripts.serving import Server
from service.headers import SecurityHeaders, report_failure, security_headers
from tests.event_loops import run_async
from tests.service.asgi import a_handshake, a_request, headers, reached
from tests.service.http import request

EXPECTED = {name.lower(): value for name, value in security_headers().items()}
GUARDED = SecurityHeaders(reached)
PATHS = [
    "/",
    "/explore",
    "/no-such-page",
    "/healthz",
    "/readyz",
    "/files/comparison.csv?ids=cpc,ccs",
    "/files/nothing",
    "/favicon.png",
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/upload_file/a/b",
    "/media/nothing",
]


@pytest.mark.parametrize("path", PATHS)
def test_every_route_carries_the_headers(server: Server, path: str) -> None:
    answer = request(server, path)
    assert {name: answer.headers.get(name) for name in EXPECTED} == EXPECTED
    assert "server" not in answer.headers


def test_a_refusal_carries_them_as_well(server: Server) -> None:
    answer = request(server, "/", {"Host": "evil.example"})
    assert EXPECTED.items() <= dict(answer.headers).items()


def test_uvicorn_alone_does_not_name_itself_either(uvicorn_server: Server) -> None:
    answer = request(uvicorn_server, "/?education=associate")
    assert "server" not in answer.headers
    assert EXPECTED.items() <= dict(answer.headers).items()
    assert '"GET / HTTP/1.1" 200' in uvicorn_server.printed()
    assert "associate" not in uvicorn_server.printed()


def test_a_fault_of_ours_is_one_line_with_the_headers() -> None:
    answer = run_async(report_failure(Request(a_request()), ZeroDivisionError("secret")))
    assert answer.status_code == 500
    assert EXPECTED.items() <= dict(answer.headers).items()
    assert b"secret" not in bytes(answer.body)


def test_only_what_comes_over_tls_asks_for_tls_from_then_on() -> None:
    lasting = "strict-transport-security"
    assert lasting not in headers(GUARDED, a_request())
    assert headers(GUARDED, a_request(scheme="https"))[lasting] == "max-age=31536000"
    assert lasting in headers(GUARDED, a_handshake(scheme="wss"))


def test_a_header_that_an_answer_sets_itself_stays() -> None:
    async def with_its_own(scope: object, receive: object, send: object) -> None:
        own = [(b"Referrer-Policy", b"no-referrer")]
        await send({"type": "http.response.start", "status": 200, "headers": own})  # type: ignore[operator]

    sent = headers(SecurityHeaders(with_its_own), a_request())
    assert sent["Referrer-Policy"] == "no-referrer"
    assert "referrer-policy" not in sent


def test_no_script_runs_but_what_is_served_here() -> None:
    rules = dict(
        rule.strip().split(" ", 1) for rule in EXPECTED["content-security-policy"].split(";")
    )
    assert "unsafe" not in rules["script-src"]
    assert "'sha256-" in rules["script-src"]
    assert rules["default-src"] == "'self'"
    assert rules["frame-ancestors"] == rules["object-src"] == "'none'"
