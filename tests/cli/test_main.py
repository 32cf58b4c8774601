"""Commands that answer: on standard output alone, as a table or as JSON."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cert_model import __version__
from cert_model.export.answers import LIST_COLUMNS
from tests import handmade_catalog
from tests.commands import run_command
from tests.paths import GOOD


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


def test_check_counts_what_there_is() -> None:
    answer = run_command("check", "--json")
    assert answer.status == 0
    assert answer.json["errors"] == []
    assert answer.json["counts"]["credentials"] >= 90
    assert answer.json["counts"]["facts"] >= 1_500
    assert answer.json["counts"]["sources"] >= 500


def test_check_fails_with_the_report_of_broken_data(broken: str) -> None:
    answer = run_command("check", "--data", broken)
    assert answer.status == 1
    assert answer.out == ""
    assert "abc.yaml:1: code: expected text" in answer.err


def test_check_reports_broken_data_as_json_too(broken: str) -> None:
    answer = run_command("check", "--json", "--data", broken)
    assert answer.status == 1
    assert {"file", "line", "field", "message"} == set(answer.json["errors"][0])


def test_list_has_the_columns_of_the_contract() -> None:
    assert tuple(run_command("list", "--json").json[0]) == LIST_COLUMNS


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
def test_list_filters(words: tuple[str, ...], holds: Callable[[Any], Any]) -> None:
    rows = run_command("list", "--json", *words).json
    assert rows
    assert all(holds(row) for row in rows)


def test_list_is_readable_on_a_terminal() -> None:
    answer = run_command("list", "--level", "entry", "--order", "to_earn")
    assert "ahima/cca" in answer.out
    assert (
        "ordered by cost to earn, lowest first; totals that are missing a price come last."
        in answer.out
    )


def test_list_is_in_the_order_of_letters_unless_asked() -> None:
    codes = [row["code"] for row in run_command("list", "--json").json]
    assert codes == sorted(codes)


def test_an_order_by_money_puts_complete_totals_before_the_others() -> None:
    rows = run_command("list", "--order", "to_earn", "--json").json
    priced = [row for row in rows if row["to_earn"] is not None]
    keys = [(not row["to_earn_complete"], row["to_earn"]) for row in priced]
    assert keys == sorted(keys)
    assert rows[: len(priced)] == priced


def test_an_unknown_order_is_refused_with_the_known_ones() -> None:
    answer = run_command("list", "--order", "beauty")
    assert answer.status == 2
    assert answer.err.startswith(
        '--order: "beauty" is not known; expected one of: holders, price, to_earn'
    )


def test_show_prints_the_fact_sheet() -> None:
    sheet = run_command("show", "aapc/cpc", "--json").json
    assert sheet["id"] == "aapc/cpc"
    assert sheet["exam"]["questions"]["value"] == 100


def test_show_is_readable_on_a_terminal() -> None:
    answer = run_command("show", "cca")
    assert "Certified Coding Associate" in answer.out
    assert "exam.minutes" in answer.out


def test_show_as_at_an_earlier_day_has_the_value_of_then(tmp_path: Path) -> None:
    data = str(handmade_catalog.write_folder(tmp_path))
    shown = run_command("show", "abc", "--as-at", "2022-01-01", "--json", "--data", data).json
    assert shown["exam"]["questions"]["value"] == 150


def test_list_as_at_an_earlier_day_has_the_prices_of_then(tmp_path: Path) -> None:
    data = str(handmade_catalog.write_folder(tmp_path))
    rows = run_command("list", "--as-at", "2020-01-01", "--json", "--data", data).json
    assert {row["id"]: row["exam_fee_low"] for row in rows}["demo/abc"] == 180


def test_compare_marks_what_differs() -> None:
    lines = run_command("compare", "cpc", "ccs").out.splitlines()
    assert lines[0].split() == ["CPC", "CCS"]
    (issuer,) = (line for line in lines if line.startswith("Issuer "))
    assert issuer.split() == ["Issuer", "AAPC", "AHIMA", "≠"]
    (status,) = (line for line in lines if line.startswith("Status "))
    assert status.split() == ["Status", "Active", "Active"]


def test_cost_begins_with_the_sums_that_its_json_has() -> None:
    words = ("cost", "cpc", "--years", "2", "--assume", "ceu_price=10")
    bill = run_command(*words, "--json").json
    assert bill["assumptions"]["ceu_price"] == 10
    assert {row["year"] for row in bill["rows"]} == {1, 2}
    assert bill["total"]["typical"] == pytest.approx(sum(row["typical"] for row in bill["rows"]))
    lines = run_command(*words).out.splitlines()
    earn, after = (bill[name]["typical"] for name in ("to_earn", "each_year_after"))
    retake = sum(row["typical"] for row in bill["rows"] if row["category"] == "retake")
    assert lines[0] == f"${earn:,.0f} to earn the CPC, then ${after:,.0f} a year."
    assert lines[1].startswith(
        f"Over 2 years, the total is ${bill['total']['typical']:,.0f}, between"
    )
    assert f"includes ${retake:,.0f} for a possible retake." in lines[1]


def test_what_is_held_already_costs_nothing_more() -> None:
    rows = run_command("cost", "coc", "--held", "cpc", "--years", "1", "--json").json["rows"]
    assert "membership" not in {row["category"] for row in rows}


@pytest.mark.parametrize(
    ("held", "complaint"),
    [
        ("cpcc", '--held: no credential is called "cpcc"'),
        ("coc", "aapc/coc is both held and added; name it once"),
        ("cpc=2999-01-01", "--held: 2999-01-01 has not come yet; name a day up to"),
        ("cpc=spring", '--held: "spring" is not a day; write it as 2022-01-01'),
    ],
)
def test_a_held_credential_that_cannot_be_is_refused_in_one_line(held: str, complaint: str) -> None:
    answer = run_command("cost", "coc", "--held", held)
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert answer.err.startswith(complaint)


def test_the_version_is_that_of_the_model() -> None:
    answer = run_command("--version")
    assert (answer.status, answer.out, answer.err) == (0, f"certlens {__version__}\n", "")
