"""Hands out the scripts and styles of Streamlit's front end compressed, each compressed once."""

import asyncio
import gzip
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path

import brotli
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.negotiation import takes_coding

FRONT_END = Path(str(files("streamlit"))) / "static"
"""What stands in it is served from the path of the app on, as in ``/static/js/index.js``."""
_NAMED_BY_CONTENT = "static"
"""The folder whose files have another name where they hold something else."""
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
"""What is worth compressing; fonts and pictures are compressed as they come."""
_FOR_A_YEAR = "public, immutable, max-age=31536000"
_BROTLI_QUALITY = 9
"""Of 11: the last two take ten times as long for a tenth less."""

_CODINGS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda raw: brotli.compress(raw, quality=_BROTLI_QUALITY),
    "gzip": lambda raw: gzip.compress(raw, mtime=0),
}
"""How a file may be compressed, the best first."""


class CompressFrontEnd:
    """Answers for what is text in Streamlit's front end, to those who take it compressed.

    Streamlit compresses none of them, as it would have to for every request. Here a file is
    compressed when it is first asked for, beside the event loop, and then kept: 4 MB at most.
    """

    def __init__(self, app: ASGIApp, base: str, folder: Path = FRONT_END) -> None:
        """``base`` is the path under which the app is served, or empty."""
        self._app = app
        self._files = {
            f"{base}/{path.relative_to(folder).as_posix()}": path
            for path in folder.joinpath(_NAMED_BY_CONTENT).rglob("*")
            if path.suffix in _TYPES
        }
        self._compressed: dict[tuple[Path, str], asyncio.Task[bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve; what is no such file, or is not taken compressed, comes from Streamlit."""
        answer = await self._answer(scope)
        await (answer or self._app)(scope, receive, send)

    async def _answer(self, scope: Scope) -> Response | None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return None
        path = self._files.get(scope["path"])
        if path is None:
            return None
        taken = Request(scope).headers.get("accept-encoding", "")
        coding = next((coding for coding in _CODINGS if takes_coding(taken, coding)), None)
        if coding is None:
            return None
        headers = {
            "Cache-Control": _FOR_A_YEAR,
            "Content-Encoding": coding,
            "Vary": "Accept-Encoding",
        }
        return Response(await self._compress(path, coding), 200, headers, _TYPES[path.suffix])

    async def _compress(self, path: Path, coding: str) -> bytes:
        """A file, compressed once for all who ask for it, also at the same time."""
        key = (path, coding)
        task = self._compressed.get(key)
        if task is None:
            task = asyncio.create_task(asyncio.to_thread(_read_compressed, path, coding))
            self._compressed[key] = task
        try:
            return await asyncio.shield(task)
        except OSError:  # such as no open file left: the next who asks may have more luck
            self._compressed.pop(key, None)
            raise


def _read_compressed(path: Path, coding: str) -> bytes:
    return _CODINGS[coding](path.read_bytes())
