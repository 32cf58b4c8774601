"""What cannot be answered is refused as a problem that names the field and what is allowed."""

import json
import re
from typing import Any

import pytest
from jsonschema import validate
from starlette.testclient import TestClient

from api.application import build_api
from api.problems import LARGEST_BODY, SCHEMA
from cert_model.catalog import Catalog, CatalogError, Problem
from cert_model.eligibility import Profile
from cert_model.vocabulary import EducationLevel
from tests.api.conftest import UNLIMITED
from tests.catalogs import project_catalog

BAD_ADDRESSES = {
    "credentials/aapc/cpx": (404, "unknown-name", "credential", "no credential is called"),
    "credentials/cpx": (404, "unknown-name", "credential", "no credential is called"),
    "credentials/ccds": (400, "ambiguous-name", "credential", "acdis/ccds"),
    "credentials/nobody/cpc": (404, "unknown-name", "credential", "no credential is called"),
    "cost?ids=cpx": (404, "unknown-name", "ids", "did you mean"),
    "compare?ids=cpc,cpx": (404, "unknown-name", "ids", "did you mean"),
    "cost?ids=coc&held=cpx": (404, "unknown-name", "held", "did you mean"),
    "renewal?ids=cpc&passed=cpx=2024-01-01": (404, "unknown-name", "passed", "did you mean"),
    "renewal?ids=cpc&member=aapcc": (404, "unknown-name", "member", "did you mean"),
    "cost?ids=ccds": (400, "ambiguous-name", "ids", "write one of: acdis/ccds, cdia/ccds"),
    "cost?ids=cpc&years=0": (422, "bad-parameter", "years", "1"),
    "cost?ids=cpc&years=1000": (422, "bad-parameter", "years", "10"),
    "cost?ids=cpc&years=six": (422, "bad-parameter", "years", "a whole number"),
    "cost?ids=cpc&assume=nothing=3": (422, "bad-parameter", "assume", "nothing"),
    "cost?ids=cpc&assume=ceu_price": (422, "bad-parameter", "assume", "write name=value"),
    "cost?ids=coc&held=coc": (422, "bad-parameter", "ids", "both held and added"),
    "cost?ids=coc&held=cpc=spring": (422, "bad-parameter", "held", "is not a day"),
    "cost": (422, "bad-parameter", "ids", "required"),
    "cost?ids=": (422, "bad-parameter", "ids", "at least one"),
    f"cost?ids={'cpc,' * 31}": (422, "bad-parameter", "ids", "at most 30"),
    f"credentials?role={',' * 30}": (422, "bad-parameter", "role", "at most 30"),
    f"cost?ids={'x' * 201}": (422, "bad-parameter", "ids.0", "at most 200"),
    "compare?ids=cpc": (422, "bad-parameter", "ids", "2 to 5"),
    "compare?ids=cpc,cpc": (422, "bad-parameter", "ids", "named twice"),
    "credentials?order=color": (422, "bad-parameter", "order", "is not known"),
    "credentials?role=codr": (422, "bad-parameter", "role", "is not known"),
    "credentials?issuer=nobody": (422, "bad-parameter", "issuer", "is not known"),
    "credentials?online=maybe": (422, "bad-parameter", "online", "true or false"),
    "credentials?max_first_year_cost=-1": (
        *(422, "bad-parameter", "max_first_year_cost"),
        "0 or more",
    ),
    "credentials?max_first_year_cost=nan": (
        *(422, "bad-parameter", "max_first_year_cost"),
        "finite",
    ),
    "credentials?color=red": (422, "bad-parameter", "color", "expected one of: issuer"),
    "credentials?as_at=2999-01-01": (422, "bad-parameter", "as_at", "has not come yet"),
    "facts.csv?color=red": (422, "bad-parameter", "color", "expected one of: none"),
    "renewal?ids=cpc&passed=ccs=2024-01-01": (422, "bad-parameter", "passed", "among"),
    "renewal?ids=cpc&passed=cpc=1900-01-01": (422, "bad-parameter", "passed", "earliest day"),
    "renewal?ids=cpc&passed=cpc": (422, "bad-parameter", "passed", "a name and a value"),
    "renewal?ids=cpc&renews=aapc=soon": (422, "bad-parameter", "renews", "is no month"),
    "renewal?ids=cpc&renews=aapc=2099-01": (422, "bad-parameter", "renews", "within 10 years"),
    "renewal?ids=cpc&renews=ahima=2027-01": (422, "bad-parameter", "renews", "awards none"),
    "renewal?ids=cpc&earned=aapc=many": (422, "bad-parameter", "earned", "not a number"),
    "renewal?ids=cpc&earned=aapc=-1": (422, "bad-parameter", "earned", "0 to 1,000"),
    "renewal?ids=cpc&today=9999-12-31": (422, "bad-parameter", "today", "within 10 years"),
    "changes": (422, "bad-parameter", "since", "required"),
    "changes?since=yesterday": (422, "bad-parameter", "since", "is not a day"),
    "changes?since=2025-01-01&limit=0": (422, "bad-parameter", "limit", "1"),
}


@pytest.mark.parametrize(("address", "expected"), BAD_ADDRESSES.items(), ids=list(BAD_ADDRESSES))
def test_a_bad_address_names_the_field_and_what_is_wrong(
    api: TestClient, address: str, expected: tuple[int, str, str, str]
) -> None:
    answer = api.get(f"/v1/{address}")
    status, code, field, words = expected
    problem = problem_in(answer, status, code)
    assert problem["errors"][0]["field"] == field
    assert words in problem["errors"][0]["message"]
    assert problem["detail"].startswith(f"{field}: ")


def problem_in(answer: Any, status: int, code: str) -> Any:
    """The problem in an answer, which has the form of every problem."""
    problem = answer.json()
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    validate(problem, SCHEMA)
    return problem


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("cost?ids=ccds", ["acdis/ccds", "cdia/ccds"]),
        ("credentials?level=high", ["entry", "core", "specialty", "advanced", "management"]),
        ("credentials?online=maybe", ["true", "false"]),
        ("compare?id=cpc", ["ids"]),
    ],
)
def test_what_is_allowed_is_listed(api: TestClient, address: str, allowed: list[str]) -> None:
    assert api.get(f"/v1/{address}").json()["errors"][0]["allowed"] == allowed


def test_a_bad_term_of_a_profile_lists_what_is_allowed(api: TestClient) -> None:
    body = {"profile": {"education": "dragon"}}
    fault = api.post("/v1/eligibility", json=body).json()["errors"][0]
    assert fault["allowed"] == list(EducationLevel)


def test_a_field_that_a_profile_has_not_lists_those_it_has(api: TestClient) -> None:
    body = {"profile": {"edu": "associate"}}
    fault = api.post("/v1/eligibility", json=body).json()["errors"][0]
    assert fault["allowed"] == list(Profile.model_fields)


@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_no_refusal_speaks_as_the_library_does(api: TestClient, address: str) -> None:
    answer = api.get(f"/v1/{address}").text
    assert not re.search(r"Input should|should have|Field required|after validation", answer)


def test_the_nearest_names_are_listed(api: TestClient) -> None:
    fault = api.get("/v1/credentials/ahima/ccsp").json()["errors"][0]
    assert "ahima/ccs-p" in fault["nearest"]


BAD_BODIES: dict[str, tuple[bytes, int, str]] = {
    "broken": (b"{", 400, "unreadable"),
    "of no encoding": (b'{"profile": {"\xff": 1}}', 400, "unreadable"),
    "nested without end": (b"[" * 20_000, 400, "unreadable"),
    "an endless number": (b'{"profile": {"age": ' + b"9" * 5_000 + b"}}", 400, "unreadable"),
    "a list": (b"[]", 422, "bad-parameter"),
    "empty": (b"", 422, "bad-parameter"),
    "without a profile": (b"{}", 422, "bad-parameter"),
    "with another name": (b'{"profile": {}, "color": 1}', 422, "bad-parameter"),
    "a profile that is a list": (b'{"profile": []}', 422, "bad-parameter"),
    "ids that are a number": (b'{"profile": {}, "ids": 7}', 422, "bad-parameter"),
    "an unknown field": (b'{"profile": {"edu": "none"}}', 422, "bad-profile"),
    "an unknown term": (b'{"profile": {"education": "dragon"}}', 422, "bad-profile"),
    "a number in quotes": (b'{"profile": {"age": "34"}}', 422, "bad-profile"),
    "no number": (b'{"profile": {"age": NaN}}', 422, "bad-profile"),
    "half a character": (b'{"profile": {"\\ud800": 1}}', 422, "bad-profile"),
    "a deep profile": (
        b'{"profile": {"age": ' + b"[" * 900 + b"]" * 900 + b"}}",
        422,
        "bad-profile",
    ),
    "an unknown credential held": (b'{"profile": {"credentials": ["cpx"]}}', 422, "bad-profile"),
    "an unknown credential": (b'{"profile": {}, "ids": ["cpx"]}', 404, "unknown-name"),
    "too large": (b" " * (LARGEST_BODY + 1), 413, "too-large"),
    "of ten megabytes": (b" " * 10_000_000, 413, "too-large"),
}


@pytest.mark.parametrize(("body", "status", "code"), BAD_BODIES.values(), ids=list(BAD_BODIES))
def test_a_bad_body_is_refused(api: TestClient, body: bytes, status: int, code: str) -> None:
    headers = {"Content-Type": "application/json"}
    problem_in(api.post("/v1/eligibility", content=body, headers=headers), status, code)


def test_a_body_without_a_length_is_refused_as_soon_as_it_is_too_large(api: TestClient) -> None:
    headers = {"Content-Type": "application/json"}
    pieces = (b" " * 10_000 for _ in range(1_000))
    problem_in(api.post("/v1/plan", content=pieces, headers=headers), 413, "too-large")


@pytest.mark.parametrize(
    ("profile", "field"),
    [
        ({"education": "dragon"}, "profile.education"),
        ({"experience_months": 5}, "profile.experience_months"),
        ({"experience_months": {"coding": -1}}, "profile.experience_months.coding"),
        ({"training": [{"subject": "magic"}]}, "profile.training[1].subject"),
    ],
)
def test_a_bad_profile_names_the_place(api: TestClient, profile: Any, field: str) -> None:
    answer = api.post("/v1/eligibility", json={"profile": profile})
    assert answer.json()["errors"][0]["field"] == field
    assert "Input should" not in answer.text


BAD_PLANS: dict[str, tuple[dict[str, Any], str]] = {
    "no target": ({}, "targets"),
    "another role": ({"role": "astronaut"}, "role"),
    "another order": ({"targets": ["cpc"], "by": "luck"}, "by"),
    "too many hours": ({"targets": ["cpc"], "hours_a_week": 200}, "hours_a_week"),
    "a contradiction": (
        {"targets": ["cpc"], "profile": {"age": 18, "experience_months": {"coding": 300}}},
        "profile",
    ),
}


@pytest.mark.parametrize(("body", "field"), BAD_PLANS.values(), ids=list(BAD_PLANS))
def test_a_plan_that_cannot_be_names_the_field(
    api: TestClient, body: dict[str, Any], field: str
) -> None:
    answer = api.post("/v1/plan", json={"profile": {}, **body})
    assert problem_in(answer, 422, "bad-parameter")["errors"][0]["field"] == field


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_what_is_not_posted_as_json_is_refused(api: TestClient, kind: str) -> None:
    headers = {"Content-Type": kind}
    problem_in(api.post("/v1/eligibility", content=b"{}", headers=headers), 415, "not-json")


@pytest.mark.parametrize(
    ("address", "accept"),
    [
        ("credentials", "image/png"),
        ("credentials", "application/json;q=0, text/csv;q=0"),
        ("facts.csv", "application/json"),
        ("renewal?ids=cpc", "text/csv"),
    ],
)
def test_a_media_type_that_nobody_serves_is_refused(
    api: TestClient, address: str, accept: str
) -> None:
    answer = api.get(f"/v1/{address}", headers={"Accept": accept})
    assert problem_in(answer, 406, "not-acceptable")["errors"][0]["field"] == "Accept"


def test_another_address_and_another_method_are_refused(api: TestClient) -> None:
    problem_in(api.get("/v2/credentials"), 404, "no-such-address")
    answer = api.post("/v1/cost")
    problem_in(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET"


def test_without_data_there_are_no_answers() -> None:
    def no_catalog() -> Catalog:
        raise CatalogError([Problem("a.yaml", 1, "", "broken")])

    client = TestClient(build_api(no_catalog, buckets=UNLIMITED))
    problem_in(client.get("/v1/credentials"), 503, "no-data")


def test_a_fault_of_ours_tells_nothing_about_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.answers.plan_costs", lambda *_: 1 / 0)
    client = TestClient(
        build_api(project_catalog, buckets=UNLIMITED), raise_server_exceptions=False
    )
    answer = client.get("/v1/cost?ids=cpc&held=ccs")
    assert "division" not in json.dumps(problem_in(answer, 500, "failure"))


def test_a_refusal_repeats_nothing_of_a_long_input(api: TestClient) -> None:
    answer = api.get("/v1/credentials", params={"order": "secret" * 30})
    assert len(answer.json()["errors"][0]["message"]) < 200
