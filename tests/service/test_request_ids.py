"""A request has one name: that of the proxy, or one made here."""

import re

import pytest

from service.json_log import JsonLine
from service.request_ids import NameRequests, request_id
from tests.service.asgi import a_handshake, a_request, headers, reached
from tests.service.test_json_log import record

NAMED = NameRequests(reached)


def with_name(name: str) -> dict[str, str]:
    """The headers of the answer to a request that a proxy named."""
    return headers(NAMED, a_request(headers=[(b"x-request-id", name.encode("latin-1"))]))


def test_the_name_that_a_proxy_gave_is_kept() -> None:
    assert with_name("6c70f6869bce7a4b")["x-request-id"] == "6c70f6869bce7a4b"


@pytest.mark.parametrize("name", ["", "short", "a b c d e f", "x" * 65, "né-est-pas", "a\nb" * 9])
def test_a_name_that_is_none_is_replaced(name: str) -> None:
    assert re.fullmatch("[0-9a-f]{32}", with_name(name)["x-request-id"])


def test_a_connection_has_a_name_too() -> None:
    assert len(headers(NAMED, a_handshake())["x-request-id"]) == 32


def test_no_name_is_given_outside_of_a_request() -> None:
    assert request_id() == ""
    assert "request_id" not in JsonLine().format(record("by itself"))
