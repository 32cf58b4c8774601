"""The API answers what the command line prints, on the same input."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from api.application import build_api
from tests.api.conftest import UNLIMITED
from tests.catalogs import project_catalog
from tests.commands import run_command
from tests.effort import number_of_examples
from tests.profiles import CREDENTIALS, Plain, plain_profiles

CLIENT = TestClient(build_api(project_catalog, buckets=UNLIMITED))
SAME_QUESTIONS: dict[str, tuple[str, ...]] = {
    "credentials": ("list",),
    "credentials?issuer=ahima,aapc&order=-price": (
        *("list", "--issuer", "ahima", "--issuer", "aapc", "--order", "-price"),
    ),
    "credentials?issuer=ahima&issuer=aapc": ("list", "--issuer", "ahima", "--issuer", "aapc"),
    "credentials?role=billing&setting=physician-office": (
        *("list", "--role", "billing", "--setting", "physician-office"),
    ),
    "credentials?code_set=icd-10-pcs&level=core&status=active": (
        *("list", "--code-set", "icd-10-pcs", "--level", "core", "--status", "active"),
    ),
    "credentials?online=true&max_first_year_cost=500&order=to_earn": (
        *("list", "--online", "--max-first-year-cost", "500", "--order", "to_earn"),
    ),
    "credentials?online=false": ("list", "--no-online"),
    "credentials?search=inpatient": ("list", "--search", "inpatient"),
    "credentials?as_at=2024-06-01": ("list", "--as-at", "2024-06-01"),
    "credentials/aapc/cpc": ("show", "aapc/cpc"),
    "credentials/cpc": ("show", "cpc"),
    "credentials/AHIMA/CCS-P": ("show", "ahima/ccs-p"),
    "credentials/aapc/cpc?as_at=2022-01-01": ("show", "cpc", "--as-at", "2022-01-01"),
    "compare?ids=cpc,ccs": ("compare", "cpc", "ccs"),
    "compare?ids=cca&ids=nha/cbcs&ids=rhit": ("compare", "cca", "nha/cbcs", "rhit"),
    "cost?ids=cpc": ("cost", "cpc"),
    "cost?ids=coc,crc&held=cpc=2024-05-31&years=3&assume=ceu_price=15,student=true": (
        *("cost", "coc", "crc", "--held", "cpc=2024-05-31", "--years", "3"),
        *("--assume", "ceu_price=15", "--assume", "student=true"),
    ),
    "renewal?ids=cpc,ccs": ("renewal", "cpc", "ccs"),
    "renewal?ids=cpc,ccs&passed=cpc=2024-05-31&member=ahima&renews=aapc=2027-03&earned=aapc=12"
    "&today=2026-11-01": (
        *("renewal", "cpc", "ccs", "--passed", "cpc=2024-05-31", "--member", "ahima"),
        *("--renews", "aapc=2027-03", "--earned", "aapc=12", "--today", "2026-11-01"),
    ),
    "changes?since=2025-01-01": ("diff", "2025-01-01"),
    "changes?since=2025-01-01&limit=3": ("diff", "2025-01-01", "--limit", "3"),
}


@pytest.mark.parametrize(("address", "words"), SAME_QUESTIONS.items(), ids=list(SAME_QUESTIONS))
def test_an_address_answers_what_the_command_prints(
    api: TestClient, address: str, words: tuple[str, ...]
) -> None:
    answer = api.get(f"/v1/{address}")
    assert answer.status_code == 200
    assert answer.json() == run_command(*words, "--json").json


ids = st.lists(st.sampled_from(CREDENTIALS), min_size=1, max_size=4, unique=True)


@given(ids=ids, years=st.integers(1, 10))
@number_of_examples(15, long=200)
def test_a_bill_of_any_credentials_is_that_of_the_command(ids: list[str], years: int) -> None:
    answer = CLIENT.get(f"/v1/cost?{urlencode({'ids': ','.join(ids), 'years': years})}")
    assert answer.json() == run_command("cost", *ids, "--years", str(years), "--json").json


@given(ids=ids)
@number_of_examples(15, long=200)
def test_what_keeping_any_credentials_takes_is_that_of_the_command(ids: list[str]) -> None:
    answer = CLIENT.get("/v1/renewal", params={"ids": ",".join(ids)})
    assert answer.json() == run_command("renewal", *ids, "--json").json


@pytest.mark.parametrize("key", CREDENTIALS[::9])
def test_a_fact_sheet_is_that_of_the_command(api: TestClient, key: str) -> None:
    assert api.get(f"/v1/credentials/{key}").json() == run_command("show", key, "--json").json


def of_command(folder: Path, profile: Plain, *words: str) -> Any:
    """What a command prints about a profile; None where it refuses it."""
    path = folder / "me.json"
    path.write_text(json.dumps(profile), encoding="utf-8")
    answer = run_command(words[0], str(path), *words[1:], "--json")
    return answer.json if answer.status == 0 else None


@given(profile=plain_profiles)
@number_of_examples(10, long=200)
def test_verdicts_on_any_person_are_those_of_the_command(
    tmp_path_factory: pytest.TempPathFactory, profile: Plain
) -> None:
    folder = tmp_path_factory.mktemp("profiles")
    answer = CLIENT.post("/v1/eligibility", json={"profile": profile, "ids": ["cpc", "rhit"]})
    printed = of_command(folder, profile, "eligibility", "--for", "cpc", "--for", "rhit")
    assert (answer.json() if answer.status_code == 200 else None) == printed


def test_without_ids_there_is_a_verdict_on_every_credential(
    api: TestClient, tmp_path: Path
) -> None:
    profile = {"education": "associate", "experience_months": {"coding": 12}}
    answer = api.post("/v1/eligibility", json={"profile": profile}).json()
    assert answer == of_command(tmp_path, profile, "eligibility")
    assert set(answer["verdicts"]) == set(CREDENTIALS)


@given(profile=plain_profiles, by=st.sampled_from(["cost", "months"]))
@number_of_examples(10, long=200)
def test_plans_of_any_person_are_those_of_the_command(
    tmp_path_factory: pytest.TempPathFactory, profile: Plain, by: str
) -> None:
    folder = tmp_path_factory.mktemp("profiles")
    body = {"profile": profile, "targets": ["cpc", "ahima/rhia"], "by": by, "hours_a_week": 12}
    answer = CLIENT.post("/v1/plan", json=body)
    words = ("--target", "cpc", "--target", "rhia", "--by", by, "--hours-a-week", "12")
    printed = of_command(folder, profile, "plan", *words)
    assert (answer.json() if answer.status_code == 200 else None) == printed


def test_a_role_stands_for_its_credentials_as_in_the_command(
    api: TestClient, tmp_path: Path
) -> None:
    profile = {"complete": True, "education": "bachelor"}
    answer = api.post("/v1/plan", json={"profile": profile, "role": "auditing"})
    assert answer.json() == of_command(tmp_path, profile, "plan", "--role", "auditing")
