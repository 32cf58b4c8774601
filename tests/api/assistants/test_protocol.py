"""What an assistant can see of the server, and what it is told where a call cannot be."""

import json
from typing import Any

import pytest
from mcp import Client, MCPError
from mcp_types import TextResourceContents, Tool

from api.assistants.server import INSTRUCTIONS
from cert_model.catalog import Catalog
from cert_model.eligibility import Profile
from cert_model.explore.comparison import COMPARED_FIELDS
from cert_model.vocabulary import (
    Course,
    DocumentKind,
    EducationLevel,
    ExperienceKind,
    License,
    Role,
)
from tests.api.assistants.asking import call, talk, text_of
from tests.commands import run_command

TOOLS = ["search", "show", "compare", "cost", "eligibility", "plan", "renewal", "claim"]


@pytest.fixture(scope="module")
def tools() -> dict[str, Tool]:
    return {tool.name: tool for tool in talk(lambda client: client.list_tools()).tools}


def enums_in(schema: Any) -> list[list[str]]:
    """Every list of allowed words in a schema."""
    if isinstance(schema, list):
        return [values for part in schema for values in enums_in(part)]
    if not isinstance(schema, dict):
        return []
    own = [schema["enum"]] if "enum" in schema else []
    return [*own, *(values for part in schema.values() for values in enums_in(part))]


def test_there_is_a_tool_for_each_question(tools: dict[str, Tool]) -> None:
    assert list(tools) == TOOLS


@pytest.mark.parametrize("name", TOOLS)
def test_a_tool_only_reads_and_takes_nothing_that_it_does_not_name(
    tools: dict[str, Tool], name: str
) -> None:
    tool = tools[name]
    assert tool.description
    assert tool.annotations is not None
    assert tool.annotations.read_only_hint
    assert tool.annotations.idempotent_hint
    assert tool.annotations.destructive_hint is False
    assert tool.annotations.open_world_hint is False
    assert tool.input_schema["additionalProperties"] is False
    assert tool.output_schema is not None
    assert set(tool.output_schema["properties"]) >= {"says", "lines", "sources", "today"}


@pytest.mark.parametrize(
    ("name", "vocabulary"),
    [
        ("search", DocumentKind),
        ("compare", COMPARED_FIELDS),
        ("eligibility", EducationLevel),
        ("eligibility", Course),
        ("eligibility", License),
        ("plan", ExperienceKind),
        ("plan", Role),
        ("cost", ["cheaper", "always", "never"]),
    ],
)
def test_a_choice_is_between_the_terms_of_the_catalog(
    tools: dict[str, Tool], name: str, vocabulary: Any
) -> None:
    assert list(vocabulary) in enums_in(tools[name].input_schema)


def test_a_profile_is_described_field_by_field(tools: dict[str, Tool]) -> None:
    schema = json.dumps(tools["eligibility"].input_schema)
    assert all(f'"{field}"' in schema for field in Profile.model_fields)


@pytest.mark.parametrize(
    ("tool", "arguments", "words"),
    [
        ("show", {"id": "cpx"}, ["id:", "did you mean", "Nearest: scp, cpc, cpb."]),
        ("show", {"id": "ccds"}, ["ambiguous", "acdis/ccds", "cdia/ccds"]),
        ("show", {"id": "cpc", "sections": ["fee"]}, ["sections:", "fees, exam, eligibility"]),
        ("show", {"id": "cpc", "as_at": "soon"}, ["as_at:", "write it as 2022-01-01"]),
        ("show", {}, ["id:", "required"]),
        ("cost", {"ids": ["cpc"], "year": 3}, ["year:", "ids, years, held, assumptions"]),
        ("cost", {"ids": ["cpc"], "years": 0}, ["years:", "expected 1 or more"]),
        ("cost", {"ids": ["cpc"], "years": 1000}, ["years:", "expected 10 or less"]),
        ("cost", {"ids": "cpc"}, ["ids:", "expected a list"]),
        ("cost", {"ids": ["cpc"], "assumptions": {"ceu": 1}}, ["assumptions:", "ceu_price_high"]),
        ("cost", {"ids": ["cpc"], "held": {"cpc": None}}, ["both held and added"]),
        ("compare", {"ids": ["cpc"]}, ["ids:", "at least 2"]),
        ("compare", {"ids": ["cpc", "ccs"], "fields": ["x"]}, ["fields:", "pass_rate"]),
        ("eligibility", {"profile": {"education": "phd"}}, ["profile.education:", "doctorate"]),
        ("eligibility", {"profile": {"degree": "none"}}, ["unknown field", "education"]),
        ("plan", {"profile": {}, "targets": ["cpc"], "by": "speed"}, ["by:", "cost, months"]),
        (
            "plan",
            {
                "profile": {"age": 30, "experience_months": {"coding": 700}},
                "targets": ["cpc"],
            },
            ["profile:", "correct one of them"],
        ),
        ("plan", {"profile": {}}, ["target", "name the credential to hold, or a role"]),
        ("plan", {"profile": {}, "role": "coder"}, ["role:", "coding", "patient-access"]),
        ("renewal", {"ids": ["cpc"], "member": ["aapcc"]}, ["member:", "Nearest: aapc"]),
        ("renewal", {"ids": ["cpc"], "renews": {"aapc": "soon"}}, ["renews:", "2027-03"]),
        ("search", {"query": "cpc", "kind": "fact"}, ["kind:", "facts"]),
        ("search", {"query": ""}, ["query:", "at least 1 character"]),
        ("shows", {"id": "cpc"}, ["no such tool", "search, show, compare", "Nearest: show."]),
    ],
)
def test_a_call_that_cannot_be_is_an_error_that_says_what_to_write(
    tool: str, arguments: dict[str, Any], words: list[str]
) -> None:
    result = call(tool, arguments)
    assert result.is_error
    text = text_of(result)
    for part in words:
        assert part in text
    assert "Error executing" not in text
    assert "pydantic" not in text


def test_the_server_says_how_to_use_what_it_answers() -> None:
    async def read_instructions(client: Client) -> str | None:
        return client.instructions

    assert talk(read_instructions) == INSTRUCTIONS
    for word in ("not found", "estimated", "at least", "third party"):
        assert word in INSTRUCTIONS


def test_every_credential_is_a_resource_and_so_is_the_list(catalog: Catalog) -> None:
    addresses = [entry.uri for entry in talk(lambda client: client.list_resources()).resources]
    sheets = [f"certlens://credentials/{key}" for key in catalog.credentials]
    assert addresses == ["certlens://credentials", *sheets]
    templates = talk(lambda client: client.list_resource_templates()).resource_templates
    assert [entry.uri_template for entry in templates] == ["certlens://credentials/{issuer}/{code}"]


def read(address: str) -> Any:
    """A resource, parsed."""
    (content,) = talk(lambda client: client.read_resource(address)).contents
    assert isinstance(content, TextResourceContents)
    assert content.mime_type == "application/json"
    return json.loads(content.text)


def test_the_resources_are_what_the_command_line_prints() -> None:
    assert read("certlens://credentials") == run_command("list", "--json").json
    sheet = run_command("show", "ahima/ccs-p", "--json").json
    assert read("certlens://credentials/ahima/ccs-p") == sheet


def test_a_fact_sheet_that_nobody_has_is_answered_with_the_nearest() -> None:
    async def read_slip(client: Client) -> str:
        with pytest.raises(MCPError) as refused:
            await client.read_resource("certlens://credentials/aapc/cpx")
        return str(refused.value)

    assert "did you mean aapc/cpc" in talk(read_slip)
