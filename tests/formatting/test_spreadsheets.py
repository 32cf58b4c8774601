"""No cell of a file is run as a formula, and each can be read back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.formatting.spreadsheets import before_guard, without_formula, write_csv

STARTS = ("=", "+", "-", "@", "\t", "\r")


@given(st.text(st.sampled_from("'=+-@\t\ra"), max_size=6))
def test_a_guarded_cell_is_no_formula_and_can_be_read_back(text: str) -> None:
    cell = without_formula(text)
    assert not cell.startswith(STARTS)
    assert before_guard(cell) == text


@pytest.mark.parametrize("text", ["", "a=1", "'quoted'", " =x"])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert without_formula(text) == before_guard(text) == text


def test_a_spreadsheet_is_told_the_encoding() -> None:
    assert write_csv([["é", "=1"]]) == b"\xef\xbb\xbf\xc3\xa9,'=1\r\n"
