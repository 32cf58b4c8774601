"""The command line: answers on standard output, complaints in one line, and exit codes."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from cert_model.cli.json_schemas import schemas
from cert_model.export.answers import LIST_COLUMNS
from tests import handmade_catalog
from tests.commands import Answer, run_command
from tests.paths import DATA, GOOD

Run = Callable[..., Answer]


@pytest.fixture
def run() -> Run:
    return run_command


@pytest.fixture
def broken(tmp_path: Path) -> str:
    (tmp_path / "credentials" / "demo").mkdir(parents=True)
    (tmp_path / "credentials" / "demo" / "abc.yaml").write_text("code: 1\n")
    return str(tmp_path)


def test_the_module_runs_as_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cert_model", "list", "--json", "--data", str(GOOD)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert [row["id"] for row in json.loads(done.stdout)] == ["demo/abc"]


def test_check_counts_what_there_is(run: Run) -> None:
    answer = run("check", "--json")
    assert answer.status == 0
    assert answer.json["errors"] == []
    assert answer.json["counts"]["credentials"] >= 90
    assert answer.json["counts"]["facts"] >= 1_500
    assert answer.json["counts"]["sources"] >= 500


def test_check_fails_with_the_report_of_broken_data(run: Run, broken: str) -> None:
    answer = run("check", "--data", broken)
    assert answer.status == 1
    assert answer.out == ""
    assert "abc.yaml:1: code: expected text" in answer.err


def test_check_reports_broken_data_as_json_too(run: Run, broken: str) -> None:
    answer = run("check", "--json", "--data", broken)
    assert answer.status == 1
    assert {"file", "line", "field", "message"} == set(answer.json["errors"][0])


def test_list_has_the_columns_of_the_contract(run: Run) -> None:
    assert tuple(run("list", "--json").json[0]) == LIST_COLUMNS


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        (("--issuer", "ahima"), lambda row: row["issuer"] == "ahima"),
        (("--role", "billing"), lambda row: "billing" in row["roles"]),
        (("--setting", "inpatient-facility"), lambda row: "inpatient-facility" in row["settings"]),
        (("--code-set", "icd-10-pcs"), lambda row: "ICD-10-PCS" in row["code_sets"]),
        (("--level", "entry"), lambda row: row["level"] == "entry"),
        (("--status", "retired"), lambda row: row["status"] == "retired"),
        (("--online",), lambda row: row["online"] is True),
        (("--no-online",), lambda row: row["online"] is False),
        (("--issuer", "aapc", "--issuer", "nha"), lambda row: row["issuer"] in ("aapc", "nha")),
        (("--search", "inpatient"), lambda row: row["id"]),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else "",
)
def test_list_filters(run: Run, words: tuple[str, ...], holds: Callable[[Any], Any]) -> None:
    rows = run("list", "--json", *words).json
    assert rows
    assert all(holds(row) for row in rows)


def test_list_is_readable_on_a_terminal(run: Run) -> None:
    answer = run("list", "--level", "entry")
    assert "ahima/cca" in answer.out
    assert "ordered by first-year cost, lowest first." in answer.out


def test_show_prints_the_fact_sheet(run: Run) -> None:
    sheet = run("show", "aapc/cpc", "--json").json
    assert sheet["id"] == "aapc/cpc"
    assert sheet["exam"]["questions"]["value"] == 100


def test_show_is_readable_on_a_terminal(run: Run) -> None:
    answer = run("show", "cca")
    assert "Certified Coding Associate" in answer.out
    assert "exam.minutes" in answer.out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("show", "cpx"), 'no credential is called "cpx"'),
        (("show", "CCDS"), "ambiguous; write one of: acdis/ccds, cdia/ccds"),
        (("show",), "Missing parameter: credential"),
        (("list", "--role", "codr"), '--role: "codr" is not known; expected one of: coding'),
        (("list", "--frob"), "No such option: --frob"),
        (("frob",), "No such command 'frob'"),
        ((), "Missing command"),
        (("check", "--data", "/nowhere"), "there is no folder /nowhere; name one with --data"),
    ],
    ids=lambda part: " ".join(part) or "nothing" if isinstance(part, tuple) else "",
)
def test_bad_input_ends_with_one_line_and_status_2(
    run: Run, words: tuple[str, ...], complaint: str
) -> None:
    answer = run(*words)
    assert answer.status == 2
    assert answer.out == ""
    assert len(answer.err.strip().splitlines()) == 1
    assert complaint in answer.err


@pytest.mark.parametrize("name", list(schemas()))
def test_the_schemas_beside_the_data_are_those_of_the_models(name: str) -> None:
    assert (DATA / "schema" / name).read_text() == schemas()[name], "run: make schema"


def test_the_schema_command_writes_every_schema(run: Run, tmp_path: Path) -> None:
    run("schema", "--data", str(tmp_path))
    assert {path.name for path in (tmp_path / "schema").iterdir()} == set(schemas())


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("credential", "credentials/*/*.yaml"),
        ("issuer", "issuers/*.yaml"),
        ("sources", "sources/*.yaml"),
        ("occupations", "careers/occupations.yaml"),
        ("findings", "careers/findings.yaml"),
    ],
)
def test_every_data_file_fits_the_schema_that_editors_use(name: str, pattern: str) -> None:
    schema = json.loads(schemas()[f"{name}.schema.json"])
    check = jsonschema.Draft202012Validator(schema)
    paths = sorted(DATA.glob(pattern))
    assert paths
    for path in paths:
        text = path.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=_DatesStayText)
        assert not list(check.iter_errors(data)), path


class _DatesStayText(yaml.CSafeLoader):
    """YAML as an editor reads it, but for dates."""


_DatesStayText.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture
def clerk(tmp_path: Path) -> str:
    """A profile of twelve months of billing and a diploma."""
    path = tmp_path / "clerk.yaml"
    path.write_text("{complete: true, education: high-school, experience_months: {billing: 12}}")
    return str(path)


def test_eligibility_gives_a_verdict_with_its_reasons(run: Run, clerk: str) -> None:
    answer = run("eligibility", clerk, "--for", "cbcs", "--for", "acdis/ccds", "--json")
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


def test_eligibility_says_what_it_would_ask_next(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "nobody.yaml"
    path.write_text("{}")
    asked = run("eligibility", str(path), "--json").json["next_question"]
    assert asked["id"] == "training"
    assert asked["left_at_most"] > 1
    assert set(asked["decides"]) >= {"nha/cbcs"}


def test_eligibility_as_a_table_ends_with_the_tally(run: Run, clerk: str) -> None:
    assert "You may sit for" in run("eligibility", clerk).out


def test_eligibility_for_some_says_why_in_words(run: Run, clerk: str) -> None:
    out = run("eligibility", clerk, "--for", "cbcs", "--for", "acdis/ccds").out
    assert "met: A high-school diploma or equivalent" in out
    assert "not met: Two years as an inpatient documentation specialist" in out
    assert "not met: " not in run("eligibility", clerk).out


def test_a_bad_profile_is_one_line_that_names_field_and_terms(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("education: phd")
    answer = run("eligibility", str(path))
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
    run: Run, tmp_path: Path, raw: bytes, complaint: str
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(raw)
    answer = run("eligibility", str(path), "--data", str(GOOD))
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert complaint in answer.err


def test_a_folder_is_no_profile(run: Run, tmp_path: Path) -> None:
    answer = run("eligibility", str(tmp_path), "--data", str(GOOD))
    assert (answer.status, answer.err) == (2, f"{tmp_path}: Is a directory\n")


def test_a_profile_in_json_is_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "clerk.json"
    path.write_text('{"complete": true, "education": "high-school"}')
    answer = run("eligibility", str(path), "--json", "--data", str(GOOD))
    assert set(answer.json["verdicts"]) == {"demo/abc"}


def test_a_profile_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    answer = run("eligibility", str(tmp_path / "none.yaml"))
    assert answer.status == 2
    assert "No such file" in answer.err


def test_stale_lists_what_is_old_with_the_page_to_open(run: Run, tmp_path: Path) -> None:
    rows = run("stale", "--json", "--data", str(handmade_catalog.write_folder(tmp_path))).json
    assert (rows[0]["subject"], rows[0]["field"]) == ("demo/abc", "eligibility.required")
    assert rows[0]["open"]["url"] == "https://demo.example/abc"
    assert [row["harm"] for row in rows] == sorted((row["harm"] for row in rows), reverse=True)


def test_missing_lists_what_to_ask_and_whom(run: Run, tmp_path: Path) -> None:
    rows = run("missing", "--json", "--data", str(handmade_catalog.write_folder(tmp_path))).json
    assert {"subject", "label", "harm", "question", "ask", "page"} == set(rows[0])
    assert rows[-1]["question"] == "What a book costs"


def test_disputed_lists_both_sides(run: Run, tmp_path: Path) -> None:
    row = run("disputed", "--json", "--data", str(handmade_catalog.write_folder(tmp_path))).json[0]
    assert row["taken"]["text"] == "100"
    assert [side["text"] for side in row["others"]] == ["120"]
    assert row["others"][0]["sources"][0]["url"] == "https://guides.example/abc"


@pytest.mark.parametrize("command", ["stale", "missing", "disputed"])
def test_a_list_can_be_cut_and_says_how_long_it_is(run: Run, command: str) -> None:
    answer = run(command, "--issuer", "AAPC", "--limit", "2")
    assert re.search(r"^2 of \d{2,}\.$", answer.out, flags=re.MULTILINE)


def test_diff_of_two_folders_says_what_changed(run: Run, tmp_path: Path) -> None:
    old, new = (
        handmade_catalog.write_folder(tmp_path / "old"),
        handmade_catalog.write_folder(tmp_path / "new"),
    )
    sheet = new / "credentials" / "demo" / "abc.yaml"
    sheet.write_text(handmade_catalog.ABC.replace("value: 200", "value: 250"), encoding="utf-8")
    rows = run("diff", str(old), str(new), "--json").json
    assert [row["sentence"] for row in rows] == [
        "Exam: from $200 (February 2024) to $250 (February 2024)"
    ]


def test_diff_with_a_day_says_what_changed_since(run: Run, tmp_path: Path) -> None:
    answer = run("diff", "2022-01-01", "--data", str(handmade_catalog.write_folder(tmp_path)))
    assert "Questions: from 150 (2021) to 100 (2026)" in answer.out


def test_diff_between_two_days(run: Run, tmp_path: Path) -> None:
    data = str(handmade_catalog.write_folder(tmp_path))
    rows = run("diff", "2022-01-01", "2022-01-02", "--json", "--data", data).json
    assert rows == []


def test_show_as_at_an_earlier_day_has_the_value_of_then(run: Run, tmp_path: Path) -> None:
    data = str(handmade_catalog.write_folder(tmp_path))
    shown = run("show", "abc", "--as-at", "2022-01-01", "--json", "--data", data).json
    assert shown["exam"]["questions"]["value"] == 150


def test_list_as_at_an_earlier_day_has_the_prices_of_then(run: Run, tmp_path: Path) -> None:
    data = str(handmade_catalog.write_folder(tmp_path))
    rows = run("list", "--as-at", "2020-01-01", "--json", "--data", data).json
    assert {row["id"]: row["exam_fee_low"] for row in rows}["demo/abc"] == 180


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "cpc", "--as-at", "2022-13-01"), '"2022-13-01" is not a day'),
        (("show", "cpc", "--as-at", "20220101"), '"20220101" is not a day'),
        (("list", "--as-at", "2999-01-01"), "2999-01-01 has not come yet"),
        (("diff", "2022-02-30"), '"2022-02-30" is not a day'),
        (("diff", "no/such/folder"), '"no/such/folder" is neither a folder nor a day'),
        (("diff", "2022-01-01", "yesterday"), '"yesterday" is neither a folder nor a day'),
        (("stale", "--issuer", "nobody"), '--issuer: "nobody" is not known; expected one of'),
        (("missing", "--limit", "0"), "--limit"),
    ],
    ids=" ".join,
)
def test_a_bad_day_folder_or_issuer_is_one_line(
    run: Run, words: tuple[str, ...], said: str
) -> None:
    answer = run(*words)
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1
