"""A table that cannot be read is refused in one line that says what to do."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from cert_model.catalog import Catalog
from cert_model.screening import (
    BadTable,
    Kind,
    TableFiles,
    read_rows,
    screen_file,
    screener_of,
    write_template,
)
from tests.screening.tables import Cells, random_people, read_table, table_of, write_table


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def parquet_of(columns: dict[str, object]) -> bytes:
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), out)
    return out.getvalue()


def a_workbook_that_unpacks_to_a_hundred_megabytes() -> bytes:
    return zipped({"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": b"0" * 100_000_000})


def a_group_of_rows_that_unpacks_to_ten_megabytes() -> bytes:
    out = io.BytesIO()
    table = pyarrow.table({"person": ["x" * 1_000_000] * 10})
    parquet.write_table(table, out, use_dictionary=False, compression="zstd")
    return out.getvalue()


GOOD_XLSX = {"xl/workbook.xml": b"<x/>"}
BROKEN: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("p.csv", lambda: b"", "is empty"),
    "only blanks": ("p.csv", lambda: b" \n\n", "is empty"),
    "only a header": ("p.csv", lambda: b"person,age\n", "has no people"),
    "binary": ("p.csv", lambda: bytes(range(256)), "holds no text"),
    "a compressed file": ("p.csv", lambda: b"\x1f\x8b\x08rest", "is compressed"),
    "a workbook named .csv": ("p.csv", lambda: zipped(GOOD_XLSX), "is a ZIP or XLSX file"),
    "UTF-16": ("p.csv", lambda: "person\nAda\n".encode("utf-16"), "is written in UTF-16"),
    "Latin 1": ("p.csv", lambda: "person\nZoë\n".encode("latin-1"), "line 2 is not UTF-8"),
    "semicolons": ("p.csv", lambda: b"person;age\nAda;1\n", "kept apart by semicolons"),
    "tabs": ("p.csv", lambda: b"person\tage\nAda\t1\n", "kept apart by tabs"),
    "a column twice": ("p.csv", lambda: b"person,age,Age\n", 'the column "age" stands in'),
    "a column unknown": ("p.csv", lambda: b"person,educaton\n", 'did you mean "education"?'),
    "a column without a name": ("p.csv", lambda: b"person,,age\n", "column 2 has no name"),
    "nobody named": ("p.csv", lambda: b"age\n19\n", 'there is no column "person"'),
    "an open quote": ("p.csv", lambda: b'person\n"Ada\nBen\n', "line 2: a quote is opened"),
    "an open quote in a long file": (
        "p.csv",
        lambda: b'person\n"Ada\n' + b"Ben\n" * 50_000,
        "line 2: a cell has more than 131,072 characters",
    ),
    "lines of an old Mac": ("p.csv", lambda: b"person,age\rAda,1\r", "as on an old Mac; save it"),
    "a stray quote in the header": ("p.csv", lambda: b'"per"son\nAda\n', "line 1 is not valid CSV"),
    "ten million characters": (
        "p.csv",
        lambda: b"person\n" + b"x" * 10_000_000,
        "line 2 has more than 1,000,000 bytes",
    ),
    "a ZIP named .xlsx": ("p.xlsx", lambda: zipped({"a.txt": b"x"}), "a ZIP archive but no"),
    "text named .xlsx": ("p.xlsx", lambda: b"person\nAda\n", "is no XLSX file"),
    "an empty file named .xlsx": ("p.xlsx", lambda: b"", "is no XLSX file"),
    "a damaged workbook": ("p.xlsx", lambda: zipped(GOOD_XLSX), "is a damaged XLSX file"),
    "a bomb": ("p.xlsx", a_workbook_that_unpacks_to_a_hundred_megabytes, "would unpack to 100,"),
    "text named .parquet": ("p.parquet", lambda: b"person\nAda\n", "is a damaged Parquet file"),
    "an empty file named .parquet": ("p.parquet", lambda: b"", "is a damaged Parquet file"),
    "Parquet cut off": (
        "p.parquet",
        lambda: parquet_of({"person": ["Ada"]})[:-20],
        "is a damaged Parquet file",
    ),
    "Parquet with a structure": (
        "p.parquet",
        lambda: parquet_of({"person": ["Ada"], "age": [{"years": 3}]}),
        'the column "age" holds struct',
    ),
    "Parquet with text that is none": (
        "p.parquet",
        lambda: parquet_of({"person": pyarrow.array([b"\xff"]).view(pyarrow.string())}),
        "is a damaged Parquet file",
    ),
    "a bomb of Parquet": (
        "p.parquet",
        a_group_of_rows_that_unpacks_to_ten_megabytes,
        "row group 1 would unpack to",
    ),
    "another ending": ("p.txt", lambda: b"person\nAda\n", "ends with one of: .csv, .xlsx"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_table_is_refused_in_one_line_and_nothing_is_written(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    monkeypatch.setattr("cert_model.screening.parquet_rows.LARGEST_ROW_GROUP", 5_000_000)
    name, content, complaint = BROKEN[case]
    table = tmp_path / name
    table.write_bytes(content())
    with pytest.raises(BadTable) as refused:
        screen_file(
            screener_of(catalog, complete=False),
            TableFiles(table, tmp_path / "out.csv", tmp_path / "errors.csv"),
        )
    message = str(refused.value)
    assert message.startswith(f"{table}: ")
    assert complaint in message
    assert "\n" not in message
    assert list(tmp_path.iterdir()) == [table]


def test_a_workbook_that_stops_in_the_middle_is_refused(catalog: Catalog, tmp_path: Path) -> None:
    table = write_table(tmp_path / "people.xlsx", table_of(random_people(1, 50)))
    whole = table.read_bytes()
    table.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadTable, match="is no XLSX file"):
        screen_file(
            screener_of(catalog, complete=False),
            TableFiles(table, tmp_path / "out.csv", tmp_path / "errors.csv"),
        )


def test_a_byte_order_mark_as_excel_writes_it_is_no_fault(catalog: Catalog, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_bytes("person\nZoë\n".encode("utf-8-sig"))
    files = TableFiles(table, tmp_path / "out.csv", tmp_path / "errors.csv")
    assert screen_file(screener_of(catalog, complete=False), files).people == 1


def test_a_missing_table_and_a_folder_are_refused(catalog: Catalog, tmp_path: Path) -> None:
    screener = screener_of(catalog, complete=False)
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    for path in (tmp_path / "nowhere.csv", folder):
        with pytest.raises(BadTable, match=path.name):
            screen_file(screener, TableFiles(path, tmp_path / "out.csv", tmp_path / "errors.csv"))


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("leads_to", ["a pipe", "a device"])
def test_what_never_ends_is_refused_before_it_is_read(
    catalog: Catalog, tmp_path: Path, kind: Kind, leads_to: str
) -> None:
    path = tmp_path / f"people{kind}"
    if leads_to == "a pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    screener = screener_of(catalog, complete=False)
    with pytest.raises(BadTable, match=f"people{kind}: {leads_to}; expected a file"):
        screen_file(screener, TableFiles(path, tmp_path / "out.csv", tmp_path / "errors.csv"))


def screens(catalog: Catalog, content: bytes, kind: Kind) -> bool:
    """Whether a table could be screened to its end; False for one that was refused."""
    screener = screener_of(catalog, complete=False)
    try:
        for rows in read_rows(io.BytesIO(content), kind, at_once=2):
            screener.screen(rows)
    except BadTable:
        return False
    return True


@pytest.fixture(scope="module")
def templates(catalog: Catalog) -> dict[Kind, bytes]:
    """A table of each kind without a fault."""
    whole = {kind: write_template(kind) for kind in (Kind.CSV, Kind.XLSX, Kind.PARQUET)}
    assert all(screens(catalog, content, kind) for kind, content in whole.items())
    return whole


@given(st.binary(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_no_bytes_lead_to_anything_but_verdicts_or_a_refusal(
    catalog: Catalog, templates: dict[Kind, bytes], junk: bytes, start: int, stop: int
) -> None:
    whole = templates[Kind.CSV]
    for content in (junk, b"person,age\n" + junk, whole[:start] + junk + whole[stop:]):
        screens(catalog, content, Kind.CSV)


@pytest.mark.parametrize("kind", [Kind.XLSX, Kind.PARQUET])
@given(st.data())
def test_a_file_with_some_bytes_changed_leads_to_verdicts_or_a_refusal(
    catalog: Catalog, templates: dict[Kind, bytes], kind: Kind, data: st.DataObject
) -> None:
    content = bytearray(templates[kind])
    places = st.integers(0, len(content) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=5)):
        content[place] = data.draw(st.integers(0, 255))
    screens(catalog, bytes(content), kind)


def screened_with_formulas(catalog: Catalog, folder: Path, rows: list[list[str]]) -> Cells:
    """The errors of a workbook as a program writes it: its formulas have no results."""
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(folder / "people.xlsx")
    files = TableFiles(folder / "people.xlsx", folder / "out.csv", folder / "errors.csv")
    screen_file(screener_of(catalog, complete=False), files)
    return read_table(folder / "errors.csv")


def test_a_formula_without_a_result_is_named_and_not_read_as_empty(
    catalog: Catalog, tmp_path: Path
) -> None:
    rows = [["person", "age"], ["Ada", "=20+1"], ["Bo", "30"], ['="C"&"y"', "40"]]
    _, *errors = screened_with_formulas(catalog, tmp_path, rows)
    assert [error[:3] for error in errors] == [["2", "Ada", "age"], ["4", "", "person"]]
    assert all("a formula without a result" in error[3] for error in errors)


def test_a_formula_is_found_where_a_part_is_read_in_pieces(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cert_model.screening.xlsx_rows._AT_ONCE", 7)
    _, *errors = screened_with_formulas(catalog, tmp_path, [["person", "age"], ["Ada", "=20+1"]])
    assert [error[2] for error in errors] == ["age"]
