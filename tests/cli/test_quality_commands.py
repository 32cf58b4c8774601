"""The commands for those who maintain the data: worklists, and what changed."""

import re
from pathlib import Path

import pytest

from tests import handmade_catalog
from tests.commands import run_command


def test_stale_lists_what_is_old_with_the_page_to_open(tmp_path: Path) -> None:
    rows = run_command(
        "stale", "--json", "--data", str(handmade_catalog.write_folder(tmp_path))
    ).json
    assert (rows[0]["subject"], rows[0]["field"]) == ("demo/abc", "eligibility.required")
    assert rows[0]["open"]["url"] == "https://demo.example/abc"
    assert [row["harm"] for row in rows] == sorted((row["harm"] for row in rows), reverse=True)


def test_missing_lists_what_to_ask_and_whom(tmp_path: Path) -> None:
    rows = run_command(
        "missing", "--json", "--data", str(handmade_catalog.write_folder(tmp_path))
    ).json
    assert {"subject", "label", "harm", "question", "ask", "page"} == set(rows[0])
    assert rows[-1]["question"] == "What a book costs"


def test_disputed_lists_both_sides(tmp_path: Path) -> None:
    row = run_command(
        "disputed", "--json", "--data", str(handmade_catalog.write_folder(tmp_path))
    ).json[0]
    assert row["taken"]["text"] == "100"
    assert [side["text"] for side in row["others"]] == ["120"]
    assert row["others"][0]["sources"][0]["url"] == "https://guides.example/abc"


@pytest.mark.parametrize("command", ["stale", "missing", "disputed"])
def test_a_list_can_be_cut_and_says_how_long_it_is(command: str) -> None:
    answer = run_command(command, "--issuer", "AAPC", "--limit", "2")
    assert re.search(r"^2 of \d{2,}\.$", answer.out, flags=re.MULTILINE)


def test_diff_of_two_folders_says_what_changed(tmp_path: Path) -> None:
    old, new = (
        handmade_catalog.write_folder(tmp_path / "old"),
        handmade_catalog.write_folder(tmp_path / "new"),
    )
    sheet = new / "credentials" / "demo" / "abc.yaml"
    sheet.write_text(handmade_catalog.ABC.replace("value: 200", "value: 250"), encoding="utf-8")
    rows = run_command("diff", str(old), str(new), "--json").json
    assert [row["sentence"] for row in rows] == [
        "Exam: from $200 (February 2024) to $250 (February 2024)"
    ]


def test_diff_with_a_day_says_what_changed_since(tmp_path: Path) -> None:
    answer = run_command(
        "diff", "2022-01-01", "--data", str(handmade_catalog.write_folder(tmp_path))
    )
    assert "Questions: from 150 (2021) to 100 (2026)" in answer.out


def test_diff_between_two_days(tmp_path: Path) -> None:
    data = str(handmade_catalog.write_folder(tmp_path))
    rows = run_command("diff", "2022-01-01", "2022-01-02", "--json", "--data", data).json
    assert rows == []
