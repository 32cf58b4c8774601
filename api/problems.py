"""What is answered where a request cannot be: problem details as RFC 9457 has them."""

import json
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"
LARGEST_BODY = 32_768
"""Bytes that may be posted; a profile with everything in it has two thousand."""
_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_FAULT_SCHEMA = {
    "type": "object",
    "required": ["field", "message", "allowed", "nearest"],
    "properties": {
        "field": {**_TEXT, "description": "The parameter, or the place in what was posted."},
        "message": {**_TEXT, "description": "What is wrong there, and what was expected."},
        "allowed": {
            **_TEXTS,
            "description": "What may stand there, where that is a list.",
        },
        "nearest": {
            **_TEXTS,
            "description": "The names most like one that nothing has.",
        },
    },
}
SCHEMA = {
    "type": "object",
    "description": "Problem details (RFC 9457).",
    "required": ["type", "title", "status", "detail", "code", "errors"],
    "properties": {
        "type": _TEXT,
        "title": _TEXT,
        "status": {"type": "integer"},
        "detail": {**_TEXT, "description": "One line that says how to mend it."},
        "code": {**_TEXT, "description": "What went wrong, for programs."},
        "errors": {"type": "array", "items": _FAULT_SCHEMA},
    },
}
"""The JSON Schema of a problem."""


@dataclass(frozen=True)
class Fault:
    """One part of a request that cannot be used."""

    field: str
    """The parameter, or the place in what was posted, as ``profile.age``."""
    message: str
    allowed: tuple[str, ...] = ()
    """What may stand there, where that is a list."""
    nearest: tuple[str, ...] = ()
    """The names most like one that nothing has."""


@dataclass(frozen=True)
class Problem:
    """Why there is no answer."""

    status: int
    code: str
    """What went wrong, for programs: one of the codes of ``docs/api.md``."""
    detail: str
    faults: tuple[Fault, ...] = ()
    retry_after: int = 0
    """Seconds after which to try again; 0 where that does not help."""
    headers: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The problem as it is sent."""
        return {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
            "code": self.code,
            "errors": [
                {
                    "field": fault.field,
                    "message": fault.message,
                    "allowed": list(fault.allowed),
                    "nearest": list(fault.nearest),
                }
                for fault in self.faults
            ],
        }

    def response(self) -> Response:
        """The answer, which nobody on the way keeps."""
        headers = {**self.headers, "Cache-Control": "no-store"}
        if self.retry_after:
            headers["Retry-After"] = str(self.retry_after)
        body = json.dumps(self.as_json(), ensure_ascii=False)
        # A lone surrogate, as JSON may hold one, has no encoding; it is sent as a question mark.
        raw = body.encode("utf-8", errors="replace")
        return Response(raw, self.status, headers=headers, media_type=MEDIA_TYPE)
