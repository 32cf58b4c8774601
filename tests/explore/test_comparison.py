"""Credentials side by side, and what leaves the page with them."""

import pytest

from cert_model.catalog import Catalog
from cert_model.explore.comparison import BadComparison, ComparisonRow, compare
from cert_model.export.files import write_comparison_csv
from ui.compare import tables


def row_of(catalog: Catalog, field: str, *ids: str) -> ComparisonRow:
    return next(row for row in compare(catalog, ids) if row.field == field)


def test_a_row_that_differs_is_marked(catalog: Catalog) -> None:
    assert row_of(catalog, "minutes", "aapc/cpc", "ahima/cca").differs
    assert not row_of(catalog, "minutes", "aapc/cpc", "ahima/ccs").differs


def test_unknown_is_said_as_unknown_and_differs_from_known(catalog: Catalog) -> None:
    row = row_of(catalog, "pass_rate", "aapc/cpc", "ahima/ccs")
    assert row.values == ("not found", "84% (2025)")
    assert row.differs


def test_an_estimate_has_its_mark_and_the_sources_of_the_facts_behind_it(catalog: Catalog) -> None:
    price = row_of(catalog, "exam_fee", "aapc/cic", "aapc/coc")
    assert price.values == ("≈ $425", "$425")
    assert price.differs
    assert "oep-crcvcpc" in price.sources[0]
    form = [
        row_of(catalog, field, "aapc/canpc", "aapc/cpc").values[0]
        for field in ("questions", "minutes")
    ]
    assert form == ["≈ 100", "≈ 4 h"]


def test_a_comparison_to_take_away_keeps_the_mark_of_an_estimate(catalog: Catalog) -> None:
    rows = compare(catalog, ["aapc/cic", "aapc/coc"])
    assert "| ≈ $425 | $425 |" in tables.markdown(["CIC", "COC"], rows)
    assert "<td>≈ $425</td>" in tables.page(["CIC", "COC"], rows, "").decode()
    assert "≈ $425" in write_comparison_csv(catalog, ["CIC", "COC"], rows).decode("utf-8-sig")


def test_alternatives_of_a_rule_read_as_alternatives(catalog: Catalog) -> None:
    assert "; or " in row_of(catalog, "recommended", "ahima/ccs", "ahima/cca").values[0]


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
    ComparisonRow("Exam", "name", "Name", ("=1+1", "plain"), ((), ())),
    ComparisonRow("Exam", "price", "Price", ("@SUM(A1)", "-5 | 6"), ((), ())),
]


def test_what_is_found_names_its_sources_and_what_is_not_names_none(catalog: Catalog) -> None:
    for row in compare(catalog, ["aapc/cpc", "ahima/ccs"]):
        if row.group == "Exam":
            for value, sources in zip(row.values, row.sources, strict=True):
                assert bool(sources) == (value != "not found"), row.field


def test_markdown_keeps_its_columns() -> None:
    table = tables.markdown(["A", "B"], ROWS).splitlines()
    assert table[3] == "| Price | @SUM(A1) | -5 \\| 6 | ≠ |"


def test_the_page_to_print_escapes_what_it_shows() -> None:
    rows = [ComparisonRow("Exam", "name", "Name", ("<script>", "b"), ((), ()))]
    page = tables.page(["A", "B"], rows, "A & B").decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_what_leaves_the_page_says_what_the_exams_have_in_common() -> None:
    sentence = "A and B: about 21% (Law 21%)."
    assert tables.markdown(["A", "B"], ROWS, [sentence]).splitlines()[-1] == f"- {sentence}"
    assert f"<li>{sentence}</li>" in tables.page(["A", "B"], ROWS, "", [sentence]).decode()
