"""The log as lines of JSON, for what collects logs; ``CERTLENS_LOG=json`` asks for it."""

import json
import logging
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.asgi import PROBES, before_answer, is_request
from service.logs import without_private_parts
from service.request_ids import request_id

_REQUESTS = logging.getLogger("certlens.requests")
_FIELDS = "fields"
_LONGEST_PATH = 200
_HANDSHAKE = 101
_FAILED = 500


def is_asked_for() -> bool:
    """Whether the log is to be lines of JSON."""
    return os.environ.get("CERTLENS_LOG", "").strip().lower() == "json"


class JsonLine(logging.Formatter):
    """A record as one line of JSON, without the query of any address in it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        written = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {
            "time": written,
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": without_private_parts(record.getMessage()),
            **getattr(record, _FIELDS, {}),
        }
        if name := request_id():
            line["request_id"] = name
        if record.exc_info:
            line["exception"] = without_private_parts(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False, default=str)


def write_json_lines() -> None:
    """Have every logger that there is write lines of JSON to standard error.

    Streamlit and uvicorn give their loggers handlers of their own, which are taken away. Call it
    again once both have set theirs up.
    """
    root = logging.getLogger()
    if not any(isinstance(handler.formatter, JsonLine) for handler in root.handlers):
        handler = logging.StreamHandler()
        handler.setFormatter(JsonLine())
        root.handlers[:] = [handler]
    for name in list(root.manager.loggerDict):
        logger = logging.getLogger(name)
        if logger.handlers:
            logger.handlers.clear()
            logger.propagate = True
    _REQUESTS.setLevel(logging.INFO)


class LogRequests:
    """Writes a line for each request: method, path without its query, status, milliseconds.

    The time is the one until the answer begins. Probes have no line.
    """

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = time.perf_counter) -> None:
        self._app = app
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, and write the line as the answer begins."""
        if not is_request(scope) or scope["path"].endswith(PROBES):
            await self._app(scope, receive, send)
            return
        begun, is_answered = self._clock(), False

        def write(message: Message) -> None:
            nonlocal is_answered
            is_answered = True
            self._write(scope, message.get("status", _HANDSHAKE), begun)

        try:
            await self._app(scope, receive, before_answer(send, write))
        except Exception:
            if not is_answered:
                self._write(scope, _FAILED, begun)
            raise

    def _write(self, scope: Scope, status: int, begun: float) -> None:
        fields = {
            "method": scope.get("method", "WEBSOCKET"),
            "path": without_private_parts(scope["path"])[:_LONGEST_PATH],
            "status": status,
            "ms": round((self._clock() - begun) * 1000),
        }
        _REQUESTS.info("request", extra={_FIELDS: fields})
