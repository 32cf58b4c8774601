"""How the cells of a table are read. What is refused stands in ``bad_data``."""

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.frames import frames_of
from cert_model.loading.csv_reader import read_table, table_columns
from cert_model.loading.yaml_reader import Document
from cert_model.schema.careers import EducationShareRow, SurveyRow

HEADER = "soc,as_of,level,percent,src,note\n"


def rows(tmp_path: Path, text: str) -> list[dict[str, Any]]:
    path = tmp_path / "table.csv"
    path.write_text(HEADER + text, encoding="utf-8")
    document = read_table(path, "table.csv", EducationShareRow)
    assert isinstance(document, Document), document
    parsed: list[dict[str, Any]] = document.data["rows"]
    return parsed


def test_cells_are_numbers_words_and_lists(tmp_path: Path) -> None:
    assert rows(tmp_path, '29-2072,2019,none,1.5,a;b,"one, two"\n') == [
        {
            "soc": "29-2072",
            "as_of": 2019,
            "level": "none",
            "percent": 1.5,
            "src": ["a", "b"],
            "note": "one, two",
        }
    ]


def test_an_empty_cell_is_not_there(tmp_path: Path) -> None:
    assert "note" not in rows(tmp_path, "29-2072,2019,none,1.5,a,\n")[0]


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("note,src,percent,level,as_of,soc\n,a,1,none,2019,29-2072\n", encoding="utf-8")
    document = read_table(path, "table.csv", EducationShareRow)
    assert isinstance(document, Document)
    assert document.data["rows"][0]["percent"] == 1


def test_the_line_of_a_row_counts_the_lines_of_quoted_cells(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(
        HEADER + '29-2072,2019,none,1,a,"two\nlines"\n29-2072,2019,master,1,a,\n', encoding="utf-8"
    )
    document = read_table(path, "table.csv", EducationShareRow)
    assert isinstance(document, Document)
    assert document.line_of(("rows", 1, "percent")) == 4


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_without_a_crash(
    tmp_path_factory: Any, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    assert read_table(path, "any.csv", EducationShareRow)


def test_what_is_derived_is_no_column() -> None:
    assert "as_of" not in table_columns(SurveyRow)


def test_a_survey_held_in_its_year(catalog: Catalog) -> None:
    assert all(row.as_of == str(row.year) for row in catalog.careers.surveys.rows)


def test_what_is_not_known_is_missing_in_the_frames(catalog: Catalog) -> None:
    wages = frames_of(catalog).wages
    vermont = wages[
        (wages["area"] == "Vermont") & (wages["soc"] == "29-2072") & (wages["as_of"] == "2025-05")
    ]
    assert vermont["employment"].isna().all()
    assert str(wages["employment"].dtype) == "Int64"
