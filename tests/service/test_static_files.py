"""The files of Streamlit's front end come compressed, once each, and are what they were before."""

import gzip
from pathlib import Path

import brotli
import pytest
from starlette.types import Scope

from scripts.serving import Server
from service.static_files import FRONT_END, CompressFrontEnd
from tests.service.asgi import a_request, messages, reached, status
from tests.service.http import request

LARGEST = max(FRONT_END.glob("static/js/index.*.js"), key=lambda path: path.stat().st_size)
SCRIPT = f"/static/js/{LARGEST.name}"
A_BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}


def test_a_script_comes_compressed_for_a_year_and_unchanged(server: Server) -> None:
    answer = request(server, SCRIPT, A_BROWSER)
    assert answer.status == 200
    assert answer.headers["content-encoding"] == "br"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["cache-control"] == "public, immutable, max-age=31536000"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert brotli.decompress(answer.body) == LARGEST.read_bytes()
    assert len(answer.body) < LARGEST.stat().st_size / 3


def test_who_takes_gzip_alone_gets_that_and_who_takes_nothing_the_file(server: Server) -> None:
    answer = request(server, SCRIPT, {"Accept-Encoding": "gzip"})
    assert gzip.decompress(answer.body) == LARGEST.read_bytes()
    plain = request(server, SCRIPT)
    assert "content-encoding" not in plain.headers
    assert plain.body == LARGEST.read_bytes()
    assert plain.headers["cache-control"] == answer.headers["cache-control"]


@pytest.mark.parametrize(
    "path", ["/static/js/none.js", "/static/../index.html", "/index.html", "/explore", "/"]
)
def test_what_is_no_such_file_is_left_to_streamlit(path: str) -> None:
    assert messages(CompressFrontEnd(reached, ""), taking_brotli(path))[1]["body"] == b"reached"


def test_the_files_are_below_the_path_of_the_app() -> None:
    app = CompressFrontEnd(reached, "/lens")
    assert messages(app, taking_brotli(f"/lens{SCRIPT}"))[1]["body"] != b"reached"
    assert messages(app, taking_brotli(SCRIPT))[1]["body"] == b"reached"


def test_a_file_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    script = tmp_path / "static" / "a.js"
    script.write_text("let a = 1")
    app = CompressFrontEnd(reached, "", tmp_path)
    first = messages(app, taking_brotli("/static/a.js"))
    script.unlink()
    assert messages(app, taking_brotli("/static/a.js")) == first


def test_a_file_that_could_not_be_read_is_tried_again(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    script = tmp_path / "static" / "a.js"
    script.write_text("let a = 1")
    app = CompressFrontEnd(reached, "", tmp_path)
    script.unlink()
    with pytest.raises(FileNotFoundError):
        messages(app, taking_brotli("/static/a.js"))
    script.write_text("let a = 1")
    assert status(app, taking_brotli("/static/a.js")) == 200


def taking_brotli(path: str) -> Scope:
    return a_request(path, headers=[(b"accept-encoding", b"br")])
