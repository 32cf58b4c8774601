"""Figures for Prometheus, where ``CERTLENS_METRICS=1`` asks for them."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.asgi import is_request, is_start_of_answer
from service.capacity import load
from ui.shell.resources import refused_data

_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_STATUS_OF_HANDSHAKE = 101

answers: Counter[int] = Counter()
"""How many requests were answered with each status by this process; 101 is a handshake."""


class CountAnswers:
    """Counts every answer by its status."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, and count."""

        async def send_and_count(message: Message) -> None:
            if is_start_of_answer(message):
                answers[message.get("status", _STATUS_OF_HANDSHAKE)] += 1
            await send(message)

        await self._app(scope, receive, send_and_count if is_request(scope) else send)


def metric_routes(base: str) -> list[Route]:
    """The route of the figures, if they are asked for."""
    asked = os.environ.get("CERTLENS_METRICS") == "1"
    return [Route(f"{base}/metrics", figures)] if asked else []


async def figures(_: Request) -> Response:
    """Every figure in Prometheus's text format. None of them says anything about a person."""
    return PlainTextResponse("\n".join([*_lines(), ""]), media_type=_TYPE)


def _lines() -> Iterator[str]:
    yield from _metric("certlens_sessions", "gauge", "Visitors connected.", load.sessions)
    if load.most is not None:
        yield from _metric("certlens_sessions_limit", "gauge", "Visitors at most.", load.most)
    words = "Visitors asked to come back later."
    yield from _metric("certlens_turned_away_total", "counter", words, load.turned_away)
    refused = refused_data()
    errors = len(refused.problems) if refused else 0
    yield from _metric("certlens_data_errors", "gauge", "Errors in data not shown.", errors)
    yield from _metric("process_open_fds", "gauge", "Open files.", _open_files())
    yield "# HELP certlens_answers_total Answers by status."
    yield "# TYPE certlens_answers_total counter"
    for status, count in sorted(answers.items()):
        yield f'certlens_answers_total{{status="{status}"}} {count}'


def _metric(name: str, kind: str, words: str, value: float | None) -> Iterator[str]:
    if value is None:
        return
    yield f"# HELP {name} {words}"
    yield f"# TYPE {name} {kind}"
    yield f"{name} {value}"


def _open_files() -> int | None:
    """How many files the process has open; None where the system does not tell."""
    folder = Path("/proc/self/fd")
    return len(os.listdir(folder)) if folder.is_dir() else None
