"""The routes that answer with first screens, and with the files that lead to them."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from api.delivery import Body, KeptBodies, Make, has_tag, make_body, respond
from api.workers import SECONDS_TO_WAIT, TooBusy, Workers
from cert_model.catalog import Catalog, CatalogError, once_per_catalog
from cert_model.export.package.texts import llms_text, served
from first_screen.document import FONT, FONT_FILE, PICTURE, PICTURE_FILE, Site, render
from first_screen.places import Place, find_place
from first_screen.screen import Screen
from first_screen.screens import missing
from first_screen.site_files import SITEMAP, robots, sitemap

_LOG = logging.getLogger("certlens")
MakeFile = Callable[[Catalog, Site], bytes]

_HTML = "text/html; charset=utf-8"
_XML = "application/xml; charset=utf-8"
_TEXT = "text/plain; charset=utf-8"
_ASK_AGAIN = "no-cache"
"""It may be kept, but whoever keeps it asks each time whether it still holds: the names of the
app's scripts change with Streamlit."""
_NOT_KEPT = "no-store"
_UNAVAILABLE = 503
_SECONDS_OF_PATIENCE = 10.0
"""After which the app starts without a first screen: others are being written."""
_MOST_BYTES_KEPT = 16_000_000


class _PageName(Convertor[str]):
    """A name without a dot, which a file would have."""

    regex = "[^/.]+"

    def convert(self, value: str) -> str:
        """The name as it is."""
        return value

    def to_string(self, value: str) -> str:
        """The name as it is."""
        return value


register_url_convertor("page_name", _PageName())


def first_screen_routes(base: str, catalog: Callable[[], Catalog]) -> list[Route]:
    """The routes of every page below ``base``, and of the files for search engines.

    They come before Streamlit's own and leave everything to it that is no page.
    """
    screens = FirstScreens(base, catalog)
    return [
        Route(f"{base}/{SITEMAP}", partial(screens.file, _XML, sitemap)),
        Route(f"{base}/robots.txt", partial(screens.file, _TEXT, lambda _, site: robots(site))),
        Route(f"{base}/llms.txt", partial(screens.file, _TEXT, _llms)),
        Route(f"{base}/{PICTURE}", partial(_as_it_is, PICTURE_FILE)),
        Route(f"{base}/{FONT}", partial(_as_it_is, FONT_FILE)),
        Route(f"{base}/", screens.page),
        Route(f"{base}/{{page:page_name}}", screens.page),
    ]


def _llms(catalog: Catalog, site: Site) -> bytes:
    return llms_text(catalog, served(site.start)).encode()


async def _as_it_is(file: Path, _: Request) -> Response:
    return FileResponse(file, headers={"Cache-Control": "public, max-age=86400"})


class FirstScreens:
    """Answers for every page of the app, from the catalog that is in use at the moment."""

    def __init__(self, base: str, catalog: Callable[[], Catalog]) -> None:
        """``base`` is the path under which the app is served, or empty."""
        self._base = base
        self._catalog = catalog
        self._workers = Workers(threads=1, patience=_SECONDS_OF_PATIENCE)

    async def page(self, request: Request) -> Response:
        """A page with its first screen; the app starts in it whatever the status."""
        site = self._site(request)
        try:
            catalog = self._catalog()
        except CatalogError:
            return _once(request, None, missing.data(), site)
        place = find_place(catalog, request.path_params.get("page", ""), request.query_params)
        try:
            if not place.address:
                screen = await self._workers.run(partial(place.write, catalog))
                return _once(request, catalog, screen, site)
            body = await self._kept_body(
                catalog, (site.start, place.address), partial(_write, place, site)
            )
        except TooBusy:
            return _once(request, catalog, missing.screen(), site)
        except Exception:  # the app itself may well start, and the log has what went wrong
            _LOG.exception("no first screen of %s", place.address)
            return _once(request, catalog, missing.screen(), site)
        if not place.tells_of_nobody:
            return respond(request, body, _HTML, _headers(_NOT_KEPT))
        return _answer(request, body, _HTML)

    async def file(self, kind: str, make: MakeFile, request: Request) -> Response:
        """A file for search engines or language models."""
        site = self._site(request)
        try:
            body = await self._kept_body(
                self._catalog(),
                (site.start, request.url.path),
                lambda catalog: make(catalog, site),
            )
        except (CatalogError, TooBusy):
            return PlainTextResponse("Please try again later.\n", 503, _headers(_NOT_KEPT, 503))
        return _answer(request, body, kind)

    async def _kept_body(self, catalog: Catalog, key: tuple[str, str], make: Make) -> Body:
        """A document, made once per catalog, host and address. Raises TooBusy."""
        kept = _kept_bodies(catalog)
        body = kept.get(key)
        if body is None:
            body = await self._workers.run(partial(make_body, make, catalog))
            kept.keep(key, body)
        return body

    def _site(self, request: Request) -> Site:
        return Site(f"{str(request.base_url).rstrip('/')}{self._base}/")


@once_per_catalog
def _kept_bodies(_: Catalog) -> KeptBodies:
    """The documents of a catalog; they go when another catalog takes its place."""
    return KeptBodies(_MOST_BYTES_KEPT)


def _write(place: Place, site: Site, catalog: Catalog) -> bytes:
    return render(catalog, place.write(catalog), site, place.address)


def _once(request: Request, catalog: Catalog | None, screen: Screen, site: Site) -> Response:
    """A document that nobody keeps, as what was asked for may say anything."""
    body = Body(render(catalog, screen, site, ""), None)
    headers = _headers(_NOT_KEPT, screen.status)
    return respond(request, body, _HTML, headers, screen.status)


def _answer(request: Request, body: Body, kind: str) -> Response:
    headers = {**_headers(_ASK_AGAIN), "ETag": body.tag}
    if has_tag(request, body.tag):
        return Response(status_code=304, headers=headers)
    return respond(request, body, kind, headers)


def _headers(cache_control: str, status: int = 200) -> dict[str, str]:
    headers = {"Cache-Control": cache_control, "Vary": "Accept-Encoding"}
    return headers | ({"Retry-After": str(SECONDS_TO_WAIT)} if status == _UNAVAILABLE else {})
