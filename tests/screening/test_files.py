"""A table of people in, verdicts out: in the order of the input, whatever the kind of file."""

import io
from pathlib import Path

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import build_person
from cert_model.eligibility.verdicts import decide_verdicts
from cert_model.screening import (
    COLUMNS,
    VERDICTS,
    BadTable,
    Kind,
    TableFiles,
    Tally,
    make_rows,
    read_rows,
    screen_file,
    screen_here,
    screener_of,
    write_template,
)
from cert_model.vocabulary import Verdict
from tests.paths import ROOT
from tests.screening.tables import random_people, read_table, table_of, write_table

KINDS = [str(kind) for kind in Kind]


def screened(
    catalog: Catalog, table: Path, out: str, *, wide: bool = False, at_once: int = 1_000
) -> tuple[Tally, Path]:
    """The tally of a run, and the file of its verdicts beside the table."""
    files = TableFiles(table, table.with_name(out), table.with_name("errors.csv"), wide, at_once)
    return screen_file(screener_of(catalog, complete=False), files), files.out


@pytest.mark.parametrize("out", KINDS)
@pytest.mark.parametrize("source", KINDS)
def test_each_person_has_a_row_for_each_credential_in_the_order_of_the_input(
    catalog: Catalog, tmp_path: Path, source: str, out: str
) -> None:
    people = random_people(1, 12)
    table = write_table(tmp_path / f"people{source}", table_of(people))
    tally, verdicts = screened(catalog, table, f"verdicts{out}")
    expected = [
        [f"person {number}", key, str(verdict)]
        for number, profile in enumerate(people)
        for key, verdict in decide_verdicts(catalog, build_person(catalog, profile)).items()
    ]
    assert read_table(verdicts) == [["person", "credential", "verdict"], *expected]
    assert (tally.people, tally.rows_left_out) == (12, 0)
    assert sum(tally.by_verdict().values()) == 12 * len(catalog.credentials)


@pytest.mark.parametrize("out", KINDS)
def test_a_wide_file_has_a_row_for_each_person_and_a_column_for_each_credential(
    catalog: Catalog, tmp_path: Path, out: str
) -> None:
    people = random_people(2, 12)
    table = write_table(tmp_path / "people.csv", table_of(people))
    _, verdicts = screened(catalog, table, f"verdicts{out}", wide=True)
    judged = [decide_verdicts(catalog, build_person(catalog, profile)) for profile in people]
    expected = [[f"person {number}", *map(str, row.values())] for number, row in enumerate(judged)]
    assert read_table(verdicts) == [["person", *catalog.credentials], *expected]


@pytest.mark.parametrize("wide", [True, False])
@pytest.mark.parametrize("out", KINDS)
def test_how_many_rows_are_read_at_once_changes_no_byte(
    catalog: Catalog, tmp_path: Path, out: str, wide: bool
) -> None:
    table = table_of(random_people(3, 60))
    table[7][1] = table[40][1] = "none of your business"
    source = write_table(tmp_path / "people.csv", table)
    contents = set()
    for at_once in (1, 7, 1_000):
        _, verdicts = screened(catalog, source, f"verdicts{out}", wide=wide, at_once=at_once)
        contents.add((verdicts.read_bytes(), (tmp_path / "errors.csv").read_bytes()))
    assert len(contents) == 1


def test_a_group_of_rows_in_parquet_is_full_however_few_people_come_at_once(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cert_model.screening.parquet_output.PEOPLE_IN_GROUP", 25)
    source = write_table(tmp_path / "people.csv", table_of(random_people(3, 60)))
    contents = set()
    for at_once in (1, 25, 1_000):
        _, verdicts = screened(catalog, source, "verdicts.parquet", wide=True, at_once=at_once)
        contents.add(verdicts.read_bytes())
    assert len(contents) == 1
    assert len(read_table(verdicts)) == 61


@pytest.mark.parametrize("source", KINDS)
def test_rows_with_faults_are_left_out_with_line_column_and_reason(
    catalog: Catalog, tmp_path: Path, source: str
) -> None:
    table = [
        ["person", "age", "education", "credentials", "him_program", "him_program_stage"],
        ["Ada", "19", "associate", "cpc", "none", ""],
        ["Ben", "190", "assocate", "", "", ""],
        ["", "20", "", "", "", ""],
        ["Cid", "20", "", "cpx", "", ""],
        ["Dee", "20", "", "", "", "graduated"],
        ["Eve", "20", "Some college", "CPC;ccs", "", ""],
    ]
    path = write_table(tmp_path / f"people{source}", table)
    tally, verdicts = screened(catalog, path, "verdicts.csv", wide=True, at_once=2)
    first = 1 if source == Kind.PARQUET else 2
    faults = read_table(tmp_path / "errors.csv")
    assert faults[0] == ["line", "person", "column", "reason"]
    assert [fault[:3] for fault in faults[1:]] == [
        [str(first + 1), "Ben", "age"],
        [str(first + 1), "Ben", "education"],
        [str(first + 2), "", "person"],
        [str(first + 3), "Cid", "credentials"],
        [str(first + 4), "Dee", "him_program_stage"],
    ]
    assert faults[1][3] == "expected 120 or less, found 190"
    assert 'did you mean "associate"?' in faults[2][3]
    assert [row[0] for row in read_table(verdicts)[1:]] == ["Ada", "Eve"]
    assert (tally.people, tally.rows_left_out) == (2, 4)


def test_a_ragged_row_is_left_out_and_no_other(catalog: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        'person,age\nAda,19\n\nBen\n"Cid\nand son",20,,\nDee,20,30\n"Eve"x,20\nFay,21\n',
        encoding="utf-8",
    )
    _, verdicts = screened(catalog, path, "verdicts.csv", wide=True)
    assert [row[0] for row in read_table(verdicts)[1:]] == ["Ada", "Cid\nand son", "Fay"]
    assert read_table(tmp_path / "errors.csv")[1:] == [
        ["4", "Ben", "", "expected 2 cells, found 1"],
        ["7", "Dee", "", "expected 2 cells, found 3"],
        ["8", "", "", "not valid CSV: ',' expected after '\"'"],
    ]


def test_people_of_one_name_are_told_apart_by_their_order(catalog: Catalog, tmp_path: Path) -> None:
    path = write_table(
        tmp_path / "people.csv", [["person", "credentials"], ["Ada", "none"], ["Ada", "cpc"]]
    )
    _, verdicts = screened(catalog, path, "verdicts.csv", wide=True)
    header, *rows = read_table(verdicts)
    place = header.index("aapc/cpc")
    assert [(row[0], row[place]) for row in rows] == [("Ada", "can_sit"), ("Ada", "held")]


@pytest.mark.parametrize("out", [".csv", ".xlsx"])
@pytest.mark.parametrize("wide", [True, False])
def test_no_name_is_run_as_a_formula(
    catalog: Catalog, tmp_path: Path, out: str, wide: bool
) -> None:
    names = ["=1+1", "+1", "-1", "@now", 'quote " and, comma', "line\nbreak"]
    table = write_table(tmp_path / "people.csv", [["person"], *([name] for name in names)])
    _, verdicts = screened(catalog, table, f"verdicts{out}", wide=wide)
    written = dict.fromkeys(row[0] for row in read_table(verdicts)[1:])
    assert list(written) == ["'=1+1", "'+1", "'-1", "'@now", 'quote " and, comma', "line\nbreak"]


def test_no_fault_is_run_as_a_formula(catalog: Catalog, tmp_path: Path) -> None:
    table = write_table(tmp_path / "people.csv", [["person", "age"], ["=1+1", "x"], ["Ada", "1"]])
    screened(catalog, table, "verdicts.csv")
    assert read_table(tmp_path / "errors.csv")[1][1] == "'=1+1"


def test_more_rows_than_a_sheet_of_excel_holds_are_refused_and_nothing_is_written(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cert_model.screening.xlsx_output.MOST_ROWS", 1_000)
    table = write_table(tmp_path / "people.csv", table_of(random_people(5, 11)))
    with pytest.raises(BadTable, match="holds 1,000 rows, and this is more; use --wide"):
        screened(catalog, table, "verdicts.xlsx", at_once=5)
    assert list(tmp_path.iterdir()) == [table]
    assert screened(catalog, table, "verdicts.xlsx", wide=True)[0].people == 11


def test_what_was_written_before_stays_where_a_table_turns_out_to_be_broken(
    catalog: Catalog, tmp_path: Path
) -> None:
    table, verdicts = tmp_path / "people.csv", tmp_path / "verdicts.csv"
    verdicts.write_text("of yesterday", encoding="utf-8")
    table.write_text('person\nAda\nBen\n"Cid\n', encoding="utf-8")
    with pytest.raises(BadTable, match="people.csv: line 4: a quote is opened and never closed"):
        screened(catalog, table, "verdicts.csv", at_once=1)
    assert verdicts.read_text(encoding="utf-8") == "of yesterday"
    assert sorted(tmp_path.iterdir()) == [table, verdicts]


def test_a_caller_sees_the_progress_and_may_stop(catalog: Catalog, tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    seen = []

    def stop_after_twenty(tally: Tally) -> None:
        seen.append(tally.people)
        if tally.people >= 20:
            raise Stopped

    table = write_table(tmp_path / "people.csv", table_of(random_people(5, 100)))
    files = TableFiles(table, tmp_path / "out.csv", tmp_path / "errors.csv", rows_at_once=10)
    with pytest.raises(Stopped):
        screen_file(screener_of(catalog, complete=True), files, on_progress=stop_after_twenty)
    assert seen == [10, 20]
    assert list(tmp_path.iterdir()) == [table]


@pytest.mark.parametrize("kind", Kind)
def test_the_template_has_every_column_and_no_row_with_a_fault(
    catalog: Catalog, tmp_path: Path, kind: Kind
) -> None:
    template = tmp_path / f"template{kind}"
    template.write_bytes(write_template(kind))
    assert read_table(template)[0] == list(COLUMNS)
    tally, _ = screened(catalog, template, "verdicts.csv")
    assert (tally.people, tally.rows_left_out) == (3, 0)


def test_a_page_gets_answers_one_by_one_and_reads_no_further_than_it_asks(
    catalog: Catalog, tmp_path: Path
) -> None:
    table = write_table(tmp_path / "people.csv", table_of(random_people(6, 30)))
    answers = screen_here(
        screener_of(catalog, complete=False),
        read_rows(io.BytesIO(table.read_bytes() + b'"never closed'), Kind.CSV, at_once=10),
    )
    assert [len(next(answers).persons) for _ in range(3)] == [10, 10, 10]
    with pytest.raises(BadTable):
        next(answers)


def test_rows_that_were_typed_are_screened_like_those_of_a_file(catalog: Catalog) -> None:
    typed = make_rows(["person", "credentials"], [1, 2], [["Ada", "cpc"], ["Ben", "cpx"]])
    screened = screener_of(catalog, complete=True).screen(typed)
    place = list(catalog.credentials).index("aapc/cpc")
    assert screened.persons == ("Ada",)
    assert VERDICTS[screened.verdicts[place, 0]] is Verdict.HELD
    assert [(fault.line, fault.person, fault.column) for fault in screened.faults] == [
        (2, "Ben", "credentials")
    ]


def test_a_table_is_not_written_over(catalog: Catalog, tmp_path: Path) -> None:
    table = write_table(tmp_path / "people.csv", table_of(random_people(5, 1)))
    with pytest.raises(BadTable, match="need three names"):
        screened(catalog, table, "people.csv")


def test_the_documentation_has_the_columns_and_what_they_hold() -> None:
    page = (ROOT / "docs" / "screening.md").read_text(encoding="utf-8")
    table = page.partition("| column | what a cell holds |")[2].partition("\n\n")[0]
    rows = [f"| `{name}` | {column.holds} |" for name, column in COLUMNS.items()]
    assert table.splitlines()[2:] == rows
