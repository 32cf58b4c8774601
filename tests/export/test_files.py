"""Downloads read back equal to the catalog, and every figure in them has a source."""

import csv
import io
import json
from typing import Any

import openpyxl
import pytest

from cert_model.catalog import Catalog
from cert_model.explore.comparison import ComparisonRow, compare
from cert_model.export.answers import comparison_as_json, list_row_as_json
from cert_model.export.fact_sheets import sheet_as_json
from cert_model.export.files import (
    write_catalog_csv,
    write_catalog_json,
    write_comparison_csv,
    write_comparison_json,
    write_comparison_xlsx,
    write_list_csv,
    write_list_json,
    write_sheet_csv,
    write_sheet_json,
)
from cert_model.frames import frames_of
from cert_model.overview import Overview, overviews
from cert_model.preparation import exam_overlaps
from cert_model.schema import Careers, Credential, Issuer, Preparation, Source

IDS = ["aapc/cpc", "ahima/ccs"]
LABELS = ["CPC", "CCS"]


@pytest.fixture(scope="module")
def listed(catalog: Catalog) -> list[Overview]:
    return list(overviews(catalog).values())


@pytest.fixture(scope="module")
def whole(catalog: Catalog) -> dict[str, Any]:
    file: dict[str, Any] = json.loads(write_catalog_json(catalog))
    return file


def lines_of(file: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline="")))


def addresses(catalog: Catalog, ids: list[str]) -> str:
    sources = (catalog.sources[source] for source in ids)
    return "; ".join(source.url or source.title for source in sources)


def test_the_whole_catalog_reads_back_equal(catalog: Catalog, whole: dict[str, Any]) -> None:
    sheets = [Credential.model_validate(sheet) for sheet in whole["credentials"]]
    assert {sheet.id: sheet for sheet in sheets} == catalog.credentials
    issuers = [Issuer.model_validate(issuer) for issuer in whole["issuers"]]
    assert {issuer.id: issuer for issuer in issuers} == catalog.issuers
    sources = [Source.model_validate(source) for source in whole["sources"]]
    assert {source.id: source for source in sources} == catalog.sources


def test_pay_and_preparation_read_back_equal(catalog: Catalog, whole: dict[str, Any]) -> None:
    assert Careers.model_validate(whole["careers"]) == catalog.careers
    assert Preparation.model_validate(whole["preparation"]) == catalog.preparation


def test_the_whole_catalog_as_csv_has_every_fact_with_its_sources(catalog: Catalog) -> None:
    lines = lines_of(write_catalog_csv(catalog))
    assert len(lines) == len(frames_of(catalog).facts)
    facts = frames_of(catalog).facts.fillna({"value": ""}).to_dict("records")
    for line, fact in zip(lines, facts, strict=True):
        assert (line["subject"], line["field"]) == (fact["subject"], fact["field"])
        assert line["value"] in {fact["value"], f"'{fact['value']}"}
        assert line["sources"] == addresses(catalog, fact["sources"].split("; "))
        assert line["sources"]


@pytest.mark.parametrize("key", IDS)
def test_a_sheet_is_what_show_prints(catalog: Catalog, key: str) -> None:
    shown = json.loads(json.dumps(sheet_as_json(catalog, key)))
    assert json.loads(write_sheet_json(catalog, key)) == shown


def test_a_sheet_as_csv_holds_the_exam_that_it_borrows(catalog: Catalog) -> None:
    borrower = next(sheet for sheet in catalog.credentials.values() if sheet.same_exam_as)
    fields = {line["field"] for line in lines_of(write_sheet_csv(catalog, borrower.id))}
    assert "exam.questions" in fields


def test_a_list_as_json_is_what_list_prints_and_its_sources(
    catalog: Catalog, listed: list[Overview]
) -> None:
    read = json.loads(write_list_json(catalog, listed))
    without_sources = [
        {name: value for name, value in row.items() if name != "sources"} for row in read
    ]
    answers = [list_row_as_json(overview) for overview in listed]
    assert without_sources == json.loads(json.dumps(answers))


def test_a_list_as_csv_keeps_its_order(catalog: Catalog, listed: list[Overview]) -> None:
    lines = lines_of(write_list_csv(catalog, listed[::-1]))
    assert [line["id"] for line in lines] == [overview.id for overview in listed[::-1]]


@pytest.mark.parametrize(
    ("figure", "sources"),
    [
        ("exam_fee_low", "exam_fee_sources"),
        ("questions", "questions_sources"),
        ("minutes", "minutes_sources"),
        ("pass_rate", "pass_rate_sources"),
        ("online", "online_sources"),
        ("ceus", "ceus_sources"),
        ("cycle_months", "cycle_months_sources"),
        ("first_year_cost", "costs_sources"),
    ],
)
def test_every_figure_of_a_list_has_a_source(
    catalog: Catalog, listed: list[Overview], figure: str, sources: str
) -> None:
    lines = lines_of(write_list_csv(catalog, listed))
    known = [line for line in lines if line[figure]]
    assert known
    assert all(line[sources] for line in known)


def test_a_list_as_csv_says_which_figure_is_an_estimate(catalog: Catalog) -> None:
    (line,) = lines_of(write_list_csv(catalog, [overviews(catalog)["aapc/canpc"]]))
    assert (line["exam_fee_low"], line["exam_fee_standing"]) == ("425.0", "estimated")
    assert (line["minutes"], line["minutes_standing"]) == ("240", "estimated")


def test_a_comparison_as_csv_reads_back_with_its_sources(catalog: Catalog) -> None:
    rows = compare(catalog, IDS)
    lines = lines_of(write_comparison_csv(catalog, LABELS, rows))
    assert [(line["Field"], line["CPC"], line["CCS"]) for line in lines] == [
        (row.label, *row.values) for row in rows
    ]
    assert [line["Sources for CCS"] for line in lines] == [
        addresses(catalog, list(row.sources[1])) for row in rows
    ]


def test_a_comparison_as_json_writes_out_every_source_it_names(catalog: Catalog) -> None:
    read = json.loads(write_comparison_json(catalog, IDS, compare(catalog, IDS)))
    named = {source for row in read["rows"] for ids in row["sources"] for source in ids}
    assert {source["id"] for source in read["sources"]} == named


def test_a_comparison_as_csv_has_what_every_two_exams_share_in_the_columns_of_both(
    catalog: Catalog,
) -> None:
    labels = ["CPC", "CCS", "CMRS"]
    overlaps = exam_overlaps(catalog, ["aapc/cpc", "ahima/ccs", "amba/cmrs"])
    lines = lines_of(write_comparison_csv(catalog, labels, [], overlaps))
    assert [line["Field"] for line in lines] == ["CPC and CCS", "CPC and CMRS", "CCS and CMRS"]
    assert [bool(lines[0][label]) for label in labels] == [True, True, False]
    reason = "no number (the weights of the CMRS exam were not found)"
    assert (lines[1]["CPC"], lines[1]["CMRS"]) == (reason, reason)


def test_a_comparison_as_json_says_why_there_is_no_number(catalog: Catalog) -> None:
    ids = ["aapc/cpc", "amba/cmrs"]
    (overlap,) = comparison_as_json(catalog, ids, [])["overlaps"]
    assert (overlap["credentials"], overlap["percent"]) == (ids, None)
    assert overlap["none_because"] == "the weights of the CMRS exam were not found"


def test_a_comparison_as_json_has_the_shared_subjects_in_percent(catalog: Catalog) -> None:
    (overlap,) = comparison_as_json(catalog, ["aapc/cpc", "ahima/ccs"], [])["overlaps"]
    shares = [subject["percent"] for subject in overlap["subjects"]]
    assert overlap["percent"] == pytest.approx(sum(shares), abs=0.1 * len(shares))
    assert overlap["none_because"] is None


FORMULAS = [
    ComparisonRow("Exam", "name", "Name", ("=1+1", "plain"), ((), ())),
    ComparisonRow("Exam", "price", "Price", ("@SUM(A1)", "-5 | 6"), ((), ())),
]
HARMLESS = [
    ["Group", "Field", "'+A", "B", "Differs", "Sources for +A", "Sources for B"],
    ["Exam", "Name", "'=1+1", "plain", "yes", "", ""],
    ["Exam", "Price", "'@SUM(A1)", "'-5 | 6", "yes", "", ""],
]


def test_a_spreadsheet_finds_no_formula_in_csv(catalog: Catalog) -> None:
    file = write_comparison_csv(catalog, ["+A", "B"], FORMULAS).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(file))) == HARMLESS


def test_a_spreadsheet_finds_only_text_in_excel(catalog: Catalog) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_comparison_xlsx(catalog, ["+A", "B"], FORMULAS)))
    cells = [[cell.value or "" for cell in line] for line in book["Comparison"].iter_rows()]
    assert cells == HARMLESS
    kinds = {cell.data_type for line in book["Comparison"].iter_rows() for cell in line}
    assert kinds <= {"s", "n"}, "empty cells count as numbers"
