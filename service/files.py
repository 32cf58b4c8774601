"""The routes that hand out files: stateless, so that no session's end can take one away."""

import re
from pathlib import PurePath

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from cert_model.catalog import CatalogError
from service.file_makers import MAKERS, Asked, BadAddress, File
from ui.shell import routes
from ui.shell.resources import catalog

_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_UNSAFE_IN_NAME = re.compile(r"[^A-Za-z0-9._-]")


def file_routes(base: str) -> list[Route]:
    """The routes of all files; ``base`` is the path under which the app is served, or empty."""
    return [Route(f"{base}/{routes.FILES}/{{name:path}}", hand_out)]


def hand_out(request: Request) -> Response:
    """The file that an address asks for; a line of text that says why not, where it is none."""
    maker = MAKERS.get(request.path_params["name"])
    if maker is None:
        return _refusal(404, f"There is no such file; there are {', '.join(MAKERS)}.")
    pages = str(request.url).partition(f"/{routes.FILES}/")[0]
    try:
        return _attachment(maker(Asked(catalog(), dict(request.query_params), f"{pages}/")))
    except BadAddress as error:
        return _refusal(400, str(error))
    except CatalogError:
        return _refusal(503, "The data has errors; there are no files until they are fixed.")


def _attachment(file: File) -> Response:
    """A file to save, not to show; nobody on the way keeps a copy, as it may tell of a person."""
    name = _UNSAFE_IN_NAME.sub("-", file.name)
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return Response(file.content, headers=headers, media_type=_TYPES[PurePath(name).suffix])


def _refusal(status: int, line: str) -> Response:
    return PlainTextResponse(f"{line}\n", status, headers={"Cache-Control": "no-store"})
