"""The command ``screen`` on a table of people."""

import sys
from pathlib import Path

import pytest

from tests.commands import run_command
from tests.screening.tables import read_table, write_table


def table(folder: Path, *rows: str) -> Path:
    path = folder / "people.csv"
    path.write_text("\n".join(("person,age,education", *rows, "")), encoding="utf-8")
    return path


def test_the_verdicts_are_in_the_file_and_nothing_is_printed(tmp_path: Path) -> None:
    out = tmp_path / "verdicts.csv"
    answer = run_command("screen", str(table(tmp_path, "Ada,19,associate")), "-o", str(out))
    assert (answer.status, answer.out) == (0, "")
    assert answer.err == f"1 person: {out}\n"
    assert read_table(out)[0] == ["person", "credential", "verdict"]


def test_rows_left_out_are_said_and_make_the_command_fail(tmp_path: Path) -> None:
    out = tmp_path / "verdicts.csv"
    people = table(tmp_path, "Ada,19,associate", "Ben,x,y", "Cid,20,none")
    answer = run_command("screen", str(people), "-o", str(out), "--wide")
    errors = tmp_path / "verdicts.errors.csv"
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == f"2 people: {out}\n1 row left out, with the reasons: {errors}\n"
    assert [row[:3] for row in read_table(errors)[1:]] == [
        ["3", "Ben", "age"],
        ["3", "Ben", "education"],
    ]
    assert [row[0] for row in read_table(out)[1:]] == ["Ada", "Cid"]


def test_the_errors_go_where_they_are_wanted(tmp_path: Path) -> None:
    errors = tmp_path / "wrong.csv"
    people = table(tmp_path, "Ada,x,")
    run_command("screen", str(people), "-o", str(tmp_path / "o.csv"), "--errors", str(errors))
    assert len(read_table(errors)) == 2


def test_json_counts_people_verdicts_and_rows_left_out(tmp_path: Path) -> None:
    out = tmp_path / "verdicts.csv"
    people = table(tmp_path, "Ada,19,associate", "Ben,x,")
    answer = run_command("screen", str(people), "-o", str(out), "--json").json
    assert (answer["people"], answer["rows_left_out"]) == (1, 1)
    assert sum(answer["verdicts"].values()) == answer["credentials"] == len(read_table(out)) - 1
    assert (answer["out"], answer["errors"]) == (str(out), str(tmp_path / "verdicts.errors.csv"))


def test_what_is_empty_is_absent_of_complete_people_and_else_not_known(tmp_path: Path) -> None:
    people = write_table(tmp_path / "people.csv", [["person"], ["Ada"]])
    verdicts = {}
    for option in ((), ("--complete",)):
        out = tmp_path / "verdicts.csv"
        run_command("screen", str(people), "-o", str(out), *option)
        verdicts[option] = {row[2] for row in read_table(out)[1:]}
    assert "undecided" in verdicts[()]
    assert "not_yet" in verdicts["--complete",]
    assert "undecided" not in verdicts["--complete",]


def test_the_template_is_a_table_that_can_be_screened(tmp_path: Path) -> None:
    template, out = tmp_path / "people.xlsx", tmp_path / "verdicts.parquet"
    assert run_command("screen", "--template", str(template)).status == 0
    assert run_command("screen", str(template), "-o", str(out), "--wide").status == 0
    assert len(read_table(out)) == 4


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ((), "name a table of people, and with -o the file for the verdicts"),
        (("people.csv",), "with -o the file for the verdicts"),
        (("nowhere.csv", "-o", "out.csv"), "nowhere.csv: No such file or directory"),
        (("people.csv", "-o", "out.doc"), "out.doc: expected a file whose name ends with one of"),
        (("people.csv", "-o", "people.csv"), "need three names"),
        (("people.csv", "-o", "out.csv", "--errors", "out.csv"), "need three names"),
        (("people.csv", "-o", "no/such/folder/out.csv"), "the answer cannot be written"),
        (("people.csv", "-o", "out.csv", "--engine", "frob"), "frob"),
        (("--template", "people.doc"), "people.doc: expected a file whose name ends with"),
        (("--template", "no/such/folder/people.csv"), "cannot be written"),
    ],
    ids=lambda part: " ".join(part) or "nothing" if isinstance(part, tuple) else "",
)
def test_bad_input_ends_with_one_line_and_status_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], complaint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    table(tmp_path, "Ada,19,associate")
    answer = run_command("screen", *words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert complaint in answer.err


def test_a_kind_of_file_whose_library_is_missing_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = write_table(tmp_path / "people.xlsx", [["person"], ["Ada"]])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    answer = run_command("screen", str(people), "-o", str(tmp_path / "out.csv"))
    assert answer.status == 2
    assert (
        'reading XLSX needs openpyxl; install it with pip install "certlens[screen]"' in answer.err
    )
