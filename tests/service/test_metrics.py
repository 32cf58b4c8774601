"""Figures for Prometheus exist where they are asked for, and nowhere else."""

import asyncio
from collections import Counter

import pytest
from starlette.requests import Request

from cert_model.catalog import CatalogError, Problem
from scripts.serving import Server
from service import metrics
from service.capacity import load
from service.metrics import CountAnswers, figures, metric_routes
from tests.service.asgi import a_handshake, a_request, reached, status
from tests.service.http import request
from ui.shell import resources


def lines() -> list[str]:
    return bytes(asyncio.run(figures(Request(a_request()))).body).decode().splitlines()


def test_without_the_setting_there_is_no_route(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CERTLENS_METRICS", raising=False)
    assert not metric_routes("")
    assert "certlens_sessions" not in request(server, "/metrics").text


def test_with_the_setting_they_are_served_below_the_path_of_the_app(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CERTLENS_METRICS", "1")
    assert [route.path for route in metric_routes("/base")] == ["/base/metrics"]


def test_answers_are_counted_by_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "answers", Counter())
    counting = CountAnswers(reached)
    status(counting, a_request())
    status(counting, a_request())
    status(counting, a_handshake())
    assert 'certlens_answers_total{status="200"} 2' in lines()
    assert 'certlens_answers_total{status="101"} 1' in lines()


def test_sessions_and_refused_data_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "sessions", 3)
    monkeypatch.setattr(load, "most", 102)
    error = CatalogError([Problem("data/faq.yaml", 1, "", "is broken")])
    monkeypatch.setattr(resources.keeper, "refused", error)
    assert {"certlens_sessions 3", "certlens_sessions_limit 102", "certlens_data_errors 1"} <= set(
        lines()
    )
