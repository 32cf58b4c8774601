"""The rows of tables that were pasted or brought as a file."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from cert_model.catalog import Catalog
from cert_model.classes import (
    LARGEST_UPLOAD,
    MOST_PEOPLE,
    BadClass,
    read_class,
    read_pasted,
    read_upload,
)

EXPECTED = [("Name", "Degree"), ("Ada", "HS, GED"), ("Ben", "BA")]


@pytest.mark.parametrize(
    "text",
    [
        "Name\tDegree\nAda\tHS, GED\nBen\tBA\n",
        "Name;Degree\r\nAda;HS, GED\r\nBen;BA",
        'Name,Degree\nAda,"HS, GED"\n\n\nBen,BA\n',
        "Name|Degree\rAda|HS, GED\rBen|BA",
    ],
)
def test_the_separator_is_the_one_that_most_lines_have(text: str) -> None:
    assert [row.cells for row in read_pasted(text)] == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_in_the_encodings_of_spreadsheets(encoding: str) -> None:
    rows = read_upload("Name;Degree\nJosé;BA\n".encode(encoding))
    assert rows[1].cells == ("José", "BA")


def test_a_workbook_is_read_whatever_its_header_says() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Spring"], ["Name", "Years coding"], ["Ada", 2.0], [None, None], ["Ben", 1.5]):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    rows = read_upload(out.getvalue())
    assert [row.cells for row in rows] == [
        ("Spring",),
        ("Name", "Years coding"),
        ("Ada", "2"),
        ("Ben", "1.5"),
    ]
    assert [row.line for row in rows] == [1, 2, 3, 5]


def test_a_formula_without_a_stored_result_is_named_and_not_taken_for_an_empty_cell(
    catalog: Catalog,
) -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.create_sheet(index=0)
    for row in (("Name", "Education", "Months coding"), ("Ada", "HS", "=1+1"), ("Ben", "BA", 7)):
        sheet.append(row)
    book.save(out)
    reading = read_class(catalog, read_upload(out.getvalue()))
    (fault,) = reading.faults
    assert (fault.person, fault.heading, fault.cell) == ("Ada", "Months coding", "=1+1")
    assert fault.text.startswith("a formula without its result")
    assert reading.students[1].cells["months_coding"] == "7"


def test_a_title_above_the_table_does_not_set_its_width() -> None:
    rows = read_pasted("Spring class\nName\tDegree\nAda\tBA\n")
    assert [row.fault for row in rows] == ["", "", ""]


def test_a_quotation_mark_that_is_never_closed_spoils_its_row_alone() -> None:
    rows = read_pasted('Name,Degree\n"Ada,HS\nBen,BA\n')
    assert [bool(row.fault) for row in rows] == [False, True, False]


def test_the_guard_of_a_file_of_ours_is_taken_off() -> None:
    assert read_pasted("Name\tDegree\n'=Ada\tBA")[1].cells[0] == "=Ada"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"PK\x03\x04junk", "is no XLSX file"),
        (b"Name\x01,Degree", "is not text"),
        (b"a" * (LARGEST_UPLOAD + 1), "at most 5,000,000"),
        (b"," * 200 + b"x", "at most 100"),
        (b"Ada\n" * (MOST_PEOPLE + 100), "more than 5,000 people"),
    ],
)
def test_what_is_no_class_gets_one_line_that_says_why(raw: bytes, reason: str) -> None:
    with pytest.raises(BadClass, match=reason) as caught:
        read_upload(raw)
    assert "\n" not in str(caught.value)


def workbook_of(sheet: str, **more_parts: str) -> bytes:
    """A workbook whose first sheet has these elements in place of rows, and has further parts."""
    whole, made = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(whole)
    with ZipFile(whole) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for part in source.namelist():
            content = source.read(part).decode()
            if part == "xl/worksheets/sheet1.xml":
                content = content.replace("<sheetData>", f"<sheetData>{sheet}")
            target.writestr(part, content)
        for part, content in more_parts.items():
            target.writestr(f"xl/{part}.xml", content)
    return made.getvalue()


@pytest.mark.parametrize(
    "bomb",
    [
        workbook_of("<row>" * 1_000),
        workbook_of(f"<row>{'<c/>' * 1_700_000}</row>"),
        workbook_of("", sharedStrings=f"<sst>{'<si/>' * 1_700_000}</sst>"),
        workbook_of("<row {}/>".format(" ".join(f'a{n}=">"' for n in range(300_000)))),
        workbook_of("<row/>".join(f'<c a{n}="1" b="2" c="3"/>' for n in range(900_000))),
    ],
    ids=["deep", "wide", "texts", "one tag", "attributes"],
)
def test_a_small_workbook_that_would_fill_memory_is_refused(bomb: bytes) -> None:
    with pytest.raises(BadClass, match="holds too many parts"):
        read_upload(bomb)


def test_a_picture_in_a_workbook_is_no_fault() -> None:
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'
    assert read_upload(workbook_of(row, logo="\x89PNG and so on"))[0].cells == ("Name",)


@pytest.mark.parametrize("end", ["\n", "\r"])
def test_a_text_of_nothing_but_lines_is_refused_unread(end: str) -> None:
    with pytest.raises(BadClass, match="more than 250,000 lines"):
        read_upload(end.encode() * 250_001)
