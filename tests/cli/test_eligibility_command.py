"""The command that says who may sit, and the profiles that it reads or refuses."""

from pathlib import Path

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
    assert verdicts["nha/cbcs"]["verdict"] == "ready"
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
    assert "met: A high-school diploma or equivalent" in out
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
