"""The route that answers the search box. A query comes in the body, so that no log has it."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from cert_model.catalog import Catalog, CatalogError
from cert_model.search import LONGEST_QUERY
from cert_model.site_search import Document, find, ways_on
from cert_model.site_search.sentences import describe
from cert_model.site_search.snippets import Piece
from ui.shell import search
from ui.shell.resources import catalog

_MOST_BYTES = 16 * LONGEST_QUERY
"""More than the longest query takes, whatever its letters."""
_HEADERS = {"Cache-Control": "no-store"}


def search_routes(base: str) -> list[Route]:
    """The route of the search; ``base`` is the path under which the app is served, or empty."""
    return [Route(f"{base}/{search.PATH}", answer, methods=["POST"])]


async def answer(request: Request) -> Response:
    """What the query in the body finds, as JSON; a line of text where nothing can be found."""
    query = await _read_query(request)
    if query is None:
        line = f"A query has at most {LONGEST_QUERY} characters.\n"
        return PlainTextResponse(line, 413, headers=_HEADERS)
    try:
        answered = await run_in_threadpool(_as_json, catalog(), query)
    except CatalogError:
        return PlainTextResponse("The data has errors.\n", 503, headers=_HEADERS)
    return JSONResponse(answered, headers=_HEADERS)


async def _read_query(request: Request) -> str | None:
    """The query, whatever its bytes; None as soon as it is longer than any query."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST_BYTES:
            return None
    return body.decode("utf-8", errors="replace")


def _as_json(searched: Catalog, query: str) -> dict[str, Any]:
    findings = find(searched, query)
    hits = [_hit_as_json(hit.document, hit.pieces) for hit in findings.hits]
    if not hits:
        hits = [
            _hit_as_json(document, (Piece(document.sentences[0], False),))
            for document in ways_on(searched)
        ]
    return {"says": describe(findings), "hits": hits, "nearest": list(findings.suggestions)}


def _hit_as_json(document: Document, pieces: tuple[Piece, ...]) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "trail": document.trail,
        "address": search.format_address(document.place),
        "sentence": [list(piece) for piece in pieces],
    }
