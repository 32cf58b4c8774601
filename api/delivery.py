"""How an answer reaches a client: its form, its tag, compressed, and kept for the next one."""

import gzip
import json
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from api.negotiation import CSV, JSON, ZIP, choose_media_type, takes_coding
from api.refusals import NotAcceptable
from api.workers import Workers
from cert_model import __version__
from cert_model.catalog import Catalog, once_per_catalog

FEWEST_BYTES_TO_COMPRESS = 1_000
MOST_BYTES_KEPT = 32_000_000
_ABOUT_THE_CATALOG = "public, max-age=60"
_ABOUT_A_PERSON = "private, max-age=60"
_DIGITS = 16
_TYPES = {JSON: JSON, CSV: f"{CSV}; charset=utf-8"}

Make = Callable[[Catalog], bytes]


@dataclass(frozen=True)
class Body:
    """An answer as it is sent, and compressed; None where that is not worth it."""

    raw: bytes
    compressed: bytes | None

    @property
    def size(self) -> int:
        """How many bytes it takes to keep."""
        return len(self.raw) + len(self.compressed or b"")

    @cached_property
    def tag(self) -> str:
        """A tag that changes with the bytes; a weak one, as that of ``entity_tag``."""
        return f'W/"{sha256(self.raw).hexdigest()[:_DIGITS]}"'


class KeptBodies:
    """The answers of one catalog that were asked for last, up to a number of bytes."""

    def __init__(self, most_bytes: int = MOST_BYTES_KEPT) -> None:
        self._most_bytes = most_bytes
        self._bodies: OrderedDict[tuple[str, str], Body] = OrderedDict()
        self.size = 0

    def get(self, key: tuple[str, str]) -> Body | None:
        """The answer to a request that was made before; None where it is not kept."""
        body = self._bodies.get(key)
        if body is not None:
            self._bodies.move_to_end(key)
        return body

    def keep(self, key: tuple[str, str], body: Body) -> None:
        """Keep an answer, and let those go that were not asked for longest."""
        if key not in self._bodies:
            self._bodies[key] = body
            self.size += body.size
        while self.size > self._most_bytes:
            _, oldest = self._bodies.popitem(last=False)
            self.size -= oldest.size


@once_per_catalog
def kept_bodies(_: Catalog) -> KeptBodies:
    """What is kept of a catalog's answers; they go when another catalog takes its place."""
    return KeptBodies()


def entity_tag(catalog: Catalog) -> str:
    """The tag of every answer: it changes with the data, the day and the version of the code.

    It is a weak one, since the same answer goes out compressed or not.
    """
    return f'W/"{catalog.fingerprint}-{catalog.today:%Y%m%d}-{__version__}"'


def as_json(make: Callable[[Catalog], Any]) -> Make:
    """The bytes of an answer in JSON."""
    return lambda catalog: json.dumps(
        make(catalog), ensure_ascii=False, separators=(",", ":")
    ).encode()


class Desk:
    """Hands out answers from the catalog that is in use at the moment."""

    def __init__(self, catalog: Callable[[], Catalog], workers: Workers) -> None:
        self.catalog = catalog
        self._workers = workers

    async def give(
        self, request: Request, makers: dict[str, Make], *, about_a_person: bool = False
    ) -> Response:
        """The answer to a request to read, in the form that the client likes best.

        What is ``about_a_person`` is kept neither here nor on the way.
        """
        media_type = choose_media_type(request.headers.get("accept", ""), list(makers))
        if media_type is None:
            raise NotAcceptable(*makers)
        catalog = self.catalog()
        kept = kept_bodies(catalog)
        compress = media_type != ZIP and _takes_gzip(request)
        form = f"{media_type}, gzip" if compress else media_type
        key = (form, f"{request.url.path}?{request.url.query}")
        body = kept.get(key)
        if body is None:
            body = await self._workers.run(
                partial(make_body, makers[media_type], catalog, compress=compress)
            )
            if not about_a_person:
                kept.keep(key, body)
        headers = {
            "ETag": entity_tag(catalog),
            "Cache-Control": _ABOUT_A_PERSON if about_a_person else _ABOUT_THE_CATALOG,
            "Vary": "Accept, Accept-Encoding",
        }
        if has_tag(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        return respond(request, body, media_type, headers)

    async def give_once(self, request: Request, make: Make) -> Response:
        """The answer to what was posted, in JSON; nobody keeps it."""
        if choose_media_type(request.headers.get("accept", ""), [JSON]) is None:
            raise NotAcceptable(JSON)
        compress = _takes_gzip(request)
        body = await self._workers.run(partial(make_body, make, self.catalog(), compress=compress))
        headers = {"Cache-Control": "no-store", "Vary": "Accept-Encoding"}
        return respond(request, body, JSON, headers)


def make_body(make: Make, catalog: Catalog, *, compress: bool = True) -> Body:
    """An answer from the catalog, compressed as well where that is wanted and worth it."""
    raw = make(catalog)
    is_long = len(raw) >= FEWEST_BYTES_TO_COMPRESS
    return Body(raw, gzip.compress(raw, 6, mtime=0) if compress and is_long else None)


def _takes_gzip(request: Request) -> bool:
    return takes_coding(request.headers.get("accept-encoding", ""), "gzip")


def has_tag(request: Request, tag: str) -> bool:
    """Whether the client has the answer already."""
    named = request.headers.get("if-none-match", "")
    tags = [part.strip().removeprefix("W/") for part in named.split(",")]
    return tag.removeprefix("W/") in tags or "*" in tags


def respond(
    request: Request, body: Body, media_type: str, headers: dict[str, str], status: int = 200
) -> Response:
    """The answer as the client takes it, compressed or not."""
    content = body.raw
    if body.compressed is not None and _takes_gzip(request):
        content = body.compressed
        headers["Content-Encoding"] = "gzip"
    return Response(content, status, headers, _TYPES.get(media_type, media_type))
