"""Figures for Prometheus, where ``CERTLENS_METRICS=1`` asks for them: none says who somebody is."""

import hashlib
import logging
import os
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

import streamlit as st
from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cert_model import __version__
from service.asgi import before_answer, is_request
from service.capacity import load
from service.gates import served_hosts
from ui.shell import resources

_STATUS_OF_HANDSHAKE = 101
_SECONDS = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Bounds of the buckets of reruns; half a second is what a click should stay below."""

registry = CollectorRegistry()
"""Of this process."""
answers = Counter(
    "certlens_answers", "Answers by status; 101 is a handshake.", ["status"], registry=registry
)
reruns = Histogram(
    "certlens_rerun_seconds",
    "Seconds from a click's arrival until its page is drawn.",
    buckets=_SECONDS,
    registry=registry,
)
errors = Counter("certlens_errors", "Errors that were logged.", registry=registry)


def is_asked_for() -> bool:
    """Whether the settings ask for metrics."""
    return os.environ.get("CERTLENS_METRICS") == "1"


class CountAnswers:
    """Counts every answer by its status."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, and count."""
        await self._app(scope, receive, before_answer(send, _count) if is_request(scope) else send)


def _count(message: Message) -> None:
    answers.labels(message.get("status", _STATUS_OF_HANDSHAKE)).inc()


def count_errors() -> None:
    """Count what is logged as an error from now on, by whichever logger."""
    make = logging.getLogRecordFactory()

    def make_and_count(*about: Any, **more: Any) -> logging.LogRecord:
        record = make(*about, **more)
        if record.levelno >= logging.ERROR:
            errors.inc()
        return record

    logging.setLogRecordFactory(make_and_count)


class _State(Collector):
    """What is so at the moment, rather than counted as it happens."""

    def collect(self) -> Iterator[Metric]:
        """The figures, as they are now."""
        yield GaugeMetricFamily("certlens_sessions", "Visitors connected.", load.sessions)
        if load.most is not None:
            yield GaugeMetricFamily("certlens_sessions_limit", "Visitors at most.", load.most)
        words = "Visitors asked to come back later."
        yield _counted("certlens_turned_away", words, load.turned_away)
        refused = resources.refused_data()
        words = "Errors in data not shown."
        count = len(refused.problems) if refused else 0
        yield GaugeMetricFamily("certlens_data_errors", words, count)
        yield from _catalog()
        started_with = {"version": __version__, "settings": shared_settings()}
        yield InfoMetricFamily("certlens", "What all processes should agree on.", started_with)


def _counted(name: str, words: str, value: int) -> Metric:
    metric = Metric(name, words, "counter")
    metric.add_sample(f"{name}_total", {}, value)
    return metric


def _catalog() -> Iterator[Metric]:
    """The catalog that is shown; nothing while there has never been a good one."""
    shown, taken = resources.keeper.shown
    if shown is None or taken is None:
        return
    day = datetime.combine(shown.today, time(), UTC).timestamp()
    words = "The day whose facts are shown."
    yield GaugeMetricFamily("certlens_catalog_day_timestamp_seconds", words, day)
    words = "When the catalog that is shown was taken over."
    yield GaugeMetricFamily("certlens_catalog_swap_timestamp_seconds", words, taken.timestamp())
    which = {"data": shown.fingerprint}
    yield InfoMetricFamily("certlens_catalog", "Which data are shown.", which)


def shared_settings() -> str:
    """A short digest of what every process behind one proxy has to be started with alike.

    Where it differs between processes, so does the release, a host name or the cookie secret. The
    secret cannot be read from it; it is shown to nobody but Prometheus all the same.
    """
    alike = (
        __version__,
        st.__version__,
        *sorted(served_hosts()),
        st.get_option("server.baseUrlPath"),
        st.get_option("server.cookieSecret"),
    )
    return hashlib.sha256("\0".join(map(str, alike)).encode()).hexdigest()[:8]


registry.register(_State())
ProcessCollector(registry=registry)


def metric_routes(base: str) -> list[Route]:
    """The route of the figures, if they are asked for."""
    return [Route(f"{base}/metrics", figures)] if is_asked_for() else []


def figures(_: Request) -> Response:
    """Every figure in Prometheus's text format."""
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_PLAIN_0_0_4)
