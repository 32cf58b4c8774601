"""The OpenAPI document is true: its examples are answers, and no request breaks what it says."""

from typing import Any
from urllib.parse import urlencode

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api import documentation
from api.application import api_route, build_api
from api.documentation import describe_api, shorten
from api.examples import EXAMPLES
from tests.api.conftest import UNLIMITED
from tests.catalogs import demo_catalog, project_catalog

API = build_api(project_catalog, buckets=UNLIMITED)
WITHOUT_EDGES = schemathesis.Config.from_dict({"phases": {"coverage": {"enabled": False}}})
FEW_REQUESTS = schemathesis.openapi.from_asgi("/openapi.json", API, config=WITHOUT_EDGES)
MANY_REQUESTS = schemathesis.openapi.from_asgi("/openapi.json", API)
NOT_SAID = positive_data_acceptance
"""What the document cannot say: which ids and days there are, so that others are refused."""


@pytest.fixture(scope="module")
def document(api: TestClient) -> Any:
    return api.get("/openapi.json").json()


def test_every_operation_has_a_summary_a_description_and_an_example(document: Any) -> None:
    for address, methods in document["paths"].items():
        for operation in methods.values():
            assert operation["summary"]
            assert operation["description"]
            assert address in EXAMPLES or address in ("/v1/facts.csv", "/v1/data-package.zip")


@pytest.mark.parametrize("address", EXAMPLES)
def test_an_example_is_what_the_address_answers(
    api: TestClient, document: Any, address: str
) -> None:
    example = EXAMPLES[address]
    ((method, operation),) = document["paths"][address].items()
    path = address.format(**example.path)
    answer = api.request(method, f"{path}?{urlencode(example.query)}", json=example.body)
    assert answer.status_code == 200
    shown = operation["responses"]["200"]["content"]["application/json"]["example"]
    assert shown == shorten(answer.json())


def test_a_parameter_of_an_example_is_shown_where_it_is_given(document: Any) -> None:
    parameters = document["paths"]["/v1/cost"]["get"]["parameters"]
    shown = {part["name"]: part["example"] for part in parameters if "example" in part}
    assert shown == {"ids": ["cpc"], "years": 3}


def test_data_that_lack_the_credentials_of_the_examples_are_described_without_them() -> None:
    methods = describe_api("", demo_catalog())["paths"]["/v1/cost"]
    content = methods["get"]["responses"]["200"]["content"]["application/json"]
    assert content == {"schema": {"type": "object"}}


def test_the_document_is_worked_out_once_for_a_catalog(monkeypatch: pytest.MonkeyPatch) -> None:
    first = describe_api("/api", demo_catalog())
    monkeypatch.setattr(documentation, "get_openapi", None)
    assert describe_api("/other", demo_catalog()) == {**first, "servers": [{"url": "/other"}]}


def test_a_posted_profile_is_described_by_its_model(document: Any) -> None:
    body = document["components"]["schemas"]["EligibilityBody"]
    fields = body["properties"]["profile"]["properties"]
    assert {"education", "experience_months", "credentials"} <= set(fields)


def test_the_api_says_below_which_path_it_is_served() -> None:
    app = Starlette(routes=[api_route("/certlens", project_catalog)])
    client = TestClient(app)
    servers = client.get("/certlens/api/openapi.json").json()["servers"]
    assert servers == [{"url": "/certlens/api"}]
    assert client.get("/certlens/api/v1/credentials/aapc/cpc").status_code == 200


@FEW_REQUESTS.parametrize()
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_request_breaks_what_the_document_says(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate(excluded_checks=[NOT_SAID])


@pytest.mark.long
@MANY_REQUESTS.parametrize()
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_many_requests_do_not_break_what_the_document_says(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate(excluded_checks=[NOT_SAID])
