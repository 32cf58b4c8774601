"""The command ``mcp`` over real standard input and output."""

import json
import os
import subprocess
import sys
from typing import Any

from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from tests.api.assistants.asking import text_of
from tests.commands import run_command
from tests.event_loops import run_async
from tests.paths import GOOD, ROOT

COMMAND = [sys.executable, "-m", "cert_model", "mcp"]


def message(number: int | None, method: str, **params: object) -> str:
    """A message of the protocol, on a line."""
    number_of = {} if number is None else {"id": number}
    return json.dumps({"jsonrpc": "2.0", **number_of, "method": method, "params": params}) + "\n"


def test_an_assistant_compares_two_credentials_over_standard_input_and_output() -> None:
    async def compare() -> str:
        start = StdioServerParameters(
            command=COMMAND[0], args=COMMAND[1:], cwd=ROOT, env=dict(os.environ)
        )
        async with Client(stdio_client(start)) as client:
            return text_of(await client.call_tool("compare", {"ids": ["cpc", "ccs"]}))

    text = run_async(compare())
    rows = run_command("compare", "cpc", "ccs", "--json").json["rows"]
    price = next(row for row in rows if row["field"] == "exam_fee")
    assert all(value in text for value in price["values"])


def test_standard_output_carries_the_protocol_alone_and_its_end_ends_the_command() -> None:
    hello = {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    }
    first = message(1, "initialize", **hello) + message(None, "notifications/initialized")
    slip = "this is no message, and says secretword\n"
    second = message(2, "tools/call", name="show", arguments={"id": "secretword"})
    with subprocess.Popen(
        [*COMMAND, "--data", str(GOOD)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdin.write(first + slip + second)
        running.stdin.flush()
        answers: dict[int | None, Any] = {}
        while 2 not in answers:
            answer = json.loads(running.stdout.readline())
            assert answer["jsonrpc"] == "2.0"
            answers[answer.get("id")] = answer
        running.stdin.close()
        assert not running.stdout.read()
        complaints = running.stderr.read()
    assert running.returncode == 0
    assert answers[1]["result"]["serverInfo"]["name"] == "certlens"
    assert answers[2]["result"]["isError"]
    assert "secretword" not in complaints
