"""The API as an ASGI application, and as the route under which the app serves it."""

from collections.abc import Callable

from fastapi import FastAPI, Request
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.routing import Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.delivery import Desk, as_json
from api.documentation import describe_api
from api.limits import BodyLimit, Buckets, RateLimit
from api.negotiation import JSON
from api.operations import router
from api.refusals import add_refusals
from api.workers import Workers
from cert_model.catalog import Catalog

PATH = "/api"
_ONE_DAY = 24 * 60 * 60


def api_route(base: str, catalog: Callable[[], Catalog]) -> Mount:
    """The route of the API below ``base``, the path under which the app is served."""
    return Mount(f"{base}{PATH}", app=build_api(catalog))


def build_api(
    catalog: Callable[[], Catalog],
    workers: Workers | None = None,
    buckets: Buckets | None = None,
) -> FastAPI:
    """The API on the catalog that ``catalog`` returns at the moment of each request."""
    app = FastAPI(
        openapi_url=None,
        # FastAPI would hand requests, what was posted in them too, to whatever exports traces.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.desk = Desk(catalog, workers or Workers())
    app.include_router(router)
    app.add_api_route("/openapi.json", _openapi, include_in_schema=False)
    add_refusals(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(AnswerHead)
    app.add_middleware(RateLimit, buckets=Buckets() if buckets is None else buckets)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST"],
        allow_headers=["Content-Type"],
        expose_headers=["ETag", "Retry-After"],
        max_age=_ONE_DAY,
    )
    return app


async def _openapi(request: Request) -> Response:
    """The description of the API, with examples from the catalog in use."""
    desk: Desk = request.app.state.desk
    describe = as_json(lambda catalog: describe_api(request.scope["root_path"], catalog))
    return await desk.give(request, {JSON: describe})


class AnswerHead:
    """Answers HEAD with what GET has, without its body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def send_without_body(message: Message) -> None:
            is_body = message["type"] == "http.response.body"
            await send({**message, "body": b""} if is_body else message)

        await self._app({**scope, "method": "GET"}, receive, send_without_body)
