"""The app answers assistants where that is asked for, behind the same gates as its pages."""

import json
from pathlib import Path

import pytest
from mcp import Client
from mcp_types import TextContent

from scripts.serving import UVICORN, serve
from service.assistants import assistants_over_http
from tests.event_loops import run_async
from tests.service.http import request


def test_nobody_is_answered_unless_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CERTLENS_MCP", raising=False)
    assert assistants_over_http("/base") is None


def test_assistants_are_answered_below_the_path_of_the_app(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CERTLENS_MCP", "1")
    assistants = assistants_over_http("/base")
    assert assistants is not None
    assert assistants.route.path == "/base/mcp"


@pytest.mark.long
@pytest.mark.parametrize("log", ["", "json"])
def test_the_app_answers_assistants_beside_its_pages_and_logs_nothing_of_a_person(
    tmp_path: Path, log: str
) -> None:
    profile = {"education": "doctorate", "age": 61, "experience_months": {"coding": 373}}

    async def ask(address: str) -> str:
        async with Client(f"{address}/mcp") as client:
            bad = {"profile": {**profile, "age": "secretword"}}
            assert (await client.call_tool("eligibility", bad)).is_error
            good = {"profile": profile, "ids": ["cpc"]}
            (content,) = (await client.call_tool("eligibility", good)).content
            assert isinstance(content, TextContent)
            return content.text

    settings = {"CERTLENS_MCP": "1", "CERTLENS_LOG": log}
    with serve(tmp_path / "log", settings, by=UVICORN) as server:
        assert "aapc/cpc: Eligibility" in run_async(ask(server.url))
        foreign = {"Host": "other.example"}
        assert request(server, "mcp", foreign).status == 421
        assert request(server, "mcp").status == 405
        assert "<!doctype html>" in request(server, "").text.lower()
        printed = server.printed()
    assert not [word for word in ("secretword", "373", "doctorate") if word in printed]
    assert "Traceback" not in printed
    assert not log or all(map(json.loads, printed.splitlines()))
