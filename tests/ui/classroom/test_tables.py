"""The table in the editor: what is written into it is taken up, and nothing else is."""

from typing import Any

import pytest

from cert_model.classes import ClassTable, RawRow
from cert_model.classes.tables import LONGEST_CELL
from ui.classroom.tables import (
    EditedTable,
    apply_edits,
    numbered,
    table_to_type_in,
)

TWO_PEOPLE = numbered(
    ClassTable(
        ("Name", "Education"),
        (RawRow(4, ("Ada", "HS")), RawRow(7, ("Ben", "GED", "AAS"), "more cells than the header")),
    )
)
NO_EDITS: dict[str, Any] = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}


def cells_of(edited: EditedTable | None) -> list[tuple[str, ...]]:
    assert edited is not None
    return [row.cells for row in edited.table.people]


def test_rows_are_numbered_from_one_as_the_editor_shows_them() -> None:
    assert [row.line for row in TWO_PEOPLE.table.people] == [1, 2]
    assert list(TWO_PEOPLE.frame.index) == [1, 2]


def test_the_editor_has_every_cell_that_a_row_has() -> None:
    frame = TWO_PEOPLE.frame
    assert [TWO_PEOPLE.heading(place) for place in range(3)] == ["Name", "Education", "Column 3"]
    assert frame.to_numpy().tolist() == [["Ada", "HS", ""], ["Ben", "GED", "AAS"]]


def test_without_edits_the_table_is_what_it_was() -> None:
    assert apply_edits(TWO_PEOPLE, NO_EDITS) == TWO_PEOPLE


def test_cells_are_changed_and_rows_added_and_taken_out() -> None:
    edits = {
        "edited_rows": {0: {"c1": " BA "}},
        "added_rows": [{"c0": "Cyd"}, {}],
        "deleted_rows": [1],
    }
    edited = apply_edits(TWO_PEOPLE, edits)
    assert cells_of(edited) == [("Ada", "BA", ""), ("Cyd", "", ""), ("", "", "")]
    assert edited is not None
    assert [row.cells[0] for row in edited.people.people] == ["Ada", "Cyd"], (
        "an empty row is nobody"
    )
    assert [row.line for row in edited.table.people] == [1, 3, 4], "as the editor numbers them"


def test_who_writes_into_a_row_settles_what_was_wrong_with_it() -> None:
    assert TWO_PEOPLE.table.people[1].fault
    edited = apply_edits(TWO_PEOPLE, NO_EDITS | {"edited_rows": {1: {"c2": ""}}})
    assert edited is not None
    assert edited.table.people[1] == RawRow(2, ("Ben", "GED", ""))


def test_a_table_to_type_in_keeps_every_word_that_is_written_into_it() -> None:
    empty = table_to_type_in()
    assert empty.people.people == ()
    written = {"c0": "Ada", "c1": "HS diploma", "c2": "2 years", "c3": "cpc", "c4": "CCA, CPC"}
    edited = apply_edits(empty, NO_EDITS | {"edited_rows": {0: written}})
    words = ("Ada", "HS diploma", "2 years", "cpc", "CCA, CPC", "")
    assert cells_of(edited)[0] == words
    assert edited is not None
    frame = edited.frame
    assert tuple(frame.loc[1]) == words
    assert {str(kind) for kind in frame.dtypes} == {"str"}


@pytest.mark.parametrize(
    "junk",
    [
        None,
        5,
        {},
        NO_EDITS | {"edited_rows": {2: {"c0": "x"}}},
        NO_EDITS | {"edited_rows": {-1: {"c0": "x"}}},
        NO_EDITS | {"edited_rows": {0: {"c9": "x"}}},
        NO_EDITS | {"edited_rows": {0: 5}},
        NO_EDITS | {"edited_rows": []},
        NO_EDITS | {"added_rows": [{"nonsense": 1}]},
        NO_EDITS | {"added_rows": [5]},
        NO_EDITS | {"added_rows": {}},
        NO_EDITS | {"deleted_rows": [2]},
        NO_EDITS | {"deleted_rows": ["0"]},
        NO_EDITS | {"deleted_rows": 5},
    ],
)
def test_what_no_editor_sends_is_no_table(junk: object) -> None:
    assert apply_edits(TWO_PEOPLE, junk) is None


def test_a_cell_is_text_of_a_bounded_length_whatever_was_sent() -> None:
    sent = {"c0": "x" * 9_999, "c1": {"a": 1}, "c2": float("nan"), "_index": 7}
    edited = apply_edits(TWO_PEOPLE, NO_EDITS | {"edited_rows": {0: sent}})
    assert cells_of(edited)[0] == ("x" * LONGEST_CELL, "{'a': 1}", "nan")
