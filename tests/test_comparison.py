"""Credentials side by side, and what leaves the page with them."""

import csv
import io

import openpyxl
import pytest

from cert_model.catalog import Catalog
from cert_model.comparison import BadComparison, Row, compare
from cert_model.overlap import overlap
from ui import compare_table


def row(catalog: Catalog, field: str, *ids: str) -> Row:
    return next(each for each in compare(catalog, ids) if each.field == field)


def test_a_row_that_differs_is_marked(catalog: Catalog) -> None:
    assert row(catalog, "minutes", "aapc/cpc", "ahima/cca").differs
    assert not row(catalog, "minutes", "aapc/cpc", "ahima/ccs").differs


def test_unknown_is_said_as_unknown_and_differs_from_known(catalog: Catalog) -> None:
    found = row(catalog, "pass_rate", "aapc/cpc", "ahima/ccs")
    assert found.values == ("not found", "84 % (2025)")
    assert found.differs


def test_alternatives_of_a_rule_read_as_alternatives(catalog: Catalog) -> None:
    assert "; or " in row(catalog, "recommended", "ahima/ccs", "ahima/cca").values[0]


@pytest.mark.parametrize(
    ("ids", "complaint"),
    [
        (("aapc/cpc",), "compare 2 to 5 credentials, not 1"),
        (("aapc/cpc", "aapc/cpc"), "aapc/cpc is named twice"),
        (
            ("aapc/cpc", "aapc/coc", "aapc/cic", "aapc/crc", "aapc/cpb", "ahima/cca"),
            "compare 2 to 5 credentials, not 6",
        ),
    ],
)
def test_a_comparison_that_cannot_be_is_refused(
    catalog: Catalog, ids: tuple[str, ...], complaint: str
) -> None:
    with pytest.raises(BadComparison, match=complaint):
        compare(catalog, ids)


ROWS = [
    Row("Exam", "name", "Name", ("=1+1", "plain")),
    Row("Exam", "price", "Price", ("@SUM(A1)", "-5 | 6")),
]


def test_csv_comes_back_with_formulas_made_harmless() -> None:
    read = list(csv.reader(io.StringIO(compare_table.csv(["+A", "B"], ROWS).decode("utf-8-sig"))))
    assert read == [
        ["Group", "Field", "'+A", "B", "Differs"],
        ["Exam", "Name", "'=1+1", "plain", "yes"],
        ["Exam", "Price", "'@SUM(A1)", "'-5 | 6", "yes"],
    ]


def test_excel_comes_back_as_text() -> None:
    book = openpyxl.load_workbook(io.BytesIO(compare_table.excel(["A", "B"], ROWS)))
    sheet = book["Comparison"]
    assert [cell.value for cell in sheet[2]] == ["Exam", "Name", "'=1+1", "plain", "yes"]
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} == {"s"}


def test_markdown_keeps_its_columns() -> None:
    table = compare_table.markdown(["A", "B"], ROWS).splitlines()
    assert table[3] == "| Price | @SUM(A1) | -5 \\| 6 | ≠ |"


def test_the_page_to_print_escapes_what_it_shows() -> None:
    rows = [Row("Exam", "name", "Name", ("<script>", "b"))]
    page = compare_table.page(["A", "B"], rows, "A & B").decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_an_exam_overlaps_wholly_with_itself(catalog: Catalog) -> None:
    cpc = catalog.credentials["aapc/cpc"]
    found = overlap(cpc, cpc)
    assert found is not None
    assert found.share == 1


def test_an_overlap_lies_between_none_and_all(catalog: Catalog) -> None:
    sheets = [sheet for sheet in catalog.credentials.values() if sheet.exam.content]
    shares = [overlap(a, b) for a in sheets for b in sheets]
    assert all(0 <= found.share <= 1 for found in shares if found)


def test_without_weights_there_is_no_estimate(catalog: Catalog) -> None:
    assert overlap(catalog.credentials["amba/cmrs"], catalog.credentials["aapc/cpc"]) is None
