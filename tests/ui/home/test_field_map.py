"""The map of the field: every credential once, where its level and its work are."""

import re

import pytest

from cert_model.catalog import Catalog
from cert_model.overview import overviews
from cert_model.vocabulary import CodeSet, Level, Role, Status
from ui.home import field_map

either_width = pytest.mark.parametrize("narrow", [False, True])


@either_width
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


@either_width
def test_each_stands_in_the_column_and_the_row_of_its_level_and_its_work(
    catalog: Catalog, narrow: bool
) -> None:
    drawn = field_map.field_map(catalog, narrow)
    columns, rows = dict(drawn.columns), dict(drawn.rows)
    across, down = ("level", "work") if narrow else ("work", "level")
    for point in drawn.points.to_pylist():
        column = max(place for place in columns if place <= point["across"])
        row = max(place for place in rows if place <= point["down"])
        assert columns[column].replace("\n", " ") == point[across]
        assert rows[row] == point[down]


@either_width
def test_nothing_stands_outside_of_the_map(catalog: Catalog, narrow: bool) -> None:
    drawn = field_map.field_map(catalog, narrow)
    for point in drawn.points.to_pylist():
        assert 0 <= point["across"] < drawn.width
        assert 0 < point["down"] < drawn.height


def test_circles_are_in_proportion_to_the_people_who_hold_the_credential(catalog: Catalog) -> None:
    sizes = {
        point["id"]: point["size"]
        for point in field_map.field_map(catalog, False).points.to_pylist()
    }
    holders = {key: item.holders for key, item in overviews(catalog).items() if item.holders}
    counted = sorted((holders[key], sizes[key]) for key in sizes if key in holders)
    (most, largest), (next_most, next_largest) = counted[-1], counted[-2]
    assert next_largest / largest == pytest.approx(next_most / most)


def test_a_circle_is_filled_where_a_number_of_holders_was_found(catalog: Catalog) -> None:
    for point in field_map.field_map(catalog, False).points.to_pylist():
        assert point["is_counted"] == (overviews(catalog)[point["id"]].holders is not None)


@either_width
def test_what_has_no_name_is_counted_beside_the_last(catalog: Catalog, narrow: bool) -> None:
    points = field_map.field_map(catalog, narrow).points.to_pylist()
    counted = sum(int(point["count"]) for point in points if point["count"])
    assert counted == sum(not point["letters"] for point in points)


@either_width
def test_letters_of_two_issuers_stand_with_their_issuer_below(
    catalog: Catalog, narrow: bool
) -> None:
    names = [point["letters"] for point in field_map.field_map(catalog, narrow).points.to_pylist()]
    assert {"CCDS\n(ACDIS)", "CCDS\n(CDIA)", "CHIM\n(CCHIM)", "CHIM\n(HIMAA)"} < set(names)
    named = list(filter(None, names))
    assert len(named) == len(set(named))


def test_who_codes_procedures_of_hospital_stays_is_in_inpatient_coding(catalog: Catalog) -> None:
    for point in field_map.field_map(catalog, False).points.to_pylist():
        item = overviews(catalog)[point["id"]]
        is_inpatient = item.roles[0] is Role.CODING and CodeSet.ICD_10_PCS in (item.code_sets or ())
        assert (point["work"] == field_map.INPATIENT) == is_inpatient


def test_every_role_belongs_to_one_kind_of_work() -> None:
    roles = [Role.CODING, *(role for roles in field_map.ROLES.values() for role in roles)]
    assert sorted(roles) == sorted(Role)


def test_the_table_has_what_the_map_has(catalog: Catalog) -> None:
    table = field_map.table(catalog)
    assert list(table) == ["Work", *(level.label for level in Level)]
    cells = [cell for level in Level for cell in table[level.label] if cell != "–"]
    letters = [name for cell in cells for name in cell.split(", ")]
    assert len(letters) == field_map.field_map(catalog, False).points.num_rows


def test_the_takeaway_is_one_sentence_on_what_is_drawn(catalog: Catalog) -> None:
    drawn = field_map.field_map(catalog, False).points
    takeaway = field_map.takeaway(catalog)
    assert takeaway.endswith(f" of the {drawn.num_rows} credentials on this map.")
    assert takeaway.count(".") == 1


def test_the_counts_account_for_every_credential_that_they_leave_out(catalog: Catalog) -> None:
    drawn, retired, marked = map(int, re.findall(r"\d+", field_map.describe_counts(catalog))[:3])
    assert drawn + retired + marked == len(catalog.credentials)
