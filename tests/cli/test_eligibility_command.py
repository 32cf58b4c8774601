"""The command that says who may sit, and the profiles that it reads or refuses."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.commands import run_command
from tests.paths import GOOD


@pytest.fixture
def clerk(tmp_path: Path) -> str:
    """A profile of twelve months of billing and a diploma."""
    path = tmp_path / "clerk.yaml"
    path.write_text("{complete: true, education: high-school, experience_months: {billing: 12}}")
    return str(path)


def test_eligibility_gives_a_verdict_with_its_reasons(clerk: str) -> None:
    answer = run_command("eligibility", clerk, "--for", "cbcs", "--for", "acdis/ccds", "--json")
    verdicts = answer.json["verdicts"]
    assert set(verdicts) == {"nha/cbcs", "acdis/ccds"}
    assert verdicts["nha/cbcs"]["verdict"] == "can_sit"
    assert verdicts["nha/cbcs"]["because"]["required"]["truth"] == "yes"
    assert verdicts["acdis/ccds"]["verdict"] == "not_yet"
    assert verdicts["acdis/ccds"]["missing"]
    assert set(verdicts["acdis/ccds"]) >= {
        "consequences",
        "formalities",
        "recommended_missing",
        "deciding_questions",
    }
    assert answer.json["next_question"] is None


def answer_for(folder: Path, profile: str, *ids: str) -> dict[str, Any]:
    """The verdicts on some credentials for a profile, as the command prints them."""
    path = folder / "me.yaml"
    path.write_text(profile)
    limits = [word for key in ids for word in ("--for", key)]
    verdicts: dict[str, Any] = run_command("eligibility", str(path), *limits, "--json").json
    return dict(verdicts["verdicts"])


def test_a_form_with_a_mark_is_named_with_the_ways_to_lose_it(tmp_path: Path) -> None:
    answer = answer_for(tmp_path, "{complete: true, credentials: [aapc/cpc-a]}", "aapc/cpc")
    cpc = answer["aapc/cpc"]
    assert (cpc["verdict"], cpc["as"], cpc["because"]["held"]) == ("held", *["aapc/cpc-a"] * 2)
    assert [change["test"] for change in cpc["missing"][0]] == ["experience"]
    assert cpc["missing"][0][0]["months"] == 24
    assert (cpc["formalities"], cpc["consequences"], cpc["recommended_missing"]) == ([], [], [])


def test_what_another_credential_replaces_is_held_with_nothing_missing(tmp_path: Path) -> None:
    answer = answer_for(tmp_path, "{credentials: [ahima/rhia]}", "ahima/rhit")
    rhit = answer["ahima/rhit"]
    assert (rhit["verdict"], rhit["as"], rhit["missing"]) == ("held", None, [])
    assert rhit["because"]["held"] == "ahima/rhia"
    assert rhit["deciding_questions"] == []


def test_of_a_closed_exam_nothing_is_asked_or_missing(tmp_path: Path) -> None:
    closed = answer_for(tmp_path, "{}", "ahima/chp")["ahima/chp"]
    assert closed.pop("verdict") == "closed"
    assert closed.pop("because") == {"held": None, "required": None, "recommended": None}
    assert not any(closed.values())


def test_what_is_likely_names_its_facts_and_leaves_the_verdict(tmp_path: Path) -> None:
    answer = answer_for(tmp_path, "{}", "aapc/cgic", "pmi/cmc")
    cgic = answer["aapc/cgic"]
    assert cgic["verdict"] == answer["pmi/cmc"]["verdict"] == "ask_issuer"
    assert cgic["likely"]["verdict"] == "can_sit"
    assert cgic["likely"]["because"].startswith("Of its exams in general, AAPC writes: ")
    assert cgic["likely"]["facts"][:2] == ["aapc:general_rule", "aapc/canpc:eligibility.required"]
    assert answer["pmi/cmc"]["likely"] is None


def test_a_holder_pays_no_dues_again(tmp_path: Path) -> None:
    coc = answer_for(tmp_path, "{credentials: [aapc/cpc]}", "aapc/coc")["aapc/coc"]
    settled = {step["kind"]: (step["settled"], step["cost"]["high"]) for step in coc["formalities"]}
    assert settled == {"membership": (True, 0), "exam": (None, 425)}


def test_the_table_counts_each_exam_once_and_leads_with_what_is_nearest(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_text("{credentials: [aapc/cpc-a]}")
    lines = run_command("eligibility", str(path)).out.splitlines()
    listed = [line.split()[0] for line in lines if re.match(r"[a-z]+/", line)]
    assert listed[0] == "aapc/cpc"
    assert "aapc/cpc-a" not in listed
    summary = next(line for line in lines if line.startswith("You hold 1 credential; "))
    assert f" of {len(listed) - 1} other exams now" in summary


def test_an_unknown_credential_in_a_profile_is_one_line_with_a_hint(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_text("credentials: [aapc/cpx]")
    answer = run_command("eligibility", str(path), "--json")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert 'no credential is called "aapc/cpx"; did you mean aapc/cpc' in answer.err


def test_eligibility_says_what_it_would_ask_next(tmp_path: Path) -> None:
    path = tmp_path / "nobody.yaml"
    path.write_text("{}")
    asked = run_command("eligibility", str(path), "--json").json["next_question"]
    assert asked["id"] == "training"
    assert asked["left_at_most"] > 1
    assert set(asked["decides"]) >= {"nha/cbcs"}


def test_eligibility_as_a_table_ends_with_the_tally(clerk: str) -> None:
    assert "You may sit for" in run_command("eligibility", clerk).out


def test_eligibility_for_some_says_why_in_words(clerk: str) -> None:
    out = run_command("eligibility", clerk, "--for", "cbcs", "--for", "acdis/ccds").out
    assert "met: A high school diploma or equivalent" in out
    assert "not met: Two years as an inpatient documentation specialist" in out
    assert "not met: " not in run_command("eligibility", clerk).out


def test_a_bad_profile_is_one_line_that_names_field_and_terms(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("education: phd")
    answer = run_command("eligibility", str(path))
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert 'education: "phd" is not a known term; expected one of: none, high-school' in answer.err


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]", "aliases (&name, *name) are not allowed"),
        (b"education: " + b"x" * 1_000_000, "a file holds at most 1,000,000"),
        (b"\x00\xff\xfe\x80PNG", "bad.yaml"),
        (b'{"age": -1}', "age: expected 0 or more, found -1"),
        (b"[" * 5_000, "bad.yaml"),
    ],
    ids=["a bomb", "a megabyte", "binary", "JSON", "deep nesting"],
)
def test_a_file_that_is_no_profile_is_refused_in_one_line(
    tmp_path: Path, raw: bytes, complaint: str
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(raw)
    answer = run_command("eligibility", str(path), "--data", str(GOOD))
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert complaint in answer.err


def test_a_folder_is_no_profile(tmp_path: Path) -> None:
    answer = run_command("eligibility", str(tmp_path), "--data", str(GOOD))
    assert (answer.status, answer.err) == (2, f"{tmp_path}: Is a directory\n")


def test_a_profile_in_json_is_read(tmp_path: Path) -> None:
    path = tmp_path / "clerk.json"
    path.write_text('{"complete": true, "education": "high-school"}')
    answer = run_command("eligibility", str(path), "--json", "--data", str(GOOD))
    assert set(answer.json["verdicts"]) == {"demo/abc"}


def test_a_profile_that_is_not_there_is_said(tmp_path: Path) -> None:
    answer = run_command("eligibility", str(tmp_path / "none.yaml"))
    assert answer.status == 2
    assert "No such file" in answer.err
