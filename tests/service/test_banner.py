"""The server is found wherever it was made, and keeps its name to itself."""

import uvicorn
from starlette.applications import Starlette

from service.banner import withhold_server_name

MOVED = "uvicorn keeps the headers of its answers elsewhere: see service/banner.py"


def names_itself(server: uvicorn.Server) -> bool:
    headers = getattr(server.config, "encoded_headers", None)
    assert headers is not None, MOVED
    return any(name == b"server" for name, _ in headers)


def test_a_server_that_nobody_handed_over_withholds_its_name() -> None:
    config = uvicorn.Config(Starlette(), headers=[("x-other", "1")])
    config.load()
    server = uvicorn.Server(config)
    assert names_itself(server), MOVED
    assert withhold_server_name() >= 1
    assert not names_itself(server)
    assert server.config.encoded_headers == [(b"x-other", b"1")]
