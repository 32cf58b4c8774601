"""Only the host names that are meant are served, and no way in is open that nothing uses."""

import pytest

from scripts.serving import Server
from service.gates import LOOPBACK, ClosedPaths, HostGate, host_name, served_hosts
from tests.service.asgi import a_handshake, a_request, messages, reached, status
from tests.service.http import request

GATE = HostGate(reached, ["certlens.example", *LOOPBACK])
HANDSHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.mark.parametrize(
    "host", ["certlens.example", "CertLens.Example.:443", "127.0.0.1:8501", "[::1]:8501"]
)
def test_a_name_that_is_served_gets_in(host: str) -> None:
    assert status(GATE, a_request(host=host)) == 200
    assert status(GATE, a_handshake(host=host)) == 101


@pytest.mark.parametrize(
    "host",
    ["evil.example", "certlens.example.evil.example", "", "[::1", "a@b", "localhost,evil.example"],
)
def test_any_other_name_is_misdirected(host: str) -> None:
    assert status(GATE, a_request(host=host)) == 421
    assert status(GATE, a_handshake(host=host)) == 421


def test_two_names_at_once_are_misdirected() -> None:
    both = [(b"host", b"localhost"), (b"host", b"evil.example")]
    assert status(GATE, a_request(headers=both)) == 421


def test_a_server_that_cannot_answer_a_handshake_ends_it() -> None:
    sent = messages(GATE, a_handshake(host="evil.example", extensions={}))
    assert [message["type"] for message in sent] == ["websocket.close"]


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/base/healthz", "/_stcore/health"])
def test_a_probe_may_ask_by_any_name(path: str) -> None:
    assert status(GATE, a_request(path, host="10.0.0.7:8501")) == 200


def test_a_star_serves_every_name() -> None:
    assert status(HostGate(reached, ["*"]), a_request(host="any.example")) == 200


def test_what_is_no_request_passes() -> None:
    for gate in (GATE, ClosedPaths(reached)):
        sent = messages(gate, {"type": "lifespan"})
        assert sent[-1]["type"] == "http.response.body"


def test_a_host_is_read_without_its_port() -> None:
    assert host_name("Example.org:80") == "example.org"
    assert host_name("[::1]:80") == "::1"


def test_the_names_are_those_of_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CERTLENS_HOSTS", " A.example , b.example,")
    assert served_hosts() == ("a.example", "b.example")


@pytest.mark.parametrize("setting", ["", " , "])
def test_without_the_setting_they_are_those_of_this_machine(
    monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setenv("CERTLENS_HOSTS", setting)
    assert served_hosts() == LOOPBACK


@pytest.mark.parametrize("path", ["/", "/explore", "/files/certlens.csv", "/_stcore/host-config"])
def test_a_served_app_knows_no_foreign_name(server: Server, path: str) -> None:
    assert request(server, path, {"Host": "evil.example"}).status == 421


def test_a_served_app_shakes_no_hand_by_a_foreign_name(server: Server) -> None:
    foreign = request(server, "/_stcore/stream", {**HANDSHAKE, "Host": "evil.example"})
    assert foreign.status == 421
    assert "handshake" not in server.printed()


CLOSED = [
    "upload_file/session/file",
    "metrics",
    "agent/interact",
    "agent/openapi.json",
    "agent/mcp",
]


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "OPTIONS"])
def test_what_no_page_uses_is_closed(server: Server, path: str, method: str) -> None:
    answer = request(server, f"/_stcore/{path}", method=method)
    assert answer.status == 404
    assert answer.text.count("\n") == 1
