"""The map of the field: every credential once, where its level and its work are."""

import re

import pytest

from cert_model.catalog import Catalog
from cert_model.vocabulary import Level, Role, Status
from ui.home import field_map


@pytest.mark.parametrize("narrow", [False, True])
def test_every_credential_not_retired_stands_at_a_place_of_its_own(
    catalog: Catalog, narrow: bool
) -> None:
    drawn = field_map.field_map(catalog, narrow).points.to_pylist()
    expected = {
        key
        for key, sheet in catalog.credentials.items()
        if sheet.status.value is not Status.RETIRED and sheet.same_exam_as is None
    }
    assert {point["id"] for point in drawn} == expected
    assert len({(point["across"], point["down"]) for point in drawn}) == len(drawn)


@pytest.mark.parametrize("narrow", [False, True])
def test_each_stands_in_the_column_of_its_level_and_the_row_of_its_work(
    catalog: Catalog, narrow: bool
) -> None:
    drawn = field_map.field_map(catalog, narrow)
    columns, rows = dict(drawn.columns), dict(drawn.rows)
    for point in drawn.points.to_pylist():
        column = max(place for place in columns if place <= point["across"])
        row = max(place for place in rows if place <= point["down"])
        assert columns[column] == point["level"]
        assert rows[row] == point["work"]


def test_every_role_belongs_to_one_kind_of_work() -> None:
    roles = [role for roles in field_map.WORKS.values() for role in roles]
    assert sorted(roles) == sorted(Role)


def test_the_table_has_what_the_map_has(catalog: Catalog) -> None:
    table = field_map.table(catalog)
    assert list(table) == ["Work", *(level.label for level in Level)]
    cells = [cell for level in Level for cell in table[level.label] if cell != "–"]
    letters = [name for cell in cells for name in cell.split(", ")]
    assert len(letters) == field_map.field_map(catalog, False).points.num_rows


def test_the_takeaway_counts_what_is_drawn(catalog: Catalog) -> None:
    drawn = field_map.field_map(catalog, False).points
    assert field_map.takeaway(catalog).startswith(f"Of {drawn.num_rows} credentials (not counting ")


def test_the_takeaway_accounts_for_every_credential_that_it_leaves_out(catalog: Catalog) -> None:
    drawn, retired, marked = map(int, re.findall(r"\d+", field_map.takeaway(catalog))[:3])
    assert drawn + retired + marked == len(catalog.credentials)


def test_in_a_narrow_window_the_words_for_a_work_have_a_line_without_credentials(
    catalog: Catalog,
) -> None:
    drawn = field_map.field_map(catalog, True)
    lines = set(drawn.points["down"].to_pylist())
    assert all(place + 0.5 not in lines for place, _ in drawn.rows)
    assert all(place + 1.5 in lines for place, _ in drawn.rows)
