"""Figures for Prometheus exist where they are asked for, and nowhere else."""

import logging
from datetime import UTC, datetime, time

import pytest
import streamlit as st
from starlette.requests import Request

from cert_model.catalog import CatalogError, Problem
from scripts.serving import Server
from service.capacity import load
from service.metrics import (
    CountAnswers,
    count_errors,
    figures,
    metric_routes,
    shared_settings,
)
from tests.service.asgi import a_handshake, a_request, reached, status
from tests.service.http import request
from ui.shell import resources


def lines() -> list[str]:
    return bytes(figures(Request(a_request())).body).decode().splitlines()


def value(name: str) -> float:
    """The figure of a line that begins with a name; 0 where there is none yet."""
    return next((float(line.rpartition(" ")[2]) for line in lines() if line.startswith(name)), 0.0)


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


def test_answers_are_counted_by_status() -> None:
    names = [f'certlens_answers_total{{status="{status}"}}' for status in (200, 101)]
    before = [value(name) for name in names]
    counting = CountAnswers(reached)
    status(counting, a_request())
    status(counting, a_request())
    status(counting, a_handshake())
    assert [value(name) - then for name, then in zip(names, before, strict=True)] == [2, 1]


def test_sessions_and_refused_data_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "sessions", 3)
    monkeypatch.setattr(load, "most", 102)
    error = CatalogError([Problem("data/faq.yaml", 1, "", "is broken")])
    monkeypatch.setattr(resources.keeper, "refused", error)
    names = ("certlens_sessions", "certlens_sessions_limit", "certlens_data_errors")
    assert [value(f"{name} ") for name in names] == [3, 102, 1]


def test_the_catalog_is_told_with_its_day_and_since_when(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "keeper", resources.new_keeper())
    assert not value("certlens_catalog_day_timestamp_seconds")
    shown = resources.keeper.current()
    day = datetime.combine(shown.today, time(), UTC)
    assert value("certlens_catalog_day_timestamp_seconds") == day.timestamp()
    assert value("certlens_catalog_swap_timestamp_seconds") > 0
    assert f'certlens_catalog_info{{data="{shown.fingerprint}"}} 1.0' in lines()


def test_what_is_logged_as_an_error_is_counted() -> None:
    make = logging.getLogRecordFactory()
    try:
        count_errors()
        before = value("certlens_errors_total")
        logging.getLogger("anybody").error("no")
        logging.getLogger("anybody").warning("hm")
    finally:
        logging.setLogRecordFactory(make)
    assert value("certlens_errors_total") == before + 1


@pytest.mark.parametrize(
    ("name", "other"),
    [("CERTLENS_HOSTS", "other.example.org"), ("STREAMLIT_SERVER_COOKIE_SECRET", "another")],
)
def test_processes_with_another_setting_have_another_digest(
    monkeypatch: pytest.MonkeyPatch, name: str, other: str
) -> None:
    alike = shared_settings()
    monkeypatch.setenv(name, other)
    monkeypatch.setattr(st, "get_option", lambda option: other if "Secret" in option else "")
    assert shared_settings() != alike
