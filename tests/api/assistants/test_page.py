"""The page on the server for assistants says what there is."""

import json
import re

import pytest
from mcp_types import Tool

from api.assistants.answer import LONGEST_SENTENCES, MOST_CHARACTERS, AnswerLine
from api.limits import A_SECOND
from api.problems import LARGEST_BODY
from tests.api.assistants.asking import talk
from tests.docs.pages import PAGES, code_blocks
from ui.data_health.examples import assistant_settings

PAGE = PAGES["docs/mcp.md"]
TOOLS = talk(lambda client: client.list_tools()).tools


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_every_tool_stands_there_with_all_that_may_be_named(tool: Tool) -> None:
    (row,) = re.findall(rf"^\| `{tool.name}` \|.*\|(.*)\|$", PAGE, flags=re.MULTILINE)
    assert re.findall(r"`(\w+)`", row) == list(tool.input_schema["properties"])


def test_the_settings_that_the_app_shows_are_those_of_the_page() -> None:
    blocks = [json.loads(block) for block in code_blocks("docs/mcp.md", "json")]
    assert json.loads(assistant_settings(None)) in blocks
    assert json.loads(assistant_settings("http://127.0.0.1:8501/mcp")) in blocks


def test_the_limits_are_those_of_the_page() -> None:
    assert f"{A_SECOND} requests a second" in PAGE
    assert f"{LARGEST_BODY:,} bytes" in PAGE
    assert MOST_CHARACTERS + LONGEST_SENTENCES == 8_000
    assert "8,000 characters" in PAGE


def test_the_fields_of_a_line_that_do_not_change_are_all_there_are() -> None:
    (promise,) = re.findall(r"lines of an answer keep ([^.]*)\.", PAGE)
    assert re.findall(r"`(\w+)`", promise) == list(AnswerLine.model_fields)
