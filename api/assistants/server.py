"""The Model Context Protocol server: tools, resources, and what it says of itself."""

import json
import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp.server.mcpserver.tools import Tool
from mcp_types import CallToolResult, InputRequiredResult, Resource, TextContent, ToolAnnotations
from pydantic import ValidationError

from api.assistants.tools import Tools
from api.problems import Fault, Problem
from api.refusals import problem_of, problem_of_arguments
from api.workers import Workers
from cert_model import __version__
from cert_model.catalog import Catalog
from cert_model.commands.arguments import BadArgument, resolve_ids
from cert_model.commands.listing import ListRequest, list_credentials
from cert_model.export.answers import list_row_as_json
from cert_model.export.fact_sheets import sheet_as_json
from cert_model.formatting import closest_names

LIST_ADDRESS = "certlens://credentials"
SHEET_ADDRESS = LIST_ADDRESS + "/{issuer}/{code}"
_JSON = "application/json"
_ARGUMENTS = {"assume": "assumptions"}
"""The arguments whose names are not those of the commands."""
_LOG = logging.getLogger("certlens.assistants")
_READS_ONLY = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
INSTRUCTIONS = """\
CertLens knows medical coding and billing credentials of the United States and some abroad (CPC, \
CCS, CCA, RHIT, CBCS and others): exams, prices, who may sit, renewal. Every figure has a source \
and a date.

- Give a figure with its date and its source, as the answer has them. Who says so matters: \
"issuer, current" is the issuer's own recent page, "third party" somebody else.
- "estimated" (marked ≈, or "about" in a total) was not read anywhere: say so. "at least" means \
that a price is missing.
- "not found" means that nobody was found to publish it. Say that, and never fill it in from memory.
- Two issuers may share an abbreviation; then give the id, such as acdis/ccds.
- Before eligibility and plan, ask the person what they have. Leave out what you do not know.
- The day of the data stands in every answer. Prices change: send people to the issuer's page \
before they pay.
"""


class AssistantServer(MCPServer[None]):
    """Answers a call that cannot be with what is allowed, and lists each fact sheet.

    The SDK would log why a call was refused, and that may quote what a person answered.
    """

    def __init__(self, catalog: Callable[[], Catalog], workers: Workers) -> None:
        self._catalog = catalog
        self._own_tools = {tool.name: tool for tool in _make_tools(Tools(catalog, workers))}
        with _root_logger_untouched():
            super().__init__(
                "certlens",
                title="CertLens",
                description="Medical coding credentials, with a source and a date behind "
                "every figure",
                instructions=INSTRUCTIONS,
                version=__version__,
                tools=list(self._own_tools.values()),
                log_level="WARNING",
                subscriptions=False,
            )

    async def call_tool(
        self,
        name: str,
        arguments: dict[str, Any],
        context: Context[None, Any] | None = None,
    ) -> CallToolResult | InputRequiredResult:
        """The answer of a tool, or as an error of the tool what to change in the call."""
        faults = list(self._unknown_names(name, arguments))
        if faults:
            return _refuse(faults)
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            cause = error.__cause__
            if isinstance(cause, ValidationError):
                problem = problem_of_arguments(cause)
            elif isinstance(cause, Exception):
                problem = problem_of(cause)
                _log_failure(name, problem, cause)
            else:
                problem = problem_of(error)
            return _refuse(list(problem.faults) or [Fault(name, problem.detail)])

    def _unknown_names(self, name: str, arguments: dict[str, Any]) -> Iterator[Fault]:
        """The tool or the arguments that do not exist, each with what there is."""
        tool = self._own_tools.get(name)
        if tool is None:
            yield _unknown("tool", name, list(self._own_tools))
            return
        for given in arguments:
            if given not in tool.parameters["properties"]:
                yield _unknown("argument", given, list(tool.parameters["properties"]))

    async def list_resources(self) -> list[Resource]:
        """The list of credentials, and the fact sheet of each."""
        sheets = [
            Resource(
                uri=f"{LIST_ADDRESS}/{key}",
                name=key,
                title=f"{sheet.code}: {sheet.name}",
                mime_type=_JSON,
            )
            for key, sheet in self._catalog().credentials.items()
        ]
        return [*await super().list_resources(), *sheets]


def build_server(catalog: Callable[[], Catalog], workers: Workers | None = None) -> AssistantServer:
    """The server on the catalog that ``catalog`` returns at the moment of each call."""
    workers = workers or Workers()
    server = AssistantServer(catalog, workers)

    @server.resource(
        LIST_ADDRESS,
        name="credentials",
        title="All credentials",
        mime_type=_JSON,
        description="A row for each: id, name, issuer, prices, exam. A figure not found is null.",
    )
    async def credentials() -> str:
        return await workers.run(lambda: _list_as_text(catalog()))

    @server.resource(
        SHEET_ADDRESS,
        name="fact sheet",
        title="Fact sheet of a credential",
        mime_type=_JSON,
        description="All that is known of one credential, each fact with its sources, "
        "earlier values and those that disagree.",
    )
    async def sheet(issuer: str, code: str) -> str:
        return await workers.run(lambda: _sheet_as_text(catalog(), f"{issuer}/{code}"))

    return server


def _list_as_text(catalog: Catalog) -> str:
    rows = [list_row_as_json(row) for row in list_credentials(catalog, ListRequest())]
    return json.dumps(rows, ensure_ascii=False)


def _sheet_as_text(catalog: Catalog, name: str) -> str:
    """The fact sheet as JSON. Raises ResourceNotFoundError, with the nearest ids."""
    try:
        (key,) = resolve_ids(catalog, "id", [name])
    except BadArgument as error:
        raise ResourceNotFoundError(str(error)) from error
    return json.dumps(sheet_as_json(catalog, key), ensure_ascii=False)


def _make_tools(tools: Tools) -> Iterator[Tool]:
    """Each tool as the SDK has it, closed to arguments that it does not name."""
    for function in tools.all:
        tool = Tool.from_function(function, annotations=_READS_ONLY)
        tool.parameters["additionalProperties"] = False
        yield tool


def _unknown(what: str, name: str, known: list[str]) -> Fault:
    message = f"there is no such {what}; expected one of: {', '.join(known)}"
    return Fault(name[:40], message, tuple(known), tuple(closest_names(name, known)))


def _refuse(faults: list[Fault]) -> CallToolResult:
    """An error of the tool: what is wrong where, and what may stand there instead."""
    text = "\n".join(map(_describe_fault, faults))
    return CallToolResult(content=[TextContent(type="text", text=text)], is_error=True)


def _describe_fault(fault: Fault) -> str:
    parts = [f"{_ARGUMENTS.get(fault.field, fault.field)}: {fault.message}"]
    unnamed = [name for name in fault.allowed if name not in fault.message]
    parts += [f"Allowed: {', '.join(fault.allowed)}."] if unnamed else []
    parts += [f"Nearest: {', '.join(fault.nearest)}."] if fault.nearest else []
    return " ".join(parts)


def _log_failure(tool: str, problem: Problem, error: Exception) -> None:
    """Log where a fault of ours lies; never its message, which may quote an answer."""
    if problem.status == 500:
        places = "".join(traceback.format_tb(error.__traceback__))
        _LOG.error("The tool %s failed: %s\n%s", tool, type(error).__name__, places)


@contextmanager
def _root_logger_untouched() -> Iterator[None]:
    """Keep the SDK from giving the root logger a handler, and from logging what it is sent."""
    logging.getLogger("mcp").setLevel(logging.WARNING)
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
