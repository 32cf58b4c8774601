"""The headers that every answer carries, so that a browser lets nobody misuse a page."""

import base64
import hashlib
import re
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from first_screen.streamlit_page import STARTER
from service.asgi import before_answer, is_request
from service.request_ids import request_id

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_ONE_YEAR = 365 * 24 * 60 * 60
_NOT_NEEDED = ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")


def content_security_policy() -> str:
    """What a page may load and run: what is served here, and nothing that came as text.

    Two inline scripts are named by their hashes: that of Streamlit's page, and ours that starts
    the app. Streamlit styles elements directly, and loads the app's components from blobs.
    """
    page = files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")
    scripts = " ".join(map(_hash, [*_INLINE_SCRIPT.findall(page), STARTER]))
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' blob: {scripts}".strip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "frame-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def _hash(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def security_headers() -> dict[str, str]:
    """The headers of every answer, whether it came over TLS or not."""
    return {
        "Content-Security-Policy": content_security_policy(),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _NOT_NEEDED),
        # An address may hold answers; another site is told nothing about it.
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


async def report_failure(_: Request, __: Exception) -> Response:
    """A line of text for a fault of ours, whose traceback the server logs.

    It is answered outside everything else, so that it brings the headers along itself.
    """
    line = f"Something went wrong here and was logged as {request_id()}. Please try again.\n"
    return PlainTextResponse(line, 500, headers=security_headers())


class SecurityHeaders:
    """Adds the headers to every answer that does not set them itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = [
            (name.lower().encode(), value.encode()) for name, value in security_headers().items()
        ]
        lasting = (b"strict-transport-security", f"max-age={_ONE_YEAR}".encode())
        self._headers_over_tls = [*self._headers, lasting]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, with the headers added."""
        if not is_request(scope):
            await self._app(scope, receive, send)
            return
        over_tls = scope["scheme"] in ("https", "wss")
        added = self._headers_over_tls if over_tls else self._headers

        def add_headers(message: Message) -> None:
            own = list(message.get("headers", ()))
            set_already = {name.lower() for name, _ in own}
            own += [header for header in added if header[0] not in set_already]
            message["headers"] = own

        await self._app(scope, receive, before_answer(send, add_headers))
