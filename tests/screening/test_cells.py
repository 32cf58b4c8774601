"""A cell of a table means what a field of a profile means."""

from typing import Any

import pytest
from hypothesis import given

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile
from cert_model.screening import BadCell, BadHeader, cell_reader_of, name_columns, write_cells
from tests import profiles


@given(profiles.profiles)
def test_a_profile_written_as_cells_is_read_back(catalog: Catalog, profile: Profile) -> None:
    reader = cell_reader_of(catalog)
    assert reader.read_profile(write_cells(profile), profile.complete) == profile


@pytest.mark.parametrize(
    ("column", "cell", "answer"),
    [
        ("age", " 19 ", 19),
        ("age", "19.0", 19),
        ("age", "", None),
        ("education", "Some college", "some-college"),
        ("education", "high_school", "high-school"),
        ("him_program", "none", "none"),
        ("licenses", "none", ()),
        ("licenses", "RN; lpn;", ("rn", "lpn")),
        ("credentials", "CPC;aapc/cpc;ccs", ("aapc/cpc", "ahima/ccs")),
        ("memberships", "AAPC", ("aapc",)),
        ("months_inpatient_cdi", "24", 24),
    ],
)
def test_a_cell_is_read_however_it_is_spelled(
    catalog: Catalog, column: str, cell: str, answer: Any
) -> None:
    assert cell_reader_of(catalog).read(column, cell) == answer


def test_what_is_not_known_of_a_program_stays_away(catalog: Catalog) -> None:
    read = cell_reader_of(catalog).read("training", "coding;billing:aapc;cdi::0.5;ehr:::80")
    stated = [program.model_dump(exclude_none=True) for program in read]
    assert stated == [
        {"subject": "coding"},
        {"subject": "billing", "approved_by": "aapc"},
        {"subject": "cdi", "years_since": 0.5},
        {"subject": "ehr", "hours": 80},
    ]


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("age", "x", 'expected a whole number, found "x"'),
        ("age", "12.5", 'expected a whole number, found "12.5"'),
        ("age", "-1", "expected 0 or more, found -1"),
        ("age", "130", "expected 120 or less, found 130"),
        ("months_coding", "1,200", 'expected a whole number, found "1,200"'),
        ("months_coding", "900", "expected 840 or less, found 900"),
        ("education", "assocate", 'did you mean "associate"?'),
        ("licenses", "rn;rx", '"rx" is not a known term'),
        ("credentials", "cpx", 'no credential is called "cpx"; did you mean'),
        ("credentials", "ccds", '"ccds" is ambiguous; write one of: acdis/ccds, cdia/ccds'),
        ("memberships", "acme", 'unknown issuer "acme"'),
        ("training", "coding:aapc:x", 'years_since: expected a number, found "x"'),
        ("training", "coding:aapc:nan", "years_since: "),
        ("training", ":aapc", "subject: required, but not given"),
        ("training", "coding:aapc:1:80:more", "expected subject:approved_by:years_since:hours"),
        ("courses", "x" * 20_001, "20,001 characters; a cell holds at most 20,000"),
    ],
)
def test_a_cell_that_cannot_be_read_is_refused_with_what_was_expected(
    catalog: Catalog, column: str, cell: str, reason: str
) -> None:
    with pytest.raises(BadCell) as refused:
        cell_reader_of(catalog).read(column, cell)
    assert refused.value.column == column
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_stage_without_a_program_is_refused_as_in_a_profile(catalog: Catalog) -> None:
    cells = {"person": "Ada", "him_program_stage": "graduated"}
    with pytest.raises(BadCell, match="without a him_program") as refused:
        cell_reader_of(catalog).read_profile(cells, complete=True)
    assert refused.value.column == "him_program_stage"


def test_a_heading_is_read_however_it_is_spelled() -> None:
    assert name_columns(["Person", "Months coding", " HIM-program "]) == [
        "person",
        "months_coding",
        "him_program",
    ]


def test_a_column_that_nobody_knows_is_refused_rather_than_overlooked() -> None:
    with pytest.raises(BadHeader, match='unknown column "notes"'):
        name_columns(["person", "notes"])
