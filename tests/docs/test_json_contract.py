"""The page on JSON names every field that a command prints, in the section of that command."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cert_model.schema import Credential
from tests.commands import run_command
from tests.docs.pages import PAGES

CONTRACT = PAGES["docs/json-contract.md"]
PROFILE = "{education: associate, experience_months: {coding: 12}}"


def section_of(command: str) -> str:
    """What the page says of a command."""
    return CONTRACT.partition(f"## `certlens {command}`\n")[2].partition("\n## ")[0]


def named_in(text: str) -> set[str]:
    """The names between backticks."""
    return set(re.findall(r"`([a-z_]+)`", text))


def field_names(value: Any) -> Iterator[str]:
    """The names of all fields of a JSON value, at any depth; keys that are ids are left out."""
    if isinstance(value, dict):
        for name, part in value.items():
            if "/" not in name:
                yield name
            yield from field_names(part)
    elif isinstance(value, list):
        for part in value:
            yield from field_names(part)


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("list",),
        ("compare", "cpc", "cca"),
        ("stale",),
        ("missing",),
        ("disputed",),
        ("diff", "2025-01-01"),
    ],
    ids=" ".join,
)
def test_every_field_of_an_answer_is_in_the_contract(words: tuple[str, ...]) -> None:
    answer = run_command(*words, "--json").json
    printed = set(field_names(answer))
    sources = named_in(section_of("show"))
    assert printed
    assert printed - named_in(section_of(words[0])) <= sources


def test_every_field_of_a_bill_but_its_assumptions_is_in_the_contract() -> None:
    bill = run_command("cost", "cpc", "aihc/chco", "--json").json
    assert bill["missing"]
    del bill["assumptions"]
    assert set(field_names(bill)) <= named_in(section_of("cost"))
    assert "assumptions" in named_in(section_of("cost"))


def test_every_field_of_a_verdict_but_its_conditions_is_in_the_contract(tmp_path: Path) -> None:
    profile = tmp_path / "me.yaml"
    profile.write_text(PROFILE, encoding="utf-8")
    answer = run_command("eligibility", str(profile), "--json").json
    assert answer["next_question"]
    answer["next_question"]["options"] = {}
    reasons = [verdict.pop("because") for verdict in answer["verdicts"].values()]
    named = named_in(section_of("eligibility"))
    assert set(field_names(answer)) | set(reasons[0]) | {"truth", "all_of", "any_of"} <= named


def test_every_field_of_a_renewal_is_in_the_contract() -> None:
    words = ("cpc", "cpma", "rhit", "rhia", "hcs-d", "--passed", "cpc=2026-05-10")
    answer = run_command("renewal", *words, "--renews", "aapc=2028-04", "--json").json
    assert set(field_names(answer)) <= named_in(section_of("renewal"))


def test_a_fact_sheet_has_the_fields_of_the_models_and_a_fact_those_of_the_contract() -> None:
    sheet = run_command("show", "cpc", "--json").json
    assert set(sheet) == {"id", *Credential.model_fields, "estimates"}
    fact = sheet["exam"]["questions"]
    assert set(fact) | set(fact["sources"][0]) <= named_in(section_of("show"))


def test_an_estimate_in_a_fact_sheet_has_the_fields_of_the_contract() -> None:
    estimates = run_command("show", "aapc/canpc", "--json").json["estimates"]
    assert set(estimates) == {"exam_price", "questions", "minutes"}
    assert set(field_names(estimates)) <= named_in(section_of("show"))
