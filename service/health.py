"""Whether the process lives, and whether it has anything to show."""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from cert_model.catalog import CatalogError
from ui.shell.resources import catalog, refused_data


def health_routes(base: str) -> list[Route]:
    """``/healthz`` and ``/readyz`` below the path under which the app is served."""
    return [Route(f"{base}/healthz", is_alive), Route(f"{base}/readyz", is_ready)]


async def is_alive(_: Request) -> Response:
    """That the process answers at all; a broken catalog is no reason to restart it."""
    return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})


def is_ready(_: Request) -> Response:
    """Which data are shown, and whether those on disk were refused; 503 where there are none."""
    try:
        shown = catalog()
    except CatalogError as error:
        return _json(503, {"ready": False, "errors_in_new_data": len(error.problems)})
    refused = refused_data()
    return _json(
        200,
        {
            "ready": True,
            "day": shown.today.isoformat(),
            "data": shown.fingerprint,
            "errors_in_new_data": len(refused.problems) if refused else 0,
        },
    )


def _json(status: int, body: dict[str, object]) -> Response:
    return JSONResponse(body, status, headers={"Cache-Control": "no-store"})
