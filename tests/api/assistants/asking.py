"""Asks the server for assistants, with the SDK's own client and in the process."""

import re
from collections.abc import Callable, Coroutine, Iterator
from functools import cache
from typing import Any, TypeVar

from mcp import Client
from mcp_types import CallToolResult

from api.assistants.answer import ShortAnswer
from api.assistants.server import AssistantServer, build_server
from tests.catalogs import project_catalog
from tests.event_loops import run_async

T = TypeVar("T")

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@cache
def shared_server() -> AssistantServer:
    """The server on the tests' catalog."""
    return build_server(project_catalog)


def talk(
    say: Callable[[Client], Coroutine[Any, Any, T]], server: AssistantServer | None = None
) -> T:
    """What ``say`` returns of a conversation with the server, by default on the tests' catalog."""

    async def converse() -> T:
        async with Client(server or shared_server()) as client:
            return await say(client)

    return run_async(converse())


def call(
    tool: str, arguments: dict[str, Any], server: AssistantServer | None = None
) -> CallToolResult:
    """What a tool answers, an error of the tool too."""
    return talk(lambda client: client.call_tool(tool, arguments), server)


def ask(tool: str, **arguments: Any) -> ShortAnswer:
    """The answer of a tool, which is no error."""
    result = call(tool, arguments)
    assert not result.is_error, text_of(result)
    return ShortAnswer.model_validate(result.structured_content)


def text_of(result: CallToolResult) -> str:
    """The text of an answer."""
    (content,) = result.content
    assert content.type == "text"
    return content.text


def numbers_in(text: str) -> set[float]:
    """Every number that a text writes."""
    return {float(number.replace(",", "")) for number in _NUMBER.findall(text)}


def numbers_of(answer: Any) -> set[float]:
    """Every number in an answer as JSON, those inside its texts too."""
    return set(_numbers_of(answer))


def _numbers_of(answer: Any) -> Iterator[float]:
    if isinstance(answer, dict):
        answer = [*answer.keys(), *answer.values()]
    if isinstance(answer, list):
        for part in answer:
            yield from _numbers_of(part)
    elif isinstance(answer, str):
        yield from numbers_in(answer)
    elif isinstance(answer, int | float) and not isinstance(answer, bool):
        yield from (float(answer), float(round(answer)), round(float(answer), 2))
