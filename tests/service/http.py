"""Plain requests to a served app, as any program would make them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from scripts.serving import Server


@dataclass(frozen=True)
class Answer:
    """What came back; names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    cookies: Mapping[str, str]
    """The values of those that are set, by name."""

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()

    @property
    def json(self) -> Any:
        """The body, parsed."""
        return json.loads(self.body)


def request(
    server: Server,
    path: str,
    headers: Mapping[str, str] | None = None,
    method: str = "GET",
    body: bytes | None = None,
    source: str = "",
) -> Answer:
    """The answer to one request on a connection of its own, from the address ``source``."""
    netloc = urlsplit(server.url).netloc
    connection = HTTPConnection(netloc, timeout=60, source_address=(source, 0) if source else None)
    try:
        connection.request(method, f"/{path.lstrip('/')}", body, dict(headers or {}))
        response = connection.getresponse()
        named = {name.lower(): value for name, value in response.getheaders()}
        cookies = SimpleCookie()
        for line in response.headers.get_all("Set-Cookie", []):
            cookies.load(line)
        values = {name: cookie.value for name, cookie in cookies.items()}
        return Answer(response.status, named, response.read(), values)
    finally:
        connection.close()
